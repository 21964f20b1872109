package app.accord.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.room.RoomCommand.AddLine;
import app.accord.room.RoomCommand.EndExercise;
import app.accord.room.RoomCommand.NameAgreement;
import app.accord.room.RoomCommand.OpenStep;
import app.accord.room.RoomCommand.Sign;
import app.accord.room.RoomCommand.StartExercise;
import app.accord.room.RoomCommand.SuggestChange;
import app.accord.room.Scene;
import app.accord.room.Where;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestClock;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An agreement's life between sessions (R26), with the real database and the real rooms. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgreementsIT {
  private static final String LATE = "Whoever is late writes one line before the time.";
  private static final String THANKS = "The other answers with thanks.";
  private static final TestClock CLOCK = new TestClock();
  private static final String STEP =
      Scene.exercise("trust-vs-control").steps().stream()
          .filter(app.accord.exercise.Step.Agree.class::isInstance)
          .findFirst()
          .orElseThrow()
          .id();
  private static final Where TEXT = new Where(1, STEP, 1);
  private static Database database;
  private static Operations operations;
  private TestCase house;

  @BeforeAll
  static void begin() {
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, CLOCK);
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @BeforeEach
  void arrange() {
    CLOCK.ahead(Duration.ZERO);
    house = TestCase.in(database);
  }

  // Helpers

  /** A session in which this was written and signed by both, or by the first of them alone. */
  private void session(boolean bySecond) {
    Scene scene =
        Scene.session()
            .does(Scene.MARTA, new StartExercise("trust-vs-control", List.of(), true))
            .does(Scene.MARTA, new OpenStep(STEP))
            .does(Scene.NOOR, new NameAgreement(TEXT, "Late"))
            .does(Scene.NOOR, new AddLine(TEXT, Ids.random(), LATE))
            .does(Scene.NOOR, new Sign(TEXT, Agreement.digest("Late", List.of(LATE))));
    if (bySecond) {
      scene.does(Scene.DANIEL, new Sign(TEXT, Agreement.digest("Late", List.of(LATE))));
    }
    var people =
        Map.of(Scene.NOOR, house.one(), Scene.DANIEL, house.two(), Scene.MARTA, house.therapist());
    List<Journal.Entry> entries =
        scene.happened().stream()
            .map(
                one ->
                    new Journal.Entry(
                        one.at(),
                        one.told().by(),
                        one.told().by(),
                        one.told().by() == null ? null : people.get(one.told().by()),
                        new CommandId(Ids.random()),
                        one.told().audience(),
                        one.told().event()))
            .toList();
    Operations.await(
        operations.library().keep(house.therapist(), Scene.exercise("trust-vs-control").digest()));
    Operations.await(operations.journal().append(new Journal.Batch(house.room(), 0, entries)));
  }

  /** The therapist ends the exercise: what was agreed goes on. */
  private RoomId goesOn() {
    assertThat(operations.act(house.therapist(), house.room(), new EndExercise())).isEmpty();
    for (int i = 0; i < 400 && mine(house.one()).at("/agreements/0").isMissingNode(); i++) {
      LockSupport.parkNanos(25_000_000);
    }
    return RoomId.of(mine(house.one()).at("/agreements/0/id").textValue());
  }

  private RoomId inForce() {
    session(true);
    return goesOn();
  }

  private static Answer mine(PersonId who) {
    return operations.ask(who, "getAgreements");
  }

  private Answer therapists() {
    return operations.ask(
        house.therapist(), "getAgreementsOfCouple", "coupleId", house.couple().toString());
  }

  private static int act(PersonId who, RoomId room, String act) {
    return act(Ids.random(), who, room, act);
  }

  private static int act(UUID id, PersonId who, RoomId room, String act) {
    String body = "{\"id\":\"%s\",\"act\":%s}".formatted(id, act);
    return operations.send(who, "actOnAgreement", body, "roomId", room.toString()).status();
  }

  private static int mark(PersonId who, RoomId room, String mark) {
    String week = mine(who).at("/week").textValue();
    return act(who, room, "\"mark\",\"week\":\"%s\",\"mark\":\"%s\"".formatted(week, mark));
  }

  private static String first(Answer all, String field) {
    return all.at("/agreements/0" + field).toString();
  }

  // The whole life

  @Test
  void what_was_signed_in_a_session_goes_on_with_both_signatures() {
    inForce();
    for (Answer all : List.of(mine(house.one()), mine(house.two()), therapists())) {
      assertThat(first(all, "/state")).isEqualTo("\"in-force\"");
      assertThat(first(all, "/title")).isEqualTo("\"Late\"");
      assertThat(first(all, "/textOpen")).isEqualTo("false");
      assertThat(all.at("/agreements/0/versions/0/signed").findValuesAsText("seat"))
          .containsExactly("partner-1", "partner-2");
    }
    assertThat(therapists().at("/agreements")).hasSize(1);
  }

  @Test
  void a_draft_goes_on_with_the_one_signature_that_it_has() {
    session(false);
    goesOn();
    Answer all = mine(house.two());
    assertThat(first(all, "/state")).isEqualTo("\"being-written\"");
    assertThat(all.at("/agreements/0/signed").findValuesAsText("seat"))
        .containsExactly("partner-1");
    assertThat(all.at("/agreements/0/versions")).isEmpty();
  }

  @Test
  void a_server_that_missed_the_end_takes_it_up_when_the_therapist_looks() {
    session(true);
    Behind.run(
        database,
        "update accord.planned_session set state = 'closed' where room_id = '%s'"
            .formatted(house.room()));
    assertThat(therapists().at("/agreements")).isEmpty();
    assertThat(operations.act(house.therapist(), house.room(), new EndExercise())).isEmpty();
    therapists();
    assertThat(therapists().at("/agreements")).hasSize(1);
  }

  @Test
  void marks_are_each_ones_own_until_the_week_has_closed_and_both_say_the_same() {
    RoomId room = inForce();
    String quiet = mine(house.one()).body().toString();
    assertThat(mark(house.two(), room, "talked-about")).isEqualTo(204);
    assertThat(mark(house.two(), room, "kept")).isEqualTo(204);
    assertThat(mine(house.one()).body()).hasToString(quiet);
    assertThat(first(mine(house.two()), "/mark")).isEqualTo("\"kept\"");
    assertThat(first(therapists(), "/singles")).contains("partner-2", "kept");
    assertThat(mark(house.one(), room, "kept")).isEqualTo(204);
    assertThat(first(mine(house.two()), "/weeks")).isEqualTo("[]");

    CLOCK.ahead(Duration.ofDays(7));
    for (Answer all : List.of(mine(house.one()), mine(house.two()), therapists())) {
      assertThat(all.at("/agreements/0/weeks").findValuesAsText("mark")).containsExactly("kept");
      assertThat(all.at("/agreements/0/mark").isMissingNode()).isTrue();
    }
    String another = mine(house.one()).body().toString();
    assertThat(mark(house.two(), room, "talked-about")).isEqualTo(204);
    CLOCK.ahead(Duration.ofDays(14));
    assertThat(mine(house.one()).at("/agreements/0/weeks")).hasSize(1);
    assertThat(another).doesNotContain("talked-about");
    assertThat(act(house.one(), room, "\"mark\",\"week\":\"2026-05-11\",\"mark\":\"kept\""))
        .as("a week that has closed")
        .isEqualTo(409);
  }

  @Test
  void without_secrets_single_marks_are_their_authors_alone() {
    RoomId room = inForce();
    Behind.run(
        database,
        "update accord.couple set secrets = 'no-secrets' where couple_id = '%s'"
            .formatted(house.couple()));
    assertThat(mark(house.two(), room, "kept")).isEqualTo(204);
    assertThat(mark(house.one(), room, "kept")).isEqualTo(204);
    assertThat(first(therapists(), "/singles")).isEqualTo("[]");
    CLOCK.ahead(Duration.ofDays(7));
    assertThat(therapists().at("/agreements/0/weeks").findValuesAsText("mark"))
        .containsExactly("kept");
  }

  @Test
  void a_review_opens_to_all_three_once_both_have_answered() {
    RoomId room = inForce();
    String quiet = mine(house.one()).body().toString();
    String therapist = therapists().body().toString();
    assertThat(act(house.two(), room, "\"answer\",\"answer\":\"kept\"")).isEqualTo(204);
    assertThat(act(house.two(), room, "\"answer\"")).as("taken back").isEqualTo(204);
    assertThat(act(house.two(), room, "\"answer\",\"answer\":\"other-words\"")).isEqualTo(204);
    assertThat(mine(house.one()).body()).hasToString(quiet);
    assertThat(therapists().body()).hasToString(therapist);
    assertThat(act(house.one(), room, "\"answer\",\"answer\":\"mostly\"")).isEqualTo(204);
    for (Answer all : List.of(mine(house.one()), mine(house.two()), therapists())) {
      assertThat(all.at("/agreements/0/reviews/0/answers").findValuesAsText("answer"))
          .containsExactly("mostly", "other-words");
    }
  }

  @Test
  void new_words_need_both_signatures_and_until_then_the_old_ones_hold() {
    RoomId room = inForce();
    assertThat(operations.act(house.one(), room, new AddLine(TEXT, Ids.random(), THANKS)))
        .as("signed words are not changed by a slip of the hand")
        .isPresent();
    assertThat(act(house.two(), room, "\"open-text\"")).isEqualTo(204);
    assertThat(first(mine(house.one()), "/signed")).isEqualTo("[]");
    assertThat(operations.act(house.two(), room, new AddLine(TEXT, Ids.random(), THANKS)))
        .isEmpty();
    assertThat(
            operations.act(
                house.one(),
                room,
                new SuggestChange(
                    TEXT,
                    UUID.fromString(mine(house.one()).at("/agreements/0/lines/1/id").textValue()),
                    1,
                    Ids.random(),
                    "Thanks.")))
        .isEmpty();
    var sign = new Sign(TEXT, Agreement.digest("Late", List.of(LATE, THANKS)));
    assertThat(operations.act(house.one(), room, sign)).isEmpty();
    assertThat(first(therapists(), "/state")).isEqualTo("\"in-force\"");
    assertThat(therapists().at("/agreements/0/versions")).hasSize(1);
    assertThat(operations.act(house.two(), room, sign)).isEmpty();
    assertThat(mine(house.two()).at("/agreements/0/versions")).hasSize(2);
    assertThat(first(mine(house.two()), "/versions/0/lines")).doesNotContain(THANKS);
    assertThat(first(mine(house.two()), "/versions/1/lines")).contains(THANKS);
    assertThat(act(house.one(), room, "\"look-on\",\"on\":\"2027-01-31\"")).isEqualTo(204);
    assertThat(first(mine(house.two()), "/lookOn")).isEqualTo("\"2027-01-31\"");
    assertThat(act(house.one(), room, "\"look-on\",\"on\":\"2020-01-31\"")).isEqualTo(400);
    assertThat(act(house.one(), room, "\"look-on\",\"on\":\"2027-02-31\"")).isEqualTo(400);
  }

  @Test
  void letting_go_shows_from_the_next_day_and_names_nobody() {
    RoomId room = inForce();
    String quiet = mine(house.one()).body().toString();
    String therapist = therapists().body().toString();
    assertThat(act(house.two(), room, "\"let-go\"")).isEqualTo(204);
    assertThat(act(house.two(), room, "\"keep-on\"")).isEqualTo(204);
    UUID once = Ids.random();
    assertThat(act(once, house.two(), room, "\"let-go\"")).isEqualTo(204);
    assertThat(act(once, house.two(), room, "\"let-go\"")).isEqualTo(204);
    assertThat(mine(house.two()).at("/agreements/0/endsOn").isMissingNode()).isFalse();
    assertThat(mine(house.one()).body()).hasToString(quiet);
    assertThat(therapists().body()).hasToString(therapist);

    CLOCK.ahead(Duration.ofDays(1));
    for (Answer all : List.of(mine(house.one()), mine(house.two()), therapists())) {
      assertThat(first(all, "/state")).isEqualTo("\"ended\"");
      assertThat(all.at("/agreements/0/endsOn").isMissingNode()).isTrue();
    }
    assertThat(first(mine(house.one()), "")).isEqualTo(first(mine(house.two()), ""));
    assertThat(mark(house.one(), room, "kept")).isEqualTo(409);
    assertThat(act(house.one(), room, "\"open-text\"")).isEqualTo(409);
    for (int i = 0; i < 400 && ended().isEmpty(); i++) {
      LockSupport.parkNanos(25_000_000);
    }
    assertThat(ended()).hasSize(1);
  }

  private List<String> ended() {
    return Behind.read(
        database,
        "select ended_on from accord.agreement_made where couple_id = '%s' and ended_on is not null"
            .formatted(house.couple()));
  }

  @Test
  void to_others_there_is_nothing_here() {
    RoomId room = inForce();
    TestCase other = TestCase.in(database);
    assertThat(mine(other.one()).at("/agreements")).isEmpty();
    assertThat(act(other.one(), room, "\"let-go\"")).isEqualTo(404);
    assertThat(act(other.one(), new RoomId(Ids.random()), "\"let-go\"")).isEqualTo(404);
    assertThat(act(house.therapist(), room, "\"let-go\"")).isEqualTo(403);
    assertThat(
            operations
                .ask(
                    other.therapist(),
                    "getAgreementsOfCouple",
                    "coupleId",
                    house.couple().toString())
                .status())
        .isEqualTo(404);
  }
}
