package app.accord.record;

import app.accord.exercise.Exercise;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementSigned;
import app.accord.room.RoomEvent.Attended;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.Revealed;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import app.accord.room.RoomEvent.RowChosen;
import app.accord.room.RoomEvent.SaidBack;
import app.accord.room.RoomEvent.SignatureTakenBack;
import app.accord.room.RoomEvent.StepLeftClosed;
import app.accord.room.RoomEvent.StepOpened;
import app.accord.room.RoomEvent.TurnConfirmed;
import app.accord.room.Seat;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session's journal as its therapist may read it and keeps what a record may say. Each
 * event that counts is named here; whatever else a journal holds, now or later, leaves no trace.
 */
final class FactsOfJournal {
  private final Function<String, Optional<Exercise>> exercises;
  private final Set<Seat> present = EnumSet.noneOf(Seat.class);
  private final Map<Integer, RunFacts> runs = new TreeMap<>();
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;

  private FactsOfJournal(Function<String, Optional<Exercise>> exercises) {
    this.exercises = exercises;
  }

  /** An event, when it was, and whom it is said to come from. */
  record Happened(Instant at, @Nullable Seat by, RoomEvent event) {}

  /**
   * @param events oldest first
   * @param exercises by their digests, in the record's language; an unknown one goes by its id
   */
  static Facts facts(List<Happened> events, Function<String, Optional<Exercise>> exercises) {
    var reading = new FactsOfJournal(exercises);
    events.forEach(reading::take);
    return new Facts(
        reading.startedAt,
        reading.endedAt,
        List.copyOf(reading.present),
        reading.runs.values().stream().map(RunFacts::facts).toList());
  }

  private void take(Happened happened) {
    Instant at = happened.at();
    switch (happened.event()) {
      case DoorOpened _ -> startedAt = startedAt == null ? at : startedAt;
      case Attended(Seat seat) -> present.add(seat);
      case RoomClosed _ -> endedAt = at;
      case RoomReopened _ -> endedAt = null;
      case ExerciseStarted it ->
          runs.put(it.run(), new RunFacts(it, at, exercises.apply(it.digest())));
      case ExerciseEnded(int number) -> run(number).ifPresent(run -> run.ended(at));
      case StepOpened(var where) -> run(where.run()).ifPresent(run -> run.opened(where.step()));
      case Revealed it -> run(it.where().run()).ifPresent(run -> run.revealed(it));
      case StepLeftClosed(var where, var steps) ->
          run(where.run()).ifPresent(run -> run.leftClosed(steps));
      case RowChosen it -> run(it.where().run()).ifPresent(run -> run.chosen(it.row()));
      case SaidBack it -> run(it.where().run()).ifPresent(run -> run.saidBack(it));
      case TurnConfirmed it -> run(it.where().run()).ifPresent(run -> run.confirmed(it));
      case AgreementSigned it ->
          run(it.where().run()).ifPresent(run -> run.signed(it, happened.by()));
      case SignatureTakenBack it ->
          run(it.where().run()).ifPresent(run -> run.takenBack(it, happened.by()));
      case AgreementMade it -> run(it.where().run()).ifPresent(run -> run.made(it));
      // Answers, chat, pauses, who asked for what, timers: not for a record. What changes the words
      // of an agreement is read by its title.
      case RoomEvent other -> run(other).ifPresent(run -> run.words(other));
    }
  }

  private Optional<RunFacts> run(int number) {
    return Optional.ofNullable(runs.get(number));
  }

  private Optional<RunFacts> run(RoomEvent event) {
    return AgreementFacts.where(event).flatMap(where -> run(where.run()));
  }
}
