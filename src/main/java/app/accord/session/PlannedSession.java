package app.accord.session;

import app.accord.kernel.CoupleId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A session of a case.
 *
 * @param state as the journal left it
 * @param signed the therapist's record of it is signed
 * @param planned ids of the exercises that were put in beforehand
 * @param done ids of those that were done in it
 */
public record PlannedSession(
    SessionId id,
    CoupleId couple,
    RoomId room,
    int number,
    Instant startsAt,
    int minutes,
    Place place,
    State state,
    boolean signed,
    List<String> planned,
    List<String> done) {

  /** How long before the planned time each partner may come and wait alone. */
  public static final Duration DOORS = Duration.ofMinutes(10);

  /** A session that nobody closes is over then, counted from its planned end (decisions.md 30). */
  private static final Duration LEFT_OPEN = Duration.ofHours(4);

  /** In one room, or over the practice's call link. */
  public enum Place {
    ROOM,
    CALL;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Place of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  /** How far it is. That doors open is a matter of the clock and stored nowhere. */
  public enum State {
    PLANNED,
    DOORS_OPEN,
    OPEN,
    CLOSED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  public Instant doorsOpenAt() {
    return startsAt.minus(DOORS);
  }

  public State stateAt(Instant now) {
    return state == State.PLANNED && !now.isBefore(doorsOpenAt()) ? State.DOORS_OPEN : state;
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }

  /** It goes on, or is still to come. */
  public boolean isAhead(Instant now) {
    return !isClosed() && now.isBefore(startsAt.plus(Duration.ofMinutes(minutes)).plus(LEFT_OPEN));
  }

  PlannedSession withDoorShut() {
    return new PlannedSession(
        id, couple, room, number, startsAt, minutes, place, State.PLANNED, signed, planned, done);
  }

  /** What a page names: what was done, once it is over; before that what was put in. */
  List<String> exercises() {
    return isClosed() ? done : planned;
  }
}
