package app.accord.room;

import app.accord.exercise.Exercise;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.AdaptStep;
import app.accord.room.RoomCommand.OpenStep;
import app.accord.room.RoomCommand.StartExercise;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseRested;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.StepAdapted;
import app.accord.room.RoomEvent.StepOpened;
import app.accord.room.RoomEvent.Wished;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starting an exercise, going from step to step, and ending it. */
final class Steps {
  private static final Duration CAN_BE_TAKEN_UP = Duration.ofDays(14);

  private Steps() {}

  static Decision start(Act act, StartExercise command) {
    Run last = act.state().run();
    if (last != null && last.phase() == Run.Phase.RUNNING) {
      return Act.refuse(Refusal.ALREADY_RUNNING);
    }
    return act.shelf()
        .current(command.exercise())
        .map(exercise -> start(act, command, exercise, last))
        .orElseGet(() -> Act.refuse(Refusal.NO_SUCH_EXERCISE));
  }

  private static Decision start(
      Act act, StartExercise command, Exercise exercise, @Nullable Run last) {
    Refusal why = against(act, command, exercise);
    if (why != null) {
      return Act.refuse(why);
    }
    if (last != null && last.phase() == Run.Phase.RESTING) {
      act.all(new ExerciseEnded(last.number()));
    }
    int number = last == null ? 1 : last.number() + 1;
    return act.all(started(act, exercise, number, command.optional())).done();
  }

  static ExerciseStarted started(Act act, Exercise exercise, int number, List<String> optional) {
    List<String> offered =
        exercise.steps().stream()
            .filter(step -> !step.common().optional() || optional.contains(step.id()))
            .map(Step::id)
            .toList();
    return new ExerciseStarted(
        number,
        exercise.id(),
        exercise.version(),
        exercise.digest(),
        offered,
        act.asked().circumstances().secrets());
  }

  private static @Nullable Refusal against(Act act, StartExercise command, Exercise exercise) {
    long partners = act.asked().circumstances().seats().stream().filter(Seat::isPartner).count();
    boolean alone = partners == 1 && !act.hasTherapist();
    Exercise.Place place =
        act.hasTherapist()
            ? Exercise.Place.LIVE
            : alone ? Exercise.Place.SOLO : Exercise.Place.TOGETHER;
    if (!exercise.places().contains(place)) {
      return Refusal.NO_SUCH_EXERCISE;
    }
    if (!alone && !isLowEnough(act, exercise.safety().level(), command.bothWantIt())) {
      return Refusal.NOT_NOW;
    }
    // Over days each may begin when it suits; in a session nobody works on what is for both alone.
    if (act.hasTherapist() && !act.allAreHere()) {
      return Refusal.NOT_BOTH_HERE;
    }
    for (String optional : command.optional()) {
      if (exercise.step(optional).filter(step -> step.common().optional()).isEmpty()) {
        return Refusal.NO_SUCH_STEP;
      }
    }
    return null;
  }

  /** Content.md 7: up to the couple's ceiling; 3 from a ceiling of 2, confirmed each time. */
  static boolean isLowEnough(Act act, int level, boolean bothWantIt) {
    return act.hasTherapist()
        ? Math.min(level, 2) <= act.asked().circumstances().ceiling() && (level < 3 || bothWantIt)
        : level <= Math.min(1, act.asked().circumstances().ceiling());
  }

  static Decision open(Act act, OpenStep command) {
    Run run = act.state().run();
    if (run != null && run.phase() == Run.Phase.RESTING) {
      return takeUp(act, command, run);
    }
    return act.running(
        (exercise, now) -> {
          if (!now.offers(command.step())) {
            return Act.refuse(Refusal.NO_SUCH_STEP);
          }
          return act.hasTherapist()
              ? go(act, exercise, now, command.step())
              : goAlone(act, exercise, now, command.step());
        });
  }

  /** After a rest the step is taken up as it was left: what was sealed in it counts. */
  private static Decision takeUp(Act act, OpenStep command, Run run) {
    Instant rested = run.restedAt();
    if (rested != null && act.asked().at().isAfter(rested.plus(CAN_BE_TAKEN_UP))) {
      return Act.refuse(Refusal.TOO_LATE);
    }
    if (!run.offers(command.step())) {
      return Act.refuse(Refusal.NO_SUCH_STEP);
    }
    if (act.hasTherapist() && !act.allAreHere()) {
      return Act.refuse(Refusal.NOT_BOTH_HERE);
    }
    return act.shelf()
        .byDigest(run.digest())
        .map(
            exercise ->
                command.step().equals(run.current())
                    ? move(act, run.where(command.step()))
                    : go(act, exercise, run, command.step()))
        .orElseGet(() -> Act.refuse(Refusal.NO_SUCH_EXERCISE));
  }

  static Decision skip(Act act) {
    return act.running(
        (exercise, run) -> {
          int next = run.indexOf(run.current()) + 1;
          return next < run.offered().size()
              ? go(act, exercise, run, run.offered().get(next))
              : Act.refuse(Refusal.NO_SUCH_STEP);
        });
  }

