package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that may reach a room's mailbox. Whatever changes a room comes as one of these, one at a
 * time: so nothing in there needs a lock.
 */
sealed interface ToRoom {
  RoomId room();

  /**
   * A socket takes its seat.
   *
   * @param after the member's last number, of the journal that {@code epoch} names; null for all
   */
  record Join(
      RoomId room, Member member, Table.Policy policy, @Nullable Long after, @Nullable UUID epoch)
      implements ToRoom {}

  record Leave(RoomId room, Member member) implements ToRoom {}

  record Do(RoomId room, Member member, CommandId id, RoomCommand command) implements ToRoom {}

  /**
   * A command from a page instead of a socket.
   *
   * @param answer empty once it is committed, or else why it was refused
   */
  record Request(
      RoomId room,
      Place place,
      PersonId person,
      CommandId id,
      RoomCommand command,
      Promise<Optional<Problem>> answer)
      implements ToRoom {}

  /**
   * @param to null: all
   */
  record Pass(RoomId room, Member member, @Nullable Seat to, JsonNode data) implements ToRoom {}

  /**
   * Time has passed: what is due by now shall happen.
   *
   * @param answer completed once it has
   */
  record Due(RoomId room, Place place, Promise<Optional<Problem>> answer) implements ToRoom {}

  /** Somebody's seat, or what was agreed, may have changed. */
  record LookAgain(RoomId room) implements ToRoom {}
}
