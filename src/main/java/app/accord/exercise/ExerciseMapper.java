package app.accord.exercise;

import app.accord.exercise.Step.Common;
import app.accord.exercise.Step.Named;
import app.accord.exercise.Step.Sharing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * From the fields of a file that was checked to records; what the file leaves out gets its default.
 */
final class ExerciseMapper {
  private ExerciseMapper() {}

  static Exercise exercise(JsonNode file, String digest) {
    JsonNode safety = file.path("safety");
    return new Exercise(
        text(file, "id"),
        file.path("version").intValue(),
        text(file, "language"),
        digest,
        text(file, "title"),
        text(file, "summary"),
        text(file, "purpose"),
        file.path("minutes").intValue(),
        set(Exercise.Place.class, file.path("for")),
        texts(file, "themes"),
        new Exercise.Safety(
            safety.path("level").intValue(), texts(safety, "not_when"), texts(safety, "watch_for")),
        list(file.path("steps"), ExerciseMapper::step));
  }

  private static Step step(JsonNode step) {
    return switch (text(step, "kind")) {
      case "read" -> new Step.Read(common(step), text(step, "text"), texts(step, "points"));
      case "write" -> write(step);
      case "scale" -> scale(step);
      case "choose" -> choose(step);
      case "sort" -> sort(step);
      case "reveal" -> reveal(step);
      case "talk" -> talk(step);
      case "agree" -> agree(step);
      case "ground" ->
          new Step.Ground(
              common(step), text(step, "text"), text(step, "instead"), number(step, "breaths", 6));
      case "closing" -> closing(step);
      case String other -> throw new IllegalArgumentException("no kind of step: " + other);
    };
  }

  private static Step write(JsonNode step) {
    return new Step.Write(
        common(step),
        text(step, "prompt"),
        perhaps(step, "help"),
        texts(step, "starters"),
        number(step, "max", 1500),
        sharing(step));
  }

  private static Step scale(JsonNode step) {
    return new Step.Scale(
        common(step),
        text(step, "prompt"),
        perhaps(step, "help"),
        text(step, "low"),
        text(step, "high"),
        sharing(step));
  }

  private static Step choose(JsonNode step) {
    return new Step.Choose(
        common(step),
        text(step, "prompt"),
        perhaps(step, "help"),
        named(step, "options"),
        number(step, "most", 1),
        step.path("own_words").booleanValue(),
        sharing(step));
  }

  private static Step sort(JsonNode step) {
    return new Step.Sort(
        common(step),
        text(step, "prompt"),
        perhaps(step, "help"),
        named(step, "piles"),
        named(step, "cards"),
        number(step, "own_cards", 0),
        sharing(step));
  }

  private static Step reveal(JsonNode step) {
    return new Step.Reveal(
        common(step),
        texts(step, "of"),
        text(step, "view").equals("compare") ? Step.View.COMPARE : Step.View.SIDE_BY_SIDE,
        text(step, "prompt"),
        perhaps(step, "help"),
        step.path("mark_to_talk").booleanValue());
  }

  private static Step talk(JsonNode step) {
    return new Step.Talk(
        common(step),
        text(step, "prompt"),
        perhaps(step, "about"),
        perhaps(step, "starter"),
        text(step, "speaker"),
        text(step, "listener"),
        text(step, "confirm"),
        number(step, "rounds", 1),
        perhapsNumber(step, "speak_seconds"),
        perhapsNumber(step, "reflect_seconds"));
  }

  private static Step agree(JsonNode step) {
    return new Step.Agree(
        common(step),
        text(step, "prompt"),
        perhaps(step, "help"),
        perhaps(step, "heading"),
        texts(step, "starters"),
        number(step, "most_lines", 5),
        step.path("review_days").intValue());
  }

  private static Step closing(JsonNode step) {
    return new Step.Closing(
        common(step),
        text(step, "prompt"),
        text(step, "low"),
        text(step, "high"),
        text(step, "word"),
        text(step, "next"),
        step.path("keep_a_line").booleanValue(),
        sharing(step));
  }

  private static Common common(JsonNode step) {
    return new Common(
        text(step, "id"),
        text(step, "title"),
        perhapsNumber(step, "minutes"),
        step.path("optional").booleanValue(),
        perhaps(step, "therapist_hint"));
  }

  private static Sharing sharing(JsonNode step) {
    return new Sharing(
        constant(Reach.class, text(step, "audience")),
        set(Reach.class, step.path("may_narrow_to")),
        text(step, "therapist_sees").equals("at-once"));
  }

  private static List<Named> named(JsonNode step, String field) {
    return list(step.path(field), it -> new Named(text(it, "id"), text(it, "text")));
  }

  private static <E extends Enum<E>> Set<E> set(Class<E> type, JsonNode words) {
    Set<E> set = EnumSet.noneOf(type);
    words.forEach(word -> set.add(constant(type, word.asText())));
    return Collections.unmodifiableSet(set);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static List<String> texts(JsonNode node, String field) {
    return list(node.path(field), JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each)
        .collect(Collectors.toUnmodifiableList());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static @Nullable String perhaps(JsonNode node, String field) {
    return node.path(field).textValue();
  }

  private static int number(JsonNode node, String field, int otherwise) {
    return node.path(field).asInt(otherwise);
  }

  private static @Nullable Integer perhapsNumber(JsonNode node, String field) {
    return node.has(field) ? node.path(field).intValue() : null;
  }
}
