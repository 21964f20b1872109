package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A practice. */
public record PracticeId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static PracticeId of(String text) {
    return new PracticeId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
