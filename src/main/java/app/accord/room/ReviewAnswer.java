package app.accord.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What one of them answers when they look at an agreement again. */
public enum ReviewAnswer {
  KEPT,
  MOSTLY,
  OTHER_WORDS;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the wire name; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static ReviewAnswer of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
