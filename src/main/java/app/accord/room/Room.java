package app.accord.room;

import app.accord.exercise.Shelf;
import java.time.Instant;

/** What may happen in a room, and what has: two functions, without a clock, dice or a database. */
public final class Room {
  private Room() {}

  /** The events that a command causes now, or why it is refused. */
  public static Decision decide(RoomState state, Asked asked, Shelf shelf) {
    return new Decision.Refused(Refusal.NOT_RUNNING);
  }

  /** The state after an event. An event is never refused: it has happened. */
  public static RoomState evolve(RoomState state, Told told, Instant at) {
    return state;
  }
}
