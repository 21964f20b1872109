import java.io.ByteArrayOutputStream;

/**
 * Hocuspocus 3 speaking the Yjs sync protocol. A command is a Yjs update that appends one object to
 * the sender's own array; the acknowledgement is the server's SyncStatus, which names no command,
 * so acknowledgements are matched in order of sending. A CRDT has no common order: what is checked
 * is that each member's changes reach everyone once and in order.
 */
final class HocuspocusAdapter implements Adapter {
  private static final byte[] ID = Bytes.utf8("id:");
  private final java.util.concurrent.ConcurrentHashMap<Conn, Mine> mine =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final long base = 1_000_000 + (System.nanoTime() & 0xffff) * 64;

  private static final class Mine {
    long clock;
    final java.util.ArrayDeque<Long> sent = new java.util.ArrayDeque<>();
  }

  private Mine of(Conn c) {
    return mine.computeIfAbsent(c, x -> new Mine());
  }

  @Override
  public String path(Conn c) {
    return "/";
  }

  @Override
  public boolean textFrames() {
    return false;
  }

  @Override
  public boolean totalOrder() {
    return false;
  }

  @Override
  public void opened(Conn c) {
    var o = new ByteArrayOutputStream(); // Auth, Token
    str(o, c.roomId());
    o.write(2);
    o.write(0);
    str(o, "t");
    str(o, "3.4.4");
    c.send(o.toByteArray(), false);
    o.reset(); // Sync, step 1 with an empty state vector
    str(o, c.roomId());
    o.write(0);
    o.write(0);
    o.write(1);
    o.write(0);
    c.send(o.toByteArray(), false);
  }

  @Override
  public void frame(Conn c, boolean text, byte[] b, int off, int len) {
    int p = off + 1 + b[off]; // skip the document's name (36 bytes)
    switch (b[p]) {
      case 0, 4 -> {
        int sync = b[p + 1];
        if (sync == 1) c.joined(0); // step 2: the whole document
        else if (sync == 2) event(c, b, p + 2, off + len);
        else if (sync == 0) { // the server asks for what we have: nothing
          var o = new ByteArrayOutputStream();
          str(o, c.roomId());
          o.write(4);
          o.write(1);
          o.write(2);
          o.write(0);
          o.write(0);
          c.send(o.toByteArray(), false);
          synchronized (of(c).sent) {
            of(c).sent.add(-1L);
          } // it acknowledges that as well
        }
      }
      case 8 -> {
        Long id;
        synchronized (of(c).sent) {
          id = of(c).sent.poll();
        }
        if (id == null || b[p + 1] != 1) c.refused();
        else if (id >= 0) c.acked(id, 0);
      }
      default -> {}
    }
  }

  private void event(Conn c, byte[] b, int at, int end) {
    int i = Bytes.after(b, at, end - at, ID);
    if (i < 0) {
      c.refused();
      return;
    }
    long id = 0;
    for (; b[i] >= '0' && b[i] <= '9'; i++) id = id * 10 + b[i] - '0';
    i++;
    int by = b[i] - '0';
    i += 2;
    long n = 0;
    for (; b[i] >= '0' && b[i] <= '9'; i++) n = n * 10 + b[i] - '0';
    c.event(n, id, by);
  }

  @Override
  public byte[] command(Conn c, long id, String text) {
    Mine m = of(c);
    long client = base + (long) c.room * 16 + c.member, clock = m.clock++;
    var u = new ByteArrayOutputStream(256); // a Yjs update, version 1
    num(u, 1);
    num(u, 1);
    num(u, client);
    num(u, clock);
    if (clock == 0) {
      u.write(8);
      num(u, 1);
      str(u, "m" + c.member);
    } // first: parent by name
    else {
      u.write(0x88);
      num(u, client);
      num(u, clock - 1);
    } // else: after the last one
    num(u, 1); // ContentAny with one value, a string
    u.write(119);
    str(u, "id:" + id + ":" + c.member + ":" + clock + ":" + text);
    num(u, 0); // nothing deleted
    var o = new ByteArrayOutputStream(320);
    str(o, c.roomId());
    o.write(0);
    o.write(2);
    num(o, u.size());
    o.writeBytes(u.toByteArray());
    synchronized (m.sent) {
      m.sent.add(id);
    }
    return o.toByteArray();
  }

  private static void num(ByteArrayOutputStream o, long v) {
    while (v > 127) {
      o.write((int) (v & 127 | 128));
      v >>>= 7;
    }
    o.write((int) v);
  }

  private static void str(ByteArrayOutputStream o, String s) {
    byte[] b = Bytes.utf8(s);
    num(o, b.length);
    o.writeBytes(b);
  }
}
