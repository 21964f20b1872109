package app.accord.session;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the pages of sessions true while rooms are live. */
public final class SessionFollower implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(SessionFollower.class);

  private final JournalPages pages;

  public SessionFollower(JournalPages pages) {
    this.pages = pages;
  }

  @Override
  public void committed(
      RoomId room, CoupleId couple, PersonId therapist, List<Journal.Entry> entries) {
    follow(room, therapist, entries)
        // What fails here is made up for when the therapist next looks.
        .onFailure(
            failure -> LOG.warn("pages are behind room={} why={}", room, failure.getMessage()));
  }

  /** Done when the pages are. */
  Future<Void> follow(RoomId room, PersonId therapist, List<Journal.Entry> entries) {
    return entries.stream().anyMatch(entry -> JournalFacts.counts(entry.event()))
        ? pages.follow(therapist, room)
        : Future.succeededFuture();
  }
}
