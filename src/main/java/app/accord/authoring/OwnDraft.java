package app.accord.authoring;

import app.accord.exercise.Mistake;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exercise that its author is writing. It prints itself without its words.
 *
 * @param text as it was typed, or as the form wrote it
 * @param form the same as fields; null where a form could not hold all of it
 * @param published the newest version of it that was published, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnDraft(
    UUID id,
    int version,
    Instant changedAt,
    String text,
    @Nullable ObjectNode form,
    List<Wrong> mistakes,
    @Nullable Published published) {

  /** One thing that keeps it from being published: {@code path} is a JSON pointer. */
  public record Wrong(int line, String path, String words) {
    static List<Wrong> all(List<Mistake> mistakes) {
      return mistakes.stream().map(it -> new Wrong(it.line(), it.path(), it.words())).toList();
    }
  }

  /** A version that never changes, and whether colleagues may begin it too. */
  public record Published(String exercise, int version, boolean shared, ObjectNode form) {
    @Override
    public String toString() {
      return "Published[" + exercise + ", " + version + "]";
    }
  }

  /** How it stands in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      UUID id,
      String title,
      String summary,
      List<String> themes,
      Instant changedAt,
      @Nullable String exercise,
      @Nullable Integer published,
      boolean changed) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "OwnDraft[" + id + ", " + text.length() + " chars]";
  }
}
