package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedKeycloakIT {

  @Test
  void it_is_taken_over_when_nothing_changed_and_knows_a_changed_realm(@TempDir Path dir)
      throws Exception {
    int port = Machine.freePort();
    try (var postgres = EmbeddedPostgres.start(dir, 0)) {
      var first = EmbeddedKeycloak.start(dir, postgres, port, realm("First name"));
      first.awaitReady();
      assertThat(page(first)).contains("First name");

      var same = EmbeddedKeycloak.start(dir, postgres, port, realm("First name"));
      assertThat(same.pid()).isEqualTo(first.pid());
      assertThat(same.isReady()).isTrue();

      var changed = EmbeddedKeycloak.start(dir, postgres, port, realm("Second name"));
      changed.awaitReady();
      assertThat(changed.pid()).isNotEqualTo(first.pid());
      assertThat(page(changed)).contains("Second name");

      changed.stop();
      assertThat(ProcessHandle.of(changed.pid())).isEmpty();
    }
  }

  @Test
  void those_who_can_sign_in_are_read_from_the_realm_file() throws Exception {
    assertThat(realm("Any").people())
        .containsExactly(new Realm.Person("ada", "Ada Test", "therapist", "only-for-this-test"));
  }

  private static Realm realm(String name) throws Exception {
    return Realm.named("small-realm.json", Map.of("ACCORD_TEST_NAME", name));
  }

  /** The sign-in page shows the realm's name. */
  private static String page(EmbeddedKeycloak keycloak) throws Exception {
    URI address = URI.create(keycloak.issuer() + "/account/");
    try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      URI signIn =
          URI.create(
              keycloak.issuer()
                  + "/protocol/openid-connect/auth?client_id=account&response_type=code&scope=openid"
                  + "&redirect_uri="
                  + address);
      return http.send(HttpRequest.newBuilder(signIn).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
