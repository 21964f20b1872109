package app.accord.room;

import app.accord.exercise.Exercise;
import app.accord.exercise.Step;
import app.accord.room.OwnWork.Fate;
import app.accord.room.RoomCommand.ChooseRow;
import app.accord.room.RoomCommand.LeaveClosed;
import app.accord.room.RoomCommand.MarkToTalk;
import app.accord.room.RoomCommand.OpenAnswers;
import app.accord.room.RoomEvent.OpenableChanged;
import app.accord.room.RoomEvent.Opened;
import app.accord.room.RoomEvent.Revealed;
import app.accord.room.RoomEvent.RowChosen;
import app.accord.room.RoomEvent.StepLeftClosed;
import app.accord.room.RoomEvent.StepOpened;
import app.accord.room.RoomEvent.TalkMarked;
import app.accord.room.RoomEvent.Theirs;
import app.accord.room.RoomEvent.Wished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One round of a reveal step. Answers open for all in one event, or stay closed for all (R3).
 *
 * @param decided whether it was opened or left closed in this round
 * @param rows what can be marked or chosen: cards, steps, cards in own words
 */
record Opening(
    boolean decided, Set<String> rows, Map<String, Set<Seat>> marks, @Nullable String chosen) {
  static final Opening NOT_YET = new Opening(false, Set.of(), Map.of(), null);

  // Opening and leaving closed

  static Decision open(Act act, OpenAnswers command) {
    return atReveal(
        act,
        command.step(),
        (exercise, reveal) -> {
          if (!act.hasTherapist()) {
            return openTogether(act, exercise, reveal);
          }
          return isOpenable(act, exercise, reveal)
              ? reveal(act, exercise, reveal)
              : Act.refuse(Refusal.NOTHING_TO_OPEN);
        });
  }

  /**
   * Without a therapist each may press when done. Whether the other's answer is there shows only in
   * what both read in the end: opened, or left closed.
   */
  private static Decision openTogether(Act act, Exercise exercise, Step.Reveal reveal) {
    boolean done =
        undecided(act, reveal).stream().allMatch(id -> own(act, id).of(act.by()).finished());
    if (!done) {
      return Act.refuse(Refusal.NOT_SEALED);
    }
    Decision waits = Together.waitFor(act, new Wished(Wish.OPEN_ANSWERS, reveal.id(), null));
    if (waits != null) {
      return waits;
    }
    return isOpenable(act, exercise, reveal)
        ? reveal(act, exercise, reveal)
        : close(act, reveal, true);
  }

  static Decision leaveClosed(Act act, LeaveClosed command) {
    return atReveal(
        act,
        command.step(),
        (_, reveal) -> {
          boolean begun =
              undecided(act, reveal).stream().anyMatch(id -> run(act).steps().containsKey(id));
          if (act.hasTherapist() && !begun) {
            return Act.refuse(Refusal.NOTHING_TO_OPEN);
          }
          Decision waits = Together.waitFor(act, new Wished(Wish.LEAVE_CLOSED, reveal.id(), null));
          return waits != null ? waits : close(act, reveal, !act.hasTherapist());
        });
  }

  /** At the due moment: what all have sealed is opened, everything else stays closed. */
  static Decision openDue(Act act) {
    return act.running(
        (exercise, run) -> {
          for (String id : run.offered()) {
            if (exercise.step(id).orElse(null) instanceof Step.Reveal reveal
                && !undecided(act, reveal).isEmpty()) {
              boolean any = undecided(act, reveal).stream().anyMatch(of -> bothWait(act, of));
              Decision _ = any ? reveal(act, exercise, reveal) : close(act, reveal, true);
            }
          }
          return act.done();
        });
  }

  private static Decision reveal(Act act, Exercise exercise, Step.Reveal reveal) {
    Where where = next(act, reveal);
    var opened = new ArrayList<Opened>();
    var closed = new ArrayList<String>();
    for (String id : undecided(act, reveal)) {
      if (bothWait(act, id)) {
        opened.add(new Opened(id, answers(act, id)));
      } else {
        closed.add(id);
      }
    }
    Run before = run(act);
    boolean there =
        where.step().equals(before.current()) && before.where(where.step()).equals(where);
    act.room(new Revealed(where, opened, closed));
    if (!there) {
      Speech.stopTimer(act).room(new StepOpened(where));
      settle(act, exercise);
    }
    return act.done();
  }

  private static Decision close(Act act, Step.Reveal reveal, boolean go) {
    Where where = next(act, reveal);
    act.room(new StepLeftClosed(where, undecided(act, reveal)));
    return go ? act.room(new StepOpened(where)).done() : act.done();
  }

  private static List<Theirs> answers(Act act, String id) {
    var answers = new ArrayList<Theirs>();
    for (Seat seat : act.partners()) {
      OwnWork.Kept kept = own(act, id).of(seat).answer();
      if (kept != null) {
        answers.add(new Theirs(seat, kept.sealed().value()));
      }
    }
    return Joint.ofAll(answers);
  }

  private static Decision atReveal(
      Act act, String step, BiFunction<Exercise, Step.Reveal, Decision> decide) {
    return act.running(
        (exercise, run) -> {
          var found = exercise.step(step);
          if (found.isEmpty() || !run.offers(step)) {
            return Act.refuse(Refusal.NO_SUCH_STEP);
          }
          if (!(found.get() instanceof Step.Reveal reveal)) {
            return Act.refuse(Refusal.WRONG_KIND);
          }
          return undecided(act, reveal).isEmpty()
              ? Act.refuse(wasOpened(act, reveal) ? Refusal.ALREADY_OPENED : Refusal.LEFT_CLOSED)
              : decide.apply(exercise, reveal);
        });
  }

  // Whether there is something to open

  /** Tells the therapist where that has changed. Never why: who skipped is nobody's business. */
  static void settle(Act act) {
    act.running(
        (exercise, _) -> {
          settle(act, exercise);
          return act.done();
        });
  }

  private static void settle(Act act, Exercise exercise) {
    for (String id : run(act).offered()) {
      if (exercise.step(id).orElse(null) instanceof Step.Reveal reveal) {
        Where where = next(act, reveal);
        boolean told = run(act).openable().contains(id);
        boolean openable = isOpenable(act, exercise, reveal);
        if (told != openable) {
          act.therapistByRoom(new OpenableChanged(where, openable));
        }
      }
    }
  }

  /** Something waits that all have sealed, and nobody is still at a part of it. */
  private static boolean isOpenable(Act act, Exercise exercise, Step.Reveal reveal) {
    List<String> of = undecided(act, reveal);
    return of.stream().anyMatch(id -> bothWait(act, id))
        && of.stream().allMatch(id -> isPast(act, exercise, id) || allHaveFinished(act, id));
  }

  private static boolean allHaveFinished(Act act, String id) {
    return act.all(seat -> own(act, id).of(seat).finished());
  }

  private static boolean isPast(Act act, Exercise exercise, String id) {
    Run run = run(act);
    int now = act.hasTherapist() ? run.indexOf(run.current()) : Together.nextForAll(exercise, run);
    return now > run.indexOf(id);
  }

  private static boolean bothWait(Act act, String id) {
    OwnWork own = own(act, id);
    return own.fate() == Fate.UNDECIDED
        && act.all(
            seat -> {
              OwnWork.Kept kept = own.of(seat).answer();
              return kept != null && kept.waits();
            });
  }

  private static List<String> undecided(Act act, Step.Reveal reveal) {
    return reveal.of().stream()
        .filter(id -> run(act).offers(id) && own(act, id).fate() == Fate.UNDECIDED)
        .toList();
  }

  private static boolean wasOpened(Act act, Step.Reveal reveal) {
    return reveal.of().stream().anyMatch(id -> own(act, id).fate() == Fate.OPENED);
  }

  /** Where it opens next: a decided one is not opened a second time, but in a new round. */
  static Where next(Act act, Step.Reveal reveal) {
    StepState now = run(act).step(reveal.id());
    boolean anew = now.opening().decided && !undecided(act, reveal).isEmpty();
    return new Where(run(act).number(), reveal.id(), anew ? now.round() + 1 : now.round());
  }

  private static OwnWork own(Act act, String id) {
    return run(act).step(id).own();
  }

  private static Run run(Act act) {
    return java.util.Objects.requireNonNull(act.state().run());
  }

  // Marking and choosing

  static Decision mark(Act act, MarkToTalk command) {
    return act.at(
        command.where(),
        Step.Reveal.class,
        (reveal, now) -> {
          if (!reveal.markToTalk()) {
            return Act.refuse(Refusal.WRONG_KIND);
          }
          Opening opening = now.opening();
          if (!opening.rows.contains(command.row())) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          boolean is = opening.marks.getOrDefault(command.row(), Set.of()).contains(act.by());
          return is == command.on()
              ? act.done()
              : act.all(new TalkMarked(command.where(), command.row(), command.on())).done();
        });
  }

  static Decision choose(Act act, ChooseRow command) {
    return act.at(
        command.where(),
        Step.Reveal.class,
        (_, now) -> {
          Opening opening = now.opening();
          if (!opening.rows.contains(command.row())) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          return command.row().equals(opening.chosen)
              ? act.done()
              : act.all(new RowChosen(command.where(), command.row())).done();
        });
  }

  Opening revealed(Revealed event) {
    return new Opening(true, Joint.rows(event.opened()), Map.of(), null);
  }

  Opening leftClosed() {
    return new Opening(true, Set.of(), Map.of(), null);
  }

  Opening marked(TalkMarked event, Seat by) {
    Set<Seat> who = marks.getOrDefault(event.row(), Set.of());
    Set<Seat> then = event.on() ? Copies.with(who, by) : Copies.without(who, by);
    return new Opening(decided, rows, Copies.with(marks, event.row(), then), chosen);
  }

  Opening chose(String row) {
    return new Opening(decided, rows, marks, row);
  }
}
