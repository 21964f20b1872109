package app.accord.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One member of a live room as a browser would be: keeps its number and the journal's epoch, and
 * comes back with them. It complains at once about a gap, a doubled or a changed event.
 */
public final class LiveMember implements AutoCloseable {
  private static final Integer COME_BACK = 4412;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI live;
  private final Map<String, String> headers;

  /** The stream as text, by number, each event as it stands in a welcome's state. */
  private final TreeMap<Long, String> stream = new TreeMap<>();

  private final List<JsonNode> frames = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long n;
  private @Nullable String epoch;
  private @Nullable Integer closeCode;
  private @Nullable WebSocket socket;
  private int connection;

  private LiveMember(URI live, Map<String, String> headers) {
    this.live = live;
    this.headers = headers;
  }

  /**
   * Comes in with nothing in hand, and has its welcome when this returns.
   *
   * @param live the address of the room's socket
   * @param headers what tells the server who this is
   */
  public static LiveMember join(URI live, Map<String, String> headers) {
    var member = new LiveMember(live, headers);
    member.connect("");
    return member;
  }

  /** Comes back with a number that it brings from elsewhere; its stream begins after that. */
  public static LiveMember resume(
      URI live, Map<String, String> headers, long after, @Nullable String epoch) {
    var member = new LiveMember(live, headers);
    synchronized (member) {
      member.n = after;
    }
    return member.connect("?after=" + after + "&epoch=" + epoch);
  }

  /** The status of a handshake that is refused; 101 when it is not. */
  public static int knock(URI live, Map<String, String> headers) {
    var member = new LiveMember(live, headers);
    try {
      member.open("");
      member.leave();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException answered) {
        return answered.getResponse().statusCode();
      }
      throw refused;
    }
  }

  /** Comes back with its number. */
  public LiveMember again() {
    return connect("?after=" + number() + "&epoch=" + epoch());
  }

  /** Comes back with whatever query; who is told to come back later does, as a browser would. */
  public LiveMember connect(String query) {
    do {
      int now = open(query);
      awaitThat(
          "a welcome",
          () -> connection == now && (has("welcome") || Objects.equals(closeCode, COME_BACK)));
    } while (!has("welcome"));
    say("{\"t\":\"beat\"}");
    return this;
  }

  private int open(String query) {
    int now;
    synchronized (this) {
      now = ++connection;
      frames.clear();
      closeCode = null;
    }
    var builder = HTTP.newWebSocketBuilder().subprotocols("accord.room.v1");
    headers.forEach(builder::header);
    WebSocket opened = builder.buildAsync(URI.create(live + query), new Heard(now)).join();
    synchronized (this) {
      socket = opened;
    }
    return now;
  }

  /** Sends a command and gives its id. */
  public UUID act(String type, String data) {
    UUID id = UUID.randomUUID();
    act(id, type, data);
    return id;
  }

  public void act(UUID id, String type, String data) {
    say("{\"t\":\"do\",\"id\":\"%s\",\"type\":\"%s\",\"data\":%s}".formatted(id, type, data));
  }

  /** Sends any text. */
  public void say(String text) {
    WebSocket to;
    synchronized (this) {
      to = Objects.requireNonNull(socket);
    }
    to.sendText(text, true).join();
  }

  /** Does it, and waits until it is acknowledged; its number comes back. */
  public long done(String type, String data) {
    JsonNode answer = answer(act(type, data));
    if (!"ack".equals(answer.path("t").asText())) {
      throw new AssertionError(type + " was answered " + answer);
    }
    return answer.path("n").asLong();
  }

  /** The answer to a command of this connection: ack or refused. */
  public JsonNode answer(UUID id) {
    return await(
        frame ->
            id.toString().equals(frame.path("id").asText())
                && (frame.path("t").asText().equals("ack")
                    || frame.path("t").asText().equals("refused")));
  }

  /** The first frame of this connection that is so. */
  public JsonNode await(Predicate<JsonNode> wanted) {
    JsonNode[] found = new JsonNode[1];
    awaitThat(
        "a frame",
        () -> {
          for (JsonNode frame : frames) {
            if (wanted.test(frame)) {
              found[0] = frame;
              return true;
            }
          }
          return false;
        });
    return found[0];
  }

  /** Waits until the stream has come that far. */
  public void awaitNumber(long number) {
    awaitThat("number " + number, () -> n >= number);
  }

  /** Waits until the socket is closed and gives the code. */
  public int awaitClose() {
    awaitThat("the end of the socket", () -> closeCode != null);
    synchronized (this) {
      return Objects.requireNonNull(closeCode);
    }
  }

  public synchronized long number() {
    return n;
  }

  public synchronized @Nullable String epoch() {
    return epoch;
  }

  public synchronized boolean isOpen() {
    return closeCode == null;
  }

  /** The stream as text, each event as it stands in a welcome's state. */
  public synchronized List<String> stream() {
    return List.copyOf(stream.values());
  }

  /** All frames of this connection. */
  public synchronized List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  /** What was wrong with what came. */
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    leave();
  }

  /** The line breaks, without a word. */
  public void leave() {
    WebSocket now;
    synchronized (this) {
      now = socket;
    }
    if (now != null) {
      now.abort();
    }
  }

  private synchronized boolean has(String t) {
    return frames.stream().anyMatch(frame -> frame.path("t").asText().equals(t));
  }

  private synchronized void awaitThat(String what, Supplier<Boolean> holds) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.get()) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "no %s; closed: %s, number %d, %d frames, faults %s"
                .formatted(what, closeCode, n, frames.size(), faults));
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private synchronized void heard(int from, String text) {
    if (from != connection) {
      return;
    }
    try {
      JsonNode frame = JSON.readTree(text);
      frames.add(frame);
      switch (frame.path("t").asText()) {
        case "welcome" -> welcome(frame, text);
        case "event" ->
            event(frame.path("n").asLong(), "{" + text.substring("{'t':'event',".length()));
        default -> {}
      }
    } catch (JsonProcessingException broken) {
      faults.add("not JSON: " + text);
    }
    notifyAll();
  }

  private void welcome(JsonNode frame, String text) {
    epoch = frame.path("epoch").asText();
    if (frame.has("state")) {
      stream.clear();
      List<String> past = parts(text, "\"state\":{\"events\":[");
      for (int i = 0; i < past.size(); i++) {
        stream.put(frame.path("state").path("events").get(i).path("n").asLong(), past.get(i));
      }
      n = frame.path("n").asLong();
    }
  }

  private void event(long number, String text) {
    if (number != n + 1) {
      faults.add("number %d after %d".formatted(number, n));
    }
    @Nullable String before = stream.putIfAbsent(number, text);
    if (before != null && !before.equals(text)) {
      faults.add("number " + number + " has changed");
    }
    n = number;
  }

  /** The objects of an array, as they stand there. */
  private static List<String> parts(String text, String after) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = text.indexOf(after) + after.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        if (depth++ == 0) {
          start = i;
        }
      } else if (c == '}' && --depth == 0) {
        parts.add(text.substring(start, i + 1));
      } else if (c == ']' && depth == 0) {
        return parts;
      }
    }
    return parts;
  }

  private synchronized void closed(int from, int code) {
    if (from == connection && closeCode == null) {
      closeCode = code;
      notifyAll();
    }
  }

  private final class Heard implements WebSocket.Listener {
    private final int of;
    private final StringBuilder begun = new StringBuilder();

    Heard(int of) {
      this.of = of;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      begun.append(data);
      if (last) {
        heard(of, begun.toString());
        begun.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed(of, code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed(of, 1006);
    }
  }
}
