package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances;
import app.accord.room.Seat;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who sits in a room now. */
record Table(CoupleId couple, Map<Seat, PersonId> holders) {

  /** What was agreed for the case. */
  record Policy(Circumstances.Secrets secrets, int ceiling, ZoneId zone) {}

  boolean holds(Seat seat, PersonId person) {
    return person.equals(holders.get(seat));
  }

  @Nullable PersonId therapist() {
    return holders.get(Seat.THERAPIST);
  }

  Circumstances circumstances(Policy policy) {
    return new Circumstances(holders.keySet(), policy.secrets(), policy.ceiling(), policy.zone());
  }

  Table with(Map<Seat, PersonId> now) {
    return new Table(couple, now);
  }
}
