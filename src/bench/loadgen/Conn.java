import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** One member in one room: a minimal WebSocket client on a non-blocking channel. */
final class Conn {
  enum State {
    NEW,
    CONNECTING,
    BEFORE,
    UPGRADING,
    OPEN,
    JOINED,
    CLOSED
  }

  final Loadgen gen;
  final int index, room, member;
  Object attachment;
  volatile State state = State.NEW;
  long startedAt, joinedAt;
  long last, hash, joinedN = -1, maxAck;
  long[] lastBy; // only where there is no total order

  private SocketChannel ch;
  private SelectionKey key;
  private byte[] in = new byte[1024];
  private int inLen;
  private byte[] fragments; // a fragmented message being collected
  private boolean fragmentsText;
  private final ArrayDeque<ByteBuffer> out = new ArrayDeque<>(1);

  Conn(Loadgen gen, int index, int room, int member) {
    this.gen = gen;
    this.index = index;
    this.room = room;
    this.member = member;
  }

  String roomId() {
    return String.format("00000000-0000-4000-8000-%012x", room + 1);
  }

  /** The number of the last event this member has. */
  long after() {
    return last;
  }

  void connect(Selector sel) throws IOException {
    inLen = 0;
    fragments = null;
    joinedN = -1;
    synchronized (this) {
      out.clear();
    }
    if (startedAt == 0) startedAt = System.nanoTime();
    ch = SocketChannel.open();
    ch.configureBlocking(false);
    ch.setOption(StandardSocketOptions.TCP_NODELAY, true);
    state = State.CONNECTING;
    ch.connect(new InetSocketAddress(gen.host, gen.port));
    key = ch.register(sel, SelectionKey.OP_CONNECT, this);
  }

  void close() {
    state = State.CLOSED;
    try {
      if (ch != null) ch.close();
    } catch (IOException ignored) {
      /* closed is closed */
    }
  }

  /** Sends a close frame first, as a well-behaved browser would. */
  void leave() {
    if (state == State.JOINED || state == State.OPEN) frame(8, new byte[] {3, (byte) 0xe8});
    close();
  }

  // ---- what the adapter calls

  void joined(long n) {
    if (state != State.OPEN) return;
    joinedN = n;
    last = Math.max(last, n);
    joinedAt = System.nanoTime();
    state = State.JOINED;
    gen.onJoined(this);
  }

  void acked(long id, long n) {
    maxAck = Math.max(maxAck, n);
    gen.onAck(this, id);
  }

  void event(long n, long id, int by) {
    if (gen.adapter.totalOrder()) {
      if (n == last + 1) last = n;
      else if (n <= last) gen.duplicates++;
      else {
        gen.gaps += n - last - 1;
        last = n;
      }
      if (gen.adapter.sharedNumbers()) hash = hash * 31 + n * 1_000_003 + id;
      else if (id >= 0) hash = hash * 31 + id;
    } else {
      if (lastBy == null) {
        lastBy = new long[16];
        java.util.Arrays.fill(lastBy, -1);
      }
      long want = lastBy[by] + 1;
      if (n == want || lastBy[by] < 0) lastBy[by] = n;
      else if (n < want) gen.duplicates++;
      else {
        gen.gaps += n - want;
        lastBy[by] = n;
      }
    }
    gen.onEvent(this, id);
  }

  void refused() {
    gen.errors++;
  }

  /** The first reason stands in the result. */
  void refused(String why) {
    if (gen.firstLoss.isEmpty()) gen.firstLoss = "refused: " + why;
    gen.errors++;
  }

  void send(byte[] payload, boolean text) {
    frame(text ? 1 : 2, payload);
  }

  // ---- the wire

  private void frame(int opcode, byte[] p) {
    int n = p.length, head = (n < 126 ? 2 : n < 65536 ? 4 : 10) + 4;
    ByteBuffer b = ByteBuffer.allocate(head + n);
    b.put((byte) (0x80 | opcode));
    if (n < 126) b.put((byte) (0x80 | n));
    else if (n < 65536) b.put((byte) (0x80 | 126)).putShort((short) n);
    else b.put((byte) (0x80 | 127)).putLong(n);
    b.putInt(0); // masked with zero: valid, and free here
    b.put(p).flip();
    write(b);
  }

  private synchronized void write(ByteBuffer b) {
    try {
      if (out.isEmpty()) ch.write(b);
      if (b.hasRemaining()) {
        out.add(b);
        key.interestOpsOr(SelectionKey.OP_WRITE);
        key.selector().wakeup();
      }
    } catch (IOException e) {
      gen.onLost(this, e);
    }
  }

  void ready() {
    try {
      if (key.isConnectable() && ch.finishConnect()) {
        key.interestOps(SelectionKey.OP_READ);
        String before = gen.adapter.before(this);
        if (before != null) {
          state = State.BEFORE;
          write(ByteBuffer.wrap(Bytes.utf8(before)));
        } else upgrade();
      }
      if (key.isValid() && key.isWritable()) flush();
      if (key.isValid() && key.isReadable()) read();
    } catch (IOException e) {
      gen.onLost(this, e);
    } catch (java.nio.channels.CancelledKeyException e) {
      /* closed meanwhile */
    }
  }

