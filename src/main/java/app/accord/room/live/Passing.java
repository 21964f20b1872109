package app.accord.room.live;

import app.accord.exercise.Shelf;
import app.accord.exercise.Step;
import app.accord.room.Frames;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Something passing, on its way to others: the caret of who writes in a text that is shared. */
record Passing(Predicate<Member> to, String kind, String frame) {
  private static final Set<String> OF_A_SHARED_TEXT = Set.of("typing", "caret");

  /**
   * Empty: it is dropped. Nobody is shown that another types, but in a text that both have open
   * (R30): a sign of hesitating over a private answer would be read as an answer.
   */
  static Optional<Passing> of(ToRoom.Pass pass, RoomState state, Shelf shelf) {
    Seat from = pass.member().seat();
    JsonNode kind = pass.data().path("kind");
    if (!state.isIn(from)
        || state.isClosed()
        || !kind.isTextual()
        || !OF_A_SHARED_TEXT.contains(kind.textValue())
        || !(state.currentStep(shelf).orElse(null) instanceof Step.Agree)) {
      return Optional.empty();
    }
    Predicate<Member> to =
        member ->
            member.seat() != from
                && state.isIn(member.seat())
                && (pass.to() == null || pass.to() == member.seat());
    return Optional.of(
        new Passing(
            to,
            "signal %s %s".formatted(from.wire(), kind.textValue()),
            Frames.signal(from, pass.data())));
  }
}
