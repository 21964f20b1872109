package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.room.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a room, as that person may read it.
 *
 * @param names of those who sit in the case, by seat
 * @param startsAt when the session is planned; null for a room that is always open, and once the
 *     therapist has opened the door for this person
 */
record Place(
    Seat seat,
    CoupleId couple,
    Map<Seat, String> names,
    Table.Policy policy,
    @Nullable Instant startsAt) {
  private static final Duration DOORS = Duration.ofMinutes(10);

  /** Whether the doors are open for this seat. The therapist may always look in. */
  boolean isOpenAt(Instant now) {
    return !seat.isPartner() || startsAt == null || !now.isBefore(startsAt.minus(DOORS));
  }
}
