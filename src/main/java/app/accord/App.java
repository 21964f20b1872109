package app.accord;

import app.accord.bus.Bus;
import app.accord.db.Db;
import app.accord.db.Postgres;
import app.accord.http.Http;
import app.accord.identity.Identity;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import app.accord.room.live.Journal;
import app.accord.room.live.PgJournal;
import app.accord.room.live.Rooms;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server put together from its parts, and taken apart in the opposite order. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final int CONNECTIONS = 16;

  private final Vertx vertx;
  private final Db db;
  private final Identity identity;
  private final Rooms rooms;
  private final Http http;

  private App(Vertx vertx, Settings settings, Clock clock) {
    this.vertx = vertx;
    this.db = Db.of(vertx, postgres(settings.database()), CONNECTIONS);
    var seal = new Seal(db, settings.key().bytes());
    Journal journal = new PgJournal(vertx, db, seal);
    Library library = Library.shipped(db);
    this.identity = Identity.of(vertx, db, seal, settings, Clock.systemUTC());
    this.http = Http.prepare(vertx, settings, identity.doorkeeper(), this::isReady);
    identity.hangUp(http);
    var cases = new Cases(db, seal, journal, library, clock);
    this.rooms =
        Rooms.of(
            vertx,
            new Bus(vertx),
            db,
            journal,
            library,
            identity.watch(),
            settings.limits(),
            clock,
            cases.followers());
    await(rooms.start());
    cases.hangUp(http, rooms);
    http.socket("/api/rooms/:roomId/live", rooms.socket());
    http.start();
  }

  /** Starts it; it listens when this returns. */
  public static App start(Settings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** With another time for all but signing in, which goes by Keycloak's. */
  public static App start(Settings settings, Clock clock) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      return new App(vertx, settings, clock);
    } catch (RuntimeException failed) {
      await(vertx.close());
      throw failed;
    }
  }

  static Postgres postgres(Settings.Database where) {
    return new Postgres(
        where.host(), where.port(), where.name(), "accord_app", where.password(), where.tls());
  }

  /** Fails while the database is away, or is one that could lose what it confirms. */
  private Future<?> isReady() {
    return db.faults()
        .compose(
            faults ->
                faults.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(new IllegalStateException(String.join("; ", faults))));
  }

  /** First those in their rooms are asked to come back, with nothing of theirs half done. */
  @Override
  public void close() {
    await(rooms.close());
    http.close();
    identity.close();
    await(db.close());
    await(vertx.close());
  }

  /** A part that does not end in time must not keep the others. */
  private static void await(Future<Void> end) {
    try {
      end.await(10, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("a part of the server did not end in time");
    }
  }
}
