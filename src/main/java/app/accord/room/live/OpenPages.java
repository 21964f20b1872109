package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import java.util.concurrent.ConcurrentHashMap;

/** How many sockets each person has open in each room, over all event loops. */
final class OpenPages {
  private final int most;
  private final ConcurrentHashMap<Page, Integer> open = new ConcurrentHashMap<>();

  private record Page(PersonId person, RoomId room) {}

  OpenPages(int most) {
    this.most = most;
  }

  boolean take(PersonId person, RoomId room) {
    if (open.merge(new Page(person, room), 1, Integer::sum) <= most) {
      return true;
    }
    giveBack(person, room);
    return false;
  }

  void giveBack(PersonId person, RoomId room) {
    open.computeIfPresent(new Page(person, room), (_, count) -> count == 1 ? null : count - 1);
  }
}
