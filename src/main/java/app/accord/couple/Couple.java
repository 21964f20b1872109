package app.accord.couple;

import app.accord.kernel.CoupleId;
import app.accord.room.Circumstances.Secrets;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A case.
 *
 * @param ceiling the highest safety level for joint use. The therapist's alone: a partner who sees
 *     it fall learns that the other has told of a danger.
 * @param since when the couple came, or was invited
 */
public record Couple(
    CoupleId id, Secrets secrets, int ceiling, ZoneId zone, State state, LocalDate since) {

  /** How far the case is (product.md 2). */
  public enum State {
    INVITED,
    ACTIVE,
    PAUSED,
    CLOSED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether something new may be written to it: before all have joined, and after the end, not. */
  public boolean takesWords() {
    return state == State.ACTIVE || state == State.PAUSED;
  }
}
