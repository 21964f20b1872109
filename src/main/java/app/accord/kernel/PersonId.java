package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person, in whatever role. Never derived from an address or a name. */
public record PersonId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static PersonId of(String text) {
    return new PersonId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
