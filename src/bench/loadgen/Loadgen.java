import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The load generator: one thread reads all sockets, one thread sends at fixed times. Latency counts
 * from the moment a command was due, not from when it was sent, so a stall of the server (or of
 * this program) is seen by every command that was due during it.
 *
 * <pre>
 * Loadgen mode=steady|ramp|idle|storm adapter=neutral port=4000 [rooms=200 members=3 rate=600 …]
 * </pre>
 */
public final class Loadgen {
  final String host;
  final int port;
  final Adapter adapter;
  final ByteBuffer readBuffer = ByteBuffer.allocateDirect(65536);
  volatile long duplicates, gaps, errors, lost, unknown;
  volatile String firstLoss = "";

  private final Map<String, String> opt;
  private final Conn[] conns;
  private final int members;
  private final Selector selector = Selector.open();
  private final AtomicInteger joined = new AtomicInteger();
  private final List<Conn> toConnect = new ArrayList<>();
  private volatile boolean expectLoss;

  // one slot per command
  private final long[] due = new long[6_000_000];
  private final byte[] acks = new byte[due.length], events = new byte[due.length];
  private final int[] sender = new int[due.length]; // index of the connection
  private volatile int sent;
  private volatile int finished; // acked, and received by everyone
  private volatile int from;
  private volatile Hist ack = new Hist(), fan = new Hist(), lag = new Hist();
  private final String text;

  public static void main(String[] args) throws Exception {
    var opt = new HashMap<String, String>();
    for (String a : args) opt.put(a.substring(0, a.indexOf('=')), a.substring(a.indexOf('=') + 1));
    var gen = new Loadgen(opt);
    System.out.println(gen.run());
    System.exit(0);
  }

  private Loadgen(Map<String, String> opt) throws Exception {
    this.opt = opt;
    host = opt.getOrDefault("host", "127.0.0.1");
    if (!host.equals("localhost") && !host.startsWith("127."))
      throw new IllegalArgumentException("loopback only");
    port = num("port", 4000);
    adapter = Adapter.named(opt.getOrDefault("adapter", "neutral"));
    members = num("members", 3);
    int rooms = num("rooms", 200);
    conns = new Conn[rooms * members];
    for (int i = 0; i < conns.length; i++) conns[i] = new Conn(this, i, i / members, i % members);
    text =
        "What I heard you say is this, and it matters to me. "
            .repeat(20)
            .substring(0, num("bytes", 120));
    adapter.prepare(host, port, rooms, members);
    var io = new Thread(this::io, "io");
    io.setDaemon(true);
    io.start();
  }

  private int num(String key, int otherwise) {
    return Integer.parseInt(opt.getOrDefault(key, "" + otherwise));
  }

  private static final class Broken extends RuntimeException {
    Broken(String m) {
      super(m);
    }
  }

  private String run() throws Exception {
    try {
      return switch (opt.getOrDefault("mode", "steady")) {
        case "steady" -> steady();
        case "ramp" -> ramp();
        case "idle" -> idle();
        case "storm" -> storm();
        default -> throw new IllegalArgumentException("mode");
      };
    } catch (Broken e) {
      return "{\"failed\":\"" + e.getMessage() + "\"," + faults() + "}";
    }
  }

  // ---- modes

  private String steady() throws Exception {
    joinAll();
    System.gc(); // our own pauses belong before the measurement
    int rate = num("rate", 600);
    send(rate, num("warmup", 5) * 1000L);
    if (!drain(10_000)) throw new Broken("the warm-up did not finish: " + open() + " open");
    reset();
    var use = new Usage();
    int first = sent;
    long t0 = System.nanoTime();
    send(rate, num("seconds", 15) * 1000L);
    int offered = sent - first;
    boolean all = drain(10_000);
    double s = (System.nanoTime() - t0) / 1e9;
    return String.format(
        Locale.ROOT,
        "{\"offered\":%d,\"perSecond\":%.1f,\"ack\":%s,\"fan\":%s,\"lag\":%s,\"complete\":%b,%s,%s}",
        offered,
        ack.total / s,
        ack.json(),
        fan.json(),
        lag.json(),
        all,
        faults(),
        use.json(s, ack.total));
  }

