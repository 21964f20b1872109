package app.accord.room;

import app.accord.exercise.Exercise;
import app.accord.exercise.Step;
import app.accord.room.RoomEvent.Wished;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rooms without a therapist: each goes on alone, and what is for both needs both (R5). */
final class Together {
  private Together() {}

  /**
   * Null when it may happen now: a therapist leads, or all partners want it and are here.
   *
   * <p>The first press always looks the same to who pressed, whatever the other has done or is
   * doing: else it would tell.
   */
  static @Nullable Decision waitFor(Act act, Wished wish) {
    if (act.hasTherapist()) {
      return null;
    }
    Set<Seat> wishing = act.state().wishes().getOrDefault(wish, Set.of());
    boolean all = act.partners().stream().allMatch(s -> s == act.by() || wishing.contains(s));
    if (all && act.allAreHere()) {
      return null;
    }
    return wishing.contains(act.by()) ? act.done() : act.author(wish).done();
  }

  static boolean isForAll(Step step) {
    return step instanceof Step.Reveal || step instanceof Step.Talk || step instanceof Step.Agree;
  }

  /** The place of the next step for both after the one where both are. */
  static int nextForAll(Exercise exercise, Run run) {
    int from = run.indexOf(run.current()) + 1;
    for (int i = from; i < run.offered().size(); i++) {
      if (exercise.step(run.offered().get(i)).filter(Together::isForAll).isPresent()) {
        return i;
      }
    }
    return run.offered().size();
  }
}
