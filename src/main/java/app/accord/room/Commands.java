package app.accord.room;

import app.accord.kernel.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads commands from the wire, strictly: what does not fit gets a problem, never a guess. */
public final class Commands {
  private static final Problem UNFIT =
      Problem.of("bad-command", 400, "This is not a command of this room");

  /** Commands that no client can send. */
  static final Set<Class<?>> FROM_THE_SERVER =
      Set.of(
          RoomCommand.Arrive.class,
          RoomCommand.OpenDue.class,
          RoomCommand.ShowOnStage.class,
          RoomCommand.TakeUpAgreement.class);

  private static final Map<String, Kind> KINDS = kinds();

  private Commands() {}

  private record Kind(Class<? extends RoomCommand> type, Set<String> fields, Set<String> needed) {}

  /** What came of reading. */
  public sealed interface Reading {}

  public record Fits(RoomCommand command) implements Reading {}

  public record Unfit(Problem problem) implements Reading {}

  public static Reading read(String type, ObjectNode data) {
    Kind kind = KINDS.get(type);
    if (kind == null || !has(kind, data)) {
      return new Unfit(UNFIT);
    }
    try {
      return new Fits(Json.MAPPER.treeToValue(data, kind.type()));
    } catch (JsonProcessingException | IllegalArgumentException unfit) {
      return new Unfit(UNFIT); // the cause may quote what a person wrote
    }
  }

  private static boolean has(Kind kind, ObjectNode data) {
    for (String name : kind.needed()) {
      if (!data.hasNonNull(name)) {
        return false;
      }
    }
    for (var names = data.fieldNames(); names.hasNext(); ) {
      if (!kind.fields().contains(names.next())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Kind> kinds() {
    var kinds = new HashMap<String, Kind>();
    for (Class<?> permitted : RoomCommand.class.getPermittedSubclasses()) {
      if (!FROM_THE_SERVER.contains(permitted)) {
        RecordComponent[] all = permitted.getRecordComponents();
        kinds.put(
            permitted.getSimpleName(),
            new Kind(
                permitted.asSubclass(RoomCommand.class),
                names(Stream.of(all)),
                names(Stream.of(all).filter(c -> !mayBeNull(c)))));
      }
    }
    return Map.copyOf(kinds);
  }

  private static Set<String> names(Stream<RecordComponent> components) {
    return components.map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component
        .getAnnotatedType()
        .isAnnotationPresent(org.jspecify.annotations.Nullable.class);
  }
}
