package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.SettingsReader;
import app.accord.kernel.SettingsReader.Outcome;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretsTest {
  @TempDir private Path home;

  @Test
  void a_secret_stays_the_same_and_no_two_are_alike() {
    Secrets secrets = Secrets.in(home);
    assertThat(secrets.get("one")).isEqualTo(Secrets.in(home).get("one"));
    assertThat(secrets.get("one")).isNotEqualTo(secrets.get("other"));
    assertThat(Base64.getDecoder().decode(secrets.base64("one"))).hasSize(32);
  }

  /** Copied from the demo's folder to a practice's server, every one of them is refused. */
  @Test
  void serve_refuses_each_secret_of_a_demo() {
    Secrets secrets = Secrets.in(home);
    var environment =
        Map.of(
            "ACCORD_PUBLIC_URL",
            "https://room.practice.test",
            "ACCORD_DB_PASSWORD_FILE",
            secrets.file("accord_app").toString(),
            "ACCORD_OIDC_ISSUER",
            "https://sign-in.practice.test/realms/accord",
            "ACCORD_OIDC_CLIENT_SECRET",
            secrets.get("oidc-client"),
            "ACCORD_KEY",
            secrets.base64("key-encryption-key"),
            "ACCORD_MAIL_FROM",
            "hello@practice.test");
    assertThat(mistakes(environment))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("ACCORD_DB_PASSWORD looks like the secret of a demo"))
        .anyMatch(line -> line.startsWith("ACCORD_OIDC_CLIENT_SECRET looks like the secret of a"))
        .anyMatch(line -> line.startsWith("ACCORD_KEY is the key of a demo"));
  }

  private static List<String> mistakes(Map<String, String> environment) {
    return switch (SettingsReader.forServer(environment)) {
      case Outcome.Good<?> _ -> List.of();
      case Outcome.Wrong<?> wrong -> wrong.mistakes();
    };
  }
}
