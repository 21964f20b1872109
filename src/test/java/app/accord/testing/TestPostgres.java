package app.accord.testing;

import app.accord.db.Migrations;
import app.accord.db.Postgres;
import app.accord.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One PostgreSQL for all tests of this JVM, in a temporary folder, ended with it. Roles belong to
 * the cluster, so migrations of two databases meet the same roles: they must create them only if
 * missing.
 */
public final class TestPostgres {
  private static final String PREFIX = "accord-test-postgres-";
  private static final Map<String, String> PASSWORDS =
      Map.of(
          "accord_owner",
          "owner-of-all-these-tests",
          "accord_app",
          "app-of-all-these-tests",
          "accord_sweep",
          "sweep-of-all-these-tests");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestPostgres() {}

  /** A database of one test. The roles exist once {@link #migratedDatabase} was asked for one. */
  public record Database(EmbeddedPostgres cluster, String name) {
    /** As the server connects. */
    public Postgres asApp() {
      return cluster.at(name, "accord_app", PASSWORDS.get("accord_app"));
    }

    /** As migrations connect. */
    public Postgres asOwner() {
      return cluster.at(name, "accord_owner", PASSWORDS.get("accord_owner"));
    }

    /** As the cleaning job connects. */
    public Postgres asSweep() {
      return cluster.at(name, "accord_sweep", PASSWORDS.get("accord_sweep"));
    }

    /** As nobody in Accord connects: sees everything, for looking behind the policies. */
    public Postgres asSuperuser() {
      return cluster.asSuperuser(name);
    }

    /** A JDBC connection of the superuser. */
    public Connection connect() throws SQLException {
      return cluster.connect(name);
    }
  }

  /**
   * The shared cluster. Whoever stops it spoils the other tests: for that, start one of your own.
   */
  public static EmbeddedPostgres cluster() {
    return Shared.CLUSTER;
  }

  /** An empty database that no other test sees. */
  public static Database freshDatabase() {
    return copyOf("template0");
  }

  /** A database with all roles and tables, and no rows: a copy of one that was migrated once. */
  public static Database migratedDatabase() {
    Database copy = copyOf(Migrated.TEMPLATE.name());
    // What may be done with a database is not copied with it.
    prepare(copy);
    return copy;
  }

  private static synchronized void prepare(Database database) {
    Migrations.prepare(database.asSuperuser(), PASSWORDS);
  }

  private static Database copyOf(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection connection = cluster().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
      return new Database(cluster(), name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Migrated {
    static final Database TEMPLATE = make();

    private static Database make() {
      Database template = freshDatabase();
      prepare(template);
      Migrations.run(template.asOwner());
      return template;
    }
  }

  private static final class Shared {
    static final EmbeddedPostgres CLUSTER = begin();
  }

  private static EmbeddedPostgres begin() {
    try {
      Path temp = Path.of(System.getProperty("java.io.tmpdir"));
      endWhatKilledRunsLeft(temp);
      Path dir = Files.createDirectory(temp.resolve(PREFIX + ProcessHandle.current().pid()));
      EmbeddedPostgres cluster = EmbeddedPostgres.start(dir, 0);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cluster, dir)));
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedPostgres cluster, Path dir) {
    cluster.stop();
    delete(dir);
  }

  /** A test run that was killed leaves its cluster running; each would hold memory for ever. */
  private static void endWhatKilledRunsLeft(Path temp) throws IOException {
    try (Stream<Path> entries = Files.list(temp)) {
      entries.filter(TestPostgres::isOrphan).forEach(dir -> end(handleOf(dir), dir));
    }
  }

  private static boolean isOrphan(Path dir) {
    String name = dir.getFileName().toString();
    return name.startsWith(PREFIX)
        && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
  }

  private static EmbeddedPostgres handleOf(Path dir) {
    return new EmbeddedPostgres(dir, 0, "");
  }

  private static void delete(Path dir) {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
