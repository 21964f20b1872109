package app.accord.practice;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.Cases;
import app.accord.db.Db;
import app.accord.http.Caller;
import app.accord.http.Doorkeeper.Entry;
import app.accord.http.Http;
import app.accord.http.Reply;
import app.accord.kernel.PersonId;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import app.accord.room.live.PgJournal;
import app.accord.seal.Seal;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestRooms;
import app.accord.testing.TestSettings;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The same operations through the real server, as a browser would ask. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OverHttpIT {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static Db db;
  private static Http http;
  private static String address;
  private static TestCase ours;
  private static TestCase theirs;

  @BeforeAll
  static void start() {
    var database = TestPostgres.migratedDatabase();
    ours = TestCase.in(database);
    theirs = TestCase.in(database);
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    db = Db.of(vertx, database.asApp(), 4);
    Settings settings = TestSettings.onFreePort();
    address = "http://localhost:" + settings.http().port() + "/api";
    http =
        Http.prepare(
            vertx,
            settings,
            request -> Future.succeededFuture(entry(request.getHeader("Cookie"))),
            Future::succeededFuture);
    var seal = new Seal(db, new byte[32]);
    var journal = new PgJournal(vertx, db, seal);
    var library = Library.shipped(db);
    var cases = new Cases(db, seal, journal, library, Clock.systemUTC());
    cases.hangUp(
        http, TestRooms.of(vertx, db, journal, library, Clock.systemUTC(), cases.followers()));
    http.unanswered().forEach(id -> http.on(id, _ -> Future.succeededFuture(Reply.notFound())));
    http.start();
  }

  /** Whoever the cookie names; who that is by rights is another test's. */
  private static Entry entry(String cookie) {
    return cookie == null
        ? new Entry.Nobody()
        : new Entry.In(new Caller(PersonId.of(cookie), Set.of(), "session"));
  }

  @AfterAll
  static void close() throws Exception {
    http.close();
    db.close().await(10, TimeUnit.SECONDS);
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void the_answers_have_the_fields_of_the_contract() throws Exception {
    assertThat(get(ours.therapist(), "/couples/" + ours.couple()).body())
        .contains("\"name\":\"Noor and Daniel\"", "\"since\":\"2026-01-10\"", "\"ceiling\":2")
        .contains("\"partners\":[{\"seat\":\"partner-1\",\"name\":\"Noor\"}")
        .doesNotContain("\"couple\":", "null");
    assertThat(get(ours.one(), "/rooms/" + ours.room()).body())
        .contains("\"you\":\"partner-1\"", "\"secrets\":\"limited\"", "\"exercises\":[]")
        .doesNotContain("null");
    assertThat(get(ours.therapist(), "/exercises").body())
        .contains("\"id\":\"trust-vs-control\"", "\"level\":2", "\"for\":[\"live\"]");
  }

  @Test
  void a_foreign_id_and_a_random_one_get_the_same_bytes_and_headers() throws Exception {
    for (String path :
        new String[] {"/couples/%s", "/couples/%s/sessions", "/couples/%s/checkins"}) {
      assertSame(path, theirs.couple().toString());
    }
    for (String path : new String[] {"/rooms/%s", "/rooms/%s/drafts", "/rooms/%s/scales"}) {
      assertSame(path, theirs.room().toString());
    }
  }

  @Test
  void a_session_starts_and_a_draft_comes_back() throws Exception {
    assertThat(
            send("POST", ours.therapist(), "/couples/%s/sessions", "{\"place\":\"room\"}")
                .statusCode())
        .isEqualTo(201);
    String draft = "/rooms/" + ours.room() + "/drafts/1.sort.1";
    assertThat(send("PUT", ours.one(), draft, "{\"text\":\"half a sent\"}").statusCode())
        .isEqualTo(204);
    assertThat(get(ours.one(), "/rooms/" + ours.room() + "/drafts").body())
        .contains("\"field\":\"1.sort.1\"", "\"text\":\"half a sent\"");
    assertThat(send("DELETE", ours.one(), draft, "").statusCode()).isEqualTo(204);
  }

  @Test
  void what_does_not_fit_a_check_in_is_refused_before_anything_is_done_with_it() throws Exception {
    String item = "/checkin/2026-05-11/items/closeness";
    for (String bad :
        new String[] {
          "{\"number\":11}",
          "{\"number\":-1}",
          "{\"number\":4.5}",
          "{\"number\":\"4\"}",
          "{\"more\":1}"
        }) {
      assertThat(send("PUT", ours.one(), item, bad).statusCode()).as(bad).isEqualTo(400);
    }
    String line = "/checkin/2026-05-11/line";
    String much = "{\"text\":\"" + "x".repeat(10_000) + "\",\"reach\":\"me\"}";
    assertThat(send("PUT", ours.one(), line, much).statusCode()).isEqualTo(400);
    assertThat(send("PUT", ours.one(), line, "{\"text\":\"x\",\"reach\":\"partner\"}").statusCode())
        .isEqualTo(400);
    assertThat(send("PUT", ours.one(), "/checkin/sharing/openness", "{\"on\":true}").statusCode())
        .isEqualTo(409);
    assertThat(get(ours.one(), "/checkin").body())
        .contains("\"answers\":[]")
        .doesNotContain("said");
  }

  @Test
  void what_is_too_long_empty_or_unknown_is_refused_and_the_longest_is_kept_whole()
      throws Exception {
    String page = "/journal/" + UUID.randomUUID();
    String longest = "\ud83c\udf0a".repeat(10_000);
    assertThat(send("PUT", ours.one(), page, text(longest, 0)).statusCode()).isEqualTo(200);
    assertThat(journal()).containsExactly(longest);
    for (String bad :
        new String[] {
          text(longest + "x", 1),
          text("", 1),
          text("x", -1),
          "{\"text\":\"x\"}",
          "{\"text\":\"x\",\"version\":1,\"of\":\"two\"}"
        }) {
      assertThat(send("PUT", ours.one(), page, bad).statusCode()).isEqualTo(400);
    }
    for (String message :
        new String[] {
          message("not-an-id", "all", "x"),
          message(UUID.randomUUID().toString(), "partner-7", "x"),
          message(UUID.randomUUID().toString(), "all", "x".repeat(4001))
        }) {
      assertThat(send("POST", ours.one(), "/messages", message).statusCode()).isEqualTo(400);
    }
    assertThat(journal()).containsExactly(longest);
  }

  private static java.util.List<String> journal() throws Exception {
    return new JsonMapper().readTree(get(ours.one(), "/journal").body()).findValuesAsText("text");
  }

  private static String text(String text, int version) {
    return "{\"text\":\"%s\",\"version\":%d}".formatted(text, version);
  }

  private static String message(String id, String thread, String text) {
    return "{\"id\":\"%s\",\"thread\":\"%s\",\"text\":\"%s\"}".formatted(id, thread, text);
  }

  @Test
  void nobody_gets_nothing() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address + "/today")).build();
    assertThat(BROWSER.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private static void assertSame(String path, String foreign) throws Exception {
    var one = get(ours.one(), path.formatted(foreign));
    var other = get(ours.one(), path.formatted(UUID.randomUUID()));
    assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
    assertThat(one.body()).isEqualTo(other.body());
    assertThat(one.headers()).isEqualTo(other.headers());
  }

  private static HttpResponse<String> get(PersonId who, String path)
      throws IOException, InterruptedException {
    return BROWSER.send(request(who, path).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String method, PersonId who, String path, String body)
      throws IOException, InterruptedException {
    var request =
        request(who, path.formatted(ours.couple()))
            .header("X-Accord", "1")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return BROWSER.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(PersonId who, String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", who.toString());
  }
}
