package app.accord.room;

import app.accord.kernel.CommandId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A command with all that the core may know of the world: who asks, when, who is here, and the
 * case's circumstances. {@code fresh} is a random id for whatever the command makes.
 */
public record Asked(
    CommandId id,
    Seat by,
    RoomCommand command,
    Instant at,
    Set<Seat> here,
    Circumstances circumstances,
    UUID fresh) {}
