package app.accord.room;

import static java.util.stream.Collectors.joining;

import app.accord.exercise.Reach;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of the wire as TypeScript, so that the browser cannot hold another opinion of what an
 * event looks like. A nullable component is written as {@code null}, but in an {@link Answer} it is
 * left out: that is how {@link Json} writes them.
 */
final class WireTypes {
  private static final List<Class<?>> PARTS =
      List.of(
          Where.class,
          Answer.Pile.class,
          Answer.OwnCard.class,
          RoomEvent.Theirs.class,
          RoomEvent.Opened.class,
          RoomEvent.Handed.class,
          RoomEvent.WrittenLine.class,
          RoomEvent.WrittenSuggestion.class,
          RoomEvent.Signature.class,
          RoomEvent.Version.class,
          RoomEvent.Reviewed.class);

  private WireTypes() {}

  static String all() {
    return """
    // What goes over the wire of a room. Written from the Java records by WireTypesTest, never by hand:
    // mvn -B -ntp test -Dskip.web -Dtest=WireTypesTest -Dwrite

    /** A place in a room. It belongs to the case, not to a person. */
    %s
    /** Who may read an answer, from narrow to wide. */
    %s
    /** The couple's policy. */
    %s
    /** What needs everybody's yes in a room without a therapist. */
    %s
    /** When answers that wait for each other in homework are opened. */
    %s
    /** What one of them says of an agreement and a week. */
    %s
    /** What one of them answers when they look at an agreement again. */
    %s
    /** Why a command is refused: the problem's type is "/problems/" and this. */
    %s
    %s
    %s
    /** The data of each event by its type. */
    %s
    /** One event: its type and its data. */
    export type RoomEvent = {
      [T in keyof RoomEvents]: { type: T; data: RoomEvents[T] };
    }[keyof RoomEvents];

    /** The data of each command by its type. */
    %s
    /** One command: its type and its data. */
    export type RoomCommand = {
      [T in keyof RoomCommands]: { type: T; data: RoomCommands[T] };
    }[keyof RoomCommands];
    """
        .formatted(
            union("Seat", Stream.of(Seat.values()).map(Seat::wire)),
            union("Reach", Stream.of(Reach.values()).map(Reach::wire)),
            union(
                "Secrets",
                Stream.of(Circumstances.Secrets.values()).map(Circumstances.Secrets::wire)),
            union("Wish", Stream.of(Wish.values()).map(Wish::wire)),
            union("Opens", Stream.of(Opens.values()).map(Opens::wire)),
            union("Mark", Stream.of(Mark.values()).map(Mark::wire)),
            union("ReviewAnswer", Stream.of(ReviewAnswer.values()).map(ReviewAnswer::wire)),
            union("Refusal", Stream.of(Refusal.values()).map(WireTypes::problem)),
            PARTS.stream().map(WireTypes::part).collect(joining("\n")),
            answer(),
            byName("RoomEvents", RoomEvent.class),
            byName("RoomCommands", RoomCommand.class));
  }

  private static String problem(Refusal refusal) {
    return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String union(String name, Stream<String> values) {
    return "export type "
        + name
        + " =\n"
        + values.map(value -> "  | \"" + value + "\"").collect(joining("\n"))
        + ";\n";
  }

  private static String part(Class<?> part) {
    return "export type " + part.getSimpleName() + " = " + object(part, "", "") + ";\n";
  }

  private static String answer() {
    return "/** What a person answered, by the kind of the step. */\nexport type Answer =\n"
        + Stream.of(Answer.class.getAnnotation(JsonSubTypes.class).value())
            .map(sub -> "  | " + object(sub.value(), "kind: \"" + sub.name() + "\"; ", "  "))
            .collect(joining("\n"))
        + ";\n";
  }

  private static String byName(String name, Class<?> sealed) {
    return "export type "
        + name
        + " = {\n"
        + Stream.of(sealed.getPermittedSubclasses())
            .filter(type -> !Commands.FROM_THE_SERVER.contains(type))
            .map(type -> "  " + type.getSimpleName() + ": " + object(type, "", "  ") + ";\n")
            .collect(joining())
        + "};\n";
  }

  private static String object(Class<?> type, String first, String indent) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 0) {
      return "Record<string, never>";
    }
    boolean leavesOut = Answer.class.isAssignableFrom(type);
    String oneLine =
        Arrays.stream(components).map(c -> field(c, leavesOut)).collect(joining("; ", "", " }"));
    if (oneLine.length() + first.length() < 70) {
      return "{ " + first + oneLine;
    }
    String separator = ";\n" + indent + "  ";
    return "{\n"
        + indent
        + "  "
        + (first.isEmpty() ? "" : first.strip() + "\n" + indent + "  ")
        + Arrays.stream(components).map(c -> field(c, leavesOut)).collect(joining(separator))
        + ";\n"
        + indent
        + "}";
  }

  private static String field(RecordComponent component, boolean leavesOut) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return component.getName()
        + (nullable && leavesOut ? "?: " : ": ")
        + type(component.getAnnotatedType())
        + (nullable && !leavesOut ? " | null" : "");
  }

  private static String type(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (type instanceof ParameterizedType parameterized
        && annotated instanceof AnnotatedParameterizedType arguments) {
      AnnotatedType[] of = arguments.getAnnotatedActualTypeArguments();
      if (parameterized.getRawType() == List.class) {
        return "readonly " + type(of[0]) + "[]";
      }
      if (parameterized.getRawType() == Map.class) {
        return "Readonly<Record<" + type(of[0]) + ", " + type(of[1]) + ">>";
      }
    }
    if (type == String.class
        || type == UUID.class
        || type == Instant.class
        || type == LocalDate.class) {
      return "string";
    }
    if (type == int.class || type == Integer.class) {
      return "number";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    if (type instanceof Class<?> named
        && (PARTS.contains(named)
            || List.of(
                    Seat.class,
                    Reach.class,
                    Answer.class,
                    Circumstances.Secrets.class,
                    Wish.class,
                    Opens.class,
                    Mark.class,
                    ReviewAnswer.class)
                .contains(named))) {
      return named.getSimpleName();
    }
    throw new IllegalStateException("no TypeScript for " + type);
  }
}
