package app.accord.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as the journal keeps them: the facts in clear, and apart from them the words, which are
 * sealed before they reach the database. {@link Private} says which component is which.
 */
public final class Events {
  /** The version in which events are written; older ones are lifted when they are read. */
  public static final int VERSION = 1;

  private static final Map<String, Kind> KINDS = kinds();

  private Events() {}

  private record Kind(Class<? extends RoomEvent> type, List<String> words) {}

  /**
   * An event taken apart.
   *
   * @param words null where the event holds none
   */
  public record Written(String type, int version, ObjectNode facts, @Nullable ObjectNode words) {}

  public static Written write(RoomEvent event) {
    String type = event.getClass().getSimpleName();
    ObjectNode facts = Json.MAPPER.valueToTree(event);
    List<String> names = kind(type).words();
    if (names.isEmpty()) {
      return new Written(type, VERSION, facts, null);
    }
    ObjectNode words = facts.objectNode();
    names.forEach(name -> words.set(name, facts.remove(name)));
    return new Written(type, VERSION, facts, words);
  }

  /**
   * Puts an event together again. An unknown type or field is an {@link IllegalStateException}:
   * that room stops loudly, since a fold that skips an event would show something that never was.
   */
  public static RoomEvent read(
      String type, int version, ObjectNode facts, @Nullable ObjectNode words) {
    if (version != VERSION) {
      throw new IllegalStateException("an event " + type + " of unknown version " + version);
    }
    ObjectNode whole = facts.deepCopy();
    if (words != null) {
      whole.setAll(words);
    }
    try {
      return Json.MAPPER.treeToValue(whole, kind(type).type());
    } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
      // The cause may quote what a person wrote, so it stays here.
      throw new IllegalStateException("an event " + type + " that cannot be read");
    }
  }

  /**
   * An event whose words were taken back, or whose key was shredded: the fact stays, with nothing
   * where the words were.
   */
  public static RoomEvent withWordsGone(String type, int version, ObjectNode facts) {
    ObjectNode nothing = facts.objectNode();
    for (RecordComponent component : kind(type).type().getRecordComponents()) {
      if (component.isAnnotationPresent(Private.class)) {
        nothing.set(component.getName(), nothing(component.getType()));
      }
    }
    return read(type, version, facts, nothing);
  }

  private static JsonNode nothing(Class<?> type) {
    if (type.isEnum()) {
      return Json.MAPPER.nullNode();
    }
    Object nothing =
        type == String.class
            ? ""
            : type == int.class
                ? (Object) 0
                : type == boolean.class
                    ? (Object) false
                    : type == List.class
                        ? List.of()
                        : type == Map.class ? Map.of() : new Answer.Written("");
    return Json.MAPPER.valueToTree(nothing);
  }

  /** The event's components in one object, as they go over the wire. */
  static JsonNode data(RoomEvent event) {
    return Json.MAPPER.valueToTree(event);
  }

  private static Kind kind(String type) {
    Kind kind = KINDS.get(type);
    if (kind == null) {
      throw new IllegalStateException("an event of unknown type " + type);
    }
    return kind;
  }

  private static Map<String, Kind> kinds() {
    var kinds = new HashMap<String, Kind>();
    for (Class<?> permitted : RoomEvent.class.getPermittedSubclasses()) {
      List<String> words =
          Arrays.stream(permitted.getRecordComponents())
              .filter(component -> component.isAnnotationPresent(Private.class))
              .map(RecordComponent::getName)
              .toList();
      kinds.put(permitted.getSimpleName(), new Kind(permitted.asSubclass(RoomEvent.class), words));
    }
    return Map.copyOf(kinds);
  }
}
