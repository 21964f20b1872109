package app.accord.embedded;

import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.exercise.Step;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.room.Circumstances;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.room.live.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A session of the past, gone through again by the rules of the room, so that its journal says what
 * a real one would. Nobody writes anything private in it.
 */
final class DemoSession {
  private static final int BETWEEN_SECONDS = 120;

  private final Shelf shelf;
  private final DemoPlay play;
  private Instant at;

  private DemoSession(Shelf shelf, DemoPlay play, Instant startsAt) {
    this.shelf = shelf;
    this.play = play;
    this.at = startsAt;
  }

  /**
   * What was done in a session.
   *
   * @param learned a line that one offered at the end and the other kept
   */
  record Script(Optional<String> exercise, Optional<Agreed> agreed, Optional<String> learned) {
    Script(Optional<String> exercise, Optional<Agreed> agreed) {
      this(exercise, agreed, Optional.empty());
    }

    Script learning(String line) {
      return new Script(exercise, agreed, Optional.of(line));
    }
  }

  /** What was written down and signed in it. */
  record Agreed(String name, List<String> lines, int reviewDays) {}

  static Journal.Batch journal(
      RoomId room, DemoCouple couple, Instant startsAt, Script script, Shelf shelf) {
    var people =
        Map.of(
            Seat.PARTNER_1, couple.one().id(),
            Seat.PARTNER_2, couple.two().id(),
            Seat.THERAPIST, DemoCouple.MARTA.id());
    var circumstances = Circumstances.session(people.keySet(), couple.secrets(), 2, DemoDates.ZONE);
    var play = new DemoPlay(shelf, people, circumstances);
    new DemoSession(shelf, play, startsAt).play(people, script);
    return play.journal(room);
  }

  private void play(Map<Seat, PersonId> people, Script script) {
    people.keySet().stream().sorted().forEach(seat -> ask(seat, new RoomCommand.Arrive()));
    ask(Seat.THERAPIST, new RoomCommand.OpenRoom());
    script.exercise().ifPresent(id -> exercise(id, script));
    ask(Seat.THERAPIST, new RoomCommand.CloseRoom());
  }

  private void exercise(String id, Script script) {
    Exercise exercise = shelf.current(id).orElseThrow();
    ask(Seat.THERAPIST, new RoomCommand.StartExercise(id, List.of(), true));
    for (Step step : exercise.steps()) {
      switch (step) {
        case Step.Ground _, Step.Read _, Step.Talk _ -> open(step);
        case Step.Agree _ when script.agreed().isPresent() -> {
          open(step);
          agree(new Where(1, step.id(), 1), script.agreed().get());
        }
        case Step.Closing closing when script.learned().isPresent() && closing.keepALine() -> {
          open(step);
          learn(new Where(1, step.id(), 1), script.learned().get());
        }
        // What was asked alone was spoken of, or left out: there are no words to make up.
        case Step.Agree _, Step.Asking _, Step.Reveal _ -> {}
      }
    }
    ask(Seat.THERAPIST, new RoomCommand.EndExercise());
  }

  private void open(Step step) {
    ask(Seat.THERAPIST, new RoomCommand.OpenStep(step.id()));
  }

  private void agree(Where where, Agreed agreed) {
    ask(Seat.PARTNER_1, new RoomCommand.NameAgreement(where, agreed.name()));
    for (int i = 0; i < agreed.lines().size(); i++) {
      Seat author = i % 2 == 0 ? Seat.PARTNER_1 : Seat.PARTNER_2;
      ask(author, new RoomCommand.AddLine(where, Ids.random(), agreed.lines().get(i)));
    }
    ask(Seat.PARTNER_2, new RoomCommand.SetReviewDay(where, agreed.reviewDays()));
    String digest = Agreement.digest(agreed.name(), agreed.lines());
    ask(Seat.PARTNER_1, new RoomCommand.Sign(where, digest));
    ask(Seat.PARTNER_2, new RoomCommand.Sign(where, digest));
  }

  private void learn(Where where, String text) {
    UUID line = Ids.random();
    ask(Seat.PARTNER_2, new RoomCommand.OfferLine(where, line, text));
    ask(Seat.PARTNER_1, new RoomCommand.KeepLine(where, line));
  }

  private void ask(Seat by, RoomCommand command) {
    play.ask(by, at, command);
    at = at.plusSeconds(BETWEEN_SECONDS);
  }
}
