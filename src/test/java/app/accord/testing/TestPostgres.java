package app.accord.testing;

import app.accord.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One PostgreSQL for all tests of this JVM, in a temporary folder, ended with it. Roles belong to
 * the cluster, so migrations of two databases meet the same roles: they must create them only if
 * missing.
 */
public final class TestPostgres {
  private static final String PREFIX = "accord-test-postgres-";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestPostgres() {}

  /** A database of one test. */
  public record Database(EmbeddedPostgres cluster, String name) {
    public String jdbcUrl() {
      return cluster.jdbcUrl(name);
    }

    public int port() {
      return cluster.port();
    }

    public String owner() {
      return EmbeddedPostgres.OWNER;
    }

    public String ownerPassword() {
      return cluster.ownerPassword();
    }

    /** A connection of {@code accord_owner}, the superuser. */
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

  /** A copy of a database to which nobody is connected: faster than migrating once more. */
  public static Database copyOf(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection connection = cluster().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
      return new Database(cluster(), name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
