package app.accord.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.SetClock;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The life of a questionnaire on a real database, and who learns what of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstrumentsIT {
  /** Three items, 0 to 14; with a cut-off, a number for change, and shown to whoever answered. */
  private static final String FILE =
      example()
          .replace("shown_to: [therapist]", "shown_to: [therapist, me]")
          .replace("missing: refuse", "missing: prorate")
          .replace("min_answered: 3", "min_answered: 2")
          .replace(
              "value: null\n  counts_as_distress: below\n  source: \"\"",
              "value: 7.5\n  counts_as_distress: below\n  source: A paper")
          .replace("points: null\n  source: \"\"", "points: 5\n  source: Another paper");

  private static final SetClock CLOCK = new SetClock(Instant.parse("2026-05-04T10:00:00Z"));
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private String instrument = "";

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
  void bring() {
    house = TestCase.in(database);
    instrument = id();
    assertThat(bring(house.therapist(), instrument, FILE).at("/mistakes")).isEmpty();
  }

  // A practice's questionnaires

  @Test
  void a_file_with_mistakes_is_not_kept_and_all_of_them_are_named() {
    String other = id();
    Answer answer =
        bring(
            house.therapist(),
            other,
            FILE.replace("max: 14", "max: 15").replace("points: 5", "points: 50"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.texts("path")).containsExactly("/score/range", "/reliable_change/points");
    assertThat(answer.at("/mistakes/0/line").asInt()).isPositive();
    assertThat(page(house.therapist(), other).status()).isEqualTo(404);
  }

  @Test
  void the_same_file_sent_twice_is_one_and_the_same_version_is_not_brought_again() {
    assertThat(bring(house.therapist(), instrument, FILE).at("/mistakes")).isEmpty();
    assertThat(bring(house.therapist(), id(), FILE).at("/type").asText())
        .isEqualTo("/problems/instrument-version-there");
    assertThat(bring(house.therapist(), instrument, FILE.replace("Somewhat", "Rather")).status())
        .isEqualTo(409);
    assertThat(
            bring(house.therapist(), id(), FILE.replace("version: 1\n", "version: 2\n")).status())
        .isEqualTo(200);
    assertThat(operations.ask(house.therapist(), "getInstruments").body()).hasSize(2);
  }

  @Test
  void nobody_is_asked_before_somebody_stands_for_the_permission_and_after_it_is_withdrawn() {
    assertThat(page(house.therapist(), instrument).at("/state").asText()).isEqualTo("draft");
    assertThat(ask(id(), "partner-1").at("/type").asText())
        .isEqualTo("/problems/instrument-not-in-use");
    standFor();
    Answer page = page(house.therapist(), instrument);
    assertThat(page.at("/state").asText()).isEqualTo("in-use");
    assertThat(page.at("/confirmedBy").asText()).isEqualTo("Marta Therapist");
    assertThat(page.at("/confirmedOn").asText()).isEqualTo("2026-05-04");
    assertThat(ask(id(), "partner-1").status()).isEqualTo(204);
    use(false);
    assertThat(ask(id(), "partner-2").status()).isEqualTo(409);
    use(true);
    assertThat(ask(id(), "partner-2").status()).isEqualTo(204);
  }

  @Test
  void a_draft_can_be_thrown_away_and_what_is_in_use_cannot() {
    standFor();
    assertThat(throwAway(house.therapist()).at("/type").asText())
        .isEqualTo("/problems/instrument-not-a-draft");
    String draft = id();
    bring(house.therapist(), draft, FILE.replace("version: 1\n", "version: 2\n"));
    assertThat(
            operations
                .ask(house.therapist(), "throwInstrumentAway", "instrumentId", draft)
                .status())
        .isEqualTo(204);
    assertThat(page(house.therapist(), draft).status()).isEqualTo(404);
  }

  // Asked, answered, handed in

  @Test
  void it_is_answered_one_by_one_goes_on_where_it_was_left_and_stays_once_it_is_handed_in() {
    standFor();
    String asked = asked("partner-1");
    assertThat(answer(house.one(), asked, "item-1", "4").status()).isEqualTo(204);
    assertThat(answer(house.one(), asked, "item-1", "5").status()).isEqualTo(204);
    assertThat(mine(house.one(), asked).at("/answers").toString())
        .isEqualTo("[{\"item\":\"item-1\",\"value\":5}]");
    assertThat(operations.ask(house.one(), "getMyQuestionnaires").at("/0/begun").asBoolean())
        .isTrue();
    assertThat(handIn(house.one(), asked).at("/type").asText())
        .isEqualTo("/problems/questionnaire-more-to-answer");
    answer(house.one(), asked, "item-2", "1");
    answer(house.one(), asked, "item-3", null);
    assertThat(handIn(house.one(), asked).status()).isEqualTo(204);
    assertThat(handIn(house.one(), asked).status()).isEqualTo(204);
    assertThat(answer(house.one(), asked, "item-1", "0").at("/type").asText())
        .isEqualTo("/problems/questionnaire-closed");
    assertThat(mine(house.one(), asked).at("/state").asText()).isEqualTo("handed-in");
    // 5 + (5 - 1), and their mean, 4.5, where at most 4 can be given
    assertThat(round(0).at("/result/score").decimalValue()).isEqualByComparingTo("13");
  }

  @Test
  void what_is_no_item_and_no_answer_is_refused_and_changes_nothing() {
    standFor();
    String asked = asked("partner-1");
    assertThat(answer(house.one(), asked, "item-9", "1").status()).isEqualTo(404);
    assertThat(answer(house.one(), asked, "item-3", "5").at("/type").asText())
        .isEqualTo("/problems/no-such-answer");
    assertThat(mine(house.one(), asked).at("/answers")).isEmpty();
  }

  @Test
  void the_therapist_reads_nothing_before_it_is_handed_in_and_then_what_the_source_lets_one_say() {
    standFor();
    String first = asked("partner-1");
    answer(house.one(), first, "item-1", "1");
    Answer before = rounds();
    assertThat(before.at("/rounds/0/state").asText()).isEqualTo("asked");
    assertThat(before.at("/rounds/0/result").isMissingNode()).isTrue();
    assertThat(before.body().toString()).doesNotContain("begun");
    through(house.one(), first, 1, 4, 2); // 1 + 1 + 2
    CLOCK.set(CLOCK.instant().plus(Duration.ofDays(40)));
    String second = asked("partner-1");
    through(house.one(), second, 3, 2, 3); // 3 + 3 + 3
    Answer after = round(0);
    assertThat(after.at("/result/score").asInt()).isEqualTo(9);
    assertThat(after.at("/result/beyond").asBoolean()).isFalse();
    assertThat(after.at("/result/parts/0/score").asInt()).isEqualTo(6);
    assertThat(after.at("/result/since/by").asInt()).isEqualTo(5);
    assertThat(after.at("/result/since/crossed").asBoolean()).isTrue();
    assertThat(after.at("/result/since/changed").asBoolean()).isTrue();
    assertThat(round(1).at("/result/beyond").asBoolean()).isTrue();
    assertThat(round(1).at("/result/since").isMissingNode()).isTrue();
  }

  @Test
  void asking_twice_is_once_and_what_waits_is_not_asked_again() {
    standFor();
    String asked = id();
    assertThat(ask(asked, "partner-1").status()).isEqualTo(204);
    assertThat(ask(asked, "partner-1").status()).isEqualTo(204);
    assertThat(ask(id(), "partner-1").at("/type").asText())
        .isEqualTo("/problems/questionnaire-already-asked");
    assertThat(ask(id(), "partner-3").status()).isEqualTo(404);
    assertThat(rounds().at("/rounds")).hasSize(1);
  }

  @Test
  void what_is_taken_back_is_asked_no_more_and_what_was_answered_stays_its_author_s() {
    standFor();
    String asked = asked("partner-1");
    answer(house.one(), asked, "item-1", "2");
    assertThat(takeBack(asked).status()).isEqualTo(204);
    assertThat(operations.ask(house.one(), "getMyQuestionnaires").body()).isEmpty();
    assertThat(answer(house.one(), asked, "item-1", "3").status()).isEqualTo(409);
    assertThat(mine(house.one(), asked).at("/answers/0/value").asInt()).isEqualTo(2);
    assertThat(round(0).at("/result").isMissingNode()).isTrue();
    assertThat(ask(id(), "partner-1").status()).isEqualTo(204);
  }

  @Test
  void while_the_case_rests_nobody_is_asked_and_nothing_is_answered() {
    standFor();
    String asked = asked("partner-1");
    Behind.run(
        database,
        "update accord.couple set state = 'paused' where couple_id = '%s'"
            .formatted(house.couple()));
    assertThat(ask(id(), "partner-2").at("/type").asText()).isEqualTo("/problems/case-rests");
    assertThat(answer(house.one(), asked, "item-1", "1").status()).isEqualTo(409);
    assertThat(operations.ask(house.one(), "getMyQuestionnaires").body()).isEmpty();
  }

  // Who learns what

  @Test
  void a_number_is_shown_to_whoever_answered_and_only_while_the_therapist_shows_it() {
    standFor();
    String asked = asked("partner-1");
    through(house.one(), asked, 3, 2, 3);
    assertThat(mine(house.one(), asked).at("/shown").isMissingNode()).isTrue();
    assertThat(show(asked, true).status()).isEqualTo(204);
    Answer shown = mine(house.one(), asked);
    assertThat(shown.at("/shown/score").asInt()).isEqualTo(9);
    assertThat(shown.body().toString()).doesNotContain("distress", "7.5", "A paper");
    assertThat(operations.ask(house.one(), "getMyQuestionnaires").at("/0/shown").asBoolean())
        .isTrue();
    show(asked, false);
    assertThat(mine(house.one(), asked).at("/shown").isMissingNode()).isTrue();
  }

  @Test
  void what_its_file_keeps_for_the_therapist_is_shown_to_nobody() {
    instrument = id();
    bring(
        house.therapist(),
        instrument,
        FILE.replace("version: 1\n", "version: 3\n").replace("[therapist, me]", "[therapist]"));
    standFor();
    String asked = asked("partner-1");
    through(house.one(), asked, 3, 2, 3);
    assertThat(show(asked, true).at("/type").asText())
        .isEqualTo("/problems/questionnaire-never-shown");
  }

  @Test
  void everybody_else_gets_of_it_what_a_random_id_gets() {
    standFor();
    String asked = asked("partner-1");
    through(house.one(), asked, 3, 2, 3);
    TestCase theirs = TestCase.in(database);
    String random = id();
    for (PersonId who : List.of(house.two(), house.therapist(), theirs.one(), theirs.therapist())) {
      assertThat(mine(who, asked))
          .isEqualTo(mine(who, random))
          .extracting(Answer::status)
          .isEqualTo(404);
      assertThat(answer(who, asked, "item-1", "1")).isEqualTo(answer(who, random, "item-1", "1"));
      assertThat(handIn(who, asked)).isEqualTo(handIn(who, random));
    }
    for (PersonId who : List.of(house.one(), house.two(), theirs.one(), theirs.therapist())) {
      assertThat(page(who, instrument))
          .isEqualTo(page(who, random))
          .extracting(Answer::status)
          .isEqualTo(404);
      assertThat(rounds(who, house.couple().toString()))
          .isEqualTo(rounds(who, random))
          .extracting(Answer::status)
          .isEqualTo(404);
      for (String operation :
          List.of("takeQuestionnaireBack", "askQuestionnaire", "showQuestionnaire")) {
        assertThat(inCase(who, operation, house.couple().toString(), asked))
            .as(operation)
            .isEqualTo(inCase(who, operation, random, random))
            .extracting(Answer::status)
            .isEqualTo(404);
      }
    }
    assertThat(throwAway(theirs.therapist()).status()).isEqualTo(404);
    assertThat(rounds().at("/rounds")).hasSize(1);
    assertThat(
            rounds(house.coTherapist(database), house.couple().toString())
                .at("/rounds/0/result/score")
                .asInt())
        .isEqualTo(9);
  }

  @Test
  void no_answer_lies_in_clear_and_the_database_knows_days_only() {
    standFor();
    String asked = asked("partner-1");
    through(house.one(), asked, 3, 2, 3);
    assertThat(
            Behind.read(
                database,
                "select encode(sealed, 'escape') from accord.instrument_answer where asked_id = '%s'"
                    .formatted(asked)))
        .hasSize(3)
        .doesNotContain("3", "2");
    assertThat(
            Behind.read(
                database,
                "select table_name || '.' || column_name from information_schema.columns where table_name like 'instrument%' and data_type like 'timestamp%'"))
        .isEmpty();
  }

  private void standFor() {
    assertThat(
            operations
                .send(
                    house.therapist(),
                    "standForInstrument",
                    "{\"permission\":\"Free to use\"}",
                    "instrumentId",
                    instrument)
                .status())
        .isEqualTo(204);
  }

  private void use(boolean on) {
    operations.send(
        house.therapist(), "useInstrument", "{\"on\":" + on + "}", "instrumentId", instrument);
  }

  private Answer throwAway(PersonId who) {
    return operations.ask(who, "throwInstrumentAway", "instrumentId", instrument);
  }

  private static Answer bring(PersonId who, String id, String file) {
    return operations.send(
        who,
        "bringInstrument",
        Operations.body().put("name", "x.yaml").put("file", file).toString(),
        "instrumentId",
        id);
  }

  private static Answer page(PersonId who, String id) {
    return operations.ask(who, "getInstrument", "instrumentId", id);
  }

  private String asked(String seat) {
    String asked = id();
    assertThat(ask(asked, seat).status()).isEqualTo(204);
    return asked;
  }

  private Answer ask(String asked, String seat) {
    return operations.send(
        house.therapist(),
        "askQuestionnaire",
        Operations.body().put("instrumentId", instrument).put("seat", seat).toString(),
        "coupleId",
        house.couple().toString(),
        "askedId",
        asked);
  }

  private Answer inCase(PersonId who, String operation, String couple, String asked) {
    return operations.send(
        who,
        operation,
        Operations.body()
            .put("instrumentId", instrument)
            .put("seat", "partner-1")
            .put("on", true)
            .toString(),
        "coupleId",
        couple,
        "askedId",
        asked);
  }

  private Answer takeBack(String asked) {
    return inCase(house.therapist(), "takeQuestionnaireBack", house.couple().toString(), asked);
  }

  private Answer show(String asked, boolean on) {
    return operations.send(
        house.therapist(),
        "showQuestionnaire",
        "{\"on\":" + on + "}",
        "coupleId",
        house.couple().toString(),
        "askedId",
        asked);
  }

  private Answer rounds() {
    return rounds(house.therapist(), house.couple().toString());
  }

  private static Answer rounds(PersonId who, String couple) {
    return operations.ask(who, "getQuestionnaires", "coupleId", couple);
  }

  private Answer round(int number) {
    return new Answer(200, rounds().at("/rounds/" + number));
  }

  private static Answer mine(PersonId who, String asked) {
    return operations.ask(who, "getMyQuestionnaire", "askedId", asked);
  }

  private static Answer answer(PersonId who, String asked, String item, String value) {
    return operations.send(
        who,
        "answerQuestionnaire",
        value == null ? "{}" : "{\"value\":" + value + "}",
        "askedId",
        asked,
        "item",
        item);
  }

  private static Answer handIn(PersonId who, String asked) {
    return operations.ask(who, "handInQuestionnaire", "askedId", asked);
  }

  private static void through(PersonId who, String asked, int... values) {
    var items = new ArrayList<>(List.of("item-1", "item-2", "item-3"));
    for (int value : values) {
      answer(who, asked, items.removeFirst(), String.valueOf(value));
    }
    assertThat(handIn(who, asked).status()).isEqualTo(204);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String example() {
    try (InputStream file = InstrumentsIT.class.getResourceAsStream("/instruments/example.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
