package app.accord.progress;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.room.Audience;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.LineKept;
import app.accord.room.RoomEvent.LineOffered;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressIT {
  private static final String CANARY = "CANARY-letter-77";
  private static final UUID LINE = new UUID(0, 7);
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private String couple;

  @BeforeAll
  static void begin() {
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
    couple = house.couple().toString();
  }

  @Test
  void all_who_sit_in_the_case_read_the_same_page() {
    journal();
    win(house.one(), "We laughed.");
    send(Ids.random(), "A letter");
    PersonId co = house.coTherapist(database);
    JsonNode hers = shared(theirs(house.therapist()));
    assertThat(hers.at("/wins/0/text").asText()).isEqualTo("We laughed.");
    assertThat(hers.at("/learned/0/text").asText()).isEqualTo("Slowly is fast enough.");
    assertThat(hers.at("/done/0/title").asText()).isNotEmpty();
    assertThat(hers.at("/sessions")).hasSize(1);
    assertThat(shared(own(house.one()))).isEqualTo(hers);
    assertThat(shared(own(house.two()))).isEqualTo(hers);
    // Whoever sits here later reads no letter from before (R14).
    assertThat(shared(theirs(co)).at("/letters")).isEmpty();
    assertThat(shared(theirs(co)).at("/wins")).isEqualTo(hers.at("/wins"));
  }

  @Test
  void nobody_outside_of_the_case_finds_it() {
    TestCase other = TestCase.in(database);
    win(house.one(), CANARY);
    assertThat(theirs(other.therapist()).status()).isEqualTo(404);
    assertThat(theirs(house.one()).status()).isEqualTo(404);
    assertThat(own(house.therapist()).status()).isEqualTo(404);
    assertThat(own(other.one()).body().toString()).doesNotContain(CANARY);
  }

  @Test
  void a_win_sent_twice_is_one_and_only_its_author_takes_it_down() {
    UUID id = Ids.random();
    assertThat(win(house.one(), id, "He asked first.").at("/yours").asBoolean()).isTrue();
    assertThat(win(house.one(), id, "He asked first.").status()).isEqualTo(200);
    assertThat(own(house.two()).at("/wins")).hasSize(1);
    assertThat(own(house.two()).at("/wins/0/yours").asBoolean()).isFalse();
    assertThat(win(house.two(), id, "Mine").at("/type").asText()).isEqualTo("/problems/id-taken");
    for (PersonId another : List.of(house.two(), house.therapist())) {
      assertThat(takeDownWin(another, id).status()).isEqualTo(404);
    }
    assertThat(takeDownWin(house.one(), id).status()).isEqualTo(204);
    assertThat(own(house.one()).at("/wins")).isEmpty();
    assertThat(own(house.two()).at("/wins")).isEmpty();
  }

  @Test
  void a_therapist_has_no_wins_to_add() {
    assertThat(win(house.therapist(), Ids.random(), "x").status()).isEqualTo(404);
  }

  @Test
  void either_takes_a_kept_line_down_and_the_copy_made_again_stays_down() {
    journal();
    theirs(house.therapist());
    assertThat(takeDownLine(house.therapist()).status()).isEqualTo(404);
    assertThat(takeDownLine(TestCase.in(database).one()).status()).isEqualTo(404);
    assertThat(takeDownLine(house.two()).status()).isEqualTo(204);
    Behind.run(
        database,
        """
        delete from accord.line_kept where room_id = '%1$s'; delete from accord.exercise_done where room_id = '%1$s';
        update accord.planned_session set followed = 0, state = 'planned' where room_id = '%1$s'\
        """
            .formatted(house.room()));
    assertThat(theirs(house.therapist()).at("/learned")).isEmpty();
    assertThat(own(house.one()).at("/learned")).isEmpty();
    assertThat(own(house.one()).at("/done")).hasSize(1);
  }

  @Test
  void who_took_a_line_down_is_written_nowhere() {
    journal();
    theirs(house.therapist());
    takeDownLine(house.one());
    assertThat(
            Behind.read(
                database,
                "select 1 from accord.line_down d where position('%s' in d::text) > 0"
                    .formatted(house.one())))
        .isEmpty();
  }

  @Test
  void a_letter_is_its_author_s_alone_until_it_is_sent_and_then_it_is_all_of_theirs() {
    String before = own(house.one()).at("/letters").toString();
    assertThat(draft(house.therapist(), CANARY, 0).at("/version").asInt()).isEqualTo(1);
    assertThat(draft(house.therapist(), CANARY, 0).at("/version").asInt()).isEqualTo(1);
    assertThat(draft(house.therapist(), "other", 0).status()).isEqualTo(409);
    assertThat(own(house.one()).at("/letters").toString()).isEqualTo(before);
    UUID id = Ids.random();
    assertThat(send(id, CANARY).status()).isEqualTo(200);
    assertThat(send(id, "changed").at("/text").asText()).isEqualTo(CANARY);
    assertThat(draft(house.therapist()).at("/version").asInt()).isZero();
    for (PersonId partner : List.of(house.one(), house.two())) {
      assertThat(own(partner).at("/letters/0/text").asText()).isEqualTo(CANARY);
      assertThat(own(partner).at("/letters")).hasSize(1);
    }
  }

  @Test
  void only_who_leads_the_case_writes_letters() {
    PersonId co = house.coTherapist(database);
    for (PersonId another : List.of(co, house.one(), TestCase.in(database).therapist())) {
      assertThat(draft(another).status()).isEqualTo(404);
      assertThat(draft(another, "x", 0).status()).isEqualTo(404);
      assertThat(send(another, Ids.random(), "x").status()).isEqualTo(404);
    }
  }

  @Test
  void while_not_all_have_joined_nothing_shows_who_has() {
    Behind.run(
        database,
        "update accord.couple set state = 'invited' where couple_id = '%s'".formatted(couple));
    Answer page = own(house.one());
    assertThat(page.at("/members").findValuesAsText("name")).containsExactly("Noor", "Marta");
    assertThat(page.at("/open").asBoolean()).isFalse();
    assertThat(win(house.one(), Ids.random(), "x").at("/type").asText())
        .isEqualTo("/problems/case-closed");
    assertThat(send(Ids.random(), "x").at("/type").asText()).isEqualTo("/problems/case-closed");
  }

  @Test
  void the_page_comes_on_paper_for_those_who_may_read_it() {
    win(house.one(), "We laughed.");
    for (Answer paper :
        List.of(
            operations.ask(house.two(), "getProgressOnPaper"),
            operations.ask(house.therapist(), "getCoupleProgressOnPaper", "coupleId", couple))) {
      assertThat(paper.status()).isEqualTo(200);
      assertThat(Base64.getDecoder().decode(paper.body().asText())).startsWith('%', 'P', 'D', 'F');
    }
    PersonId another = TestCase.in(database).therapist();
    assertThat(operations.ask(another, "getCoupleProgressOnPaper", "coupleId", couple).status())
        .isEqualTo(404);
  }

  @Test
  void the_words_lie_in_no_column_in_clear_and_reading_leaves_a_trace() {
    Behind.run(database, "truncate accord.audit");
    draft(house.therapist(), CANARY, 0);
    send(Ids.random(), CANARY);
    win(house.one(), CANARY);
    own(house.one());
    for (String table : List.of("letter", "letter_draft", "win")) {
      assertThat(
              Behind.read(
                  database,
                  "select 1 from accord.%1$s x where position('%2$s' in x::text) > 0 or position('%2$s'::bytea in sealed) > 0"
                      .formatted(table, CANARY)))
          .isEmpty();
    }
    assertThat(Behind.read(database, "select what from accord.audit order by 1"))
        .containsExactly("letter.sent", "progress.read");
  }

  /** The page without what is marked as the reader's own. */
  private static JsonNode shared(Answer page) {
    ObjectNode copy = page.body().deepCopy();
    copy.remove(List.of("now", "you"));
    copy.withArray("wins").forEach(win -> ((ObjectNode) win).remove("yours"));
    return copy;
  }

  private Answer own(PersonId who) {
    return operations.ask(who, "getProgress");
  }

  private Answer theirs(PersonId who) {
    return operations.ask(who, "getCoupleProgress", "coupleId", couple);
  }

  private void win(PersonId who, String text) {
    assertThat(win(who, Ids.random(), text).status()).isEqualTo(200);
  }

  private Answer win(PersonId who, UUID id, String text) {
    return operations.send(who, "addWin", text(text), "winId", id.toString());
  }

  private Answer takeDownWin(PersonId who, UUID id) {
    return operations.ask(who, "takeDownWin", "winId", id.toString());
  }

  private Answer takeDownLine(PersonId who) {
    return operations.ask(
        who, "takeDownLine", "roomId", house.room().toString(), "lineId", LINE.toString());
  }

  private Answer draft(PersonId who) {
    return operations.ask(who, "getLetterDraft", "coupleId", couple);
  }

  private Answer draft(PersonId who, String text, int version) {
    String body = Operations.body().put("text", text).put("version", version).toString();
    return operations.send(who, "putLetterDraft", body, "coupleId", couple);
  }

  private Answer send(UUID id, String text) {
    return send(house.therapist(), id, text);
  }

  private Answer send(PersonId who, UUID id, String text) {
    return operations.send(
        who, "sendLetter", text(text), "coupleId", couple, "letterId", id.toString());
  }

  private static String text(String text) {
    return Operations.body().put("text", text).toString();
  }

  /** A session with an exercise, of which one line was kept and another was not. */
  private void journal() {
    var exercise = operations.library().current("being-trustworthy").orElseThrow();
    var closing = new Where(1, "closing", 1);
    append(
        List.of(
            new DoorOpened(),
            new ExerciseStarted(
                1,
                exercise.id(),
                exercise.version(),
                exercise.digest(),
                List.of("closing"),
                Secrets.LIMITED),
            new LineOffered(closing, new UUID(0, 8), "Nobody kept this."),
            new LineOffered(closing, LINE, "Slowly is fast enough."),
            new LineKept(closing, LINE),
            new ExerciseEnded(1),
            new RoomClosed()));
  }

  private void append(List<RoomEvent> events) {
    var all = Audience.of(Seat.PARTNER_1, Seat.PARTNER_2, Seat.THERAPIST);
    var entries =
        events.stream()
            .map(
                event ->
                    new Journal.Entry(
                        Instant.now(),
                        Seat.THERAPIST,
                        Seat.THERAPIST,
                        house.therapist(),
                        new CommandId(Ids.random()),
                        all,
                        event))
            .toList();
    assertThat(
            Operations.await(
                operations.journal().append(new Journal.Batch(house.room(), 0, entries))))
        .isInstanceOf(Journal.Appended.Committed.class);
  }
}
