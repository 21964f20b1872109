package app.accord.faults;

import app.accord.App;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.Settings;
import app.accord.testing.TestPostgres.Database;
import app.accord.testing.TestSettings;
import app.accord.testing.Tickets;
import java.net.URI;
import java.time.Duration;

/** All of Accord in this process, as it is put together for real. */
final class WholeServer implements AutoCloseable {
  final Database database;
  private final URI address;
  private final App app;

  private WholeServer(Database database, Settings settings) {
    this.database = database;
    this.address = settings.http().publicUrl();
    this.app = App.start(settings);
  }

  static WholeServer start(Database database) {
    Settings some = TestSettings.onFreePort();
    var app = database.asApp();
    return new WholeServer(
        database,
        new Settings(
            some.http(),
            new Settings.Database(app.host(), app.port(), app.database(), false, app.password()),
            some.keycloak(),
            some.key(),
            some.mail(),
            new Settings.Limits(
                1000, 5, Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12))));
  }

  /** Somebody's browser, signed in. */
  Page page(RoomId room, PersonId person, String role) {
    return new Page(address, room, Tickets.cookie(database, person, role));
  }

  @Override
  public void close() {
    app.close();
  }
}
