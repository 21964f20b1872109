package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * S-02, S-09 for what is written between sessions: Noor's browser gets the same bytes whatever
 * Daniel writes to the therapist, into his journal, shares or takes back, and whatever the
 * therapist answers him.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BetweenSessionsIT {
  private static WholeServer server;

  @BeforeAll
  static void start() {
    server = WholeServer.start(TestPostgres.migratedDatabase());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** What Daniel, and the therapist with him, does at each place where the script lets them. */
  private interface Secrets {
    void does(Page daniel, Page marta, TestCase house);
  }

  private static final Secrets QUIET = (daniel, marta, house) -> {};

  @Test
  void what_daniel_writes_between_sessions_changes_nothing_that_noor_receives() {
    List<String> quiet = noorReceives(QUIET);
    assertThat(quiet).hasSizeGreaterThan(30);
    assertThat(noorReceives(QUIET)).as("the same again").isEqualTo(quiet);
    assertThat(noorReceives(BetweenSessionsIT::busy)).as("another Daniel").isEqualTo(quiet);
  }

  @Test
  void a_word_of_his_that_all_may_read_is_found() {
    assertThat(
            noorReceives(
                (daniel, marta, house) ->
                    daniel.request("POST", "/messages", message("all", "to all"))))
        .isNotEqualTo(noorReceives(QUIET));
  }

  /** Also of agreements: what he marks, answers and lets go today is his alone (R26). */
  @Test
  void nor_does_what_he_marks_answers_or_lets_go() {
    List<String> quiet = noorLivesWithAnAgreement(QUIET);
    assertThat(quiet).hasSizeGreaterThan(8);
    assertThat(noorLivesWithAnAgreement(BetweenSessionsIT::letsItGo)).isEqualTo(quiet);
    assertThat(noorLivesWithAnAgreement((daniel, _, _) -> act(daniel, "\"open-text\"")))
        .as("new words are for both")
        .isNotEqualTo(quiet);
  }

  private static void letsItGo(Page daniel, Page marta, TestCase house) {
    String week = field(agreements(daniel), "week");
    act(daniel, "\"mark\",\"mark\":\"talked-about\",\"week\":\"" + week + "\"");
    act(daniel, "\"answer\",\"answer\":\"other-words\"");
    act(daniel, "\"let-go\"");
    act(daniel, "\"keep-on\"");
    act(daniel, "\"mark\",\"week\":\"" + week + "\"");
    act(daniel, "\"let-go\"");
    marta.request("GET", "/couples/" + house.couple() + "/agreements", "");
  }

  private static List<String> noorLivesWithAnAgreement(Secrets secrets) {
    TestCase house = TestCase.in(server.database);
    try (Page noor = server.page(house.room(), house.one(), "client");
        Page daniel = server.page(house.room(), house.two(), "client");
        Page marta = server.page(house.room(), house.therapist(), "therapist")) {
      agree(noor, daniel, marta);
      String id = goesOn(daniel);
      noor.received();
      try (Page inside = server.page(RoomId.of(id), house.one(), "client")) {
        inside.join();
        agreements(inside);
        secrets.does(daniel, marta, house);
        act(
            inside,
            "\"mark\",\"mark\":\"kept\",\"week\":\"" + field(agreements(inside), "week") + "\"");
        secrets.does(daniel, marta, house);
        agreements(inside);
        String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString();
        act(inside, "\"look-on\",\"on\":\"" + day + "\"");
        secrets.does(daniel, marta, house);
        agreements(inside);
        untilHerHomeKnows(day, noor);
        inside.request("GET", "/home", "");
        return Mask.masked(inside.received());
      }
    }
  }

  private static void agree(Page noor, Page daniel, Page marta) {
    String where = "\"where\":{\"run\":1,\"step\":\"small-step\",\"round\":1}";
    String line = "One line before the time has passed.";
    String sign = "{" + where + ",\"digest\":\"" + Agreement.digest("Late", List.of(line)) + "\"}";
    List.of(marta, noor, daniel).forEach(Page::join);
    marta.done("OpenRoom", "{}");
    marta.done(
        "StartExercise", "{\"exercise\":\"trust-vs-control\",\"optional\":[],\"bothWantIt\":true}");
    marta.done("OpenStep", "{\"step\":\"small-step\"}");
    noor.done("NameAgreement", "{" + where + ",\"text\":\"Late\"}");
    noor.done(
        "AddLine",
        "{" + where + ",\"line\":\"" + UUID.randomUUID() + "\",\"text\":\"" + line + "\"}");
    noor.done("Sign", sign);
    daniel.done("Sign", sign);
    marta.done("EndExercise", "{}");
  }

  /** The agreement's own room, once it is there. */
  private static String goesOn(Page daniel) {
    for (int i = 0; i < 400 && !agreements(daniel).contains("in-force"); i++) {
      LockSupport.parkNanos(25_000_000);
    }
    return field(agreements(daniel), "id");
  }

  /** The first page shows a copy that is made of the journal a moment later. */
  private static void untilHerHomeKnows(String day, Page noor) {
    for (int i = 0; i < 400 && !noor.request("GET", "/home", "").body().contains(day); i++) {
      LockSupport.parkNanos(25_000_000);
    }
  }

  private static String agreements(Page page) {
    return page.request("GET", "/agreements", "").body();
  }

  private static void act(Page page, String act) {
    page.request(
        "POST",
        "/agreements/" + field(agreements(page), "id") + "/acts",
        "{\"id\":\"" + UUID.randomUUID() + "\",\"act\":" + act + "}");
  }

  private static String field(String json, String name) {
    return json.replaceAll("(?s).*?\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  private static void busy(Page daniel, Page marta, TestCase house) {
    String couple = "/couples/" + house.couple();
    daniel.request("PUT", "/messages/drafts/partner-2", "{\"text\":\"half a thought\"}");
    daniel.request("PUT", "/messages/drafts/all", "{\"text\":\"to all, not sent\"}");
    for (int i = 0; i < 3; i++) {
      daniel.request("POST", "/messages", message("partner-2", "I am afraid. ".repeat(i + 1)));
      marta.request("POST", couple + "/messages", message("partner-2", "Thank you for saying it."));
    }
    String thread = marta.request("GET", couple + "/messages", "").body();
    String last = thread.replaceAll("(?s).*\"thread\":\"partner-2\".*?\"id\":\"([^\"]+)\".*", "$1");
    marta.request("POST", couple + "/messages/partner-2/seen", "{\"last\":\"" + last + "\"}");
    String page = "/journal/" + UUID.randomUUID();
    daniel.request("PUT", page, "{\"text\":\"a page\",\"version\":0}");
    daniel.request("PUT", page, "{\"text\":\"a longer page\",\"version\":1}");
    daniel.request("PUT", page + "/share", "{\"version\":2}");
    marta.request("GET", couple + "/journal", "");
    marta.request(
        "PUT", couple + "/notes/" + UUID.randomUUID(), "{\"text\":\"of him\",\"version\":0}");
    daniel.request("DELETE", page + "/share", "");
    String kept = "/journal/" + UUID.randomUUID();
    daniel.request("PUT", kept, "{\"text\":\"shared and kept\",\"version\":0}");
    daniel.request("PUT", kept + "/share", "{\"version\":1}");
    daniel.request("DELETE", page, "");
  }

  /** Noor goes on with hers, looks at all that is hers, and tries what is his. */
  private static List<String> noorReceives(Secrets secrets) {
    TestCase house = TestCase.in(server.database);
    try (Page noor = server.page(house.room(), house.one(), "client");
        Page daniel = server.page(house.room(), house.two(), "client");
        Page marta = server.page(house.room(), house.therapist(), "therapist")) {
      lookAround(noor);
      secrets.does(daniel, marta, house);
      lookAround(noor);
      noor.request("POST", "/messages", message("partner-1", "mine"));
      daniel.request("POST", "/messages", message("all", "We laughed about it."));
      marta.request(
          "POST", "/couples/" + house.couple() + "/messages", message("partner-1", "Thank you."));
      secrets.does(daniel, marta, house);
      lookAround(noor);
      String page = "/journal/" + UUID.randomUUID();
      noor.request("PUT", page, "{\"text\":\"my page\",\"version\":0}");
      noor.request("PUT", page + "/share", "{\"version\":1}");
      noor.request("PUT", "/messages/drafts/all", "{\"text\":\"half a sentence\"}");
      secrets.does(daniel, marta, house);
      lookAround(noor);
      noor.attempt("POST", "/messages", message("partner-2", "in his thread"));
      noor.attempt("PUT", "/messages/drafts/partner-2", "{\"text\":\"in his thread\"}");
      noor.attempt("GET", "/couples/" + house.couple() + "/messages", "");
      noor.attempt("GET", "/couples/" + house.couple() + "/journal", "");
      noor.attempt("GET", "/couples/" + house.couple() + "/notes", "");
      noor.request("DELETE", page + "/share", "");
      secrets.does(daniel, marta, house);
      lookAround(noor);
      return Mask.masked(noor.received());
    }
  }

  private static void lookAround(Page noor) {
    for (String path :
        List.of("/session", "/home", "/messages", "/messages/drafts", "/journal", "/homework")) {
      noor.request("GET", path, "");
    }
  }

  private static String message(String thread, String text) {
    return "{\"id\":\"%s\",\"thread\":\"%s\",\"text\":\"%s\"}"
        .formatted(UUID.randomUUID(), thread, text);
  }
}
