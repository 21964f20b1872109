package app.accord.practice;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each operation, asked by everybody: who gets an answer, and what everybody else gets. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoSeesWhatIT {
  private static final String DIGEST = "0".repeat(64);
  private static final List<String> OF_ROOMS = List.of("putDraft", "putSessionScales");
  private static final Map<String, String> WRITES =
      Map.of(
          "putDraft", "{\"text\":\"x\"}",
          "putSessionScales", "{\"answers\":{}}",
          "startSession", "{\"place\":\"room\"}",
          "readLine", "{\"by\":\"partner-1\",\"week\":\"2026-05-11\"}",
          "putFlagAside", "{}");
  private static Database database;
  private static Operations operations;
  private static TestCase ours;
  private static TestCase theirs;
  private static PersonId admin;
  private static PersonId former;
  private static PersonId formerTherapist;
  private static final PersonId UNKNOWN = new PersonId(UUID.randomUUID());

  @BeforeAll
  static void arrange() {
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, Clock.systemUTC());
    ours = TestCase.in(database);
    theirs = TestCase.in(database);
    admin = ours.another(database, "practice-admin");
    former = ours.former(database, null, 2);
    formerTherapist = ours.former(database, "therapist", 7);
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  private static List<PersonId> everybody() {
    return List.of(
        ours.therapist(),
        ours.one(),
        ours.two(),
        theirs.therapist(),
        theirs.one(),
        admin,
        former,
        formerTherapist);
  }

  private static List<PersonId> whoGets(String operation, String... path) {
    return everybody().stream()
        .filter(who -> operations.ask(who, operation, path).status() < 300)
        .toList();
  }

  private static String couple() {
    return ours.couple().toString();
  }

  private static String room() {
    return ours.room().toString();
  }

  @Test
  void today_is_for_therapists_by_their_row_in_the_practice() {
    assertThat(whoGets("getToday"))
        .containsExactlyInAnyOrder(ours.therapist(), theirs.therapist(), formerTherapist);
    assertThat(operations.ask(ours.therapist(), "getToday").at("/couples")).hasSize(1);
    assertThat(operations.ask(formerTherapist, "getToday").at("/couples")).isEmpty();
  }

  @Test
  void home_is_for_partners() {
    assertThat(whoGets("getHome")).containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
  }

  @Test
  void
      a_check_in_and_its_charts_are_for_partners_and_what_they_tell_for_the_therapist_of_the_case() {
    for (String operation : List.of("getCheckin", "getCharts")) {
      assertThat(whoGets(operation))
          .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
    }
    assertThat(whoGets("getCheckins", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getSessionScales", "roomId", room())).isEmpty();
  }

  @Test
  void the_library_is_for_therapists() {
    assertThat(whoGets("getExercises"))
        .containsExactlyInAnyOrder(ours.therapist(), theirs.therapist(), formerTherapist);
  }

  @Test
  void writing_exercises_is_for_therapists() {
    List<PersonId> therapists = List.of(ours.therapist(), theirs.therapist(), formerTherapist);
    assertThat(whoGets("getExerciseDrafts")).containsExactlyInAnyOrderElementsOf(therapists);
    for (String operation : List.of("getExercise", "getExerciseFile")) {
      assertThat(whoGets(operation, "exerciseId", "trust-vs-control"))
          .containsExactlyInAnyOrderElementsOf(therapists);
    }
    for (PersonId who : everybody()) {
      boolean may = therapists.contains(who);
      String id = Ids.random().toString();
      Map<String, String> acts =
          Map.of(
              "checkExercise", "{\"text\":\"title: x\"}",
              "putExerciseDraft", "{\"version\":0,\"text\":\"title: x\"}");
      acts.forEach(
          (operation, body) ->
              assertThat(operations.send(who, operation, body, "draftId", id).status())
                  .as(operation)
                  .isEqualTo(may ? 200 : 404));
      String other = Ids.random().toString();
      String publish = "{\"version\":1,\"shared\":true}";
      assertThat(operations.send(who, "publishExercise", publish, "draftId", other).status())
          .isEqualTo(404);
      assertThat(operations.ask(who, "deleteExerciseDraft", "draftId", other).status())
          .isEqualTo(404);
    }
  }

  @Test
  void the_workspace_and_the_sessions_are_for_the_therapist_of_the_case() {
    assertThat(whoGets("getCouple", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getSessions", "coupleId", couple())).containsExactly(ours.therapist());
  }

  @Test
  void only_the_therapist_of_the_case_starts_a_session() {
    for (PersonId who : everybody()) {
      if (!who.equals(ours.therapist())) {
        Answer answer =
            operations.send(who, "startSession", "{\"place\":\"room\"}", "coupleId", couple());
        assertThat(answer.status()).isEqualTo(404);
      }
    }
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void agreements_are_read_by_those_of_the_case() {
    assertThat(whoGets("getAgreementsOfCouple", "coupleId", couple()))
        .containsExactly(ours.therapist());
    assertThat(whoGets("getAgreements"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
  }

  @Test
  void homework_is_given_by_the_therapist_of_the_case_and_read_by_nobody_of_another() {
    String id = Ids.random().toString();
    String wanted =
        """
        {"id":"%s","alone":["partner-1"],"exercise":"what-helps-me-feel-safe","opens":"in-session"}\
        """
            .formatted(id);
    String act = "{\"id\":\"%s\",\"act\":\"talked-about\"}".formatted(Ids.random());
    for (PersonId who : everybody()) {
      boolean may = who.equals(ours.therapist());
      assertThat(operations.send(who, "giveHomework", wanted, "coupleId", couple()).status())
          .isEqualTo(may ? 204 : 404);
      assertThat(
              operations
                  .send(who, "actOnHomework", act, "coupleId", couple(), "homeworkId", id)
                  .status())
          .isEqualTo(may ? 204 : 404);
    }
    assertThat(whoGets("getAssignments", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getReview", "coupleId", couple(), "homeworkId", id))
        .containsExactly(ours.therapist());
    assertThat(whoGets("getHomework"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
    String room = operations.ask(ours.one(), "getHomework").at("/tasks/0/roomId").textValue();
    assertThat(whoGets("getTask", "roomId", room)).containsExactly(ours.one());
    assertThat(whoGets("getSharedHomework", "roomId", room)).isEmpty();
  }

  @Test
  void the_room_and_its_drafts_are_for_those_who_sit_in_it_now() {
    assertThat(whoGets("getRoom", "roomId", room()))
        .containsExactlyInAnyOrder(ours.therapist(), ours.one(), ours.two());
    assertThat(whoGets("getDrafts", "roomId", room()))
        .containsExactlyInAnyOrder(ours.therapist(), ours.one(), ours.two());
    assertThat(whoGets("deleteDraft", "roomId", room(), "field", "f"))
        .containsExactlyInAnyOrder(ours.therapist(), ours.one(), ours.two());
  }

  @Test
  void messages_are_for_partners_and_the_therapist_of_the_case() {
    assertThat(whoGets("getMessages"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
    assertThat(whoGets("getMessageDrafts"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
    assertThat(whoGets("getThreads", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getDraftsToCouple", "coupleId", couple()))
        .containsExactly(ours.therapist());
    assertThat(whoGets("deleteDraftToCouple", "coupleId", couple(), "thread", "all"))
        .containsExactly(ours.therapist());
  }

  @Test
  void the_shared_page_is_for_all_of_the_case_and_a_letter_that_is_written_for_its_author() {
    assertThat(whoGets("getProgress"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one());
    assertThat(whoGets("getCoupleProgress", "coupleId", couple()))
        .containsExactly(ours.therapist());
    assertThat(whoGets("getLetterDraft", "coupleId", couple())).containsExactly(ours.therapist());
  }

  @Test
  void a_journal_is_for_whoever_is_or_was_a_partner() {
    assertThat(whoGets("getJournal"))
        .containsExactlyInAnyOrder(ours.one(), ours.two(), theirs.one(), former);
  }

  @Test
  void notes_and_shared_pages_are_for_the_therapist_of_the_case() {
    assertThat(whoGets("getNotes", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getSharedPages", "coupleId", couple())).containsExactly(ours.therapist());
    assertThat(whoGets("getQuestionnaires", "coupleId", couple()))
        .containsExactly(ours.therapist());
  }

  @Test
  void the_record_is_for_the_therapist_of_the_case_and_a_foreign_session_is_like_a_random_one() {
    TestCase over = TestCase.in(database);
    Behind.run(
        database,
        "update accord.planned_session set state = 'closed' where session_id = '%s'"
            .formatted(over.session()));
    String session = over.session().toString();
    String random = UUID.randomUUID().toString();
    assertThat(
            operations
                .ask(
                    over.therapist(),
                    "getRecord",
                    "coupleId",
                    over.couple().toString(),
                    "sessionId",
                    session)
                .status())
        .isEqualTo(200);
    Map<String, String> acts =
        Map.of(
            "getRecord", "{}",
            "putRecordWords", "{\"text\":\"x\",\"version\":0}",
            "signRecord", "{\"version\":0}",
            "addToRecord", "{\"id\":\"%s\",\"text\":\"x\"}".formatted(random));
    for (PersonId who : everybody()) {
      acts.forEach(
          (operation, body) ->
              assertThat(record(who, operation, body, over.couple().toString(), session))
                  .as(operation)
                  .isEqualTo(record(who, operation, body, random, random))
                  .extracting(Answer::status)
                  .isEqualTo(404));
    }
  }

  private static Answer record(
      PersonId who, String operation, String body, String couple, String session) {
    return operations.send(who, operation, body, "coupleId", couple, "sessionId", session);
  }

  @Test
  void nobody_writes_into_a_case_that_is_not_theirs_and_a_foreign_one_is_like_a_random_one() {
    String random = UUID.randomUUID().toString();
    Map<String, String> acts =
        Map.of(
            "putNote",
            "{\"text\":\"x\",\"version\":0}",
            "writeToCouple",
            "{\"id\":\"%s\",\"thread\":\"all\",\"text\":\"x\"}".formatted(random),
            "putDraftToCouple",
            "{\"text\":\"x\"}",
            "markSeen",
            "{\"last\":\"%s\"}".formatted(random));
    for (PersonId who : everybody()) {
      acts.forEach(
          (operation, body) ->
              assertThat(into(who, operation, body, foreignCouple(who)))
                  .as(operation)
                  .isEqualTo(into(who, operation, body, random))
                  .extracting(Answer::status)
                  .isEqualTo(404));
    }
  }

  private static Answer into(PersonId who, String operation, String body, String couple) {
    String note = "00000000-0000-4000-8000-00000000abcd";
    return operations.send(
        who, operation, body, "coupleId", couple, "noteId", note, "thread", "all");
  }

  @Test
  void a_partner_reads_of_the_room_neither_the_case_nor_its_number_nor_what_is_put_in() {
    Behind.run(
        database,
        """
        insert into accord.planned_exercise (session_id, couple_id, place, exercise)
        values ('%s', '%s', 1, 'trust-vs-control') on conflict do nothing\
        """
            .formatted(ours.session(), ours.couple()));
    Answer therapist = operations.ask(ours.therapist(), "getRoom", "roomId", room());
    Answer partner = operations.ask(ours.one(), "getRoom", "roomId", room());
    assertThat(therapist.at("/exercises/0/id").asText()).isEqualTo("trust-vs-control");
    assertThat(therapist.at("/number").asInt()).isEqualTo(1);
    assertThat(partner.at("/you").asText()).isEqualTo("partner-1");
    assertThat(partner.texts("name")).containsExactly("Noor", "Daniel", "Marta");
    assertThat(partner.at("/exercises")).isEmpty();
    assertThat(partner.at("/coupleId").isMissingNode()).isTrue();
    assertThat(partner.at("/number").isMissingNode()).isTrue();
    assertThat(partner.body().toString()).doesNotContain("trust-vs-control", "ceiling");
  }

  @Test
  void a_partner_s_home_tells_nothing_of_records_or_of_the_ceiling() {
    Answer home = operations.ask(ours.one(), "getHome");
    assertThat(home.body().toString()).doesNotContain("signed", "ceiling", couple());
  }

  @Test
  void while_not_all_have_joined_a_partner_finds_no_sign_of_the_other() {
    TestCase invited = TestCase.in(database);
    Behind.run(
        database,
        """
        update accord.couple set state = 'invited' where couple_id = '%s'
        """
            .formatted(invited.couple()));
    Answer both = operations.ask(invited.one(), "getHome");
    Behind.run(
        database,
        """
        delete from accord.seat_holder where room_id = '%2$s' and seat = 1;
        delete from accord.case_seat where couple_id = '%1$s' and seat = 1\
        """
            .formatted(invited.couple(), invited.room()));
    Answer alone = operations.ask(invited.one(), "getHome");
    assertThat(alone.at("/members")).isEqualTo(both.at("/members"));
    assertThat(alone.at("/ready")).isEqualTo(both.at("/ready"));
    assertThat(both.at("/ready").asBoolean()).isFalse();
    assertThat(both.texts("name")).doesNotContain("Daniel");
  }

  @Test
  void a_foreign_id_and_a_random_one_get_the_same_bytes_from_every_operation() {
    String random = UUID.randomUUID().toString();
    Map<String, List<String>> asked =
        Map.ofEntries(
            Map.entry("getCouple", List.of("coupleId")),
            Map.entry("getSessions", List.of("coupleId")),
            Map.entry("getCheckins", List.of("coupleId")),
            Map.entry("getSessionScales", List.of("roomId")),
            Map.entry("getThreads", List.of("coupleId")),
            Map.entry("getDraftsToCouple", List.of("coupleId")),
            Map.entry("getNotes", List.of("coupleId")),
            Map.entry("getQuestionnaires", List.of("coupleId")),
            Map.entry("getSharedPages", List.of("coupleId")),
            Map.entry("getRoom", List.of("roomId")),
            Map.entry("getDrafts", List.of("roomId")),
            Map.entry("deleteDraft", List.of("roomId", "field", "f")),
            Map.entry("getRoomExercise", List.of("roomId", "digest", DIGEST)),
            Map.entry("getAssignments", List.of("coupleId")),
            Map.entry("getAgreementsOfCouple", List.of("coupleId")));
    for (PersonId who : everybody()) {
      asked.forEach(
          (operation, path) -> {
            String foreign =
                (path.getFirst().equals("roomId") ? foreignRoom(who) : foreignCouple(who));
            assertThat(operations.ask(who, operation, with(path, foreign)))
                .as(operation)
                .isEqualTo(operations.ask(who, operation, with(path, random)))
                .extracting(Answer::status)
                .isEqualTo(404);
          });
      WRITES.forEach(
          (operation, body) -> {
            boolean ofRoom = OF_ROOMS.contains(operation);
            String name = ofRoom ? "roomId" : "coupleId";
            String foreign = ofRoom ? foreignRoom(who) : foreignCouple(who);
            assertThat(
                    operations.send(
                        who, operation, body, name, foreign, "field", "f", "flag", "low-scale.x"))
                .as(operation)
                .isEqualTo(
                    operations.send(
                        who, operation, body, name, random, "field", "f", "flag", "low-scale.x"))
                .extracting(Answer::status)
                .isEqualTo(404);
          });
    }
  }

  @Test
  void somebody_who_has_no_row_gets_the_same_as_one_who_may_not() {
    assertThat(operations.ask(UNKNOWN, "getToday")).isEqualTo(operations.ask(admin, "getToday"));
    assertThat(operations.ask(UNKNOWN, "getCouple", "coupleId", couple()))
        .isEqualTo(operations.ask(admin, "getCouple", "coupleId", couple()));
    assertThat(operations.ask(UNKNOWN, "getRoom", "roomId", room()))
        .isEqualTo(operations.ask(admin, "getRoom", "roomId", room()));
  }

  @Test
  void who_read_what_leaves_one_row_and_who_got_nothing_none() {
    Behind.run(database, "truncate accord.audit");
    operations.ask(ours.therapist(), "getToday");
    operations.ask(ours.therapist(), "getCouple", "coupleId", couple());
    operations.ask(ours.therapist(), "getSessions", "coupleId", couple());
    operations.ask(ours.one(), "getHome");
    operations.ask(ours.one(), "getRoom", "roomId", room());
    operations.ask(ours.two(), "getDrafts", "roomId", room());
    operations.ask(admin, "getCouple", "coupleId", couple());
    operations.ask(theirs.one(), "getRoom", "roomId", room());
    assertThat(
            Behind.read(
                database,
                """
                select what || ' ' || person_id || ' ' || coalesce(couple_id::text, room_id::text, '')
                from accord.audit order by audit_id\
                """))
        .containsExactly(
            "today.read " + ours.therapist() + " ",
            "couple.read " + ours.therapist() + " " + couple(),
            "sessions.read " + ours.therapist() + " " + couple(),
            "home.read " + ours.one() + " ",
            "room.opened " + ours.one() + " " + couple(),
            "drafts.read " + ours.two() + " " + room());
  }

  private static String foreignCouple(PersonId who) {
    return (isOurs(who) ? theirs.couple() : ours.couple()).toString();
  }

  private static String foreignRoom(PersonId who) {
    return (isOurs(who) ? theirs.room() : ours.room()).toString();
  }

  private static boolean isOurs(PersonId who) {
    return List.of(ours.therapist(), ours.one(), ours.two()).contains(who);
  }

  private static String[] with(List<String> path, String id) {
    var all = new java.util.ArrayList<>(path);
    all.add(1, id);
    return all.toArray(String[]::new);
  }

  private static int sessions() {
    return Integer.parseInt(
        Behind.read(
                database,
                "select count(*) from accord.planned_session where couple_id = '%s'"
                    .formatted(ours.couple()))
            .getFirst());
  }
}
