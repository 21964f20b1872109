package app.accord;

import app.accord.db.Db;
import app.accord.db.Postgres;
import app.accord.kernel.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
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

  private App(Vertx vertx, Db db) {
    this.vertx = vertx;
    this.db = db;
  }

  /** Starts it; it listens when this returns. */
  public static App start(Settings settings) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Db db = Db.of(vertx, postgres(settings.database()), CONNECTIONS);
    return new App(vertx, db);
  }

  static Postgres postgres(Settings.Database where) {
    return new Postgres(
        where.host(), where.port(), where.name(), "accord_app", where.password(), where.tls());
  }

  @Override
  public void close() {
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
