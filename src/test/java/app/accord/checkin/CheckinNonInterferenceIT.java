package app.accord.checkin;

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
import app.accord.testing.Behind;
import app.accord.testing.SetClock;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import app.accord.testing.TestRooms;
import app.accord.testing.TestSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What Noor's browser gets, byte for byte, does not depend on what Daniel does in private: whether
 * he answers, says yes or takes it back. Only a chart that both have is another matter.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckinNonInterferenceIT {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final SetClock CLOCK = new SetClock(Instant.EPOCH);
  private static final int WEEKS = 7;
  private static Database database;
  private static Week first;
  private static Vertx vertx;
  private static Db db;
  private static Http http;
  private static String address;

  @BeforeAll
  static void start() {
    first = Week.of(LocalDate.now(VIENNA).minusWeeks(30));
    database = TestPostgres.migratedDatabase();
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
    var cases = new Cases(db, seal, journal, library, CLOCK);
    cases.hangUp(http, TestRooms.of(vertx, db, journal, library, CLOCK, cases.followers()));
    http.unanswered().forEach(id -> http.on(id, _ -> Future.succeededFuture(Reply.notFound())));
    http.start();
  }

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

  /** What Daniel does in a week, before Noor looks. */
  private interface Daniel {
    void inWeek(TestCase house, int week) throws Exception;
  }

  private static final Daniel NOTHING = (_, _) -> {};
  private static final Daniel ANSWERS = (house, week) -> answer(house.two(), week, 3);
  private static final Daniel SHARES_FROM_THE_FIRST_DAY =
      (house, week) -> {
        share(house.two(), true);
        answer(house.two(), week, 3);
      };
  private static final Daniel SHARES_AND_NEVER_ANSWERS = (house, _) -> share(house.two(), true);
  private static final Daniel SKIPS =
      (house, week) -> {
        share(house.two(), true);
        send("PUT", house.two(), item(week), "{}");
        send(
            "PUT",
            house.two(),
            "/checkin/" + day(week) + "/line",
            "{\"text\":\"x\",\"reach\":\"me\"}");
      };
  private static final Daniel STOPS_EVERY_WEEK =
      (house, week) -> {
        share(house.two(), true);
        answer(house.two(), week, 3);
        share(house.two(), false);
      };
  private static final Daniel SHARES_TWO_WEEKS =
      (house, week) -> {
        // Week 5 is the first that was begun with his yes.
        if (week >= 4) {
          share(house.two(), true);
        }
        if (week <= 6) {
          answer(house.two(), week, 3);
        }
      };

  @Test
  void while_she_does_not_share_nothing_he_does_shows() throws Exception {
    List<String> alone = whatNoorGets(false, NOTHING);
    assertThat(alone.toString()).doesNotContain("numbers");
    for (Daniel daniel :
        List.of(
            ANSWERS,
            SHARES_FROM_THE_FIRST_DAY,
            SHARES_AND_NEVER_ANSWERS,
            SKIPS,
            STOPS_EVERY_WEEK)) {
      assertThat(whatNoorGets(false, daniel)).isEqualTo(alone);
    }
  }

  @Test
  void while_she_shares_nothing_shows_but_three_weeks_that_both_share() throws Exception {
    List<String> alone = whatNoorGets(true, NOTHING);
    for (Daniel daniel :
        List.of(ANSWERS, SHARES_AND_NEVER_ANSWERS, SKIPS, STOPS_EVERY_WEEK, SHARES_TWO_WEEKS)) {
      assertThat(whatNoorGets(true, daniel)).isEqualTo(alone);
    }
    assertThat(whatNoorGets(true, SHARES_FROM_THE_FIRST_DAY))
        .as("or nothing was ever to be seen")
        .isNotEqualTo(alone);
  }

  @Test
  void after_he_stops_she_gets_what_she_would_have_got_had_he_never_begun() throws Exception {
    List<String> never = whatNoorGets(true, NOTHING);
    List<String> stopped =
        whatNoorGets(
            true,
            (house, week) -> {
              if (week < WEEKS) {
                SHARES_FROM_THE_FIRST_DAY.inWeek(house, week);
              } else {
                share(house.two(), false);
              }
            });
    int last = stopped.size() / WEEKS;
    assertThat(stopped.subList(stopped.size() - last, stopped.size()))
        .isEqualTo(never.subList(never.size() - last, never.size()));
    assertThat(stopped).isNotEqualTo(never);
  }

  @Test
  void after_she_stops_he_gets_what_she_gets() throws Exception {
    TestCase house = house();
    share(house.one(), true);
    for (int week = 1; week <= 4; week++) {
      at(week, 5, 12);
      SHARES_FROM_THE_FIRST_DAY.inWeek(house, week);
      answer(house.one(), week, 6);
    }
    at(4, 7, 3);
    assertThat(get(house.one(), "/checkin/charts")).contains("numbers");
    share(house.one(), false);
    String his = get(house.two(), "/checkin/charts");
    assertThat(his).doesNotContain("numbers").contains("\"on\":true");
    share(house.two(), false);
    assertThat(get(house.two(), "/checkin/charts").replace("partner-2", "partner-1"))
        .isEqualTo(get(house.one(), "/checkin/charts").replace("partner-2", "partner-1"));
  }

  /** A questionnaire is asked of each alone; so is what comes of it. */
  @Test
  void whatever_he_is_asked_and_answers_in_questionnaires_she_gets_the_same() throws Exception {
    TestCase house = house();
    String instrument = UUID.randomUUID().toString();
    String kept = status("PUT", house.therapist(), "/instruments/" + instrument, brought(), 200);
    assertThat(kept).isEqualTo("{\"mistakes\":[]}");
    send(
        "PUT",
        house.therapist(),
        "/instruments/" + instrument + "/permission",
        "{\"permission\":\"Free to use\"}");
    String hers = asked(house, instrument, "partner-1");
    send("PUT", house.one(), "/questionnaires/" + hers + "/items/item-1", "{\"value\":4}");
    List<String> alone = questionnaires(house, hers);
    assertThat(alone.toString()).contains("Example instrument", "item-1");
    String his = asked(house, instrument, "partner-2");
    assertThat(questionnaires(house, hers)).as("he is asked").isEqualTo(alone);
    for (String item : List.of("item-1", "item-2", "item-3")) {
      send("PUT", house.two(), "/questionnaires/" + his + "/items/" + item, "{\"value\":2}");
      assertThat(questionnaires(house, hers)).as("he answers").isEqualTo(alone);
    }
    send("PUT", house.two(), "/questionnaires/" + his + "/handed-in", "");
    assertThat(questionnaires(house, hers)).as("he hands in").isEqualTo(alone);
    send(
        "PUT",
        house.therapist(),
        "/couples/" + house.couple() + "/questionnaires/" + his + "/shown",
        "{\"on\":true}");
    assertThat(get(house.two(), "/questionnaires/" + his)).contains("\"shown\":{");
    assertThat(questionnaires(house, hers)).as("he is shown his number").isEqualTo(alone);
    assertThat(answered(request(house.one(), "/questionnaires/" + his), 404))
        .isEqualTo(answered(request(house.one(), "/questionnaires/" + UUID.randomUUID()), 404));
  }

  private static List<String> questionnaires(TestCase house, String hers) throws Exception {
    var got = new ArrayList<String>();
    for (String page : List.of("/home", "/questionnaires", "/questionnaires/" + hers)) {
      got.add(get(house.one(), page));
    }
    return got;
  }

  private static String asked(TestCase house, String instrument, String seat) throws Exception {
    String asked = UUID.randomUUID().toString();
    send(
        "PUT",
        house.therapist(),
        "/couples/" + house.couple() + "/questionnaires/" + asked,
        "{\"instrumentId\":\"" + instrument + "\",\"seat\":\"" + seat + "\"}");
    return asked;
  }

  private static String brought() throws IOException {
    try (InputStream file =
        CheckinNonInterferenceIT.class.getResourceAsStream("/instruments/example.yaml")) {
      String text =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .replace("[therapist]", "[therapist, me]");
      return new ObjectMapper().createObjectNode().put("name", "x").put("file", text).toString();
    }
  }

  /** All her pages, several times in each of some weeks. */
  private static List<String> whatNoorGets(boolean shares, Daniel daniel) throws Exception {
    TestCase house = house();
    if (shares) {
      share(house.one(), true);
    }
    var got = new ArrayList<String>();
    for (int week = 1; week <= WEEKS; week++) {
      at(week, 5, 12);
      daniel.inWeek(house, week);
      look(house, got);
      answer(house.one(), week, 6);
      look(house, got);
      at(week, 7, 3);
      look(house, got);
    }
    return got;
  }

  private static void look(TestCase house, List<String> got) throws Exception {
    for (String page : List.of("/checkin", "/checkin/charts", "/home")) {
      got.add(get(house.one(), page));
    }
  }

  /** A couple without a session, since its ids would differ. It has all of Monday before week 1. */
  private static TestCase house() {
    TestCase house = TestCase.in(database);
    Behind.run(
        database,
        "delete from accord.planned_session where session_id = '%s'".formatted(house.session()));
    at(1, 0, 12);
    return house;
  }

  private static void at(int week, int day, int hour) {
    CLOCK.set(
        first.plus(week - 1).monday().plusDays(day).atTime(hour, 0).atZone(VIENNA).toInstant());
  }

  private static String day(int week) {
    return first.plus(week - 1).monday().toString();
  }

  private static String item(int week) {
    return "/checkin/" + day(week) + "/items/closeness";
  }

  private static void answer(PersonId who, int week, int number) throws Exception {
    send("PUT", who, item(week), "{\"number\":" + number + "}");
  }

  private static void share(PersonId who, boolean on) throws Exception {
    send("PUT", who, "/checkin/sharing/closeness", "{\"on\":" + on + "}");
  }

  private static String get(PersonId who, String path) throws IOException, InterruptedException {
    return answered(request(who, path), 200);
  }

  private static void send(String method, PersonId who, String path, String body)
      throws IOException, InterruptedException {
    status(method, who, path, body, 204);
  }

  private static String status(String method, PersonId who, String path, String body, int status)
      throws IOException, InterruptedException {
    var request =
        request(who, path)
            .header("X-Accord", "1")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return answered(request, status);
  }

  private static String answered(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    var answer = BROWSER.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static HttpRequest.Builder request(PersonId who, String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", who.toString());
  }
}
