package app.accord.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestClock;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Writing, publishing and using exercises of one's own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnExercisesIT {
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private UUID draft;

  @BeforeAll
  static void begin() {
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, new TestClock());
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
    draft = Ids.random();
  }

  // Helpers

  private Answer put(PersonId who, ObjectNode body) {
    return Operations.await(
        operations.begin(who, "putExerciseDraft", body, "draftId", draft.toString()));
  }

  private Answer type(String text, int on) {
    return put(house.therapist(), Operations.body().put("version", on).put("text", text));
  }

  private Answer copy(String from) {
    return put(house.therapist(), Operations.body().put("version", 0).put("from", from));
  }

  private Answer read() {
    return operations.ask(house.therapist(), "getExerciseDraft", "draftId", draft.toString());
  }

  private Answer publish(int on, boolean shared) {
    return operations.send(
        house.therapist(),
        "publishExercise",
        "{\"version\":%d,\"shared\":%s}".formatted(on, shared),
        "draftId",
        draft.toString());
  }

  /** What it is called on the shelf. */
  private String published(boolean shared) {
    copy("trust-vs-control");
    Answer came = publish(1, shared);
    assertThat(came.at("/mistakes")).isEmpty();
    return came.at("/exercise").textValue();
  }

  private List<String> shelf(PersonId who) {
    return operations.ask(who, "getExercises").body().findValuesAsText("id");
  }

  private PersonId colleague(String role) {
    var id = new PersonId(Ids.random());
    Behind.run(
        database,
        """
        insert into accord.person (person_id, issuer, sub, practice_id, name, short_name)
          values ('%1$s', 'https://issuer', '%1$s', '%2$s', 'Other', 'Other');
        insert into accord.staff (practice_id, person_id, role) values ('%2$s', '%1$s', '%3$s');
        """
            .formatted(id, house.practice(), role));
    return id;
  }

  // Writing

  @Test
  void a_draft_is_kept_as_it_was_typed_however_broken_and_says_what_is_wrong_and_where() {
    String broken = "title: \"Trust\nsteps: [\n# a note to myself\n";
    Answer saved = type(broken, 0);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.at("/mistakes/0/line").intValue()).isPositive();
    assertThat(read().at("/text").textValue()).isEqualTo(broken);
    assertThat(read().at("/form").isMissingNode()).isTrue();
    String bomb = "a: &a [x]\nb: [*a, *a]\n";
    assertThat(type(bomb, 1).at("/mistakes").findValuesAsText("words"))
        .contains("Aliases (*name) are not allowed: write the words out.");
    assertThat(read().at("/text").textValue()).isEqualTo(bomb);
    assertThat(type("x".repeat(70_000), 2).status()).isEqualTo(413);
    assertThat(read().at("/text").textValue()).as("nothing was lost").isEqualTo(bomb);
    assertThat(publish(2, false).at("/mistakes")).isNotEmpty();
    assertThat(shelf(house.therapist())).noneMatch(id -> id.startsWith("own-"));
  }

  @Test
  void two_pages_that_write_the_same_draft_are_told_and_a_writing_sent_twice_is_one() {
    assertThat(type("title: One", 0).at("/version").intValue()).isEqualTo(1);
    assertThat(type("title: One", 0).at("/version").intValue()).isEqualTo(1);
    assertThat(type("title: Two", 1).at("/version").intValue()).isEqualTo(2);
    assertThat(type("title: Other", 1).at("/type").textValue())
        .isEqualTo("/problems/changed-elsewhere");
    assertThat(publish(1, false).status()).isEqualTo(409);
    assertThat(read().at("/text").textValue()).isEqualTo("title: Two");
  }

  @Test
  void what_the_form_writes_is_read_back_as_the_same_fields() {
    copy("trust-vs-control");
    ObjectNode form = (ObjectNode) read().at("/form");
    assertThat(form.path("title").textValue()).isEqualTo("Trust or control, adapted");
    ((ObjectNode) form.at("/steps/2/cards/0")).put("text", "Our \"calendars\": shared? 👩‍👧 שלום");
    Answer saved = put(house.therapist(), Operations.body().put("version", 1).set("form", form));
    assertThat(saved.at("/mistakes")).isEmpty();
    assertThat(read().at("/form")).isEqualTo(form);
  }

  // Publishing

  @Test
  void a_published_version_is_on_the_own_shelf_and_the_same_writing_is_one_version() {
    String exercise = published(false);
    assertThat(exercise).startsWith("own-");
    assertThat(publish(1, false).at("/version").intValue()).isEqualTo(1);
    assertThat(shelf(house.therapist())).contains(exercise);
    Answer whole = operations.ask(house.therapist(), "getExercise", "exerciseId", exercise);
    assertThat(whole.at("/steps/2/cards")).hasSize(12);
    Answer file = operations.ask(house.therapist(), "getExerciseFile", "exerciseId", exercise);
    assertThat(file.at("/name").textValue()).isEqualTo(exercise + ".yaml");
    assertThat(
            operations
                .send(
                    house.therapist(),
                    "checkExercise",
                    Operations.body().put("text", file.at("/text").textValue()).toString())
                .at("/mistakes"))
        .isEmpty();
    assertThat(read().at("/published/version").intValue()).isEqualTo(1);
  }

  @Test
  void others_find_it_only_if_it_is_for_the_practice_and_another_practice_and_clients_never() {
    PersonId colleague = colleague("therapist");
    PersonId admin = colleague("practice-admin");
    TestCase theirs = TestCase.in(database);
    String mine = published(false);
    assertThat(shelf(colleague)).doesNotContain(mine);
    draft = Ids.random();
    String shared = published(true);
    assertThat(shelf(colleague)).contains(shared).doesNotContain(mine);
    assertThat(shelf(theirs.therapist())).doesNotContain(shared, mine);
    for (PersonId who : List.of(house.one(), admin, theirs.therapist(), theirs.one())) {
      for (String exercise : List.of(mine, shared)) {
        Answer foreign = operations.ask(who, "getExercise", "exerciseId", exercise);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign)
            .isEqualTo(operations.ask(who, "getExercise", "exerciseId", "own-nothing"));
      }
    }
    for (PersonId who : List.of(house.one(), admin, colleague, theirs.therapist())) {
      Answer foreign = operations.ask(who, "getExerciseDraft", "draftId", draft.toString());
      assertThat(foreign)
          .isEqualTo(operations.ask(who, "getExerciseDraft", "draftId", Ids.random().toString()))
          .extracting(Answer::status)
          .isEqualTo(404);
      assertThat(put(who, Operations.body().put("version", 1).put("text", "title: x")).status())
          .isEqualTo(404);
    }
    assertThat(operations.ask(admin, "getExerciseDrafts").status()).isEqualTo(404);
    assertThat(operations.ask(house.one(), "getExerciseDrafts").status()).isEqualTo(404);
    assertThat(start(theirs.therapist(), theirs.couple().toString(), shared).status())
        .isEqualTo(404);
  }

  private static Answer start(PersonId who, String couple, String exercise) {
    return operations.send(
        who,
        "startSession",
        "{\"place\":\"room\",\"exercise\":\"%s\"}".formatted(exercise),
        "coupleId",
        couple);
  }

  @Test
  void what_began_with_a_version_keeps_it_also_after_a_new_one_and_after_it_was_withdrawn() {
    copy("what-helps-me-feel-safe");
    String exercise = publish(1, false).at("/exercise").textValue();
    give(exercise);
    RoomId room =
        RoomId.of(operations.ask(house.one(), "getHomework").at("/tasks/0/roomId").textValue());
    String digest =
        operations.library().shelf(house.therapist()).current(exercise).orElseThrow().digest();
    ObjectNode form = (ObjectNode) read().at("/form");
    form.put("title", "Another title");
    put(house.therapist(), Operations.body().put("version", 1).set("form", form));
    assertThat(publish(2, false).at("/version").intValue()).isEqualTo(2);
    assertThat(title(house.therapist(), exercise)).isEqualTo("Another title");
    assertThat(ran(room, digest))
        .contains("What helps me feel safe, adapted")
        .doesNotContain("Another title", "therapistHint");

    Answer gone =
        operations.ask(house.therapist(), "deleteExerciseDraft", "draftId", draft.toString());
    assertThat(gone.status()).isEqualTo(204);
    assertThat(shelf(house.therapist())).doesNotContain(exercise);
    assertThat(start(house.therapist(), house.couple().toString(), exercise).status())
        .isEqualTo(404);
    Library restarted = Library.shipped(operations.db());
    Operations.await(restarted.know(house.one(), Set.of(digest)));
    assertThat(restarted.byDigest(digest)).isPresent();
    assertThat(ran(room, digest)).contains("What helps me feel safe, adapted");
  }

  @Test
  void a_session_shows_the_title_of_an_own_exercise_also_to_a_server_that_has_just_started() {
    String exercise = published(false);
    Answer session = start(house.therapist(), house.couple().toString(), exercise);
    assertThat(session.at("/exercises/0/title").textValue()).isEqualTo("Trust or control, adapted");
    try (var restarted = new Operations(database, new TestClock())) {
      assertThat(restarted.ask(house.therapist(), "getToday").texts("title"))
          .contains("Trust or control, adapted");
    }
  }

  private String title(PersonId who, String exercise) {
    return operations.ask(who, "getExercise", "exerciseId", exercise).at("/title").textValue();
  }

  private void give(String exercise) {
    String wanted =
        """
        {"id":"%s","exercise":"%s","alone":["partner-1"],"opens":"in-session"}\
        """
            .formatted(Ids.random(), exercise);
    assertThat(
            operations
                .send(
                    house.therapist(),
                    "giveHomework",
                    wanted,
                    "coupleId",
                    house.couple().toString())
                .status())
        .isEqualTo(204);
  }

  private String ran(RoomId room, String digest) {
    Answer answer =
        operations.ask(house.one(), "getRoomExercise", "roomId", room.toString(), "digest", digest);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().toString();
  }

  @Test
  void homework_can_be_an_own_exercise_and_its_words_lie_sealed_while_they_are_a_draft() {
    copy("what-helps-me-feel-safe");
    ObjectNode form = (ObjectNode) read().at("/form");
    form.put("title", "Canary-seven");
    put(house.therapist(), Operations.body().put("version", 1).set("form", form));
    assertThat(
            Behind.read(
                database,
                """
                select count(*) from accord.own_exercise
                where position('Canary-seven'::bytea in sealed) > 0\
                """))
        .containsExactly("0");
    give(publish(2, false).at("/exercise").textValue());
    assertThat(operations.ask(house.one(), "getHomework").at("/tasks/0/title").textValue())
        .isEqualTo("Canary-seven");
  }
}
