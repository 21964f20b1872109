package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances;
import app.accord.room.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A seat of somebody's in a room, with what the case brings along.
 *
 * @param fromSeq the journal's number after which this holder's stream begins
 * @param names first names of all who sit in the case, in seat order
 * @param holders who sits where in the case
 */
record Place(
    PersonId person,
    Seat seat,
    long fromSeq,
    CoupleId couple,
    Map<Seat, String> names,
    Map<Seat, PersonId> holders,
    Circumstances circumstances,
    Instant startsAt) {
  /** Decision 36. */
  private static final Duration DOORS_OPEN_BEFORE = Duration.ofMinutes(10);

  /** Partners may come to the door shortly before; the therapist prepares whenever it suits. */
  boolean mayComeAt(Instant now) {
    return !seat.isPartner() || !now.isBefore(startsAt.minus(DOORS_OPEN_BEFORE));
  }
}