  private synchronized void flush() throws IOException {
    while (!out.isEmpty()) {
      ch.write(out.peek());
      if (out.peek().hasRemaining()) return;
      out.poll();
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
  }

  private void upgrade() {
    state = State.UPGRADING;
    var s =
        new StringBuilder("GET ")
            .append(gen.adapter.path(this))
            .append(" HTTP/1.1\r\nHost: ")
            .append(gen.host)
            .append(':')
            .append(gen.port)
            .append(
                "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    for (String h : gen.adapter.headers(this)) s.append(h).append("\r\n");
    write(ByteBuffer.wrap(Bytes.utf8(s.append("\r\n").toString())));
  }

  private void read() throws IOException {
    ByteBuffer buf = gen.readBuffer;
    while (true) {
      buf.clear();
      int n = ch.read(buf);
      if (n < 0) throw new IOException("closed by the server in state " + state);
      if (n == 0) return;
      buf.flip();
      if (inLen + n > in.length)
        in = java.util.Arrays.copyOf(in, Math.max(in.length * 2, inLen + n));
      buf.get(in, inLen, n);
      inLen += n;
      int used = 0;
      while (used < inLen) {
        int step =
            switch (state) {
              case BEFORE, UPGRADING -> http(used);
              case OPEN, JOINED -> message(used);
              default -> inLen - used;
            };
        if (step == 0) break;
        used += step;
      }
      System.arraycopy(in, used, in, 0, inLen - used);
      inLen -= used;
      if (inLen == 0 && in.length > 16384) in = new byte[1024];
      if (n < buf.capacity() || state == State.CLOSED) return;
    }
  }

  /** Reads one HTTP answer; 0 if it is not whole yet. */
  private int http(int at) throws IOException {
    int end = Bytes.after(in, at, inLen - at, END);
    if (end < 0) return 0;
    String head = new String(in, at, end - at, StandardCharsets.ISO_8859_1);
    if (state == State.UPGRADING) {
      if (!head.startsWith("HTTP/1.1 101"))
        throw new IOException("no upgrade: " + head.lines().findFirst().orElse(""));
      state = State.OPEN;
      gen.adapter.opened(this);
      return end - at;
    }
    if (!head.startsWith("HTTP/1.1 2"))
      throw new IOException("refused: " + head.lines().findFirst().orElse(""));
    String lower = head.toLowerCase();
    int cl = lower.indexOf("content-length:");
    String body;
    int used;
    if (cl >= 0) {
      int n = Integer.parseInt(lower.substring(cl + 15, lower.indexOf('\r', cl)).trim());
      if (inLen - end < n) return 0;
      body = new String(in, end, n, StandardCharsets.UTF_8);
      used = end + n - at;
    } else { // chunked: collect all chunks
      var s = new StringBuilder();
      int p = end;
      while (true) {
        int e = Bytes.after(in, p, inLen - p, CRLF);
        if (e < 0) return 0;
        int n =
            Integer.parseInt(new String(in, p, e - 2 - p, StandardCharsets.ISO_8859_1).trim(), 16);
        if (inLen < e + n + 2) return 0;
        s.append(new String(in, e, n, StandardCharsets.UTF_8));
        p = e + n + 2;
        if (n == 0) break;
      }
      body = s.toString();
      used = p - at;
    }
    gen.adapter.beforeAnswer(this, body);
    upgrade();
    return used;
  }

  private static final byte[] END = Bytes.utf8("\r\n\r\n"), CRLF = Bytes.utf8("\r\n");

  /** Reads one WebSocket frame; 0 if it is not whole yet. */
  private int message(int at) throws IOException {
    int have = inLen - at;
    if (have < 2) return 0;
    int op = in[at] & 15, head = 2;
    boolean fin = in[at] < 0;
    long n = in[at + 1] & 127;
    if (n == 126) {
      if (have < 4) return 0;
      n = (in[at + 2] & 255) << 8 | in[at + 3] & 255;
      head = 4;
    } else if (n == 127) {
      if (have < 10) return 0;
      n = 0;
      for (int i = 2; i < 10; i++) n = n << 8 | in[at + i] & 255;
      head = 10;
    }
    if (have < head + n) return 0;
    int p = at + head, len = (int) n;
    switch (op) {
      case 0, 1, 2 -> {
        if (fin && op != 0) gen.adapter.frame(this, op == 1, in, p, len);
        else {
          if (op != 0) {
            fragments = new byte[0];
            fragmentsText = op == 1;
          }
          int old = fragments.length;
          fragments = java.util.Arrays.copyOf(fragments, old + len);
          System.arraycopy(in, p, fragments, old, len);
          if (fin) {
            gen.adapter.frame(this, fragmentsText, fragments, 0, fragments.length);
            fragments = null;
          }
        }
      }
      case 8 ->
          throw new IOException(
              "close frame " + (len >= 2 ? (in[p] & 255) << 8 | in[p + 1] & 255 : 0));
      case 9 -> frame(10, java.util.Arrays.copyOfRange(in, p, p + len));
      default -> {}
    }
    return head + len;
  }
}
