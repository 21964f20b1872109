package app.accord.room.live;

import app.accord.kernel.Settings;
import app.accord.library.Library;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What every room of this node works with. */
record Parts(
    Journal journal,
    Library library,
    PlaceStore places,
    List<Follower> followers,
    Settings.Limits limits,
    Clock clock) {

  /** To the millisecond: what is told live must be what is read again from the database. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** For waits: no clock that somebody sets can stretch or cut them. */
  long nanos() {
    return System.nanoTime();
  }
}
