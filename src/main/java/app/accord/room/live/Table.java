package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances;
import app.accord.room.Seat;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sits in a room now. */
record Table(CoupleId couple, Map<Seat, PersonId> holders) {

  /**
   * What was agreed for the case, and what kind of room this is.
   *
   * @param homework null where it is none
   * @param agreement whether the room is an agreement's own
   */
  record Policy(
      Circumstances.Secrets secrets,
      int ceiling,
      ZoneId zone,
      @Nullable Homework homework,
      boolean agreement) {

    Circumstances.Kind kind() {
      if (agreement) {
        return Circumstances.Kind.AGREEMENT;
      }
      return homework == null ? Circumstances.Kind.SESSION : Circumstances.Kind.HOMEWORK;
    }

    /** Whether this seat takes part. Whoever only reads what was handed in does not come here. */
    boolean takesPart(Seat seat) {
      return homework == null || homework.takesPart(seat);
    }
  }

  /**
   * A room that stays open for days.
   *
   * @param house the seats of the case
   * @param only whose it is alone; null when all partners do it together
   */
  record Homework(Set<Seat> house, @Nullable Seat only) {
    boolean takesPart(Seat seat) {
      return seat.isPartner() && (only == null || only == seat);
    }
  }

  boolean holds(Seat seat, PersonId person) {
    return person.equals(holders.get(seat));
  }

  @Nullable PersonId therapist() {
    return holders.get(Seat.THERAPIST);
  }

  Circumstances circumstances(Policy policy) {
    Set<Seat> seats = those(holders.keySet(), policy::takesPart);
    Set<Seat> beyond =
        policy.homework() == null
            ? Set.of()
            : those(policy.homework().house(), seat -> !seats.contains(seat));
    return new Circumstances(
        policy.kind(), seats, beyond, policy.secrets(), policy.ceiling(), policy.zone());
  }

  Table with(Map<Seat, PersonId> now) {
    return new Table(couple, now);
  }

  private static Set<Seat> those(Set<Seat> seats, Predicate<Seat> which) {
    return seats.stream().filter(which).collect(Collectors.toUnmodifiableSet());
  }
}
