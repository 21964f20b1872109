package app.accord.room;

import app.accord.room.RoomCommand.SpeakAlone;
import app.accord.room.RoomEvent.AloneTurnGiven;
import app.accord.room.RoomEvent.CameBackTogether;
import app.accord.room.RoomEvent.PauseAsked;
import app.accord.room.RoomEvent.PauseBegan;
import app.accord.room.RoomEvent.PauseEnded;
import app.accord.room.RoomEvent.Wished;
import app.accord.room.RoomEvent.WordAloneAsked;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the room rests: in a pause, and while the therapist speaks with one partner alone.
 *
 * @param since when it began to rest; the timer stood still from then on
 * @param askedPause who asked; nobody but the therapist learns it, as with {@code askedAlone}
 * @param with the partner whose turn alone it is
 * @param had those who had theirs
 */
record Rest(
    @Nullable Instant since,
    boolean paused,
    Set<Seat> askedPause,
    Set<Seat> askedAlone,
    @Nullable Seat with,
    Set<Seat> had) {
  static final Rest NONE = new Rest(null, false, Set.of(), Set.of(), null, Set.of());

  boolean isOn() {
    return paused || with != null;
  }

  static Decision askPause(Act act) {
    Rest rest = act.state().rest();
    if (!rest.askedPause.contains(act.by())) {
      act.authorAndTherapist(new PauseAsked());
    }
    return rest.paused ? act.done() : act.room(new PauseBegan()).done();
  }

  static Decision endPause(Act act) {
    if (!act.state().rest().paused) {
      return act.done();
    }
    Decision waits = Together.waitFor(act, new Wished(Wish.END_PAUSE, null, null));
    return waits != null ? waits : wake(act, new PauseEnded());
  }

  static Decision askWordAlone(Act act) {
    return act.state().rest().askedAlone.contains(act.by())
        ? act.done()
        : act.authorAndTherapist(new WordAloneAsked()).done();
  }

  static Decision speakAlone(Act act, SpeakAlone command) {
    if (!act.partners().contains(command.with())) {
      return Act.refuse(Refusal.BAD_VALUE);
    }
    return command.with() == act.state().rest().with
        ? act.done()
        : act.room(new AloneTurnGiven(command.with())).done();
  }

  /** Only after a turn with each: otherwise it would show who had asked. */
  static Decision backTogether(Act act) {
    Rest rest = act.state().rest();
    if (rest.with == null) {
      return act.done();
    }
    boolean each = act.partners().stream().filter(act::isHere).allMatch(rest.had::contains);
    return each ? wake(act, new CameBackTogether()) : Act.refuse(Refusal.NOT_WITH_EACH_YET);
  }

  private static Decision wake(Act act, RoomEvent event) {
    Instant since = act.state().rest().since;
    act.room(event);
    if (since != null && !act.state().rest().isOn()) {
      Speech.goOnWithTimer(act, since);
    }
    return act.done();
  }

  Rest pauseAsked(Seat by) {
    return new Rest(since, paused, Copies.with(askedPause, by), askedAlone, with, had);
  }

  Rest pauseBegan(Instant at) {
    return new Rest(isOn() ? since : at, true, askedPause, askedAlone, with, had);
  }

  Rest pauseEnded() {
    return new Rest(with == null ? null : since, false, Set.of(), askedAlone, with, had);
  }

  Rest aloneAsked(Seat by) {
    return new Rest(since, paused, askedPause, Copies.with(askedAlone, by), with, had);
  }

  Rest alone(Seat now, Instant at) {
    return new Rest(
        isOn() ? since : at, paused, askedPause, askedAlone, now, Copies.with(had, now));
  }

  Rest together() {
    return new Rest(paused ? since : null, paused, askedPause, Set.of(), null, Set.of());
  }
}
