package app.accord.room;

import org.jspecify.annotations.Nullable;

/**
 * An event with the seats that it reaches and the seat that it is said to come from. {@code by} is
 * null for what has no author on anybody's screen: a pause began, both have finished.
 */
public record Told(RoomEvent event, @Nullable Seat by, Audience audience) {}
