package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Keycloak as a child process: {@code <dir>/keycloak} is its home, {@code
 * <dir>/keycloak.log} its log, its data lie in the database {@code keycloak} of the PostgreSQL
 * given. It outlives a kill of this process; the next start takes it over if it is the one that
 * would be started anyway.
 */
public final class EmbeddedKeycloak implements AutoCloseable {
  /** Who may change anything at this Keycloak; the password is the secret of the same name. */
  public static final String ADMIN = "keycloak-admin";

  private static final String DATABASE = "keycloak";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Path dir;
  private final int port;
  private final int managementPort;
  private final ProcessHandle process;

  private EmbeddedKeycloak(Path dir, int port, int managementPort, ProcessHandle process) {
    this.dir = dir;
    this.port = port;
    this.managementPort = managementPort;
    this.process = process;
  }

  /**
   * Starts it, or takes it over; it may need a while until it is {@link #awaitReady ready}.
   *
   * @param values what stands for {@code ${NAME}} in the realm file
   */
  public static EmbeddedKeycloak start(
      Path dir, EmbeddedPostgres postgres, int port, Map<String, String> values) {
    try {
      return start(dir.toAbsolutePath().normalize(), postgres, port, Realm.demo(values));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedKeycloak start(Path dir, EmbeddedPostgres postgres, int port, Realm realm)
      throws IOException {
    Path home = dir.resolve("keycloak");
    Map<String, String> with = startedWith(postgres, port, realm);
    Optional<LeftRunning> left = LeftRunning.in(runFile(dir));
    Optional<ProcessHandle> running =
        left.flatMap(it -> it.process(KeycloakProgram.homeFlag(home)));
    if (running.isPresent() && left.orElseThrow().startedWith().equals(with)) {
      return new EmbeddedKeycloak(dir, port, left.orElseThrow().port(), running.get());
    }
    running.ifPresent(LeftRunning::end);
    if (!Machine.isFree(port)) {
      throw new CannotStart(
          "Port "
              + port
              + " for Keycloak is taken: stop what uses it, or give another one with"
              + " -Daccord.port.");
    }
    return begin(dir, home, postgres, port, realm, with);
  }

  /** Ends a Keycloak that a killed run left behind in that folder, if there is one. */
  static void endLeft(Path dir) throws IOException {
    Path home = dir.toAbsolutePath().normalize();
    LeftRunning.in(runFile(home))
        .flatMap(left -> left.process(KeycloakProgram.homeFlag(home.resolve("keycloak"))))
        .ifPresent(LeftRunning::end);
  }

  private static EmbeddedKeycloak begin(
      Path dir,
      Path home,
      EmbeddedPostgres postgres,
      int port,
      Realm realm,
      Map<String, String> with)
      throws IOException {
    KeycloakProgram.layOut(home);
    realm.placeThemes(home.resolve("themes"));
    realm.placeFile(home.resolve("data/import"));
    Secrets secrets = Secrets.in(dir);
    forgetAnotherRealm(home, postgres, realm);
    postgres.ensureDatabaseOf(DATABASE, secrets.get("keycloak-database"));
    int management = Machine.freePort();
    ProcessBuilder builder =
        new ProcessBuilder(KeycloakProgram.command(home, words(port, management)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve("keycloak.log").toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("KC_"));
    builder.environment().putAll(realm.values());
    builder.environment().putAll(environment(postgres, secrets));
    Process process = builder.start();
    process.getOutputStream().close();
    LeftRunning.note(runFile(dir), process.pid(), management, with);
    return new EmbeddedKeycloak(dir, port, management, process.toHandle());
  }

  private static List<String> words(int port, int management) {
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        // Given to the build it is not kept; without it ports of a cluster stand open to the
        // network.
        "--cache=local",
        "--http-enabled=true",
        "--hostname=http://localhost:" + port,
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + management,
        "--log-console-color=false");
  }

  private static Map<String, String> environment(EmbeddedPostgres postgres, Secrets secrets) {
    return Map.of(
        "KC_DB_URL", postgres.jdbcUrl(DATABASE),
        "KC_DB_USERNAME", DATABASE,
        "KC_DB_PASSWORD", secrets.get("keycloak-database"),
        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(ADMIN));
  }

  /**
   * Keycloak imports a realm that it does not know and never looks at the file again. So when the
   * file is another one, its database starts anew; people keep their ids, since the file gives
   * them.
   */
  private static void forgetAnotherRealm(Path home, EmbeddedPostgres postgres, Realm realm)
      throws IOException {
    Path known = home.resolve("realm.digest");
    if (Files.exists(known) && !Files.readString(known).equals(realm.digest())) {
      postgres.dropDatabase(DATABASE);
    }
    Files.writeString(known, realm.digest());
  }

  private static Map<String, String> startedWith(EmbeddedPostgres postgres, int port, Realm realm) {
    return new TreeMap<>(
        Map.of(
            "port", String.valueOf(port),
            "postgres", String.valueOf(postgres.port()),
            "realm", realm.digest(),
            "look", realm.look()));
  }

  /** The realm's address, for browsers and for us. */
  public URI issuer() {
    return URI.create("http://localhost:" + port + "/realms/accord");
  }

  /** Where its administrators' interface is. */
  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** Waits until it answers, or says where to read why it does not. */
  public void awaitReady() {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new CannotStart("Keycloak did not start: see " + dir.resolve("keycloak.log") + ".");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  boolean isReady() {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Ends it. */
  public void stop() {
    LeftRunning.end(process);
    try {
      Files.deleteIfExists(runFile(dir));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends it at once, for whoever throws its data away: its own way takes long without a database.
   */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The same as {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  private static Path runFile(Path dir) {
    return dir.resolve("keycloak.run");
  }
}
