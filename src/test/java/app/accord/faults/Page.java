package app.accord.faults;

import app.accord.kernel.RoomId;
import app.accord.room.Words;
import app.accord.testing.LiveMember;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One person's browser as far as the wire can tell: it keeps all that it was ever sent. */
final class Page implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SHOWN = Words.shown("the question", "who can see it");

  private final URI address;
  private final RoomId room;
  private final String cookie;
  private final List<String> received = new ArrayList<>();
  private @Nullable LiveMember live;

  Page(URI address, RoomId room, String cookie) {
    this.address = address;
    this.room = room;
    this.cookie = cookie;
  }

  /** The same browser at another room. */
  Page at(RoomId other) {
    return new Page(address, other, cookie);
  }

  /** Takes the seat, or takes it again as after a reload. */
  LiveMember join() {
    keepFrames();
    live = LiveMember.join(socket(), headers());
    return live;
  }

  /** Whether there is a seat to take. */
  boolean mayJoin() {
    return LiveMember.knock(socket(), headers()) == 101;
  }

  private URI socket() {
    return URI.create("ws://localhost:%d/api/rooms/%s/live".formatted(address.getPort(), room));
  }

  private Map<String, String> headers() {
    return Map.of("Cookie", cookie, "Origin", address.toString());
  }

  LiveMember live() {
    return Objects.requireNonNull(live);
  }

  long done(String type, String data) {
    return live().done(type, data);
  }

  void seal(String where, String reach, String answer) {
    done(
        "Seal",
        "{%s,\"reach\":\"%s\",\"answer\":%s,\"shown\":\"%s\"}"
            .formatted(where, reach, answer, SHOWN));
  }

  void draft(String field, String text) {
    request("PUT", "/rooms/" + room + "/drafts/" + field, "{\"text\":\"" + text + "\"}");
  }

  String drafts() {
    return request("GET", "/rooms/" + room + "/drafts", "").body();
  }

  /** Looks at every page that it may see. */
  void lookAround() {
    for (String path :
        List.of("/session", "/home", "/rooms/" + room, "/rooms/" + room + "/drafts")) {
      request("GET", path, "");
    }
    live().frames().stream()
        .filter(frame -> frame.path("type").asText().equals("ExerciseStarted"))
        .map(frame -> frame.path("data").path("digest").asText())
        .forEach(digest -> request("GET", "/rooms/" + room + "/exercises/" + digest, ""));
  }

  /** All answers and frames, in the order in which they came on each channel. */
  List<String> received() {
    keepFrames();
    return List.copyOf(received);
  }

  /** Asks, and fails when the answer is no. */
  HttpResponse<String> request(String method, String path, String body) {
    HttpResponse<String> answer = attempt(method, path, body);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + " was answered " + answer.statusCode());
    }
    return answer;
  }

  /** Asks, whatever the answer may be; it is kept too. */
  HttpResponse<String> attempt(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/api" + path))
            .header("Cookie", cookie)
            .header("X-Accord", "1")
            .header("Sec-Fetch-Site", "same-origin");
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      received.add(
          method + " " + path + "\n" + answer.statusCode() + "\n" + head(answer) + answer.body());
      return answer;
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String head(HttpResponse<String> answer) {
    var head = new StringBuilder();
    new TreeMap<>(answer.headers().map())
        .forEach((name, values) -> head.append(name).append(": ").append(values).append('\n'));
    return head.toString();
  }

  /** Once a line has ended its frames are kept here. */
  private void keepFrames() {
    if (live != null) {
      live.leave();
      live.frames().stream()
          .filter(frame -> !frame.path("t").asText().equals("beat"))
          .map(JsonNode::toString)
          .forEach(received::add);
      live = null;
    }
  }

  @Override
  public void close() {
    if (live != null) {
      live.leave();
    }
  }
}
