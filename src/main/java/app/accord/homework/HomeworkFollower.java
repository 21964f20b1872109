package app.accord.homework;

import app.accord.db.Db;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the others of the case read what somebody has given to all, as its author's act. Before that
 * they have no seat in the room, so that they do not even find that it is there.
 */
public final class HomeworkFollower implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(HomeworkFollower.class);

  private final Db db;

  public HomeworkFollower(Db db) {
    this.db = db;
  }

  @Override
  public void committed(
      RoomId room, CoupleId couple, PersonId therapist, List<Journal.Entry> entries) {
    for (Journal.Entry entry : entries) {
      PersonId author = entry.person();
      if (author != null && entry.event() instanceof RoomEvent.GivenToAll) {
        seatReaders(author, room)
            // What fails here is made up for when the author next looks.
            .onFailure(
                why -> LOG.warn("readers not seated room={} why={}", room, why.getMessage()));
      }
    }
  }

  private Future<Integer> seatReaders(PersonId author, RoomId room) {
    return db.as(author, tx -> HomeworkStore.seatReaders(tx, room));
  }
}
