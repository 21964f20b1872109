package app.accord.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What needs everybody's yes in a room without a therapist. */
public enum Wish {
  OPEN_STEP,
  OPEN_ANSWERS,
  LEAVE_CLOSED,
  GIVE_TURN,
  END_PAUSE,
  END_EXERCISE;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
