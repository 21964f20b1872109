package app.accord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.accord.http.Doorkeeper.Entry;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.Role;
import app.accord.kernel.Settings;
import app.accord.testing.TestSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpTest {
  private static final String ROOM = "0197c0de-0000-7000-8000-000000000001";
  private static final Caller NOOR =
      new Caller(new PersonId(UUID.randomUUID()), Set.of(Role.CLIENT), "ab");
  private static final String OURS = "X-Accord: 1\nSec-Fetch-Site: same-origin\n";

  private static Vertx vertx;
  private static Http http;
  private static int port;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    Settings settings = TestSettings.onFreePort();
    port = settings.http().port();
    Doorkeeper doorkeeper =
        request ->
            Future.succeededFuture(
                switch (request.getHeader("Cookie")) {
                  case "noor" -> new Entry.In(NOOR);
                  case "locked" -> new Entry.Locked(NOOR);
                  case null, default -> new Entry.Nobody();
                });
    http = Http.prepare(vertx, settings, doorkeeper, Future::succeededFuture);
    http.on("putDraft", call -> Future.succeededFuture(Reply.empty()))
        .on(
            "getDrafts",
            call -> Future.succeededFuture(Reply.ok(Map.of("room", call.uuid("roomId")))))
        .on("getToday", call -> Future.failedFuture(new IllegalStateException("what she wrote")))
        .socket("/api/rooms/:roomId/live", (caller, request) -> echo(request));
    http.unanswered().forEach(id -> http.on(id, call -> Future.succeededFuture(Reply.notFound())));
    http.start();
  }

  private static void echo(io.vertx.core.http.HttpServerRequest request) {
    String room = request.getParam("roomId");
    request
        .toWebSocket()
        .onSuccess(socket -> socket.writeTextMessage(room).eventually(socket::close));
  }

  @AfterAll
  static void end() {
    http.close();
    vertx.close().await();
  }

  private static String ask(String text) throws IOException {
    return RawLine.ask(
        port, text.replaceFirst("\n", "\nHost: localhost:" + port + "\nConnection: close\n"));
  }

  private static String put(String headers, String body) throws IOException {
    return ask(
        "PUT /api/rooms/%s/drafts/step.1 HTTP/1.1\nCookie: noor\n%sContent-Length: %d\n\n%s"
            .formatted(ROOM, headers, body.length(), body));
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  @Test
  void what_fits_the_contract_reaches_its_operation() throws Exception {
    assertThat(ask("GET /api/rooms/" + ROOM + "/drafts HTTP/1.1\nCookie: noor\n\n"))
        .startsWith("HTTP/1.1 200")
        .endsWith("{\"room\":\"" + ROOM + "\"}");
    assertThat(status(put(OURS + "Content-Type: application/json\n", "{\"text\":\"a\"}")))
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"author\":\"other\"}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":7}",
        "{}",
        "[]",
        "",
        "null",
        "{\"text\":\"a\"} {}",
        "{\"text\":[[[[[[[[[1]]]]]]]]]}",
        "{\"text\":\"\u00ff\"}",
      })
  void what_does_not_fit_is_refused_without_being_quoted(String body) throws Exception {
    String answer = put(OURS + "Content-Type: application/json\n", body);
    assertThat(status(answer)).isEqualTo(400);
    assertThat(answer)
        .contains("Content-Type: application/problem+json")
        .endsWith(
            "{\"type\":\"/problems/bad-request\",\"status\":400,\"title\":\"This does not fit the contract\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0197c0de", "%2e%2e", "zzzzzzzz-0000-7000-8000-000000000001"})
  void an_address_that_does_not_fit_is_refused(String room) throws Exception {
    assertThat(status(ask("GET /api/rooms/" + room + "/drafts HTTP/1.1\nCookie: noor\n\n")))
        .isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Sec-Fetch-Site: same-origin;Content-Type: application/json | 403",
        "X-Accord: 1;Content-Type: application/json | 403",
        "X-Accord: 2;Sec-Fetch-Site: same-origin;Content-Type: application/json | 403",
        "X-Accord: 1;Sec-Fetch-Site: same-site;Content-Type: application/json | 403",
        "X-Accord: 1;Sec-Fetch-Site: cross-site;Origin: http://localhost:PORT;Content-Type: application/json | 403",
        "X-Accord: 1;Sec-Fetch-Site: none;Content-Type: application/json | 403",
        "X-Accord: 1;Origin: http://localhost:PORT;Content-Type: application/json | 204",
        "X-Accord: 1;Origin: http://LOCALHOST:PORT;Content-Type: application/json | 403",
        "X-Accord: 1;Origin: https://localhost:PORT;Content-Type: application/json | 403",
        "X-Accord: 1;Origin: http://localhost:PORT.evil.example;Content-Type: application/json | 403",
        "X-Accord: 1;Origin: null;Content-Type: application/json | 403",
        "X-Accord: 1;Sec-Fetch-Site: same-origin | 415",
        "X-Accord: 1;Sec-Fetch-Site: same-origin;Content-Type: text/plain | 415",
        "X-Accord: 1;Sec-Fetch-Site: same-origin;Content-Type: multipart/form-data; boundary=x | 415",
        "X-Accord: 1;Sec-Fetch-Site: same-origin;Content-Type: application/x-www-form-urlencoded | 415",
        "X-Accord: 1;Sec-Fetch-Site: same-origin;Content-Type: application/json; charset=utf-16 | 415",
        "X-Accord: 1;Sec-Fetch-Site: same-origin;Content-Type: application/json; charset=UTF-8 | 204",
      })
  void only_our_own_pages_change_anything(String headers, int status) throws Exception {
    String lines =
        headers.replace("; ", "~").replace(";", "\n").replace("~", "; ").replace("PORT", "" + port);
    assertThat(status(put(lines + "\n", "{\"text\":\"a\"}"))).isEqualTo(status);
  }

  @Test
  void a_forged_request_is_refused_before_its_body_is_read() throws Exception {
    // The body never comes: an answer that waited for it would not come either.
    assertThat(
            status(
                ask(
                    "PUT /api/rooms/"
                        + ROOM
                        + "/drafts/a HTTP/1.1\nCookie: noor\nContent-Length: 9000\n\n")))
        .isEqualTo(403);
  }

  @Test
  void without_a_session_no_body_is_read_and_locked_is_said() throws Exception {
    String rest = OURS + "Content-Type: application/json\nContent-Length: 9000\n\n";
    String line = "PUT /api/rooms/" + ROOM + "/drafts/a HTTP/1.1\n";
    assertThat(status(ask(line + rest))).isEqualTo(401);
    assertThat(ask(line + "Cookie: locked\n" + rest))
        .startsWith("HTTP/1.1 423")
        .contains("/problems/locked");
  }

  @Test
  void too_much_is_refused_by_its_announcement_and_by_its_arrival() throws Exception {
    String line =
        "PUT /api/rooms/"
            + ROOM
            + "/drafts/a HTTP/1.1\nCookie: noor\n"
            + OURS
            + "Content-Type: application/json\n";
    assertThat(status(ask(line + "Content-Length: 65537\n\n"))).isEqualTo(413);
    String chunk = "8000\n" + "x".repeat(0x8000) + "\n";
    assertThat(status(ask(line + "Transfer-Encoding: chunked\n\n" + chunk + chunk + "1\nx\n")))
        .isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/nothing, 404",
    "GET /auth/nothing, 404",
    "POST /api/session, 405",
    "DELETE /api/today, 405",
    "TRACE /, 405",
    "TRACE /api/session, 405",
    "OPTIONS /api/session, 405",
    "BREW /coffee, 405",
    "POST /somewhere, 405",
    "GET /missing.js, 404",
    "GET /assets/app.js.map, 404",
    "GET /.git/config, 404",
    "GET /%2e%2e/%2e%2e/etc/passwd.txt, 404",
    "GET /..%5c..%5cwindows.txt, 404",
    "GET /%zz, 400",
    "GET /health, 204",
    "GET /ready, 204",
  })
  void each_request_gets_an_answer_of_its_kind(String line, int status) throws Exception {
    String answer = ask(line + " HTTP/1.1\n" + OURS + "\n");
    assertThat(status(answer)).as(answer).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer).contains("Content-Type: application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/session", "/api/nothing", "/missing.js", "/health", "/%zz"})
  void every_answer_carries_the_headers_and_none_that_opens_it_to_others(String path)
      throws Exception {
    assertThat(ask("GET " + path + " HTTP/1.1\nOrigin: https://evil.example\n\n"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
                + " connect-src 'self'; media-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
                + " http://localhost:1; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types accord")
        .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
        .contains(
            "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin")
        .contains("Permissions-Policy: camera=(self), microphone=(self)", "Cache-Control: no-store")
        .doesNotContainIgnoringCase("access-control-");
  }

  @Test
  void a_bug_tells_nothing_of_what_it_met() throws Exception {
    assertThat(ask("GET /api/today HTTP/1.1\nCookie: noor\n\n"))
        .startsWith("HTTP/1.1 500")
        .contains("/problems/internal")
        .doesNotContain("what she wrote");
  }

  @Test
  void the_number_of_this_machine_leads_to_its_name() throws Exception {
    assertThat(
            RawLine.ask(
                port,
                "GET //evil.example/x?y=1 HTTP/1.1\nHost: 127.0.0.1:"
                    + port
                    + "\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 302")
        .contains("Location: http://localhost:" + port + "//evil.example/x?y=1\r\n");
  }

  private static String shake(String headers) throws IOException {
    return RawLine.ask(
        port,
        ("GET /api/rooms/"
                + ROOM
                + "/live?roomId=evil HTTP/1.1\nHost: localhost:"
                + port
                + "\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13\n"
                + "Sec-WebSocket-Protocol: accord.room.v1\nSec-WebSocket-Extensions: permessage-deflate\n"
                + headers
                + "\n")
            .replace("PORT", "" + port));
  }

  @Test
  void a_socket_opens_for_a_live_session_from_our_own_page_without_compression() throws Exception {
    String up = "Connection: Upgrade\nUpgrade: websocket\n";
    String answer = shake(up + "Cookie: noor\nOrigin: http://localhost:PORT\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 101")
        .containsIgnoringCase("sec-websocket-protocol: accord.room.v1")
        .doesNotContainIgnoringCase("permessage-deflate")
        .contains(ROOM)
        .doesNotContain("evil");
  }

  @ParameterizedTest
  @CsvSource({
    "noor, https://evil.example, 403",
    "noor, http://localhost, 403",
    "noor, http://localhost:PORT/, 403",
    "noor, http://localhost:PORT.evil.example, 403",
    "noor, http://evil.example:PORT, 403",
    "noor, http://127.0.0.1:PORT, 403",
    "noor, https://localhost:PORT, 403",
    "noor, HTTP://localhost:PORT, 403",
    "noor, http://user@localhost:PORT, 403",
    "noor, null, 403",
    "noor, '', 403",
    "locked, http://localhost:PORT, 423",
    "nobody, http://localhost:PORT, 401",
  })
  void no_other_handshake_is_answered(String cookie, String origin, int status) throws Exception {
    String headers = "Connection: Upgrade, close\nUpgrade: websocket\nCookie: " + cookie + "\n";
    assertThat(status(shake(headers + (origin.isEmpty() ? "" : "Origin: " + origin + "\n"))))
        .isEqualTo(status);
  }

  @Test
  void it_does_not_start_while_the_contract_and_its_answers_differ() {
    Http other =
        Http.prepare(
            vertx,
            TestSettings.onFreePort(),
            request -> Future.succeededFuture(new Entry.Nobody()),
            Future::succeededFuture);
    assertThatThrownBy(
            () -> other.on("getNothing", call -> Future.succeededFuture(Reply.notFound())))
        .hasMessageContaining("getNothing");
    other.on("getToday", call -> Future.succeededFuture(new Reply.Failed(Problem.NOT_FOUND)));
    assertThatThrownBy(() -> other.on("getToday", call -> Future.succeededFuture(Reply.notFound())))
        .hasMessageContaining("getToday");
    assertThatThrownBy(other::start).hasMessageContaining("getHome");
  }
}
