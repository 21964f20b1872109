package app.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.db.Db;
import app.accord.http.Http;
import app.accord.http.Reply;
import app.accord.http.SessionWatch.Why;
import app.accord.kernel.PersonId;
import app.accord.kernel.Settings;
import app.accord.seal.Seal;
import app.accord.testing.Behind;
import app.accord.testing.Between;
import app.accord.testing.KeycloakAdmin;
import app.accord.testing.TestClock;
import app.accord.testing.TestKeycloak;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestSettings;
import app.accord.testing.Visitor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInIT {
  private static final TestPostgres.Database DATABASE = TestPostgres.migratedDatabase();
  private static final TestClock CLOCK = new TestClock();
  private static Vertx vertx;
  private static Settings settings;
  private static Between keycloak;
  private static KeycloakAdmin admin;
  private static Db db;
  private static Identity identity;
  private static Http http;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    Settings.Keycloak real = TestKeycloak.settings();
    keycloak = Between.before(vertx, real.internal());
    admin = new KeycloakAdmin();
    settings =
        TestSettings.on(
            TestKeycloak.accordPort(),
            new Settings.Keycloak(real.issuer(), keycloak.address(), real.clientSecret()));
    db = Db.of(vertx, DATABASE.asApp(), 6);
    identity = Identity.of(vertx, db, new Seal(db, settings.key().bytes()), settings, CLOCK);
    http = Http.prepare(vertx, settings, identity.doorkeeper(), db::faults);
    identity.hangUp(http);
    http.unanswered()
        .forEach(
            id ->
                http.on(
                    id,
                    call ->
                        Future.succeededFuture(Reply.ok(Map.of("as", call.caller().person())))));
    http.start();
  }

  @AfterAll
  static void end() {
    http.close();
    identity.close();
    db.close().await();
    vertx.close().await();
  }

  @AfterEach
  void all_is_well_again() {
    keycloak.away(false);
    CLOCK.ahead(Duration.ZERO);
  }

  private static Visitor somebody() {
    return new Visitor(settings.http().publicUrl());
  }

  private static Visitor in(String login) {
    Visitor visitor = somebody();
    HttpResponse<String> answer = visitor.signIn(login, "/");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return visitor;
  }

  private static int home(Visitor visitor) {
    return visitor.api("GET", "/home").statusCode();
  }

  private static String session(Visitor visitor) {
    return visitor.cookies().get(Cookies.SESSION);
  }

  /** What runs in the background arrives within a few looks at it. */
  private static void soon(Runnable holds) throws InterruptedException {
    AssertionError last = new AssertionError("never looked");
    for (int i = 0; i < 100; i++) {
      try {
        holds.run();
        return;
      } catch (AssertionError notYet) {
        last = notYet;
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw last;
  }

  private static CompletableFuture<Why> watched(Visitor visitor) {
    CompletableFuture<Why> over = new CompletableFuture<>();
    String hash = Random256.hex(Random256.hash(session(visitor)));
    var caller =
        new app.accord.http.Caller(new PersonId(UUID.randomUUID()), java.util.Set.of(), hash);
    identity.watch().watch(caller, over::complete);
    return over;
  }

  @ParameterizedTest
  @CsvSource({
    "marta, therapist, Marta Keller, Marta",
    "noor, client, Noor Haddad, Noor",
    "daniel, client, Daniel Brandt, Daniel",
    "jonas, practice-admin, Jonas Weiss, Jonas",
  })
  void each_signs_in_and_is_known(String login, String role, String name, String shortName) {
    Visitor visitor = somebody();
    String room = "/room/0197c0de-0000-7000-8000-000000000001";
    HttpResponse<String> answer = visitor.signIn(login, room);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer)).isEqualTo(room);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .matches(
                        "__Host-accord=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict"));

    JsonObject session = new JsonObject(visitor.api("GET", "/session").body());
    assertThat(session.getJsonObject("person"))
        .isEqualTo(
            new JsonObject()
                .put("id", session.getJsonObject("person").getString("id"))
                .put("name", name)
                .put("shortName", shortName));
    assertThat(session.getJsonArray("roles")).isEqualTo(new JsonArray().add(role));
    assertThat(visitor.api("GET", "/session/seal-key").body())
        .matches("\\{\"key\":\"[\\w-]{43}\"}");
  }

  @Test
  void the_same_person_is_the_same_row_and_no_token_lies_open() {
    in("lena");
    in("lena");
    assertThat(
            Behind.read(DATABASE, "select person_id from accord.person where short_name = 'Lena'"))
        .hasSize(1);
    assertThat(
            Behind.read(DATABASE, "select encode(refresh, 'escape') from accord.browser_session"))
        .isNotEmpty()
        .allSatisfy(refresh -> assertThat(refresh).doesNotContain("eyJ"));
  }

  @Test
  void a_sign_in_can_be_finished_once_and_by_its_own_browser_only() {
    Visitor noor = somebody();
    HttpResponse<String> back = noor.submit(noor.form("/"), "noor", "noor-demo");
    Visitor thief = somebody();
    assertThat(thief.backFrom(back).statusCode()).isEqualTo(400);
    Visitor replay = noor.copy();
    assertThat(noor.backFrom(back).statusCode()).isEqualTo(302);
    assertThat(replay.backFrom(back).statusCode()).isEqualTo(400);
    assertThat(session(replay)).isNull();
  }

  @Test
  void a_sign_in_that_took_too_long_is_over() {
    Visitor noor = somebody();
    HttpResponse<String> back = noor.submit(noor.form("/"), "noor", "noor-demo");
    CLOCK.ahead(Duration.ofMinutes(11));
    assertThat(noor.backFrom(back).statusCode()).isEqualTo(400);
  }

  @Test
  void two_tabs_do_not_undo_each_other() {
    Visitor noor = somebody();
    HttpResponse<String> one = noor.form("/me");
    HttpResponse<String> other = noor.form("/progress");
    assertThat(noor.cookies().keySet())
        .filteredOn(name -> name.startsWith("__Host-accord-in-"))
        .hasSize(2);
    assertThat(Visitor.location(noor.backFrom(noor.submit(other, "noor", "noor-demo"))))
        .isEqualTo("/progress");
    assertThat(home(noor)).isEqualTo(200);
    assertThat(one.body()).contains("kc-form-login");
  }

  @Test
  void each_sign_in_is_a_new_session_and_the_one_before_is_over() {
    Visitor noor = in("noor");
    Visitor before = noor.copy();
    noor.signIn("noor", "/");
    assertThat(session(noor)).isNotEqualTo(session(before));
    assertThat(home(noor)).isEqualTo(200);
    assertThat(home(before)).isEqualTo(401);
  }

  @Test
  void the_password_is_asked_for_each_time_whatever_keycloak_remembers() {
    Visitor noor = in("noor");
    assertThat(noor.form("/").body()).contains("kc-form-login");
  }

  @Test
  void whoever_has_no_role_here_is_told_so() {
    admin.addStranger("stranger");
    Visitor stranger = somebody();
    HttpResponse<String> answer = stranger.signIn("stranger", "/");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(session(stranger)).isNull();
  }

  @Test
  void twenty_requests_after_its_end_cost_one_refresh() {
    Visitor daniel = in("daniel");
    long before = keycloak.asked("/token");
    CLOCK.ahead(Duration.ofSeconds(70));
    var answers =
        IntStream.range(0, 20)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> home(daniel)))
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
    assertThat(keycloak.asked("/token") - before).isEqualTo(1);
  }

  @Test
  void who_is_disabled_at_keycloak_is_out_within_a_minute() {
    Visitor marcus = in("marcus");
    admin.enabled("marcus", false);
    try {
      CLOCK.ahead(Duration.ofSeconds(60));
      assertThat(home(marcus)).isEqualTo(401);
    } finally {
      admin.enabled("marcus", true);
    }
  }

  @Test
  void signing_out_ends_everything_and_says_so_when_it_is_true() {
    admin.signOut("ines");
    Visitor ines = in("ines");
    Visitor copy = ines.copy();
    CompletableFuture<Why> over = watched(ines);
    HttpResponse<String> answer = ines.api("POST", "/session/sign-out");
    assertThat(answer.body()).isEqualTo("{\"to\":\"/signin\"}");
    assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cookies\", \"storage\"");
    assertThat(session(ines)).isNull();
    assertThat(over).isCompletedWithValue(Why.SIGNED_OUT);
    assertThat(home(copy)).isEqualTo(401);
    assertThat(admin.sessionsOf("ines")).isZero();
  }

  @Test
  void signing_out_while_keycloak_is_away_leads_to_it() {
    Visitor noor = in("noor");
    keycloak.away(true);
    String to = new JsonObject(noor.api("POST", "/session/sign-out").body()).getString("to");
    assertThat(to)
        .startsWith(
            settings.keycloak().issuer() + "/protocol/openid-connect/logout?client_id=accord")
        .doesNotContain("eyJ");
    assertThat(home(noor)).isEqualTo(401);
    assertThat(noor.get(to).body()).contains("Do you want to sign out?");
  }

  @Test
  void quick_exit_ends_it_at_once_and_asks_nobody() throws Exception {
    Visitor lena = in("lena");
    Visitor copy = lena.copy();
    assertThat(lena.api("POST", "/session/end").statusCode()).isEqualTo(204);
    assertThat(home(copy)).isEqualTo(401);
    assertThat(lena.api("POST", "/session/end").statusCode()).isEqualTo(204);
    assertThat(somebody().api("POST", "/session/end").statusCode()).isEqualTo(204);
  }

  @Test
  void after_quick_exit_keycloak_lets_nobody_in_either() throws Exception {
    admin.signOut("ines");
    Visitor ines = in("ines");
    ines.api("POST", "/session/end");
    soon(() -> assertThat(admin.sessionsOf("ines")).isZero());
  }

  @Test
  void keycloaks_own_logout_ends_sessions_and_sockets() throws Exception {
    Visitor one = in("marcus");
    Visitor other = in("marcus");
    CompletableFuture<Why> over = watched(one);
    admin.signOut("marcus");
    assertThat(over.get(5, TimeUnit.SECONDS)).isEqualTo(Why.SIGNED_OUT);
    soon(() -> assertThat(home(other)).isEqualTo(401));
  }

  @Test
  void nobody_is_signed_out_by_a_made_up_logout() throws Exception {
    Visitor noor = in("noor");
    var forged =
        java.net.http.HttpRequest.newBuilder(
                URI.create(settings.http().publicUrl() + "/auth/back-channel"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("logout_token=not.a.jwt"))
            .build();
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(400);
    }
    assertThat(home(noor)).isEqualTo(200);
  }

  @Test
  void what_another_server_ends_is_over_here_within_two_seconds() throws Exception {
    Visitor noor = in("noor");
    CompletableFuture<Why> over = watched(noor);
    String hash = Random256.hex(Random256.hash(session(noor)));
    Behind.run(
        DATABASE, "delete from accord.browser_session where hash = decode('" + hash + "', 'hex')");
    assertThat(over.get(3, TimeUnit.SECONDS)).isEqualTo(Why.SIGNED_OUT);
  }

  @Test
  void while_keycloak_is_away_those_inside_go_on_and_others_read_a_page() throws Exception {
    Visitor noor = in("noor");
    keycloak.away(true);
    CLOCK.ahead(Duration.ofMinutes(5));
    assertThat(home(noor)).isEqualTo(200);
    // It was asked for a moment ago and is remembered to be there.
    CLOCK.ahead(Duration.ZERO);
    soon(() -> assertThat(somebody().form("/").statusCode()).isEqualTo(503));
    assertThat(somebody().form("/").body())
        .contains("Signing in is not possible right now")
        .doesNotContain("{");
    keycloak.away(false);
    in("daniel");
    assertThat(home(noor)).isEqualTo(200);
  }

  @Test
  void who_was_left_alone_too_long_is_locked_out_of_everything() {
    Visitor noor = in("noor");
    assertThat(home(noor)).isEqualTo(200);
    // Our clock runs ahead of Keycloak's here: its tokens would seem to have run out.
    keycloak.away(true);
    CLOCK.ahead(Duration.ofMinutes(29));
    assertThat(noor.api("GET", "/session").statusCode()).isEqualTo(200);
    CLOCK.ahead(Duration.ofMinutes(31));
    assertThat(home(noor)).isEqualTo(423);
    CLOCK.ahead(Duration.ZERO);
    assertThat(home(noor)).isEqualTo(423);
    assertThat(noor.api("GET", "/session").body())
        .contains("/problems/locked")
        .doesNotContain("Noor");
    assertThat(noor.api("GET", "/session/seal-key").statusCode()).isEqualTo(423);

    keycloak.away(false);
    Visitor locked = noor.copy();
    assertThat(noor.signIn("noor", "/me").statusCode()).isEqualTo(302);
    assertThat(home(noor)).isEqualTo(200);
    assertThat(home(locked)).isEqualTo(401);
  }

  @Test
  void staff_are_locked_sooner() {
    Visitor marta = in("marta");
    CLOCK.ahead(Duration.ofMinutes(16));
    assertThat(home(marta)).isEqualTo(423);
  }

  @Test
  void an_open_room_counts_as_being_there() {
    Visitor daniel = in("daniel");
    var over = watched(daniel);
    keycloak.away(true);
    CLOCK.ahead(Duration.ofMinutes(40));
    assertThat(home(daniel)).isEqualTo(200);
    assertThat(over).isNotDone();
  }

  @Test
  void after_twelve_hours_it_is_over_whatever_one_does() throws Exception {
    Visitor noor = in("noor");
    CompletableFuture<Why> over = watched(noor);
    CLOCK.ahead(Duration.ofHours(12).plusSeconds(1));
    assertThat(home(noor)).isEqualTo(401);
    assertThat(over.get(3, TimeUnit.SECONDS)).isEqualTo(Why.SIGNED_OUT);
  }

  @ParameterizedTest
  @CsvSource({"lena, 5", "ines, 3"})
  void one_session_too_many_ends_the_oldest(String login, int most) throws Exception {
    admin.signOut(login);
    Behind.run(DATABASE, "delete from accord.browser_session");
    Visitor oldest = in(login);
    Visitor second = in(login);
    for (int i = 2; i < most; i++) {
      in(login);
    }
    assertThat(home(oldest)).isEqualTo(200);
    CompletableFuture<Why> over = watched(oldest);
    in(login);
    assertThat(over).isCompletedWithValue(Why.SIGNED_OUT);
    assertThat(home(oldest)).isEqualTo(401);
    assertThat(home(second)).isEqualTo(200);
  }
}
