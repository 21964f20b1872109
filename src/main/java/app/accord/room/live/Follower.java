package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import java.util.List;

/** Wants to know what has been committed, for pages that are made from journals. */
@FunctionalInterface
public interface Follower {
  /**
   * Called after the commit, once for each batch, outside the mailbox: it must not block and what
   * it throws reaches nobody. A node that dies in between never calls: a follower must be able to
   * make up for that.
   *
   * @param therapist who holds the therapist's seat now: on whose behalf the follower may write
   */
  void committed(RoomId room, CoupleId couple, PersonId therapist, List<Journal.Entry> entries);
}
