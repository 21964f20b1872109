package app.accord.room;

import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.exercise.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One command being decided: who asks, what they may see of the room, and the events so far. Each
 * event is folded at once, so that what follows from it can look at the room as it is then. It
 * lives for one call of {@link Room#decide} and is seen by nobody else.
 */
final class Act {
  private final Asked asked;
  private final Shelf shelf;
  private final List<Told> told = new ArrayList<>();
  private RoomState state;

  Act(RoomState state, Asked asked, Shelf shelf) {
    this.state = state;
    this.asked = asked;
    this.shelf = shelf;
  }

  RoomState state() {
    return state;
  }

  Asked asked() {
    return asked;
  }

  Shelf shelf() {
    return shelf;
  }

  Seat by() {
    return asked.by();
  }

  // Who is at the table

  boolean hasTherapist() {
    return asked.circumstances().seats().contains(Seat.THERAPIST);
  }

  /** The partners that take part, in the order of their seats. */
  List<Seat> partners() {
    return asked.circumstances().seats().stream()
        .filter(seat -> seat.isPartner() && isIn(seat))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Whether only one person takes part at all. */
  boolean isAlone() {
    return asked.circumstances().seats().size() == 1;
  }

  boolean isIn(Seat seat) {
    return !hasTherapist() || asked.circumstances().isAgreement() || state.house().isIn(seat);
  }

  boolean isHere(Seat seat) {
    return seat == asked.by() || asked.here().contains(seat);
  }

  /** Whether more than one partner takes part, and all of the case's partners are here. */
  boolean allAreHere() {
    return asked.circumstances().seats().stream()
        .filter(Seat::isPartner)
        .allMatch(seat -> isHere(seat) && isIn(seat));
  }

  boolean all(Predicate<Seat> partner) {
    List<Seat> partners = partners();
    return partners.size() > 1 && partners.stream().allMatch(partner);
  }

  // What is told, and to whom

  /** To all, by the author. */
  Act all(RoomEvent event) {
    return tell(event, asked.by(), everybody());
  }

  /** To all, by the room: nobody's name stands beside it. */
  Act room(RoomEvent event) {
    return tell(event, null, everybody());
  }

  /** To the author alone. */
  Act author(RoomEvent event) {
    return tell(event, asked.by(), only(Set.of(asked.by())));
  }

  Act authorAndTherapist(RoomEvent event) {
    return tell(event, asked.by(), only(EnumSet.of(asked.by(), Seat.THERAPIST)));
  }

  /** To the therapist, by the author. Where there is none, it is not told at all. */
  Act therapist(RoomEvent event) {
    return tell(event, asked.by(), only(Set.of(Seat.THERAPIST)));
  }

  Act therapistByRoom(RoomEvent event) {
    return tell(event, null, only(Set.of(Seat.THERAPIST)));
  }

  Act tell(RoomEvent event, @Nullable Seat by, Collection<Seat> to) {
    if (!to.isEmpty()) {
      var one = new Told(event, by, Audience.of(to));
      told.add(one);
      state = Room.evolve(state, one, asked.at());
    }
    return this;
  }

  private List<Seat> everybody() {
    return asked.circumstances().seats().stream().filter(this::isIn).toList();
  }

  private List<Seat> only(Set<Seat> seats) {
    return seats.stream().filter(asked.circumstances().seats()::contains).toList();
  }

  Decision done() {
    return new Decision.Accepted(List.copyOf(told));
  }

  static Decision refuse(Refusal why) {
    return new Decision.Refused(why);
  }

  // Where in the exercise

  /** Decides with the running exercise, or refuses. */
  Decision running(BiFunction<Exercise, Run, Decision> decide) {
    Run run = state.run();
    if (run == null || run.phase() != Run.Phase.RUNNING) {
      return refuse(Refusal.NOT_RUNNING);
    }
    return shelf
        .byDigest(run.digest())
        .map(exercise -> decide.apply(exercise, run))
        .orElseGet(() -> refuse(Refusal.NO_SUCH_EXERCISE));
  }

  /** Decides at a step that is open for this seat in this very round and is of this kind. */
  <S> Decision at(Where where, Class<S> kind, BiFunction<S, StepState, Decision> decide) {
    return running(
        (exercise, run) -> {
          if (where.run() != run.number()) {
            return refuse(Refusal.STEP_IS_NOT_OPEN);
          }
          var step = exercise.step(where.step());
          if (step.isEmpty() || !run.offers(where.step())) {
            return refuse(Refusal.NO_SUCH_STEP);
          }
          StepState now = run.step(where.step());
          if (!isOpen(exercise, run, where.step()) || now.round() != where.round()) {
            return refuse(Refusal.STEP_IS_NOT_OPEN);
          }
          Step found = step.get();
          return kind.isInstance(found)
              ? decide.apply(kind.cast(found), now)
              : refuse(Refusal.WRONG_KIND);
        });
  }

  /** As {@link #at}, for what all do together: the room must not have moved on. */
  <S> Decision atCurrent(Where where, Class<S> kind, BiFunction<S, StepState, Decision> decide) {
    return at(
        where,
        kind,
        (step, now) -> {
          Run run = state.run();
          return run != null && where.step().equals(run.current())
              ? decide.apply(step, now)
              : refuse(Refusal.STEP_IS_NOT_OPEN);
        });
  }

  /**
   * With a therapist, what was opened for all. Without, all up to the next step for both: what the
   * other has reached must not show in what I may do.
   */
  private boolean isOpen(Exercise exercise, Run run, String step) {
    return run.steps().containsKey(step)
        || (!hasTherapist() && run.indexOf(step) < Together.nextForAll(exercise, run));
  }
}
