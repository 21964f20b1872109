package app.accord.room;

/** All that has happened in a room, folded. Immutable. */
public record RoomState() {
  public static final RoomState EMPTY = new RoomState();
}
