package app.accord.room;

import app.accord.room.RoomEvent.Attended;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.LeftForToday;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The door: who is in, who was there, and whether it is over.
 *
 * @param inside whom the therapist has let in. If only one partner comes, only that one: the other
 *     must not even read that a door was opened (decision 36)
 */
record House(boolean open, Set<Seat> inside, Set<Seat> attended, @Nullable Instant closedAt) {
  static final House EMPTY = new House(false, Set.of(), Set.of(), null);
  private static final Duration CAN_BE_TAKEN_BACK = Duration.ofSeconds(60);

  boolean isIn(Seat seat) {
    return open && (!seat.isPartner() || inside.contains(seat));
  }

  static Decision arrive(Act act) {
    if (act.asked().circumstances().isAgreement()) {
      return act.done(); // who looks at it, and when, is nobody's business (R30)
    }
    Set<Seat> seats = act.asked().circumstances().seats();
    if (seats.contains(act.by()) && !act.state().house().attended().contains(act.by())) {
      act.therapist(new Attended(act.by()));
    }
    if (act.isIn(act.by())) {
      OwnWork.tellIfBothHaveFinished(act);
    }
    return act.done();
  }

  /** Lets in all who are at the door; nobody at it lets in whoever comes. */
  static Decision openRoom(Act act) {
    Set<Seat> seats = act.asked().circumstances().seats();
    List<Seat> partners = seats.stream().filter(Seat::isPartner).toList();
    boolean nobody = partners.stream().noneMatch(act::isHere);
    List<Seat> coming =
        partners.stream()
            .filter(seat -> !act.state().house().isIn(seat))
            .filter(seat -> nobody || act.isHere(seat))
            .toList();
    if (coming.isEmpty() && act.state().house().open()) {
      return act.done();
    }
    List<Seat> reached =
        seats.stream()
            .filter(seat -> !seat.isPartner() || coming.contains(seat) || act.isIn(seat))
            .toList();
    return act.tell(new DoorOpened(), act.by(), reached).done();
  }

  /** Also to who still waits at the door: for them it is the same whether it was ever opened. */
  static Decision closeRoom(Act act) {
    return act.tell(new RoomClosed(), act.by(), act.asked().circumstances().seats()).done();
  }

  static Decision takeBackClose(Act act) {
    Instant closedAt = act.state().house().closedAt();
    if (closedAt == null) {
      return act.done();
    }
    return act.asked().at().isAfter(closedAt.plus(CAN_BE_TAKEN_BACK))
        ? Act.refuse(Refusal.TOO_LATE)
        : act.tell(new RoomReopened(), act.by(), act.asked().circumstances().seats()).done();
  }

  static Decision leaveForToday(Act act) {
    return act.all(new LeftForToday(act.by())).done();
  }

  House opened(Set<Seat> reached) {
    return new House(true, Copies.joined(inside, reached), attended, closedAt);
  }

  House attended(Seat seat) {
    return new House(open, inside, Copies.with(attended, seat), closedAt);
  }

  House closed(Instant at) {
    return new House(open, inside, attended, at);
  }

  House reopened() {
    return new House(open, inside, attended, null);
  }
}
