package app.accord.room;

import app.accord.exercise.Shelf;
import app.accord.exercise.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that has happened in a room, folded. Immutable, and as small as deciding needs: what was said
 * in the chat is not in it, nor what was said in an earlier round of a step.
 *
 * @param wishes in a room without a therapist, who wants what that needs everybody
 * @param run the exercise that runs, rests or has ended last
 */
public record RoomState(
    House house,
    Rest rest,
    Speech speech,
    Map<RoomEvent.Wished, Set<Seat>> wishes,
    @Nullable Run run,
    Homework homework,
    Lasting lasting) {

  public static final RoomState EMPTY =
      new RoomState(
          House.EMPTY, Rest.NONE, Speech.FREE, Map.of(), null, Homework.NONE, Lasting.NONE);

  /**
   * Whether this seat is in the room, rather than alone at the door. While it is not, nothing of
   * the room may reach it, presence included.
   */
  public boolean isIn(Seat seat) {
    return house.isIn(seat);
  }

  /** Whether the session has ended, though that can still be taken back for a minute. */
  public boolean isClosed() {
    return house.closedAt() != null;
  }

  /** The step where all are, of the exercise that runs now; empty between exercises. */
  public Optional<Step> currentStep(Shelf shelf) {
    return run == null || run.phase() != Run.Phase.RUNNING || run.current() == null
        ? Optional.empty()
        : shelf.byDigest(run.digest()).flatMap(exercise -> exercise.step(run.current()));
  }

  RoomState with(House now) {
    return new RoomState(now, rest, speech, wishes, run, homework, lasting);
  }

  RoomState with(Rest now) {
    return new RoomState(house, now, speech, wishes, run, homework, lasting);
  }

  RoomState with(Speech now) {
    return new RoomState(house, rest, now, wishes, run, homework, lasting);
  }

  RoomState with(Run now) {
    return new RoomState(house, rest, speech, wishes, now, homework, lasting);
  }

  RoomState with(Homework now) {
    return new RoomState(house, rest, speech, wishes, run, now, lasting);
  }

  RoomState with(Lasting now) {
    return new RoomState(house, rest, speech, wishes, run, homework, now);
  }

  RoomState wishing(RoomEvent.Wished wish, Seat by) {
    Set<Seat> who = Copies.with(wishes.getOrDefault(wish, Set.of()), by);
    return new RoomState(
        house, rest, speech, Copies.with(wishes, wish, who), run, homework, lasting);
  }

  /** A wish is for now: once something else has happened for all, it is asked anew. */
  RoomState withoutWishes() {
    return wishes.isEmpty()
        ? this
        : new RoomState(house, rest, speech, Map.of(), run, homework, lasting);
  }

  RoomState inRun(UnaryOperator<Run> change) {
    return run == null ? this : with(change.apply(run));
  }

  RoomState at(Where where, UnaryOperator<StepState> change) {
    return inRun(now -> now.number() == where.run() ? now.at(where, change) : now);
  }
}
