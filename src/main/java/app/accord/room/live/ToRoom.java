package app.accord.room.live;

import app.accord.kernel.RoomId;
import com.fasterxml.jackson.databind.JsonNode;

/** What a socket tells the room; all that changes a room arrives there as a message. */
sealed interface ToRoom {
  RoomId room();

  /** A socket has taken its seat. */
  record Join(RoomId room, Member member) implements ToRoom {}

  /** A socket is gone. */
  record Leave(RoomId room, Member member) implements ToRoom {}

  /** Somebody asks for something. */
  record Do(RoomId room, Member member, Inbound.Do asked) implements ToRoom {}

  /** Something passing, for whoever is here. */
  record Pass(RoomId room, Member member, String to, JsonNode data) implements ToRoom {}
}
