package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.KeycloakAdmin;
import app.accord.testing.TestKeycloak;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both variants as a real Keycloak holds them (S-41), not as the file says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealmIT {
  private static final String SHIPPED = "shipped";
  private static final KeycloakAdmin ADMIN = new KeycloakAdmin();
  private static JsonObject shipped = new JsonObject();
  private static JsonObject demo = new JsonObject();

  @BeforeAll
  static void import_the_shipped_one_beside_the_demos() throws Exception {
    String file = Realm.shipped(Map.of()).file();
    for (var value :
        Map.of(
                "ACCORD_PUBLIC_URL", "https://accord.example.org",
                "ACCORD_OIDC_CLIENT_SECRET", "a-secret-of-this-test",
                "ACCORD_MAIL_HOST", "127.0.0.1",
                "ACCORD_MAIL_PORT", "25",
                "ACCORD_MAIL_FROM", "hello@example.org")
            .entrySet()) {
      file = file.replace("${" + value.getKey() + "}", value.getValue());
    }
    ADMIN.addRealm(file.replace("\"realm\": \"accord\",", "\"realm\": \"" + SHIPPED + "\","));
    shipped = ADMIN.realm(SHIPPED);
    demo = ADMIN.realm("accord");
  }

  static Stream<JsonObject> both() {
    return Stream.of(shipped, demo);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static JsonObject client(JsonObject realm, String id) {
    return objects(realm.getJsonArray("clients")).stream()
        .filter(each -> id.equals(each.getString("clientId")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("both")
  void tokens_and_codes_are_short_lived_and_guessing_is_slow(JsonObject realm) {
    assertThat(realm.getInteger("accessTokenLifespan")).isLessThanOrEqualTo(300);
    assertThat(realm.getInteger("accessCodeLifespan")).isLessThanOrEqualTo(60);
    assertThat(realm.getBoolean("bruteForceProtected")).isTrue();
    assertThat(realm.getBoolean("permanentLockout")).isFalse();
    assertThat(realm.getInteger("maxFailureWaitSeconds")).isLessThanOrEqualTo(900);
    assertThat(realm.getBoolean("registrationAllowed")).isFalse();
    assertThat(realm.getBoolean("rememberMe")).isFalse();
    assertThat(realm.getString("loginTheme")).isEqualTo("accord");
  }

  @ParameterizedTest
  @MethodSource("both")
  void accord_can_be_signed_in_to_in_one_way_only(JsonObject realm) {
    JsonObject accord = client(realm, "accord");
    String url = accord.getString("baseUrl").replaceFirst("/$", "");
    assertThat(accord.getJsonArray("redirectUris"))
        .isEqualTo(new JsonArray().add(url + "/auth/callback"));
    assertThat(accord.getJsonArray("webOrigins")).isEqualTo(new JsonArray());
    assertThat(accord.getBoolean("publicClient")).isFalse();
    assertThat(accord.getBoolean("standardFlowEnabled")).isTrue();
    assertThat(accord.getBoolean("implicitFlowEnabled")).isFalse();
    assertThat(accord.getBoolean("directAccessGrantsEnabled")).isFalse();
    assertThat(accord.getBoolean("serviceAccountsEnabled")).isFalse();
    assertThat(accord.getBoolean("fullScopeAllowed")).isFalse();
    assertThat(accord.getJsonArray("optionalClientScopes")).isEqualTo(new JsonArray());
    JsonObject attributes = accord.getJsonObject("attributes");
    assertThat(attributes.getString("pkce.code.challenge.method")).isEqualTo("S256");
    assertThat(attributes.getString("post.logout.redirect.uris")).isEqualTo(url + "/signin");
    assertThat(attributes.getString("backchannel.logout.url"))
        .isEqualTo(url + "/auth/back-channel");
    assertThat(attributes.getString("backchannel.logout.session.required")).isEqualTo("true");
  }

  @ParameterizedTest
  @MethodSource("both")
  void no_other_client_lets_anybody_in(JsonObject realm) {
    assertThat(objects(realm.getJsonArray("clients")))
        .allSatisfy(
            each -> {
              assertThat(each.getJsonArray("redirectUris").encode()).doesNotContain("*");
              assertThat(each.getBoolean("directAccessGrantsEnabled")).isFalse();
              assertThat(each.getBoolean("implicitFlowEnabled")).isFalse();
            })
        .filteredOn(each -> each.getBoolean("publicClient"))
        .allSatisfy(each -> assertThat(each.getBoolean("enabled")).isFalse());
  }

  @ParameterizedTest
  @MethodSource("both")
  void nobody_gets_a_role_by_being_there(JsonObject realm) {
    assertThat(objects(realm.getJsonObject("roles").getJsonArray("realm")))
        .filteredOn(role -> role.getString("name").startsWith("default-roles-"))
        .allSatisfy(
            role ->
                assertThat(role.getJsonObject("composites", new JsonObject()).encode())
                    .doesNotContain(
                        "uma_authorization", "therapist", "client\"", "practice-admin"));
  }

  @Test
  void nobody_gets_a_token_that_outlives_the_sign_in() throws Exception {
    JsonObject accord = client(demo, "accord");
    String back = accord.getJsonArray("redirectUris").getString(0);
    URI address =
        URI.create(
            TestKeycloak.shared().issuer()
                + "/protocol/openid-connect/auth?client_id=accord&response_type=code"
                + "&scope=openid%20offline_access&code_challenge_method=S256&code_challenge="
                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                + back);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .startsWith(back)
          .contains("error=invalid_scope");
    }
  }

  @Test
  void without_pkce_nobody_signs_in() throws Exception {
    String back = client(demo, "accord").getJsonArray("redirectUris").getString(0);
    URI address =
        URI.create(
            TestKeycloak.shared().issuer()
                + "/protocol/openid-connect/auth?client_id=accord&response_type=code&scope=openid&redirect_uri="
                + back);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .contains("error=invalid_request");
    }
  }

  @Test
  void the_shipped_one_wants_tls_and_a_second_factor_of_staff() throws Exception {
    assertThat(shipped.getString("sslRequired")).isEqualTo("all");
    assertThat(shipped.getString("browserFlow")).isEqualTo("accord sign-in");
    JsonObject factor =
        objects(shipped.getJsonArray("authenticationFlows")).stream()
            .filter(flow -> "accord second factor".equals(flow.getString("alias")))
            .findFirst()
            .orElseThrow();
    assertThat(objects(factor.getJsonArray("authenticationExecutions")))
        .extracting(each -> each.getString("authenticator"), each -> each.getString("requirement"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("conditional-user-role", "REQUIRED"),
            org.assertj.core.groups.Tuple.tuple("auth-otp-form", "REQUIRED"));
    assertThat(objects(shipped.getJsonObject("roles").getJsonArray("realm")))
        .filteredOn(role -> List.of("therapist", "practice-admin").contains(role.getString("name")))
        .hasSize(2)
        .allSatisfy(
            role ->
                assertThat(role.getJsonObject("composites").getJsonArray("realm"))
                    .isEqualTo(new JsonArray().add("staff")));
    assertThat(shipped.getString("passwordPolicy")).contains("length(15)");
    assertThat(Realm.shipped(Map.of()).people()).isEmpty();
  }

  @Test
  void the_shipped_one_answers_nothing_in_clear() throws Exception {
    URI address =
        URI.create(
            TestKeycloak.shared().address()
                + "/realms/"
                + SHIPPED
                + "/protocol/openid-connect/auth?client_id=accord&response_type=code&scope=openid"
                + "&redirect_uri=https://accord.example.org/auth/callback");
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.body()).contains("HTTPS required").doesNotContain("kc-form-login");
    }
  }

  @Test
  void the_demo_has_its_seven_people_and_no_second_factor() throws Exception {
    assertThat(demo.getString("sslRequired")).isEqualTo("external");
    assertThat(demo.getString("browserFlow")).isEqualTo("browser");
    assertThat(Realm.demo(Map.of()).people())
        .extracting(Realm.Person::login)
        .containsExactly("marta", "noor", "daniel", "lena", "marcus", "jonas", "ines");
    assertThat(ADMIN.idOf("noor")).isEqualTo("6b1f0c52-0001-4000-8000-000000000002");
  }
}
