package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.Problem;
import app.accord.room.Commands;
import app.accord.room.RoomCommand;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A client's frame, read strictly: what does not fit is refused or ends the line, never guessed.
 */
sealed interface Inbound {
  int MOST_CHARS = 32 * 1024;
  int DEEPEST = 8;
  int LONGEST_SIGNAL = 4 * 1024;

  /** A command that fits the room's language; whether it is allowed is the room's to say. */
  record Do(CommandId id, RoomCommand command) implements Inbound {}

  /** A command with an id and without sense: its sender is told. */
  record Unfit(CommandId id, Problem problem) implements Inbound {}

  /** For one seat, or for all. */
  record Signal(String to, JsonNode data) implements Inbound {}

  /** Still there. */
  record Beat() implements Inbound {}

  /** Nothing that one of our pages would send. */
  record Violation() implements Inbound {}

  ObjectMapper STRICT =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(MOST_CHARS)
                          .maxNumberLength(20)
                          .maxNameLength(200)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Set<String> DO = Set.of("t", "id", "type", "data");
  Set<String> SIGNAL = Set.of("t", "to", "data");
  Set<String> BEAT = Set.of("t", "n");

  static Inbound read(String text) {
    if (text.length() > MOST_CHARS) {
      return new Violation();
    }
    try {
      return STRICT.readTree(text) instanceof ObjectNode frame ? of(frame) : new Violation();
    } catch (JsonProcessingException unreadable) {
      return new Violation(); // its message would quote what was sent
    }
  }

  private static Inbound of(ObjectNode frame) {
    return switch (frame.path("t").asText("")) {
      case "do" -> hasOnly(frame, DO) ? command(frame) : new Violation();
      case "signal" -> hasOnly(frame, SIGNAL) ? signal(frame) : new Violation();
      case "beat" -> hasOnly(frame, BEAT) ? new Beat() : new Violation();
      default -> new Violation();
    };
  }

  private static Inbound command(ObjectNode frame) {
    if (!frame.path("id").isTextual()
        || !frame.path("type").isTextual()
        || !(frame.get("data") instanceof ObjectNode data)) {
      return new Violation();
    }
    CommandId id;
    try {
      id = CommandId.of(frame.get("id").textValue());
    } catch (IllegalArgumentException noId) {
      return new Violation();
    }
    return switch (Commands.read(frame.get("type").textValue(), data)) {
      case Commands.Fits(RoomCommand command) -> new Do(id, command);
      case Commands.Unfit(Problem problem) -> new Unfit(id, problem);
    };
  }

  private static Inbound signal(ObjectNode frame) {
    boolean fits =
        frame.path("to").isTextual()
            && frame.get("data") instanceof ObjectNode data
            && data.toString().length() <= LONGEST_SIGNAL;
    return fits ? new Signal(frame.get("to").textValue(), frame.get("data")) : new Violation();
  }

  private static boolean hasOnly(ObjectNode frame, Set<String> fields) {
    for (var names = frame.fieldNames(); names.hasNext(); ) {
      if (!fields.contains(names.next())) {
        return false;
      }
    }
    return true;
  }
}
