package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoDataIT {
  private static final String ISSUER = "http://localhost:8081/realms/accord";
  private static final Instant FIRST_START = Instant.parse("2026-05-14T12:05:00Z");
  private static final PersonId NOOR = person(2);
  private static Database database;
  private static Operations operations;

  @BeforeAll
  static void load() {
    database = TestPostgres.migratedDatabase();
    load(database, FIRST_START, ISSUER);
    operations = new Operations(database, clock(FIRST_START));
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @Test
  void the_therapist_s_day_is_that_of_the_mockups() {
    Answer today = operations.ask(DemoCouple.MARTA.id(), "getToday");
    assertThat(today.at("/zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(today.at("/sessions").findValuesAsText("startsAt"))
        .contains("2026-05-14T08:00:00Z", "2026-05-14T12:30:00Z", "2026-05-14T15:00:00Z");
    assertThat(today.at("/sessions/0/couple/name").asText()).isEqualTo("Priya and Sam");
    assertThat(today.at("/sessions/0/session/state").asText()).isEqualTo("closed");
    assertThat(today.at("/sessions/1/couple/name").asText()).isEqualTo("Noor and Daniel");
    assertThat(today.at("/sessions/1/session/number").asInt()).isEqualTo(9);
    assertThat(today.at("/sessions/1/session/state").asText()).isEqualTo("planned");
    assertThat(today.at("/sessions/1/session/exercises/0/title").asText())
        .isEqualTo("Trust or control");
    assertThat(today.at("/sessions/1/session/exercises/0/minutes").asInt()).isEqualTo(35);
    assertThat(today.at("/sessions/1/session/exercises/0/kinds"))
        .extracting(JsonNode::asText)
        .contains("sort", "reveal", "agree");
    assertThat(today.at("/sessions/2/couple/name").asText()).isEqualTo("Gwen and Sofia");
    assertThat(today.at("/sessions/2/session/exercises")).isEmpty();
    assertThat(today.at("/records")).hasSize(1);
    assertThat(today.at("/records/0/couple/name").asText()).isEqualTo("Priya and Sam");
  }

  @Test
  void her_caseload_begins_with_whom_she_sees_next_and_ends_with_whom_she_invited() {
    Answer today = operations.ask(DemoCouple.MARTA.id(), "getToday");
    assertThat(today.at("/couples").findValuesAsText("name").stream().filter(DemoDataIT::isPair))
        .containsExactly(
            "Noor and Daniel",
            "Gwen and Sofia",
            "Lena and Marcus",
            "Theo and Mateo",
            "Aisha and Ben",
            "Priya and Sam",
            "Hanna and Kofi",
            "Ruth and Ola");
    assertThat(today.at("/couples/7/state").asText()).isEqualTo("invited");
    assertThat(today.at("/couples/7/since").asText()).isEqualTo("2026-05-12");
    assertThat(today.at("/couples/6/next").isMissingNode()).isTrue();
    assertThat(today.at("/couples/2/next/startsAt").asText()).isEqualTo("2026-05-15T07:00:00Z");
  }

  @Test
  void the_workspace_has_eight_signed_sessions_what_was_done_and_two_agreements() {
    Answer couple =
        operations.ask(DemoCouple.MARTA.id(), "getCouple", "coupleId", DemoCouple.id(1).toString());
    assertThat(couple.at("/sessions").asInt()).isEqualTo(8);
    assertThat(couple.at("/since").asText()).isEqualTo("2026-02-12");
    assertThat(couple.at("/secrets").asText()).isEqualTo("limited");
    assertThat(couple.at("/ceiling").asInt()).isEqualTo(2);
    assertThat(couple.at("/recent").findValuesAsText("number")).containsExactly("8", "7", "6");
    assertThat(couple.at("/recent/2/exercises/0/title").asText()).isEqualTo("My side, your side");
    assertThat(couple.at("/recent").findValuesAsText("signed")).containsOnly("true");
    assertThat(couple.at("/agreements").findValuesAsText("title"))
        .containsExactly(
            "We say when we’ll be more than 20 minutes late.",
            "Phones stay in the hall after nine.");
    assertThat(couple.at("/agreements/0/madeOn").asText()).isEqualTo("2026-04-02");
    assertThat(couple.at("/agreements/0/reviewOn").asText()).isEqualTo("2026-05-28");
    assertThat(couple.at("/done").findValuesAsText("title"))
        .containsExactly(
            "My side, your side",
            "What is mine, what is ours",
            "Someone to rely on",
            "Talk openly",
            "What trust gives us",
            "Where we begin");
    assertThat(couple.at("/done/0/on").asText()).isEqualTo("2026-04-23");
  }

  @Test
  void a_partner_comes_home_to_the_next_session_and_the_agreements() {
    Answer home = operations.ask(NOOR, "getHome");
    assertThat(home.at("/name").asText()).isEqualTo("Noor");
    assertThat(home.at("/therapist").asText()).isEqualTo("Marta");
    assertThat(home.at("/ready").asBoolean()).isTrue();
    assertThat(home.at("/members").findValuesAsText("name"))
        .containsExactly("Noor", "Daniel", "Marta");
    assertThat(home.at("/next/startsAt").asText()).isEqualTo("2026-05-14T12:30:00Z");
    assertThat(home.at("/doorsOpenAt").asText()).isEqualTo("2026-05-14T12:20:00Z");
    assertThat(home.at("/next/exercises")).isEmpty();
    assertThat(home.at("/agreements").findValuesAsText("title")).hasSize(2);
  }

  @Test
  void homework_lies_there_read_and_unread_and_uneven() {
    Answer ours = homework(1);
    assertThat(ours.body().findValuesAsText("title"))
        .containsExactly("What helps me feel safe", "Something to try", "A good moment this week");
    assertThat(ours.at("/0/parts").findValuesAsText("state")).containsExactly("begun", "begun");
    assertThat(ours.at("/1/parts").findValuesAsText("unread")).containsExactly("true", "true");
    assertThat(ours.at("/2/parts").findValuesAsText("state")).containsOnly("talked-about");
    assertThat(homework(2).at("/0/parts").findValuesAsText("state"))
        .containsExactly("handed-in", "given");
    Answer noors = operations.ask(NOOR, "getHomework");
    assertThat(noors.at("/tasks").findValuesAsText("state"))
        .containsExactly("begun", "handed-in", "talked-about");
    assertThat(noors.at("/shared").findValuesAsText("by")).containsExactly("partner-2");
  }

  private static Answer homework(int couple) {
    return operations.ask(
        DemoCouple.MARTA.id(), "getAssignments", "coupleId", DemoCouple.id(couple).toString());
  }

  @Test
  void what_noor_and_daniel_share_has_risen_and_of_lena_and_marcus_both_are_lower() {
    Answer charts = operations.ask(NOOR, "getCharts");
    assertThat(charts.at("/items/0/chart/weeks")).hasSize(12);
    assertThat(charts.at("/items/0/chart/weeks/11").asText()).isEqualTo("2026-05-04");
    assertThat(charts.body().at("/items/0/chart/lines/0/numbers").toString())
        .isEqualTo("[4,4,5,3,4,5,5,6,5,6,7,6]");
    assertThat(charts.body().at("/items/0/chart/lines/1/numbers").toString())
        .isEqualTo("[5,5,4,4,5,4,5,5,6,6,6,7]");
    assertThat(charts.at("/items/2/chart").isMissingNode()).isTrue();
    Answer today = operations.ask(DemoCouple.MARTA.id(), "getToday");
    assertThat(today.at("/worthALook")).hasSize(1);
    assertThat(today.at("/worthALook/0/couple").asText()).isEqualTo(DemoCouple.id(2).toString());
    assertThat(today.at("/worthALook/0/looks").findValuesAsText("rule"))
        .containsExactly("unread-line", "both-lower");
    assertThat(operations.ask(person(4), "getCharts").body().toString()).doesNotContain("numbers");
  }

  @Test
  void a_colleague_has_an_empty_day_and_the_administrator_none() {
    Answer today = operations.ask(DemoCouple.INES.id(), "getToday");
    assertThat(today.status()).isEqualTo(200);
    assertThat(today.at("/couples")).isEmpty();
    assertThat(operations.ask(DemoCouple.JONAS.id(), "getToday").status()).isEqualTo(404);
  }

  @Test
  void what_was_written_between_sessions_is_there_for_each_of_the_three() {
    Answer noor = operations.ask(NOOR, "getMessages");
    assertThat(noor.at("/threads/0/messages")).hasSize(3);
    assertThat(noor.at("/threads/1/messages").findValuesAsText("by"))
        .containsExactly("therapist", "partner-2", "partner-1");
    assertThat(noor.at("/reads").toString()).isEqualTo("[\"tuesday\",\"thursday\"]");
    assertThat(operations.ask(NOOR, "getJournal").at("/pages")).hasSize(1);
    String couple = DemoCouple.id(1).toString();
    Answer marta = operations.ask(DemoCouple.MARTA.id(), "getThreads", "coupleId", couple);
    assertThat(marta.at("/threads").findValuesAsText("unseen")).containsExactly("1", "0", "0");
    assertThat(operations.ask(DemoCouple.MARTA.id(), "getNotes", "coupleId", couple).body())
        .hasSize(3);
  }

  @Test
  void the_eighth_session_s_record_is_signed_with_its_bytes_and_was_added_to() {
    String couple = DemoCouple.id(1).toString();
    Answer sessions = operations.ask(DemoCouple.MARTA.id(), "getSessions", "coupleId", couple);
    Answer record =
        operations.ask(
            DemoCouple.MARTA.id(),
            "getRecord",
            "coupleId",
            couple,
            "sessionId",
            sessions.at("/1/id").asText());
    assertThat(record.at("/number").asInt()).isEqualTo(8);
    assertThat(record.at("/signed/digest").isTextual()).isTrue();
    assertThat(record.at("/text").asText()).startsWith("Both stayed with one moment.");
    assertThat(record.at("/additions")).hasSize(1);
    assertThat(record.at("/facts/present")).hasSize(3);
  }

  @Test
  void what_they_agreed_on_is_sealed_in_the_database() {
    assertThat(Behind.read(database, "select title::text from accord.agreement_made")).hasSize(2);
    assertThat(
            Behind.read(
                database,
                """
                select 'found' from accord.agreement_made where position('Phones'::bytea in title) > 0
                union all select 'found' from accord.words where position('Phones'::bytea in sealed) > 0
                union all select 'found' from accord.room_event where facts::text like '%Phones%'\
                """))
        .isEmpty();
  }

  @Test
  void loading_it_twice_is_loading_it_once() {
    List<String> before = counts(database);
    load(database, FIRST_START.plus(Duration.ofMinutes(10)), ISSUER);
    assertThat(counts(database)).isEqualTo(before);
  }

  @Test
  void a_start_that_was_ended_halfway_is_made_up_for_by_the_next() {
    Database half = TestPostgres.migratedDatabase();
    load(half, FIRST_START, ISSUER);
    List<String> whole = counts(half);
    Behind.run(
        half,
        """
        delete from accord.checkin_line; delete from accord.checkin_answer where item = 'reliance';
        create temporary table cut as select room_id from accord.planned_session where number in (4, 5) and followed > 0;
        delete from accord.agreement_made; delete from accord.exercise_done where room_id in (select room_id from cut);
        update accord.planned_session set followed = 0 where room_id in (select room_id from cut);
        delete from accord.words where room_id in (select room_id from cut limit 1);
        delete from accord.room_event where room_id in (select room_id from cut limit 1);
        update accord.room_head set seq = 0, n = array_fill(0::bigint, array[16]) where room_id in (select room_id from cut limit 1)\
        """);
    load(half, FIRST_START.plus(Duration.ofDays(3)), ISSUER);
    assertThat(counts(half)).isEqualTo(whole);
  }

  @Test
  void a_later_start_plans_a_session_if_none_lies_ahead() {
    Database later = TestPostgres.migratedDatabase();
    load(later, FIRST_START, ISSUER);
    Behind.run(
        later,
        "update accord.planned_session set state = 'closed' where couple_id = '%s'"
            .formatted(DemoCouple.id(1)));
    Instant start = FIRST_START.plus(Duration.ofDays(2));
    load(later, start, "http://localhost:9999/realms/accord");
    try (var asked = new Operations(later, clock(start))) {
      Answer home = asked.ask(NOOR, "getHome");
      assertThat(home.at("/next/number").asInt()).isEqualTo(10);
      assertThat(home.at("/next/startsAt").asText())
          .isEqualTo(start.plus(Duration.ofMinutes(25)).toString());
    }
    assertThat(Behind.read(later, "select distinct issuer from accord.person"))
        .containsExactly("http://localhost:9999/realms/accord");
  }

  @Test
  void a_session_that_waited_in_vain_is_moved_with_what_was_put_in() {
    Database later = TestPostgres.migratedDatabase();
    load(later, FIRST_START, ISSUER);
    Instant start = FIRST_START.plus(Duration.ofDays(1));
    load(later, start, ISSUER);
    try (var asked = new Operations(later, clock(start))) {
      Answer couple =
          asked.ask(DemoCouple.MARTA.id(), "getCouple", "coupleId", DemoCouple.id(1).toString());
      var session = couple.at("/next");
      assertThat(session.at("/startsAt").asText())
          .isEqualTo(start.plus(Duration.ofMinutes(25)).toString());
      assertThat(session.at("/number").asInt()).isEqualTo(9);
      assertThat(session.at("/exercises/0/id").asText()).isEqualTo("trust-vs-control");
    }
  }

  @Test
  void marta_has_published_one_exercise_of_her_own_and_is_writing_another() {
    Answer drafts = operations.ask(DemoCouple.MARTA.id(), "getExerciseDrafts");
    assertThat(drafts.texts("title"))
        .containsExactlyInAnyOrder(
            "What I could let go of", "What I need to know, what I want to know");
    assertThat(drafts.body().findValuesAsText("published")).containsExactly("1");
    Answer shelf = operations.ask(DemoCouple.MARTA.id(), "getExercises");
    assertThat(shelf.texts("from")).containsExactly("me");
  }

  private static boolean isPair(String name) {
    return name.contains(" and ");
  }

  private static List<String> counts(Database of) {
    return Behind.read(
        of,
        """
        select t || ' ' || n from (values
          ('practice', (select count(*) from accord.practice)), ('person', (select count(*) from accord.person)),
          ('staff', (select count(*) from accord.staff)), ('couple', (select count(*) from accord.couple)),
          ('session', (select count(*) from accord.planned_session)), ('record', (select count(*) from accord.session_record)),
          ('event', (select count(*) from accord.room_event)), ('done', (select count(*) from accord.exercise_done)),
          ('message', (select count(*) from accord.message)), ('note', (select count(*) from accord.note)),
          ('page', (select count(*) from accord.diary_page)), ('addition', (select count(*) from accord.record_addition)),
          ('checkin', (select count(*) from accord.checkin_answer)), ('shared', (select count(*) from accord.checkin_shared)),
          ('agreement', (select count(*) from accord.agreement_made)), ('file', (select count(*) from accord.exercise_file))) c (t, n)\
        """);
  }

  private static void load(Database into, Instant now, String issuer) {
    DemoData.load(into.asSuperuser(), into.asApp(), Operations.key(), issuer, clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static PersonId person(int number) {
    return new PersonId(UUID.fromString("6b1f0c52-0001-4000-8000-%012d".formatted(number)));
  }
}