  /**
   * Back at a question is a new round: what was sealed stays as it was. Back at what all do
   * together goes on where it was, since the lines and turns of a talk belong to all.
   */
  private static Decision go(Act act, Exercise exercise, Run run, String id) {
    Step step = exercise.step(id).orElseThrow();
    return move(
        act,
        switch (step) {
          case Step.Reveal reveal -> Opening.next(act, reveal);
          case Step.Asking _ when run.steps().containsKey(id) ->
              new Where(run.number(), id, run.step(id).round() + 1);
          case Step.Asking _, Step.Read _, Step.Ground _, Step.Talk _, Step.Agree _ ->
              run.where(id);
        });
  }

  private static Decision goAlone(Act act, Exercise exercise, Run run, String step) {
    int at = run.indexOf(step);
    int next = Together.nextForAll(exercise, run);
    if (at < next) {
      return act.author(new StepOpened(run.where(step))).done();
    }
    if (at > next) {
      return Act.refuse(Refusal.STEP_IS_NOT_OPEN);
    }
    Decision waits = Together.waitFor(act, new Wished(Wish.OPEN_STEP, step, null));
    return waits != null ? waits : move(act, run.where(step));
  }

  private static Decision move(Act act, Where where) {
    Speech.withoutStage(Speech.stopTimer(act)).room(new StepOpened(where));
    Opening.settle(act);
    return act.done();
  }

  static Decision adapt(Act act, AdaptStep command) {
    return act.running(
        (exercise, run) -> {
          var step = java.util.Optional.ofNullable(run.current()).flatMap(exercise::step);
          if (step.isEmpty()) {
            return Act.refuse(Refusal.STEP_IS_NOT_OPEN);
          }
          Map<String, String> words = cleaned(command.words());
          Refusal why = against(step.get(), words);
          return why != null ? Act.refuse(why) : adapt(act, run, step.get(), words);
        });
  }

  private static Decision adapt(Act act, Run run, Step step, Map<String, String> words) {
    Where where = run.where(step.id());
    // Leaving it empty counts as answering here: else the new round would tell which it was.
    if (run.step(step.id()).own().anyoneHasFinished()) {
      where = new Where(where.run(), where.step(), where.round() + 1);
      move(act, where);
    }
    return act.all(new StepAdapted(where, words)).done();
  }

  /**
   * The words of a whole exercise at its start, by {@code step.key}.
   *
   * @param to whom it is told
   */
  static Decision adaptAll(
      Act act, Exercise exercise, Map<String, String> words, Collection<Seat> to) {
    var byStep = new TreeMap<String, Map<String, String>>();
    cleaned(words)
        .forEach(
            (name, text) -> {
              int dot = name.indexOf('.');
              byStep
                  .computeIfAbsent(name.substring(0, Math.max(dot, 0)), _ -> new TreeMap<>())
                  .put(name.substring(dot + 1), text);
            });
    for (var adapted : byStep.entrySet()) {
      var step = exercise.step(adapted.getKey());
      Refusal why = step.isEmpty() ? Refusal.NO_SUCH_STEP : against(step.get(), adapted.getValue());
      if (why != null) {
        return Act.refuse(why);
      }
      Where where = new Where(1, adapted.getKey(), 1);
      act.tell(new StepAdapted(where, adapted.getValue()), act.by(), to);
    }
    return act.done();
  }

  private static Map<String, String> cleaned(Map<String, String> words) {
    var cleaned = new LinkedHashMap<String, String>();
    new TreeMap<>(words).forEach((key, text) -> cleaned.put(key, Words.clean(text)));
    return Collections.unmodifiableMap(cleaned);
  }

  private static @Nullable Refusal against(Step step, Map<String, String> words) {
    if (words.isEmpty()) {
      return Refusal.NOTHING_WRITTEN;
    }
    for (var word : words.entrySet()) {
      int most = room(step, word.getKey());
      if (most == 0) {
        return Refusal.WRONG_KIND;
      }
      Refusal misfit = Words.misfit(word.getValue(), most);
      if (misfit != null) {
        return misfit;
      }
    }
    return null;
  }

  /** How long this text of the step may be; 0 where it has none that can be adapted. */
  private static int room(Step step, String key) {
    boolean asks = !(step instanceof Step.Read || step instanceof Step.Ground);
    return switch (key) {
      case "prompt" -> asks ? Words.PROMPT : 0;
      case "help" -> asks ? Words.HELP : 0;
      case "text" -> step instanceof Step.Read ? Words.READING : 0;
      default ->
          step instanceof Step.Sort sort
                  && sort.cards().stream().anyMatch(card -> key.equals("card:" + card.id()))
              ? Words.OWN
              : 0;
    };
  }

  static Decision goOnNextTime(Act act) {
    return act.running(
        (_, run) -> Speech.stopTimer(act).all(new ExerciseRested(run.number())).done());
  }

  static Decision end(Act act) {
    Run run = act.state().run();
    if (run == null || run.phase() == Run.Phase.ENDED) {
      return Act.refuse(Refusal.NOT_RUNNING);
    }
    Decision waits = Together.waitFor(act, new Wished(Wish.END_EXERCISE, null, null));
    return waits != null
        ? waits
        : Speech.stopTimer(act).all(new ExerciseEnded(run.number())).done();
  }
}