  /**
   * Raises the rate until p99 of the acknowledgement passes the limit, then halves the interval.
   */
  private String ramp() throws Exception {
    joinAll();
    System.gc();
    int rate = num("rate", 600), limit = num("limit", 100), ms = num("step", 4000), settle = 1000;
    send(rate, num("warmup", 4) * 1000L);
    if (!drain(10_000)) throw new Broken("the warm-up did not finish");
    double good = 0, bad = 0, now = rate, achieved = 0;
    String best = "null", steps = "";
    int halvings = num("halvings", 3);
    boolean again = false; // a failed step gets a second chance: machines are noisy
    for (int i = 0; i < 30 && halvings >= 0; i++) {
      send((int) now, settle);
      reset();
      var use = new Usage();
      int first = sent;
      long t0 = System.nanoTime();
      send((int) now, ms - settle);
      double sending = (System.nanoTime() - t0) / 1e9;
      double offered = (sent - first) / sending;
      boolean all = drain(6_000);
      double s = (System.nanoTime() - t0) / 1e9;
      boolean ok = all && ack.ms(.99) <= limit && offered >= now * .97;
      steps +=
          String.format(
              Locale.ROOT,
              "%s{\"rate\":%d,\"offered\":%.0f,\"ok\":%b,\"p50\":%.2f,\"p99\":%.2f,\"lagP99\":%.2f}",
              steps.isEmpty() ? "" : ",",
              (int) now,
              offered,
              ok,
              ack.ms(.5),
              ack.ms(.99),
              lag.ms(.99));
      if (ok) {
        good = now;
        achieved = offered;
        best =
            String.format(
                Locale.ROOT,
                "{\"rate\":%.0f,\"ack\":%s,\"fan\":%s,%s}",
                offered,
                ack.json(),
                fan.json(),
                use.json(s, ack.total));
      }
      if (!all && !drain(30_000)) break;
      Thread.sleep(300);
      if (!ok && !again) {
        again = true;
        continue;
      }
      again = false;
      if (!ok) bad = now;
      if (sent > due.length - 400_000) break;
      if (bad == 0) now *= 1.5;
      else {
        if (good == 0) {
          now /= 2;
          if (now < 20) break;
        } else now = (good + bad) / 2;
        halvings--;
      }
    }
    return String.format(
        Locale.ROOT,
        "{\"max\":%.0f,\"best\":%s,\"steps\":[%s],%s}",
        achieved,
        best,
        steps,
        faults());
  }

  private String idle() throws Exception {
    long before = Usage.rssKb(num("server", 0));
    joinAll();
    Thread.sleep(num("settle", 8) * 1000L);
    var use = new Usage();
    Thread.sleep(5_000);
    String cost = use.json(5, 1);
    long after = Usage.rssKb(num("server", 0));
    return String.format(
        Locale.ROOT,
        "{\"connections\":%d,\"rssBeforeKb\":%d,\"rssAfterKb\":%d,\"kbPerConnection\":%.2f,%s,%s}",
        conns.length,
        before,
        after,
        (after - before) / (double) conns.length,
        faults(),
        cost);
  }

  /** Fills the rooms, drops every connection, comes back all at once with nothing in hand. */
  private String storm() throws Exception {
    joinAll();
    int history = num("history", 20), rooms = conns.length / members;
    send(1500, (long) (history * rooms / 1.5));
    if (!drain(20_000)) throw new Broken("the rooms could not be filled: " + open() + " open");
    var times = new ArrayList<Double>();
    Hist each = new Hist();
    for (int round = 0; round < num("rounds", 3); round++) {
      expectLoss = true;
      for (Conn c : conns) c.leave();
      Thread.sleep(2500);
      expectLoss = false;
      joined.set(0);
      for (Conn c : conns) {
        c.last = 0;
        c.startedAt = 0;
        c.lastBy = null;
      }
      long t0 = System.nanoTime();
      connect(List.of(conns));
      long limit = t0 + 60_000_000_000L;
      while (joined.get() < conns.length && System.nanoTime() < limit) Thread.sleep(1);
      if (joined.get() < conns.length)
        throw new Broken("only " + joined.get() + " of " + conns.length + " came back");
      long last = 0;
      for (Conn c : conns) {
        last = Math.max(last, c.joinedAt);
        each.add(c.joinedAt - t0);
      }
      times.add((last - t0) / 1e6);
    }
    times.sort(null);
    return String.format(
        Locale.ROOT,
        "{\"clients\":%d,\"lastMs\":%.0f,\"allMs\":%s,\"each\":%s,%s}",
        conns.length,
        times.get(times.size() / 2),
        times,
        each.json(),
        faults());
  }

