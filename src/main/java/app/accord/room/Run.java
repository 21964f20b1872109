package app.accord.room;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run of an exercise in this room.
 *
 * @param offered the ids of the steps, in order, without the optional ones that were left out
 * @param current the step where all are; null before the first
 * @param steps those that were opened, each in its newest round
 * @param openable the reveal steps of which the therapist was told that they can be opened. Apart
 *     from the steps, since whatever a partner can bump into must not depend on it
 */
record Run(
    int number,
    String digest,
    Circumstances.Secrets secrets,
    List<String> offered,
    Phase phase,
    @Nullable Instant restedAt,
    @Nullable String current,
    Map<String, StepState> steps,
    Set<String> openable) {

  enum Phase {
    RUNNING,
    RESTING,
    ENDED
  }

  static Run of(RoomEvent.ExerciseStarted started) {
    return new Run(
        started.run(),
        started.digest(),
        started.secrets(),
        started.steps(),
        Phase.RUNNING,
        null,
        null,
        Map.of(),
        Set.of());
  }

  boolean offers(String step) {
    return offered.contains(step);
  }

  /** The place in the order, or -1. */
  int indexOf(@Nullable String step) {
    return step == null ? -1 : offered.indexOf(step);
  }

  /** As it is now; a step that was not opened yet is in its first round, with nothing done. */
  StepState step(String id) {
    return steps.getOrDefault(id, StepState.FIRST);
  }

  Where where(String step) {
    return new Where(number, step, step(step).round());
  }

  Run at(Where where, UnaryOperator<StepState> change) {
    StepState now = step(where.step());
    StepState from = now.round() == where.round() ? now : StepState.round(where.round());
    return with(Copies.with(steps, where.step(), change.apply(from)));
  }

  Run opened(Where where) {
    Map<String, StepState> now = at(where, step -> step).steps;
    return new Run(
        number, digest, secrets, offered, Phase.RUNNING, null, where.step(), now, openable);
  }

  Run rested(Instant at) {
    return new Run(number, digest, secrets, offered, Phase.RESTING, at, current, steps, openable);
  }

  /** What was placed and sealed in it is over, and needs no room any more. */
  Run ended() {
    return new Run(number, digest, secrets, offered, Phase.ENDED, null, null, Map.of(), Set.of());
  }

  private Run with(Map<String, StepState> now) {
    return new Run(number, digest, secrets, offered, phase, restedAt, current, now, openable);
  }

  Run told(String reveal, boolean canBeOpened) {
    Set<String> now =
        canBeOpened ? Copies.with(openable, reveal) : Copies.without(openable, reveal);
    return new Run(number, digest, secrets, offered, phase, restedAt, current, steps, now);
  }
}
