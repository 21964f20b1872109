package app.accord.testing;

import app.accord.bus.Bus;
import app.accord.db.Db;
import app.accord.http.Caller;
import app.accord.http.SessionWatch;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Live rooms for tests that ask by pages: nobody's session ends. */
public final class TestRooms {
  private static final SessionWatch NEVER_OVER =
      (Caller caller, SessionWatch.Over over) -> () -> {};
  private static final Settings.Limits LIMITS =
      new Settings.Limits(50, 8, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(8));

  private TestRooms() {}

  /** They take commands when this returns. */
  public static Rooms of(
      Vertx vertx, Db db, Journal journal, Library library, Clock clock, List<Follower> followers) {
    Rooms rooms =
        Rooms.of(vertx, new Bus(vertx), db, journal, library, NEVER_OVER, LIMITS, clock, followers);
    Operations.await(rooms.start());
    return rooms;
  }
}
