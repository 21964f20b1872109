package app.accord.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When answers that wait for each other in homework are opened (R5). */
public enum Opens {
  IN_SESSION,
  /** At the end of the day until which it is given. */
  ON_THE_DAY;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the wire name; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Opens of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
