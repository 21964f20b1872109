package app.accord.room.live;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all rooms of a server share. */
record Shared(
    Journal journal,
    RoomStore store,
    Library library,
    List<Follower> followers,
    Clock clock,
    LongSupplier nanos,
    Times times) {
  private static final Logger LOG = LoggerFactory.getLogger(Shared.class);

  /** No finer than the journal keeps it: live and after a reload an event has the same time. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A database that hangs without its line being broken never answers, so somebody has to stop
   * waiting.
   */
  <T> Future<T> inTime(Future<T> answer) {
    return answer.timeout(times.answer().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A page that cannot follow is no reason for a room to stand still. */
  void follow(RoomId room, CoupleId couple, PersonId therapist, List<Journal.Entry> entries) {
    for (Follower follower : followers) {
      try {
        follower.committed(room, couple, therapist, entries);
      } catch (RuntimeException failure) {
        LOG.error("a follower failed room={} why={}", room, failure.getClass().getName());
      }
    }
  }
}
