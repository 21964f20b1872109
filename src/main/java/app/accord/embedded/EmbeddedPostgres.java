package app.accord.embedded;

import app.accord.db.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A real PostgreSQL in a folder: {@code <dir>/postgres} holds its data, {@code <dir>/postgres.log}
 * its log, {@code <dir>/secrets/postgres-superuser} the password of {@code accord_owner}. It
 * outlives a kill of this process; the next {@link #start} of the same folder takes it over.
 */
public record EmbeddedPostgres(Path dir, int port, String superPassword) implements AutoCloseable {
  /** The superuser of this cluster. Accord itself never connects as it. */
  public static final String SUPERUSER = "postgres";

  private static final String SECRET = "postgres-superuser";

  /**
   * A cluster on that port of the loopback address, or for port 0 on the one it had last, or any.
   */
  public static EmbeddedPostgres start(Path dir, int port) {
    Path home = dir.toAbsolutePath().normalize();
    PostmasterFile left = PostmasterFile.in(data(home));
    if (left.isAlive()) {
      EmbeddedPostgres running =
          new EmbeddedPostgres(home, left.port(), Secrets.in(home).get(SECRET));
      if (running.answersFromHere() && (port == 0 || port == running.port)) {
        return running;
      }
      running.endOrForget(left);
    }
    return begin(home, port == 0 ? lastOrFree(home) : port);
  }

  /** The same port as last time, since Keycloak may still run and look for its tables there. */
  private static int lastOrFree(Path home) {
    try (Stream<String> lines = Files.lines(data(home).resolve("accord.conf"))) {
      return lines
          .filter(line -> line.startsWith("port = "))
          .map(line -> Integer.valueOf(line.substring("port = ".length())))
          .filter(Machine::isFree)
          .findFirst()
          .orElseGet(Machine::freePort);
    } catch (NoSuchFileException e) {
      return Machine.freePort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres begin(Path home, int port) {
    if (!Machine.isFree(port)) {
      throw new CannotStart("Port " + port + " for PostgreSQL is taken: give another one.");
    }
    Secrets secrets = Secrets.in(home);
    EmbeddedPostgres cluster = new EmbeddedPostgres(home, port, secrets.get(SECRET));
    PostgresBinaries programs = PostgresBinaries.unpacked();
    if (!Files.exists(data(home).resolve("PG_VERSION"))) {
      initialise(home, secrets, programs);
    }
    cluster.writeSettings();
    cluster.control(
        programs, "Starting PostgreSQL", "-l", home.resolve("postgres.log").toString(), "start");
    return cluster;
  }

  private static void initialise(Path home, Secrets secrets, PostgresBinaries programs) {
    List<String> initdb =
        List.of(
            programs.program("initdb"),
            "-D",
            data(home).toString(),
            "-U",
            SUPERUSER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + secrets.file(SECRET),
            "--encoding=UTF8",
            "--locale=C");
    Command.must("Making the database", Machine.joined(Machine.withoutRoot(), initdb), 120);
  }

  /**
   * Nothing here trades safety for speed, since the tests that kill the server believe in it. The
   * last three lines keep what people wrote out of the log: a refused statement is logged without
   * its text and without its values.
   */
  private void writeSettings() {
    String settings =
        """
        port = %d
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 200
        log_min_error_statement = panic
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        """
            .formatted(port);
    String include = "include 'accord.conf'";
    try {
      Files.writeString(data(dir).resolve("accord.conf"), settings);
      Path main = data(dir).resolve("postgresql.conf");
      if (!Files.readString(main).contains(include)) {
        Files.writeString(main, include + System.lineSeparator(), StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void control(PostgresBinaries programs, String what, String... words) {
    List<String> line = new ArrayList<>(Machine.withoutRoot());
    line.addAll(List.of(programs.program("pg_ctl"), "-D", data(dir).toString(), "-w", "-t", "60"));
    line.addAll(List.of(words));
    Command.must(what, line, 90);
  }

  /** Is it our data folder that answers on this port, and not somebody else's PostgreSQL? */
  private boolean answersFromHere() {
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      return row.next() && Path.of(row.getString(1)).toRealPath().equals(data(dir).toRealPath());
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  /** Ends a cluster that a killed run left behind in that folder, if there is one. */
  static void endLeft(Path dir) {
    Path home = dir.toAbsolutePath().normalize();
    PostmasterFile left = PostmasterFile.in(data(home));
    if (left.isAlive()) {
      new EmbeddedPostgres(home, left.port(), Secrets.in(home).get(SECRET)).endOrForget(left);
    }
  }

  /** Ends our own; a foreign process that only got the same number is left alone. */
  private void endOrForget(PostmasterFile left) {
    if (answersFromHere() || left.looksLikePostgresOf(data(dir))) {
      stop();
    } else {
      left.forget();
    }
  }

  /**
   * Ends the cluster: running transactions are rolled back, everything committed is on the disk.
   */
  public void stop() {
    if (PostmasterFile.in(data(dir)).isAlive()) {
      control(PostgresBinaries.unpacked(), "Stopping PostgreSQL", "-m", "fast", "stop");
    }
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  /** That database as Accord's gateway wants it, reached as that role. */
  public Postgres at(String database, String user, String password) {
    return new Postgres("127.0.0.1", port, database, user, password, false);
  }

  /** That database, reached as its superuser: for making roles and for tests. */
  public Postgres asSuperuser(String database) {
    return at(database, SUPERUSER, superPassword);
  }

  /** Where JDBC finds that database. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    Properties who = new Properties();
    who.setProperty("user", SUPERUSER);
    who.setProperty("password", superPassword);
    who.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(jdbcUrl(database), who);
  }

  /** Makes the database unless it is there. Names are ours, never somebody's input. */
  public void ensureDatabase(String name) {
    change(
        (connection, statement) -> {
          if (!exists(connection, "pg_database where datname = ?", name)) {
            statement.execute("create database " + name);
          }
        });
  }

  /** Makes a role and a database of the same name that is its own. */
  void ensureDatabaseOf(String name, String password) {
    change(
        (connection, statement) -> {
          if (!exists(connection, "pg_roles where rolname = ?", name)) {
            statement.execute("create role " + name + " login");
          }
          statement.execute(
              "alter role " + name + " password " + statement.enquoteLiteral(password));
          if (!exists(connection, "pg_database where datname = ?", name)) {
            statement.execute("create database " + name + " owner " + name);
          }
        });
  }

  void dropDatabase(String name) {
    change(
        (_, statement) -> statement.execute("drop database if exists " + name + " with (force)"));
  }

  private interface Change {
    void in(Connection connection, Statement statement) throws SQLException;
  }

  private void change(Change change) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      change.in(connection, statement);
    } catch (SQLException e) {
      // Not as the cause: a driver's text may quote the statement, and that may hold a password.
      throw new CannotStart("PostgreSQL refused a change: " + e.getSQLState() + ".");
    }
  }

  private static boolean exists(Connection connection, String rows, String name)
      throws SQLException {
    try (var ask = connection.prepareStatement("select 1 from " + rows)) {
      ask.setString(1, name);
      return ask.executeQuery().next();
    }
  }

  /** Prints itself without the password. */
  @Override
  public String toString() {
    return "EmbeddedPostgres[" + dir + ", port " + port + "]";
  }

  private static Path data(Path home) {
    return home.resolve("postgres");
  }
}
