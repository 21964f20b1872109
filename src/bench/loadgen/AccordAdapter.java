import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Accord, as a browser speaks with it ({@code accord.room.v1}): a cookie opens the socket, the
 * therapist opens the door, members chat with {@code Say}, and each says every ten seconds that it
 * is still there. {@code MakeRooms} writes the file of members (system property {@code
 * accord.members}): a line each, {@code room-id TAB cookie}, three a room, the therapist last.
 */
final class AccordAdapter implements Adapter {
  private static final byte[] T = Bytes.utf8("\"t\":\""),
      N = Bytes.utf8("\"n\":"),
      ID = Bytes.utf8("\"id\":\""),
      MARK = Bytes.utf8("\"text\":\"#"),
      DOOR = Bytes.utf8("\"type\":\"DoorOpened\""),
      BEAT = Bytes.utf8("{\"t\":\"beat\"}");
  private static final int THERAPIST = 2;
  private final long run = System.currentTimeMillis() & 0xffffffffL;
  private final Queue<Conn> open = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Conn> therapists = new HashMap<>(); // of each room, once welcomed
  private long doors;
  private List<String> members;

  @Override
  public void prepare(String host, int port, int rooms, int perRoom) throws Exception {
    members = Files.readAllLines(Path.of(System.getProperty("accord.members")));
    if (members.size() < rooms * perRoom)
      throw new IllegalStateException("too few members in the file");
    Thread.ofPlatform().daemon().name("beat").start(this::beat);
  }

  private String[] who(Conn c) {
    return members.get(c.index).split("\t");
  }

  @Override
  public String path(Conn c) {
    return "/api/rooms/" + who(c)[0] + "/live";
  }

  @Override
  public List<String> headers(Conn c) {
    return List.of(
        "Sec-WebSocket-Protocol: accord.room.v1",
        "Cookie: __Host-accord=" + who(c)[1],
        "Origin: http://" + c.gen.host + ":" + c.gen.port);
  }

  @Override
  public void opened(Conn c) {
    c.send(BEAT, true);
    open.add(c);
  }

  /** Spread over the ten seconds: all at once would be a load that no room of people makes. */
  private void beat() {
    while (true) {
      int n = open.size();
      long pause = 10_000_000_000L / Math.max(1, n);
      for (int i = 0; i < n; i++) {
        Conn c = open.poll();
        if (c.state == Conn.State.OPEN || c.state == Conn.State.JOINED) {
          c.send(BEAT, true);
          open.add(c);
        }
        LockSupport.parkNanos(pause);
      }
      if (n == 0) LockSupport.parkNanos(100_000_000);
    }
  }

  @Override
  public void frame(Conn c, boolean text, byte[] b, int off, int len) {
    int t = Bytes.after(b, off, len, T);
    if (t < 0) {
      c.refused();
      return;
    }
    long n = Bytes.number(b, off, len, N, -1);
    switch (b[t]) {
      case 'w' -> welcome(c, b, off, len, n);
      case 'e' -> event(c, b, off, len, n);
      case 'a' -> acked(c, b, off, len, n);
      case 'r' -> c.refused(new String(b, off, len, StandardCharsets.UTF_8));
      default -> {} // presence, signal, beat
    }
  }

  /**
   * Before the door is open nobody may speak. The therapist opens it for those who are at it, and
   * once more for whoever comes later.
   */
  private void welcome(Conn c, byte[] b, int off, int len, long n) {
    if (c.member == THERAPIST) therapists.put(c.room, c);
    Conn therapist = therapists.get(c.room);
    if (Bytes.after(b, off, len, DOOR) >= 0) c.joined(n);
    else if (therapist != null) openDoor(therapist);
  }

  private void openDoor(Conn therapist) {
    therapist.send(
        Bytes.utf8(
            String.format(
                "{\"t\":\"do\",\"id\":\"%08x-0001-4000-8000-%012x\",\"type\":\"OpenRoom\",\"data\":{}}",
                run, ++doors)),
        true);
  }

  private static void event(Conn c, byte[] b, int off, int len, long n) {
    if (c.state == Conn.State.JOINED)
      c.event(n, Bytes.number(b, off, len, MARK, -1), -1); // -1: not one of ours
    else if (Bytes.after(b, off, len, DOOR) >= 0) c.joined(n);
  }

  /**
   * A command's number is in the last twelve digits of its id; an id of another kind opened the
   * door.
   */
  private static void acked(Conn c, byte[] b, int off, int len, long n) {
    int i = Bytes.after(b, off, len, ID);
    if (i < 0) c.refused();
    else if (b[i + 12] == '0') c.acked(Long.parseLong(new String(b, i + 24, 12), 16), n);
  }

  /** The number leads the text too, which the event carries; an event does not carry the id. */
  @Override
  public byte[] command(Conn c, long id, String text) {
    return Bytes.utf8(
        String.format(
            "{\"t\":\"do\",\"id\":\"%08x-0000-4000-8000-%012x\",\"type\":\"Say\",\"data\":{\"text\":\"#%d %s\"}}",
            run, id, id, text.strip()));
  }

  /** What only the therapist is told counts in the therapist's stream alone. */
  @Override
  public boolean sharedNumbers() {
    return false;
  }
}
