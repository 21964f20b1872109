package app.accord.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * What the case brings along, read anew for each batch: who sits at the table, what was agreed on
 * secrets, and how far joint work may go (content.md 7).
 *
 * @param seats the partners, the therapist and co-therapists that "all" means now
 * @param ceiling the highest safety level that may be started together, 0 to 3
 * @param zone the couple's, in which days are counted
 */
public record Circumstances(Set<Seat> seats, Secrets secrets, int ceiling, ZoneId zone) {

  /** The couple's policy, R10. */
  public enum Secrets {
    NO_SECRETS,
    LIMITED,
    SEPARATE;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
