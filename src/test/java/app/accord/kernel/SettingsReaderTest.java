package app.accord.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsReaderTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "ACCORD_PUBLIC_URL", "https://room.practice.test",
          "ACCORD_DB_PASSWORD", "0c9b57e0a7d14a0bb8c1",
          "ACCORD_OIDC_ISSUER", "https://sign-in.practice.test/realms/accord",
          "ACCORD_OIDC_CLIENT_SECRET", "b41e8a0c55f24f8f9f0e",
          "ACCORD_KEY", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
          "ACCORD_MAIL_FROM", "hello@practice.test");

  @Test
  void what_must_be_said_is_enough() {
    assertThat(SettingsReader.forServer(GOOD))
        .isInstanceOfSatisfying(
            SettingsReader.Outcome.Good.class,
            good -> {
              Settings settings = (Settings) good.settings();
              assertThat(settings.keycloak().internal()).isEqualTo(settings.keycloak().issuer());
              assertThat(settings.limits().staffIdle()).isEqualTo(Duration.ofMinutes(15));
            });
  }

  @Test
  void an_empty_environment_is_told_every_missing_key_at_once() {
    assertThat(mistakes(Map.of()))
        .hasSize(GOOD.size())
        .allMatch(line -> line.contains(" is missing"));
  }

  @Test
  void mistakes_of_every_kind_come_together() {
    var wrong =
        mistakes(
            with(
                Map.of(
                    "ACCORD_HTTP_PORT", "eighty",
                    "ACCORD_DB_PORT", "70000",
                    "ACCORD_DB_TLS", "maybe",
                    "ACCORD_PUBLIC_URL", "http://room.practice.test",
                    "ACCORD_KEY", "c2hvcnQ=",
                    "ACCORD_SESSION_LIMITS", "30m",
                    "ACCORD_DB_PASWORD", "typo")));
    assertThat(wrong)
        .anyMatch(line -> line.startsWith("ACCORD_HTTP_PORT must be a number"))
        .anyMatch(line -> line.startsWith("ACCORD_DB_PORT must be between"))
        .anyMatch(line -> line.startsWith("ACCORD_DB_TLS must be yes or no"))
        .anyMatch(line -> line.startsWith("ACCORD_PUBLIC_URL must be an https"))
        .anyMatch(line -> line.startsWith("ACCORD_KEY must be 32 bytes"))
        .anyMatch(line -> line.startsWith("ACCORD_SESSION_LIMITS must be three times"))
        .anyMatch(line -> line.startsWith("ACCORD_DB_PASWORD is not a setting"))
        .hasSize(7);
  }

  @Test
  void a_secret_of_a_demo_is_refused() {
    assertThat(mistakes(with(Map.of("ACCORD_OIDC_CLIENT_SECRET", "accord-demo-client-secret"))))
        .singleElement()
        .asString()
        .contains("ACCORD_OIDC_CLIENT_SECRET looks like the secret of a demo");
    assertThat(mistakes(with(Map.of("ACCORD_DB_PASSWORD", "postgres")))).hasSize(1);
    assertThat(mistakes(with(Map.of("ACCORD_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))))
        .hasSize(1);
  }

  @Test
  void no_mistake_quotes_a_value_since_it_may_be_a_secret_under_the_wrong_key() {
    assertThat(mistakes(with(Map.of("ACCORD_HTTP_PORT", "canary", "ACCORD_KEY", "canary!"))))
        .noneMatch(line -> line.contains("canary"));
  }

  @Test
  void a_secret_may_lie_in_a_file(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("key"), GOOD.get("ACCORD_KEY") + "\n");
    var environment = new HashMap<>(GOOD);
    environment.remove("ACCORD_KEY");
    environment.put("ACCORD_KEY_FILE", file.toString());
    assertThat(mistakes(environment)).isEmpty();
    environment.put("ACCORD_KEY", GOOD.get("ACCORD_KEY"));
    assertThat(mistakes(environment)).singleElement().asString().contains("not both");
  }

  @Test
  void settings_print_themselves_without_secrets() {
    var good = SettingsReader.forServer(GOOD);
    assertThat(good.toString())
        .contains("room.practice.test")
        .doesNotContain(GOOD.get("ACCORD_DB_PASSWORD"))
        .doesNotContain(GOOD.get("ACCORD_OIDC_CLIENT_SECRET"));
  }

  @Test
  void migrating_wants_the_owner_and_nothing_that_the_server_needs() {
    assertThat(SettingsReader.forMigration(Map.of()))
        .isInstanceOfSatisfying(
            SettingsReader.Outcome.Wrong.class,
            wrong ->
                assertThat(wrong.mistakes().toString())
                    .contains("ACCORD_DB_OWNER_PASSWORD is missing")
                    .doesNotContain("ACCORD_KEY"));
  }

  @Test
  void there_are_fewer_than_twenty_and_each_has_its_reason() {
    assertThat(Setting.values()).hasSizeLessThan(20).allMatch(key -> key.reason().endsWith("."));
  }

  private static List<String> mistakes(Map<String, String> environment) {
    return switch (SettingsReader.forServer(environment)) {
      case SettingsReader.Outcome.Good<?> _ -> List.of();
      case SettingsReader.Outcome.Wrong<?> wrong -> wrong.mistakes();
    };
  }

  private static Map<String, String> with(Map<String, String> changed) {
    var all = new HashMap<>(GOOD);
    all.putAll(changed);
    return all;
  }
}
