package app.accord.testing;

import app.accord.kernel.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Settings of a server under test. */
public final class TestSettings {
  private static final String NOWHERE = "http://localhost:1/realms/accord";

  private TestSettings() {}

  /** On a free port of this machine, with nothing behind it. */
  public static Settings onFreePort() {
    return onFreePort(new Settings.Keycloak(URI.create(NOWHERE), URI.create(NOWHERE), "none"));
  }

  /** On a free port of this machine, with that Keycloak. */
  public static Settings onFreePort(Settings.Keycloak keycloak) {
    return on(Ports.free(), keycloak);
  }

  /** On that port, with that Keycloak. */
  public static Settings on(int port, Settings.Keycloak keycloak) {
    return new Settings(
        new Settings.Http(
            "127.0.0.1", port, URI.create("http://localhost:" + port), Optional.empty()),
        new Settings.Database("127.0.0.1", 1, "none", false, "none"),
        keycloak,
        new Settings.Key(Base64.getEncoder().encodeToString(new byte[32])),
        new Settings.Mail("127.0.0.1", 1, "hello@accord.localhost"),
        new Settings.Limits(
            20, 5, Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12)));
  }
}
