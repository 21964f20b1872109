package app.accord.room;

import app.accord.exercise.Step;
import app.accord.room.RoomCommand.Confirm;
import app.accord.room.RoomCommand.FinishSpeaking;
import app.accord.room.RoomCommand.GiveTurn;
import app.accord.room.RoomCommand.KeepWords;
import app.accord.room.RoomCommand.NotQuite;
import app.accord.room.RoomCommand.PassTurn;
import app.accord.room.RoomCommand.SayBack;
import app.accord.room.RoomEvent.NotQuiteSaid;
import app.accord.room.RoomEvent.SaidBack;
import app.accord.room.RoomEvent.SpokenToEnd;
import app.accord.room.RoomEvent.TurnConfirmed;
import app.accord.room.RoomEvent.TurnGiven;
import app.accord.room.RoomEvent.TurnPassed;
import app.accord.room.RoomEvent.Wished;
import app.accord.room.RoomEvent.WordsKept;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns: one speaks, the other listens and says back until it fits, as often as both like.
 *
 * @param turns how many were given so far
 */
record Talking(int turns, @Nullable Turn turn) {
  static final Talking NOBODY = new Talking(0, null);

  enum Part {
    SPEAKING,
    SAYING_BACK,
    CONFIRMING
  }

  /**
   * The turn that is under way.
   *
   * @param attempts how often was said back
   */
  record Turn(int number, Seat speaker, Seat listener, Part part, int attempts) {
    Turn now(Part next, int tries) {
      return new Turn(number, speaker, listener, next, tries);
    }
  }

  static Decision give(Act act, GiveTurn command) {
    return act.atCurrent(
        command.where(),
        Step.Talk.class,
        (_, now) -> {
          List<Seat> partners = act.partners();
          int at = partners.indexOf(command.speaker());
          if (at < 0) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          if (partners.size() < 2) {
            return Act.refuse(Refusal.NOT_BOTH_HERE);
          }
          String step = command.where().step();
          Decision waits =
              Together.waitFor(act, new Wished(Wish.GIVE_TURN, step, command.speaker()));
          Seat listener = partners.get((at + 1) % partners.size());
          return waits != null
              ? waits
              : act.all(
                      new TurnGiven(
                          command.where(), now.talk().turns + 1, command.speaker(), listener))
                  .done();
        });
  }

  static Decision finishSpeaking(Act act, FinishSpeaking command) {
    return inTurn(
        act,
        command.where(),
        turn ->
            act.by() == turn.speaker && turn.part == Part.SPEAKING
                ? act.all(new SpokenToEnd(command.where(), turn.number)).done()
                : Act.refuse(Refusal.NOT_YOUR_TURN));
  }

  static Decision sayBack(Act act, SayBack command) {
    return inTurn(
        act,
        command.where(),
        turn -> {
          if (act.by() != turn.listener || turn.part != Part.SAYING_BACK) {
            return Act.refuse(Refusal.NOT_YOUR_TURN);
          }
          String text = cleaned(command.text());
          Refusal misfit = misfit(text);
          return misfit != null
              ? Act.refuse(misfit)
              : act.all(new SaidBack(command.where(), turn.number, turn.attempts + 1, text)).done();
        });
  }

  static Decision confirm(Act act, Confirm command) {
    return inTurn(
        act,
        command.where(),
        turn ->
            act.by() == turn.speaker && turn.part == Part.CONFIRMING
                ? act.all(new TurnConfirmed(command.where(), turn.number)).done()
                : Act.refuse(Refusal.NOT_YOUR_TURN));
  }

  static Decision notQuite(Act act, NotQuite command) {
    return inTurn(
        act,
        command.where(),
        turn -> {
          if (act.by() != turn.speaker || turn.part != Part.CONFIRMING) {
            return Act.refuse(Refusal.NOT_YOUR_TURN);
          }
          String text = cleaned(command.text());
          Refusal misfit = misfit(text);
          return misfit != null
              ? Act.refuse(misfit)
              : act.all(new NotQuiteSaid(command.where(), turn.number, text)).done();
        });
  }

  /** By the room: who passed is not said. */
  static Decision pass(Act act, PassTurn command) {
    return inTurn(
        act,
        command.where(),
        turn ->
            act.by() == turn.speaker || act.by() == turn.listener
                ? act.room(new TurnPassed(command.where(), turn.number)).done()
                : Act.refuse(Refusal.NOT_YOUR_TURN));
  }

  static Decision keep(Act act, KeepWords command) {
    return act.at(
        command.where(),
        Step.Talk.class,
        (_, _) -> {
          String text = Words.clean(command.text());
          Refusal misfit = Words.misfit(text, Words.IN_A_TALK);
          return misfit != null
              ? Act.refuse(misfit)
              : act.author(new WordsKept(command.where(), text)).done();
        });
  }

  /** While one speaks in a turn, the other's words wait in their own field. */
  static boolean mayAlsoChat(RoomState state, Seat by) {
    Run run = state.run();
    if (run == null || run.current() == null || run.phase() != Run.Phase.RUNNING) {
      return true;
    }
    Turn turn = run.step(run.current()).talk().turn;
    return turn == null || turn.part != Part.SPEAKING || turn.speaker == by;
  }

  private static Decision inTurn(Act act, Where where, Function<Turn, Decision> decide) {
    return act.atCurrent(
        where,
        Step.Talk.class,
        (_, now) -> {
          Turn turn = now.talk().turn;
          return turn == null ? Act.refuse(Refusal.NOT_YOUR_TURN) : decide.apply(turn);
        });
  }

  private static @Nullable String cleaned(@Nullable String text) {
    return text == null ? null : Words.clean(text);
  }

  private static @Nullable Refusal misfit(@Nullable String text) {
    return text == null ? null : Words.misfit(text, Words.IN_A_TALK);
  }

  Talking given(TurnGiven event) {
    return new Talking(
        event.turn(), new Turn(event.turn(), event.speaker(), event.listener(), Part.SPEAKING, 0));
  }

  Talking spoken() {
    return turn == null ? this : new Talking(turns, turn.now(Part.SAYING_BACK, turn.attempts));
  }

  Talking saidBack(int attempt) {
    return turn == null ? this : new Talking(turns, turn.now(Part.CONFIRMING, attempt));
  }

  Talking over() {
    return new Talking(turns, null);
  }
}
