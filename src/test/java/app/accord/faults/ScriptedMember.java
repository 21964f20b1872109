package app.accord.faults;

import app.accord.faults.Evidence.Delivered;
import app.accord.faults.Evidence.Memory;
import app.accord.faults.Evidence.Outcome;
import app.accord.faults.Evidence.Sent;
import app.accord.room.Seat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A member that never gives up: it comes back with its number and sends again, with the same ids
 * and in the same order, what was not answered. It remembers everything.
 */
final class ScriptedMember implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private final Seat seat;
  private final URI live;
  private final Map<String, String> headers;

  private final Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final List<Delivered> delivered = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();
  private long n;
  private int resent;
  private @Nullable String epoch;
  private @Nullable WebSocket socket;
  private int connection;

  /** The newest connection that has ended; it may end before we hear that it stands. */
  private int hasBroken;

  private boolean isIn;
  private boolean over;

  /** A command that has no answer yet. */
  private static final class Waiting {
    private final String frame;
    private final boolean matters;
    private final CompletableFuture<Outcome> answer = new CompletableFuture<>();
    private int sentOver;

    Waiting(String frame, boolean matters) {
      this.frame = frame;
      this.matters = matters;
    }
  }

  ScriptedMember(Seat seat, URI live, Map<String, String> headers) {
    this.seat = seat;
    this.live = live;
    this.headers = headers;
    Thread.ofVirtual().name(seat.wire()).start(this::keepGoing);
  }

  /** Does it, however often the line breaks. */
  CompletableFuture<Outcome> act(String type, String data) {
    return send(type, data, true);
  }

  /** Does it once: should the line break before the answer, it is never asked again. */
  CompletableFuture<Outcome> tryOnce(String type, String data) {
    return send(type, data, false);
  }

  private synchronized CompletableFuture<Outcome> send(String type, String data, boolean matters) {
    UUID id = UUID.randomUUID();
    var command =
        new Waiting(
            "{\"t\":\"do\",\"id\":\"%s\",\"type\":\"%s\",\"data\":%s}".formatted(id, type, data),
            matters);
    outcomes.put(id, new Outcome.Unknown());
    waiting.put(id, command);
    notifyAll();
    return command.answer;
  }

  void awaitIn() {
    awaitThat("its place in the room", () -> isIn);
  }

  void awaitNumber(long number) {
    awaitThat("number " + number, () -> n >= number);
  }

  synchronized Memory memory() {
    return new Memory(
        seat,
        outcomes.entrySet().stream().map(one -> new Sent(one.getKey(), one.getValue())).toList(),
        List.copyOf(delivered));
  }

  /** What a member can see itself that should not have come. */
  synchronized List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** How many commands went over the line again. */
  synchronized int resent() {
    return resent;
  }

  @Override
  public synchronized void close() {
    over = true;
    if (socket != null) {
      socket.abort();
    }
    notifyAll();
  }

  private void keepGoing() {
    while (!isOver()) {
      if (!comeIn()) {
        rest();
      } else {
        sendAll();
      }
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private boolean comeIn() {
    int now;
    String query;
    synchronized (this) {
      now = ++connection;
      query = epoch == null ? "" : "?after=" + n + "&epoch=" + epoch;
    }
    var builder =
        HTTP.newWebSocketBuilder()
            .subprotocols("accord.room.v1")
            .connectTimeout(Duration.ofSeconds(5));
    headers.forEach(builder::header);
    try {
      WebSocket opened = builder.buildAsync(URI.create(live + query), new Ears(now)).join();
      synchronized (this) {
        socket = hasBroken == now ? null : opened;
        return socket != null;
      }
    } catch (CompletionException nobodyThere) {
      return false;
    }
  }

  /** Until the line breaks. */
  private void sendAll() {
    try {
      for (String frame = next(); frame != null; frame = next()) {
        java.util.Objects.requireNonNull(socket).sendText(frame, true).join();
      }
    } catch (CompletionException broken) {
      leave(connection);
    }
  }

  /** The oldest that did not go over this line yet; null when the line has ended. */
  private synchronized @Nullable String next() {
    while (!over) {
      if (isIn) {
        for (Waiting command : waiting.values()) {
          if (command.sentOver != connection) {
            resent += command.sentOver == 0 ? 0 : 1;
            command.sentOver = connection;
            return command.frame;
          }
        }
      } else if (socket == null) {
        return null;
      }
      pause(PATIENCE);
    }
    return null;
  }

  private synchronized void rest() {
    pause(BETWEEN);
  }

  private synchronized void pause(Duration most) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, most.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized void awaitThat(String what, BooleanSupplier holds) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError(
            "%s has no %s: number %d, surprises %s".formatted(seat, what, n, surprises));
      }
      pause(BETWEEN);
    }
  }

  private synchronized void heard(int from, String text) {
    if (from != connection) {
      return;
    }
    try {
      JsonNode frame = JSON.readTree(text);
      switch (frame.path("t").asText()) {
        case "welcome" -> welcome(frame);
        case "event" -> event(frame);
        case "ack" -> answered(frame, new Outcome.Acked(frame.path("n").asLong()));
        case "refused" -> refused(frame);
        default -> {}
      }
    } catch (JsonProcessingException broken) {
      surprises.add("not JSON: " + text);
    }
    notifyAll();
  }

  private void welcome(JsonNode frame) {
    String now = frame.path("epoch").asText();
    if (epoch != null && (frame.has("state") || !epoch.equals(now))) {
      surprises.add("everything came anew at number " + n);
    }
    epoch = now;
    frame.path("state").path("events").forEach(this::event);
    isIn = true;
  }

  private void event(JsonNode frame) {
    n = frame.path("n").asLong();
    delivered.add(new Delivered(n, ((ObjectNode) frame).without(List.of("t", "n")).toString()));
  }

  private void refused(JsonNode frame) {
    int status = frame.path("problem").path("status").asInt();
    if (status == 503 || status == 429) {
      surprises.add("busy: " + frame);
    }
    answered(frame, new Outcome.Refused());
  }

  private void answered(JsonNode frame, Outcome outcome) {
    UUID id = UUID.fromString(frame.path("id").asText());
    Waiting command = waiting.remove(id);
    if (command == null) {
      surprises.add("an answer to nothing, or a second one: " + frame);
    } else {
      outcomes.put(id, outcome);
      command.answer.completeAsync(() -> outcome);
    }
  }

  private synchronized void leave(int from) {
    if (from == connection) {
      hasBroken = from;
      isIn = false;
      socket = null;
      waiting.values().removeIf(this::isGivenUp);
      notifyAll();
    }
  }

  private boolean isGivenUp(Waiting command) {
    if (command.matters || command.sentOver == 0) {
      return false;
    }
    command.answer.completeAsync(Outcome.Unknown::new);
    return true;
  }

  private final class Ears implements WebSocket.Listener {
    private final int of;
    private final StringBuilder begun = new StringBuilder();

    Ears(int of) {
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
      leave(of);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      leave(of);
    }
  }
}
