package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A planned session of a couple. */
public record SessionId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static SessionId of(String text) {
    return new SessionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