  // ---- joining

  private void joinAll() throws Exception {
    int chunk = num("chunk", 60); // gently: the storm is a mode of its own
    for (int i = 0; i < conns.length; i += chunk) {
      connect(Arrays.asList(conns).subList(i, Math.min(i + chunk, conns.length)));
      int want = Math.min(i + chunk, conns.length);
      for (int k = 0; k < 20_000 && joined.get() < want; k++) Thread.sleep(1);
      if (joined.get() < want)
        throw new Broken("only " + joined.get() + " of " + want + " joined; " + firstLoss);
    }
  }

  private void connect(List<Conn> list) {
    synchronized (toConnect) {
      toConnect.addAll(list);
    }
    selector.wakeup();
  }

  void onJoined(Conn c) {
    joined.incrementAndGet();
  }

  void onLost(Conn c, IOException e) {
    if (c.state == Conn.State.CLOSED) return;
    boolean early = c.state != Conn.State.JOINED;
    c.close();
    if (expectLoss) return;
    if (firstLoss.isEmpty()) firstLoss = "" + e.getMessage();
    lost++;
    if (early && lost < conns.length * 3L) // a refused connect comes back after 100 ms
    Thread.ofVirtual()
          .start(
              () -> {
                LockSupport.parkNanos(100_000_000);
                connect(List.of(c));
              });
  }

  // ---- sending

