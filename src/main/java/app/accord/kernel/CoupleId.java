package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A couple, which is a case of two to six partners. */
public record CoupleId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static CoupleId of(String text) {
    return new CoupleId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
