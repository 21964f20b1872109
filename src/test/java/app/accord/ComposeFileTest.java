package app.accord;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.Setting;
import app.accord.kernel.SettingsReader;
import app.accord.kernel.SettingsReader.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A key that the server does not know, or lacks, shows here and not on a practice's first day. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComposeFileTest {
  private static final Path FILE = Path.of("docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:\\?[^}]+)?}");
  private static final JsonNode COMPOSE = read();

  @Test
  void the_server_gets_every_needed_key_and_no_other() {
    Set<String> given = keys("app");
    assertThat(given).allMatch(ComposeFileTest::isKnown);
    assertThat(Setting.values())
        .filteredOn(key -> key.usual().isEmpty() && key != Setting.ACCORD_DB_OWNER_PASSWORD)
        .allSatisfy(key -> assertThat(given).containsAnyOf(key.name(), key + Setting.FILE));
  }

  @Test
  void only_the_migration_holds_the_password_of_the_tables_owner() {
    assertThat(keys("migrate"))
        .contains("ACCORD_DB_OWNER_PASSWORD_FILE")
        .allMatch(ComposeFileTest::isKnown);
    assertThat(keys("app")).noneMatch(key -> key.contains("OWNER"));
    assertThat(COMPOSE.at("/services/app/secrets").toString()).doesNotContain("owner");
  }

  /** As the server itself reads it, with the values of .env.example and a file for each secret. */
  @Test
  void both_would_start_with_what_they_are_given(@TempDir Path secrets) throws IOException {
    assertThat(SettingsReader.forServer(environment("app", secrets)))
        .isInstanceOf(Outcome.Good.class);
    assertThat(SettingsReader.forMigration(environment("migrate", secrets)))
        .isInstanceOf(Outcome.Good.class);
  }

  @Test
  void no_secret_has_a_default_and_none_stands_in_a_file() throws IOException {
    assertThat(Files.readString(FILE)).doesNotContain(":-");
    for (String service : names(COMPOSE.path("services"))) {
      COMPOSE
          .at("/services/" + service + "/environment")
          .properties()
          .forEach(
              each -> {
                if (each.getKey().matches(".*(PASSWORD|SECRET|KEY)(_FILE)?")) {
                  assertThat(each.getValue().asText())
                      .as(each.getKey())
                      .startsWith("/run/secrets/");
                }
              });
    }
    assertThat(dotEnv().keySet()).noneMatch(key -> key.matches(".*(PASSWORD|KEY).*"));
  }

  @Test
  void every_variable_says_what_to_do_when_it_is_missing_and_is_in_the_example()
      throws IOException {
    Matcher variables = VARIABLE.matcher(Files.readString(FILE));
    Set<String> seen = new HashSet<>();
    while (variables.find()) {
      assertThat(variables.group(2)).as(variables.group(1)).startsWith(":?Say in .env");
      seen.add(variables.group(1));
    }
    assertThat(seen).isEqualTo(dotEnv().keySet());
  }

  @Test
  void every_secret_that_is_used_is_a_file_and_the_script_makes_it() throws IOException {
    String script = Files.readString(Path.of("deploy/make-secrets.sh"));
    Set<String> declared = names(COMPOSE.path("secrets"));
    assertThat(declared).allSatisfy(name -> assertThat(script).contains(name));
    for (JsonNode service : COMPOSE.path("services")) {
      assertThat(texts(service.path("secrets"))).isSubsetOf(declared);
      Matcher used = Pattern.compile("/run/secrets/(\\w+)").matcher(service.toString());
      while (used.find()) {
        assertThat(texts(service.path("secrets"))).contains(used.group(1));
      }
    }
  }

  @Test
  void every_service_that_stays_has_a_health_check_and_a_pinned_version() {
    for (JsonNode service : COMPOSE.path("services")) {
      assertThat(service.path("image").asText()).matches(".+:v?\\d+\\.\\d+.*");
      assertThat(service.has("healthcheck") || service.has("build")).isTrue();
    }
    assertThat(Path.of("Dockerfile")).content().contains("HEALTHCHECK").contains("USER 10001");
  }

  @Test
  void a_practice_runs_the_keycloak_that_the_tests_run() throws IOException {
    Matcher version =
        Pattern.compile("<keycloak.version>(.+)</keycloak.version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Path.of("Dockerfile"))
        .content()
        .contains("quay.io/keycloak/keycloak:" + version.group(1) + " AS sign-in");
  }

  /**
   * What a placeholder of the realm file lacks, Keycloak would leave as it stands, and say nothing.
   */
  @Test
  void keycloak_gets_every_value_that_the_realm_file_names() throws IOException {
    Matcher names =
        Pattern.compile("\\$\\{(ACCORD_\\w+)}")
            .matcher(Files.readString(Path.of("src/main/resources/keycloak/accord-realm.json")));
    String keycloak = COMPOSE.at("/services/keycloak").toString();
    assertThat(names.results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(keycloak).contains(name));
  }

  private static boolean isKnown(String key) {
    return Stream.of(Setting.values())
        .anyMatch(
            known ->
                key.equals(known.name()) || (known.secret() && key.equals(known + Setting.FILE)));
  }

  private static Map<String, String> environment(String service, Path secrets) throws IOException {
    Map<String, String> variables = dotEnv();
    Map<String, String> environment = new HashMap<>();
    for (String key : keys(service)) {
      String raw = COMPOSE.at("/services/" + service + "/environment/" + key).asText();
      String value =
          VARIABLE.matcher(raw).replaceAll(found -> variables.getOrDefault(found.group(1), ""));
      environment.put(key, value.startsWith("/run/secrets/") ? secret(secrets, value) : value);
    }
    return environment;
  }

  private static String secret(Path folder, String path) throws IOException {
    String text =
        path.endsWith("accord_key")
            ? "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="
            : "0c9b57e0a7d14a0bb8c1f4f07bd2b8e4";
    return Files.writeString(folder.resolve(Path.of(path).getFileName().toString()), text)
        .toString();
  }

  private static Map<String, String> dotEnv() throws IOException {
    return Files.readAllLines(Path.of(".env.example")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static Set<String> keys(String service) {
    return names(COMPOSE.at("/services/" + service + "/environment"));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    return new ArrayList<>(
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList());
  }

  private static JsonNode read() {
    try {
      Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
      return new ObjectMapper().valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
