package app.accord.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What one of them says of an agreement and a week. None of the three is a failure. */
public enum Mark {
  KEPT,
  /** They talked about it instead. */
  TALKED_ABOUT,
  NOT_COME_UP;

  /** Whether it is shown where all say it. That it did not come up is nothing to show (R26). */
  public boolean isShown() {
    return this != NOT_COME_UP;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the wire name; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Mark of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
