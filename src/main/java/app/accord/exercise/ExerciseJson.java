package app.accord.exercise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;

/**
 * An exercise as browsers get it, field by field: a record serialised whole would carry what was
 * meant for the therapist alone to whoever asks. Placeholders stay; the page knows the names.
 */
public final class ExerciseJson {
  private ExerciseJson() {}

  /** Who is going to read it. */
  public enum Reader {
    THERAPIST,
    PARTNER
  }

  /** As {@code Exercise} of the contract. */
  public static ObjectNode whole(Exercise exercise, Reader reader) {
    ObjectNode json = head(exercise);
    json.put("language", exercise.language());
    ArrayNode steps = json.putArray("steps");
    exercise.steps().forEach(step -> steps.add(StepJson.step(step, reader)));
    if (reader == Reader.THERAPIST) {
      texts(json, "watchFor", exercise.safety().watchFor());
    }
    return json;
  }

  /** As {@code ExerciseSummary} of the contract; purpose and safety for the therapist only. */
  public static ObjectNode summary(Exercise exercise, Reader reader) {
    ObjectNode json = head(exercise);
    texts(json, "themes", exercise.themes());
    texts(json, "for", exercise.places().stream().map(ExerciseJson::word).toList());
    ArrayNode steps = json.putArray("steps");
    exercise.steps().forEach(step -> steps.add(StepJson.listed(step)));
    if (reader == Reader.THERAPIST) {
      json.put("purpose", exercise.purpose());
      json.put("level", exercise.safety().level());
      texts(json, "notWhen", exercise.safety().notWhen());
      texts(json, "watchFor", exercise.safety().watchFor());
    }
    return json;
  }

  private static ObjectNode head(Exercise exercise) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", exercise.id())
        .put("version", exercise.version())
        .put("digest", exercise.digest())
        .put("title", exercise.title())
        .put("summary", exercise.summary())
        .put("minutes", exercise.minutes());
  }

  static void texts(ObjectNode json, String field, Collection<String> texts) {
    ArrayNode array = json.putArray(field);
    texts.forEach(array::add);
  }

  private static String word(Exercise.Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  /** What a step's file calls its kind. */
  public static String kind(Step step) {
    return StepJson.kind(step);
  }
}