  /**
   * Every member sends at one fixed rate, each at its own phase; times are laid down in advance.
   */
  private void send(int perSecond, long millis) {
    int n = conns.length;
    double period = 1e9 * n / perSecond;
    var random = new Random(42);
    long[] phase = new long[n];
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      phase[i] = (long) (random.nextDouble() * period);
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Long.compare(phase[a], phase[b]));
    long start = System.nanoTime() + 1_000_000, end = start + millis * 1_000_000;
    for (long k = 0; ; k++) {
      for (int i : order) {
        long at = start + (long) (k * period) + phase[i];
        if (at >= end) return;
        long wait;
        while ((wait = at - System.nanoTime()) > 0) LockSupport.parkNanos(wait);
        Conn c = conns[i];
        int id = sent;
        if (id >= due.length) return;
        due[id] = at;
        sender[id] = i;
        sent = id + 1;
        if (c.state == Conn.State.JOINED)
          c.send(adapter.command(c, id, text), adapter.textFrames());
        else errors++;
        lag.add(System.nanoTime() - at);
      }
    }
  }

  private void reset() {
    from = sent;
    ack = new Hist();
    fan = new Hist();
    lag = new Hist();
  }

  private int open() {
    return sent - finished;
  }

  /** Waits until every command sent is acknowledged and seen by all. */
  private boolean drain(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (open() > 0 && System.nanoTime() < end) Thread.sleep(2);
    return open() == 0;
  }

  // ---- receiving (I/O thread)

  void onAck(Conn c, long id) {
    if (id < 0 || id >= sent) {
      unknown++;
      return;
    }
    int i = (int) id;
    if (acks[i]++ != 0) {
      duplicates++;
      return;
    }
    if (i >= from) ack.add(System.nanoTime() - due[i]);
    done(i);
  }

  void onEvent(Conn c, long id) {
    if (id < 0) return; // something else happened in the room
    if (id >= sent) {
      unknown++;
      return;
    }
    int i = (int) id;
    events[i]++;
    if (sender[i] / members != c.room) unknown++; // an event of another room
    if (i >= from && sender[i] != c.index) fan.add(System.nanoTime() - due[i]);
    done(i);
  }

  private void done(int i) {
    int want = adapter.echoesToSender() ? members : members - 1;
    if (acks[i] == 1 && events[i] == want) finished++;
  }

  private void io() {
    try {
      while (true) {
        selector.select();
        synchronized (toConnect) {
          for (Conn c : toConnect) {
            try {
              c.connect(selector);
            } catch (IOException e) {
              onLost(c, e);
            }
          }
          toConnect.clear();
        }
        var keys = selector.selectedKeys();
        for (SelectionKey k : keys) ((Conn) k.attachment()).ready();
        keys.clear();
      }
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(3);
    }
  }

  // ---- what is reported with every result

  private String faults() {
    int missing = 0, surplus = 0, unacked = 0, unequal = 0;
    int want = adapter.echoesToSender() ? members : members - 1;
    for (int i = 0; i < sent; i++) {
      if (acks[i] == 0) unacked++;
      if (events[i] < want) missing += want - events[i];
      else surplus += events[i] - want;
    }
    if (adapter.totalOrder())
      for (int i = 0; i < conns.length; i += members)
        for (int m = 1; m < members; m++)
          if ((adapter.sharedNumbers() && conns[i].last != conns[i + m].last)
              || conns[i].hash != conns[i + m].hash) unequal++;
    return "\"sent\":%d,\"unacked\":%d,\"missing\":%d,\"duplicates\":%d,\"gaps\":%d,\"unknown\":%d,\"orderDiffers\":%d,\"errors\":%d,\"connectionsLost\":%d"
            .formatted(
                sent,
                unacked,
                missing,
                Math.max(duplicates, surplus),
                gaps,
                unknown,
                unequal,
                errors,
                lost)
        + (firstLoss.isEmpty() ? "" : ",\"firstLoss\":\"" + firstLoss.replace('"', '\'') + "\"");
  }

  /** Processor seconds of the server, the database and this program, from /proc. */
  private final class Usage {
    private final int server = num("server", 0), db = num("db", 0);
    private final double s0 = tree(server),
        d0 = tree(db),
        g0 = tree((int) ProcessHandle.current().pid());

    String json(double seconds, long commands) {
      double s = tree(server) - s0,
          d = tree(db) - d0,
          g = tree((int) ProcessHandle.current().pid()) - g0;
      long n = Math.max(commands, 1);
      return String.format(
          Locale.ROOT,
          "\"serverCpu\":%.3f,\"dbCpu\":%.3f,\"genCpu\":%.3f,\"serverUsPerCommand\":%.1f,\"dbUsPerCommand\":%.1f,\"serverRssKb\":%d",
          s / seconds,
          d / seconds,
          g / seconds,
          s * 1e6 / n,
          d * 1e6 / n,
          rssKb(server));
    }

    /** Of a process and its living children, with the ended children it has waited for. */
    private static double tree(int pid) {
      if (pid <= 0) return 0;
      double sum = one(pid, true);
      var h = ProcessHandle.of(pid);
      if (h.isPresent())
        for (ProcessHandle c : h.get().descendants().toList()) sum += one((int) c.pid(), true);
      return sum;
    }

    private static double one(int pid, boolean waited) {
      try {
        String s = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] f = s.substring(s.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(f[11])
                + Long.parseLong(f[12])
                + (waited ? Long.parseLong(f[13]) + Long.parseLong(f[14]) : 0))
            / 100.0;
      } catch (IOException e) {
        return 0;
      }
    }

    static long rssKb(int pid) {
      if (pid <= 0) return 0;
      try {
        for (String l : Files.readAllLines(Path.of("/proc/" + pid + "/status")))
          if (l.startsWith("VmRSS:")) return Long.parseLong(l.replaceAll("\\D", ""));
      } catch (IOException e) {
        return 0;
      }
      return 0;
    }
  }
}
