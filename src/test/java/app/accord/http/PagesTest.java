package app.accord.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
  private static final Map<String, byte[]> FILES =
      Stream.of(
              "index.html",
              "sw.js",
              "assets/app-Ab1_-xYz.js",
              "assets/app-Ab1_-xYz.js.br",
              "assets/app-Ab1_-xYz.js.map",
              "assets/plain.css",
              ".env.txt",
              "assets/.hidden.js",
              "secret.pem")
          .collect(Collectors.toMap(name -> name, name -> ("[" + name + "]").getBytes(UTF_8)));

  private static Vertx vertx;
  private static int port;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.route().handler(Pages.of(FILES)::serveApp);
    port =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await().actualPort();
  }

  @AfterAll
  static void end() {
    vertx.close().await();
  }

  private static String get(String path, String more) throws IOException {
    return RawLine.ask(
        port, "GET " + path + " HTTP/1.1\nHost: here\nConnection: close\n" + more + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/room/0197c0de-0000-7000-8000-000000000001", "/anything", "/index.html"})
  void every_address_of_the_app_is_its_shell(String path) throws Exception {
    assertThat(get(path, ""))
        .startsWith("HTTP/1.1 200")
        .endsWith("[index.html]")
        .doesNotContain("immutable");
  }

  @Test
  void what_carries_its_hash_is_kept_for_ever_and_what_does_not_is_asked_for_again()
      throws Exception {
    assertThat(get("/assets/app-Ab1_-xYz.js", ""))
        .contains("immutable", "text/javascript", "Vary: Accept-Encoding")
        .endsWith("[assets/app-Ab1_-xYz.js]");
    assertThat(get("/sw.js", "")).contains("Cache-Control: no-cache");
    assertThat(get("/assets/plain.css", "")).contains("Cache-Control: no-cache");
  }

  @Test
  void the_smaller_form_goes_to_those_who_take_it() throws Exception {
    assertThat(get("/assets/app-Ab1_-xYz.js", "Accept-Encoding: gzip, br\n"))
        .contains("Content-Encoding: br", "text/javascript")
        .endsWith("[assets/app-Ab1_-xYz.js.br]");
    assertThat(get("/assets/app-Ab1_-xYz.js", "Accept-Encoding: gzip\n"))
        .doesNotContain("Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/app-Ab1_-xYz.js.map",
        "/assets/app-Ab1_-xYz.js.br",
        "/.env.txt",
        "/assets/.hidden.js",
        "/secret.pem",
        "/assets/%2ehidden.js",
        "/assets/..%2f.env.txt",
        "/assets/../.env.txt",
        "/assets/..%5c.env.txt",
        "//secret.pem",
        "/missing.js",
      })
  void nothing_else_is_served(String path) throws Exception {
    assertThat(get(path, "")).startsWith("HTTP/1.1 404");
  }
}
