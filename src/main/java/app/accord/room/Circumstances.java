package app.accord.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * What the case brings along, read anew for each batch: who sits at the table, what was agreed on
 * secrets, and how far joint work may go (content.md 7).
 *
 * @param kind what kind of room it is
 * @param seats who takes part: the partners, the therapist and co-therapists that "all" means now.
 *     Homework is a room without a therapist, and work that one does alone has one seat
 * @param beyond the others of the case, who in homework read what is handed in and take no part.
 *     Empty in a session
 * @param ceiling the highest safety level that may be started together, 0 to 3
 * @param zone the couple's, in which days are counted
 */
public record Circumstances(
    Kind kind, Set<Seat> seats, Set<Seat> beyond, Secrets secrets, int ceiling, ZoneId zone) {

  /** A session, in which everybody of the case takes part. */
  public static Circumstances session(Set<Seat> seats, Secrets secrets, int ceiling, ZoneId zone) {
    return new Circumstances(Kind.SESSION, seats, Set.of(), secrets, ceiling, zone);
  }

  /** Whether this is homework: it stays open for days, and its therapist is not in it. */
  public boolean isHomework() {
    return kind == Kind.HOMEWORK;
  }

  /** Whether an agreement lives here: it has no door, and nobody leads. */
  public boolean isAgreement() {
    return kind == Kind.AGREEMENT;
  }

  /** What a room is for. */
  public enum Kind {
    /** With a door and somebody who leads; also what two do at home at one time. */
    SESSION,
    HOMEWORK,
    AGREEMENT
  }

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
