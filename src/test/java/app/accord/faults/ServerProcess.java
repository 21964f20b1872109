package app.accord.faults;

import app.accord.testing.Ports;
import app.accord.testing.TestPostgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The server as a process of its own, as a practice runs it, to be killed and started again. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Database database;
  private final Path log;
  private final int port = Ports.free();
  private final byte[] key = new byte[32];
  private @Nullable Process process;

  /**
   * @param log where it writes what it has to say
   */
  ServerProcess(Database database, Path log) {
    this.database = database;
    this.log = log;
    new SecureRandom().nextBytes(key);
    // A test run that is itself ended must not leave a server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** The key that wraps all others. */
  byte[] key() {
    return key.clone();
  }

  int port() {
    return port;
  }

  /** Starts it; it can do its work when this returns. */
  void start() {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "app.accord.Main",
            "serve");
    settings(builder);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady(process);
  }

  private void settings(ProcessBuilder builder) {
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("ACCORD_"));
    environment.put("ACCORD_HTTP_PORT", String.valueOf(port));
    environment.put("ACCORD_PUBLIC_URL", "http://localhost:" + port);
    environment.put("ACCORD_DB_HOST", database.asApp().host());
    environment.put("ACCORD_DB_PORT", String.valueOf(database.asApp().port()));
    environment.put("ACCORD_DB_NAME", database.name());
    environment.put("ACCORD_DB_TLS", "no");
    environment.put("ACCORD_DB_PASSWORD", database.asApp().password());
    environment.put("ACCORD_OIDC_ISSUER", "http://localhost:1/realms/nowhere");
    environment.put("ACCORD_OIDC_CLIENT_SECRET", "nobody-signs-in-during-this-test");
    environment.put("ACCORD_KEY", Base64.getEncoder().encodeToString(key));
    environment.put("ACCORD_MAIL_FROM", "hello@practice.localhost");
    environment.put("ACCORD_COMMANDS_PER_SECOND", "1000");
  }

  /** SIGKILL: it can put nothing in order any more. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          throw new AssertionError("the server outlived its kill");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** No event of ours tells when a process listens, so it is asked again and again. */
  private void awaitReady(Process started) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!started.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("the server did not start, see " + log);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private boolean isReady() {
    try {
      var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ready")).build();
      return HTTP.send(ask, BodyHandlers.discarding()).statusCode() < 300;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
