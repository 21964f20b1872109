package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.Problem;
import app.accord.room.Commands;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message of a client. It is read strictly, since two readers of a sloppy message may see two
 * messages in it: a field given twice, or a character that is none.
 */
sealed interface Inbound {
  /** The largest message, in bytes. */
  int MOST_BYTES = 32 * 1024;

  /** The largest signal, in characters: it is passed on as it is. */
  int MOST_SIGNAL = 8 * 1024;

  int MOST_DEPTH = 8;

  record Do(CommandId id, RoomCommand command) implements Inbound {}

  /** A frame of this protocol whose command fits none. */
  record Unfit(CommandId id, Problem problem) implements Inbound {}

  /**
   * @param to null: all
   */
  record Signal(@Nullable Seat to, JsonNode data) implements Inbound {}

  record Beat() implements Inbound {}

  /** No frame of this protocol. It carries nothing of it: what was sent must not be echoed. */
  record Violation() implements Inbound {}

  static Inbound read(byte[] utf8) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return Reading.READER.readTree(text) instanceof ObjectNode frame
          ? Reading.of(frame, text)
          : new Violation();
    } catch (CharacterCodingException | JsonProcessingException | IllegalArgumentException bad) {
      return new Violation(); // the cause quotes what was sent
    }
  }

  /** How a frame is read. */
  final class Reading {
    private static final ObjectReader READER =
        JsonMapper.builder(
                com.fasterxml.jackson.core.JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_BYTES)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private static final Set<String> DO = Set.of("t", "id", "type", "data");
    private static final Set<String> SIGNAL = Set.of("t", "to", "data");
    private static final Set<String> BEAT = Set.of("t");

    private Reading() {}

    private static Inbound of(ObjectNode frame, String text) {
      return switch (frame.path("t").textValue()) {
        case "do" -> has(frame, DO) ? command(frame, text) : new Violation();
        case "signal" -> has(frame, SIGNAL) ? signal(frame, text) : new Violation();
        case "beat" -> has(frame, BEAT) ? new Beat() : new Violation();
        case null -> new Violation();
        default -> new Violation();
      };
    }

    private static boolean has(ObjectNode frame, Set<String> fields) {
      return frame.size() == fields.size() && fields.stream().allMatch(frame::hasNonNull);
    }

    private static Inbound command(ObjectNode frame, String text) {
      if (!frame.path("type").isTextual()
          || !(frame.path("data") instanceof ObjectNode data)
          || !frame.path("id").isTextual()) {
        return new Violation();
      }
      CommandId id = CommandId.of(frame.path("id").textValue());
      if (isUnwritable(text, data)) {
        return new Unfit(id, Problems.UNFIT);
      }
      return switch (Commands.read(frame.path("type").textValue(), data)) {
        case Commands.Fits(RoomCommand command) -> new Do(id, command);
        case Commands.Unfit(Problem problem) -> new Unfit(id, problem);
      };
    }

    private static Inbound signal(ObjectNode frame, String text) {
      return seat(frame.path("to").textValue())
          .filter(_ -> text.length() <= MOST_SIGNAL && frame.path("data").isObject())
          .filter(_ -> !isUnwritable(text, frame.path("data")))
          .<Inbound>map(to -> new Signal(to.seat(), frame.path("data")))
          .orElseGet(Violation::new);
    }

    private record To(@Nullable Seat seat) {}

    private static Optional<To> seat(@Nullable String to) {
      return to == null
          ? Optional.empty()
          : Optional.of(new To("all".equals(to) ? null : Seat.of(to)));
    }

    /**
     * Half of a character, or NUL, which only escapes can bring: neither can be kept as it came, so
     * that live and after a reload it would read differently.
     */
    private static boolean isUnwritable(String text, JsonNode node) {
      return text.contains("\\u") && holdsUnwritable(node);
    }

    private static boolean holdsUnwritable(JsonNode node) {
      if (node.isTextual()) {
        return isUnwritable(node.textValue());
      }
      for (var field : node.properties()) {
        if (isUnwritable(field.getKey())) {
          return true;
        }
      }
      for (JsonNode child : node) {
        if (holdsUnwritable(child)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isUnwritable(String text) {
      return text.chars().anyMatch(c -> c == 0)
          || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
  }
}
