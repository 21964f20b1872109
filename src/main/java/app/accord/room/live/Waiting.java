package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import org.jspecify.annotations.Nullable;

/**
 * A command that waits for its turn.
 *
 * @param member who gets the answer; null: nobody waits for one
 * @param since a monotonic time in nanoseconds
 */
record Waiting(
    CommandId id,
    Seat seat,
    PersonId person,
    RoomCommand command,
    @Nullable Member member,
    long since) {}
