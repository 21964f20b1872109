package app.accord.room;

import app.accord.kernel.CommandId;
import app.accord.kernel.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's frames as text (live-room.md). The part of an event that is equal for all receivers,
 * its body, is written once; each receiver's own number is put in front.
 */
public final class Frames {
  private Frames() {}

  /** The part of an event's frame that is the same for everyone that it reaches. */
  public static String body(Told told, Instant at) {
    return body(told.by(), told.event(), at);
  }

  public static String body(@Nullable Seat by, RoomEvent event, Instant at) {
    return "\"at\":\""
        + at
        + "\",\"by\":\""
        + (by == null ? "room" : by.wire())
        + "\",\"type\":\""
        + event.getClass().getSimpleName()
        + "\",\"data\":"
        + text(event)
        + "}";
  }

  /** One event of a member's stream. */
  public static String event(long n, String body) {
    return "{\"t\":\"event\",\"n\":" + n + "," + body;
  }

  /** The same as a part of a welcome's state. */
  public static String past(long n, String body) {
    return "{\"n\":" + n + "," + body;
  }

  /**
   * @param past the member's whole stream, for a first visit; null when missed events follow
   */
  public static String welcome(
      Seat you,
      Map<Seat, String> names,
      Map<Seat, Boolean> here,
      long n,
      UUID epoch,
      Instant now,
      @Nullable List<String> past) {
    ObjectNode frame = frame("welcome");
    frame.put("you", you.wire());
    ArrayNode members = frame.putArray("members");
    names.forEach(
        (seat, name) ->
            members
                .addObject()
                .put("seat", seat.wire())
                .put("name", name)
                .put("here", here.getOrDefault(seat, false)));
    frame.put("n", n).put("epoch", epoch.toString()).put("now", now.toString());
    String text = text(frame);
    if (past == null) {
      return text;
    }
    return text.substring(0, text.length() - 1)
        + ",\"state\":{\"events\":["
        + String.join(",", past)
        + "]}}";
  }

  public static String ack(CommandId id, long n) {
    return "{\"t\":\"ack\",\"id\":\"" + id + "\",\"n\":" + n + "}";
  }

  public static String refused(CommandId id, Problem problem) {
    return "{\"t\":\"refused\",\"id\":\"" + id + "\",\"problem\":" + text(problem) + "}";
  }

  public static String presence(Map<Seat, Boolean> here) {
    ObjectNode frame = frame("presence");
    ArrayNode members = frame.putArray("members");
    here.forEach((seat, is) -> members.addObject().put("seat", seat.wire()).put("here", is));
    return text(frame);
  }

  public static String beat(long n, Instant now) {
    return "{\"t\":\"beat\",\"n\":" + n + ",\"now\":\"" + now + "\"}";
  }

  public static String signal(Seat from, JsonNode data) {
    ObjectNode frame = frame("signal");
    frame.put("from", from.wire()).set("data", data);
    return text(frame);
  }

  private static ObjectNode frame(String t) {
    return Json.MAPPER.createObjectNode().put("t", t);
  }

  private static String text(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a frame that cannot be written: " + value.getClass());
    }
  }
}
