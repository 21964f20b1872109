package app.accord.room;

import app.accord.room.RoomCommand.GiveFloor;
import app.accord.room.RoomCommand.Say;
import app.accord.room.RoomCommand.SetTimer;
import app.accord.room.RoomCommand.ShowOnStage;
import app.accord.room.RoomEvent.FloorGiven;
import app.accord.room.RoomEvent.HelpAsked;
import app.accord.room.RoomEvent.Said;
import app.accord.room.RoomEvent.StageCleared;
import app.accord.room.RoomEvent.StageShown;
import app.accord.room.RoomEvent.TimerCleared;
import app.accord.room.RoomEvent.TimerSet;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The chat, the floor, the timer, and what was brought along from homework. What was said is not
 * kept here: nothing is decided by it.
 *
 * @param floor who speaks; null: anybody
 * @param staged whether something from homework is on the stage
 */
record Speech(@Nullable Seat floor, @Nullable TimerSet timer, boolean staged) {
  static final Speech FREE = new Speech(null, null, false);
  private static final int SHORTEST = 10;
  private static final int LONGEST = 2 * 60 * 60;

  static Decision say(Act act, Say command) {
    if (restsFor(act)) {
      return Act.refuse(Refusal.ROOM_IS_PAUSED);
    }
    if (!isFree(act)) {
      return Act.refuse(Refusal.NOT_YOUR_TURN);
    }
    String text = Words.clean(command.text());
    Refusal misfit = Words.misfit(text, Words.SAID);
    return misfit != null ? Act.refuse(misfit) : act.all(new Said(text)).done();
  }

  /** In a pause without the therapist, partners can write: nobody else could end it for them. */
  private static boolean restsFor(Act act) {
    Rest rest = act.state().rest();
    return rest.with() != null || (rest.paused() && act.isHere(Seat.THERAPIST));
  }

  private static boolean isFree(Act act) {
    Seat by = act.by();
    if (by.isStaff()) {
      return true;
    }
    Seat floor = act.state().speech().floor;
    return (floor == null || floor == by) && Talking.mayAlsoChat(act.state(), by);
  }

  static Decision askForHelp(Act act) {
    return act.authorAndTherapist(new HelpAsked()).done();
  }

  static Decision giveFloor(Act act, GiveFloor command) {
    Seat to = command.to();
    if (to != null && !(act.isIn(to) && act.asked().circumstances().seats().contains(to))) {
      return Act.refuse(Refusal.BAD_VALUE);
    }
    return to == act.state().speech().floor ? act.done() : act.all(new FloorGiven(to)).done();
  }

  static Decision setTimer(Act act, SetTimer command) {
    return command.seconds() < SHORTEST || command.seconds() > LONGEST
        ? Act.refuse(Refusal.BAD_VALUE)
        : act.all(new TimerSet(act.asked().at(), command.seconds())).done();
  }

  static Decision addMinute(Act act) {
    Instant now = act.asked().at();
    TimerSet timer = act.state().speech().timer;
    if (timer == null || !end(timer).isAfter(now)) {
      return act.all(new TimerSet(now, 60)).done();
    }
    return timer.seconds() + 60 > LONGEST
        ? Act.refuse(Refusal.BAD_VALUE)
        : act.all(new TimerSet(timer.from(), timer.seconds() + 60)).done();
  }

  static Decision clearTimer(Act act) {
    return stopTimer(act).done();
  }

  static Act stopTimer(Act act) {
    return act.state().speech().timer == null ? act : act.all(new TimerCleared());
  }

  /** After a rest: what was left of the timer when the rest began. */
  static void goOnWithTimer(Act act, Instant restedSince) {
    TimerSet timer = act.state().speech().timer;
    if (timer != null && end(timer).isAfter(restedSince)) {
      long left = Duration.between(restedSince, end(timer)).plusMillis(999).toSeconds();
      act.all(new TimerSet(act.asked().at(), (int) left));
    }
  }

  static Decision showOnStage(Act act, ShowOnStage command) {
    return command.answers().isEmpty()
        ? Act.refuse(Refusal.NOTHING_TO_OPEN)
        : act.all(new StageShown(command.digest(), command.step(), command.answers())).done();
  }

  static Decision clearStage(Act act) {
    return withoutStage(act).done();
  }

  /** Whoever goes on to a step has done with what was on the stage. */
  static Act withoutStage(Act act) {
    return act.state().speech().staged ? act.all(new StageCleared()) : act;
  }

  private static Instant end(TimerSet timer) {
    return timer.from().plusSeconds(timer.seconds());
  }

  Speech withFloor(@Nullable Seat to) {
    return new Speech(to, timer, staged);
  }

  Speech withTimer(@Nullable TimerSet now) {
    return new Speech(floor, now, staged);
  }

  Speech withStage(boolean now) {
    return new Speech(floor, timer, now);
  }
}
