package app.accord.testing;

import app.accord.embedded.EmbeddedKeycloak;
import app.accord.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One real Keycloak for all tests of this JVM, with the demo's people, in a temporary folder and
 * ended with it. It knows one Accord, at {@link #accordPort}: only one test at a time may listen
 * there.
 */
public final class TestKeycloak {
  private static final String SECRET = "a-secret-between-tests-and-keycloak";

  private TestKeycloak() {}

  /** The shared one; it is ready. */
  public static EmbeddedKeycloak shared() {
    return Shared.KEYCLOAK;
  }

  /** Where the Accord that it knows must listen. */
  public static int accordPort() {
    return Shared.ACCORD_PORT;
  }

  /** As a server is told of it. */
  public static Settings.Keycloak settings() {
    return new Settings.Keycloak(shared().issuer(), shared().issuer(), SECRET);
  }

  /** Its administrator's password. */
  public static String adminPassword() {
    try {
      return Files.readString(Shared.FOLDER.resolve("secrets/" + EmbeddedKeycloak.ADMIN)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final int ACCORD_PORT = Ports.free();
    static final Path FOLDER = folder();
    static final EmbeddedKeycloak KEYCLOAK = begin();

    private static EmbeddedKeycloak begin() {
      EmbeddedKeycloak keycloak =
          EmbeddedKeycloak.start(
              FOLDER,
              TestPostgres.cluster(),
              Ports.free(),
              Map.of(
                  "ACCORD_PUBLIC_URL", "http://localhost:" + ACCORD_PORT,
                  "ACCORD_OIDC_CLIENT_SECRET", SECRET,
                  "ACCORD_MAIL_HOST", "127.0.0.1",
                  "ACCORD_MAIL_PORT", "1",
                  "ACCORD_MAIL_FROM", "hello@accord.localhost"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(keycloak)));
      keycloak.awaitReady();
      return keycloak;
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("accord-test-keycloak-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void end(EmbeddedKeycloak keycloak) {
      keycloak.kill();
      try (Stream<Path> all = Files.walk(FOLDER)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
