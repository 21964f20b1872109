package app.accord.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** Brings a database to the state that this program needs. */
public final class Migrations {
  private static final Pattern ROLE = Pattern.compile("accord_(owner|app|sweep)");

  private Migrations() {}

  /**
   * Makes the roles and sets their passwords; needs a superuser, once for each database.
   *
   * @param passwords by role: accord_owner, accord_app, accord_sweep
   */
  public static void prepare(Postgres superuser, Map<String, String> passwords) {
    try (var connection =
            DriverManager.getConnection(
                superuser.jdbcUrl(), superuser.user(), superuser.password());
        var statement = connection.createStatement()) {
      statement.execute(text("/db/roles.sql"));
      for (var entry : passwords.entrySet()) {
        if (!ROLE.matcher(entry.getKey()).matches()) {
          throw new IllegalArgumentException("no role of ours: " + entry.getKey());
        }
        statement.execute(
            "alter role %s password '%s'"
                .formatted(entry.getKey(), entry.getValue().replace("'", "''")));
      }
    } catch (SQLException failure) {
      // Not as the cause: a driver's text may quote the statement, and that holds a password.
      throw new IllegalStateException("The roles could not be made: " + failure.getSQLState());
    }
  }

  /** Runs what is new in db/migration. Several servers may start at once: one does it. */
  public static void run(Postgres owner) {
    Flyway.configure()
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        .schemas("accord_migrations")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  private static String text(String resource) {
    try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(resource + " cannot be read", unreadable);
    }
  }
}
