package app.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/room/0197c0de-0000-7000-8000-000000000001",
        "/couples/0197c0de-0000-7000-8000-000000000001/sessions",
        "/exercises/trust-or-control/edit",
        "/me",
      })
  void a_route_of_the_app_is_kept(String route) {
    assertThat(Target.of(route)).isEqualTo(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "%2f%2fevil.example",
        "/%2fevil.example",
        "/%5cevil.example",
        "/a//evil",
        "/a/../b",
        "/.well-known",
        "/room?x=1",
        "/room#x",
        "/room\nSet-Cookie: a=b",
        "/room ",
        "/ROOM",
        "javascript:alert(1)",
        "/auth/login",
        "/api/session",
        "/signin",
        "",
        "/a/b/c/d/e",
      })
  void anything_else_becomes_the_start_page(String other) {
    assertThat(Target.of(other)).isEqualTo("/");
  }

  @Test
  void nothing_asked_is_the_start_page() {
    assertThat(Target.of(null)).isEqualTo("/");
  }
}
