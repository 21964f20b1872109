package app.accord.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.room.Audience;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.SetClock;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Check-ins on a real database. Its weeks lie half a year back, since what the database shows of a
 * week goes by its own clock.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckinsIT {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final SetClock CLOCK = new SetClock(Instant.EPOCH);
  private static Week first;
  private static Database database;
  private static Operations operations;
  private TestCase house;

  @BeforeAll
  static void begin() {
    first = Week.of(LocalDate.now(VIENNA).minusWeeks(30));
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, CLOCK);
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
    Behind.run(
        database,
        "update accord.planned_session set starts_at = starts_at - interval '300 days' where session_id = '%s'"
            .formatted(house.session()));
    inWeek(1);
  }

  // A week

  @Test
  void a_check_in_goes_on_where_it_was_left() {
    answer(house.one(), "closeness", 7);
    answer(house.one(), "reliance", null);
    Answer page = operations.ask(house.one(), "getCheckin");
    assertThat(page.at("/open").asBoolean()).isTrue();
    assertThat(page.at("/week").asText()).isEqualTo(week(1).monday().toString());
    assertThat(page.body().at("/answers").toString())
        .isEqualTo("[{\"item\":\"closeness\",\"number\":7},{\"item\":\"reliance\"}]");
    assertThat(page.at("/questions/items")).hasSize(5);
    assertThat(operations.ask(house.one(), "getHome").at("/checkin/begun").asBoolean()).isTrue();
    assertThat(operations.ask(house.one(), "getHome").at("/checkin/through").asBoolean()).isFalse();
    assertThat(operations.ask(house.two(), "getHome").at("/checkin/begun").asBoolean()).isFalse();
  }

  @Test
  void the_same_answer_sent_twice_is_one_and_another_takes_its_place() {
    answer(house.one(), "closeness", 7);
    answer(house.one(), "closeness", 7);
    answer(house.one(), "closeness", 4);
    assertThat(operations.ask(house.one(), "getCheckin").body().at("/answers").toString())
        .isEqualTo("[{\"item\":\"closeness\",\"number\":4}]");
  }

  /** R23. */
  @Test
  void when_the_week_has_closed_nothing_changes_and_the_next_is_not_open_yet() {
    answer(house.one(), "closeness", 7);
    afterWeek(1);
    assertThat(put(house.one(), 1, "closeness", 3).at("/type").asText())
        .isEqualTo("/problems/check-in-not-open");
    assertThat(put(house.one(), 2, "closeness", 3).status()).isEqualTo(409);
    Answer page = operations.ask(house.one(), "getCheckin");
    assertThat(page.at("/open").asBoolean()).isFalse();
    assertThat(page.at("/week").asText()).isEqualTo(week(2).monday().toString());
    assertThat(page.at("/answers")).isEmpty();
    assertThat(operations.ask(house.one(), "getHome").at("/checkin").isMissingNode()).isTrue();
    assertThat(numbers("closeness", 0)).isEqualTo("[7]");
  }

  @Test
  void what_is_no_question_no_week_or_no_number_is_refused_and_changes_nothing() {
    assertThat(put(house.one(), 1, "safety", 3).status()).isEqualTo(404);
    assertThat(put(house.one(), 1, "closeness", 11).at("/type").asText())
        .isEqualTo("/problems/out-of-range");
    for (String week : List.of("2026-13-45", week(1).monday().plusDays(1).toString())) {
      assertThat(
              operations
                  .send(
                      house.one(),
                      "answerCheckin",
                      "{\"number\":3}",
                      "week",
                      week,
                      "item",
                      "closeness")
                  .status())
          .isEqualTo(404);
    }
    assertThat(operations.ask(house.one(), "getCheckin").at("/answers")).isEmpty();
  }

  @Test
  void while_the_case_rests_nothing_is_asked() {
    Behind.run(
        database,
        "update accord.couple set state = 'paused' where couple_id = '%s'"
            .formatted(house.couple()));
    assertThat(operations.ask(house.one(), "getCheckin").at("/open").asBoolean()).isFalse();
    assertThat(put(house.one(), 1, "closeness", 3).status()).isEqualTo(409);
  }

  @Test
  void no_number_and_no_word_lies_in_clear() {
    answer(house.one(), "closeness", 7);
    say(house.one(), "we laughed", "therapist");
    assertThat(
            Behind.read(
                database,
                """
                select length(sealed) || ' ' || (position('we laughed'::bytea in sealed) > 0)::text from accord.checkin_line where couple_id = '%1$s'
                union all select distinct length(sealed)::text from accord.checkin_answer where couple_id = '%1$s'\
                """
                    .formatted(house.couple())))
        .allMatch(it -> !it.contains("true"));
    answer(house.one(), "closeness", null);
    answer(house.one(), "reliance", 10);
    assertThat(
            Behind.read(
                database,
                "select distinct length(sealed) from accord.checkin_answer where couple_id = '%s'"
                    .formatted(house.couple())))
        .as("a skipped question looks like any answer")
        .hasSize(1);
  }

  // The therapist

  @Test
  void the_therapist_reads_a_week_once_it_has_closed() {
    answer(house.one(), "closeness", 7);
    answer(house.two(), "closeness", 5);
    say(house.one(), "we laughed", "therapist");
    assertThat(checkins().at("/charts")).isEmpty();
    assertThat(checkins().at("/lines")).isEmpty();
    afterWeek(1);
    assertThat(numbers("closeness", 0)).isEqualTo("[7]");
    assertThat(numbers("closeness", 1)).isEqualTo("[5]");
    assertThat(checkins().at("/lines/0/text").asText()).isEqualTo("we laughed");
    assertThat(checkins().at("/lines/0/by").asText()).isEqualTo("partner-1");
  }

  @Test
  void a_gap_stays_a_gap() {
    everyWeek(house.one(), 4, null, 6);
    afterWeek(3);
    assertThat(numbers("closeness", 0)).isEqualTo("[4,null,6]");
  }

  @Test
  void a_line_that_is_for_nobody_else_reaches_nobody_else() {
    say(house.one(), "only mine", "me");
    afterWeek(1);
    assertThat(checkins().body().toString()).doesNotContain("only mine", "\"lines\":[{");
    assertThat(todayLooks()).isEmpty();
  }

  @Test
  void a_line_is_worth_a_look_until_it_is_read_and_its_author_does_not_learn_of_it() {
    say(house.two(), "it was hard", "therapist");
    afterWeek(1);
    assertThat(todayLooks()).containsExactly("unread-line");
    String body = "{\"by\":\"partner-2\",\"week\":\"%s\"}".formatted(week(1).monday());
    for (int i = 0; i < 2; i++) {
      assertThat(
              operations.send(house.therapist(), "readLine", body, "coupleId", couple()).status())
          .isEqualTo(204);
    }
    assertThat(todayLooks()).isEmpty();
    assertThat(checkins().at("/lines/0/read").asBoolean()).isTrue();
    for (PersonId who : List.of(house.one(), house.two())) {
      assertThat(operations.ask(who, "getCheckin").body().toString()).doesNotContain("read\"");
      assertThat(operations.send(who, "readLine", body, "coupleId", couple()).status())
          .isEqualTo(404);
    }
  }

  /** R10. */
  @Test
  void under_no_secrets_there_is_no_line_and_the_numbers_are_told_all_the_same() {
    Behind.run(
        database,
        "update accord.couple set secrets = 'no-secrets' where couple_id = '%s'"
            .formatted(house.couple()));
    Answer page = operations.ask(house.one(), "getCheckin");
    assertThat(page.at("/questions/line").isMissingNode()).isTrue();
    for (String reach : List.of("me", "therapist")) {
      assertThat(sayIt(house.one(), "x", reach).at("/type").asText())
          .isEqualTo("/problems/no-secrets");
    }
    answer(house.one(), "closeness", 2);
    afterWeek(1);
    assertThat(numbers("closeness", 0)).isEqualTo("[2]");
  }

  @Test
  void words_that_are_too_long_are_refused_and_what_was_there_stays() {
    say(house.one(), "שלום 👋", "therapist");
    assertThat(sayIt(house.one(), "x".repeat(281), "therapist").at("/type").asText())
        .isEqualTo("/problems/too-long");
    assertThat(operations.ask(house.one(), "getCheckin").at("/said/text").asText())
        .isEqualTo("שלום 👋");
    assertThat(
            operations
                .ask(house.one(), "unsayInCheckin", "week", week(1).monday().toString())
                .status())
        .isEqualTo(204);
    assertThat(operations.ask(house.one(), "getCheckin").at("/said").isMissingNode()).isTrue();
  }

  /** R25. */
  @Test
  void what_is_worth_a_look_is_told_to_the_therapist_in_words_and_to_no_partner() {
    allItems(house.one(), 6, 6, 6, 5, 4, 4);
    allItems(house.two(), 7, 7, 7, 6, 5, 5);
    inWeek(6);
    assertThat(todayLooks()).isEmpty();
    afterWeek(6);
    Answer today = operations.ask(house.therapist(), "getToday");
    assertThat(today.at("/worthALook/0/couple").asText()).isEqualTo(couple());
    assertThat(today.texts("says")).containsExactly("Both lower for three weeks");
    for (PersonId who : List.of(house.one(), house.two())) {
      for (String page : List.of("getHome", "getCheckin", "getCharts")) {
        assertThat(operations.ask(who, page).body().toString()).doesNotContain("ower", "looks");
      }
    }
  }

  @Test
  void what_was_put_aside_with_a_note_is_off_the_day_s_page_and_stays_with_its_note() {
    allItems(house.one(), 6, 6, 6, 5, 4, 4);
    allItems(house.two(), 7, 7, 7, 6, 5, 5);
    afterWeek(6);
    String id = checkins().at("/looks/0/id").asText();
    assertThat(aside(house.one(), id).status()).isEqualTo(404);
    assertThat(aside(house.therapist(), "both-lower.2020-01-06").status()).isEqualTo(404);
    assertThat(aside(house.therapist(), id).status()).isEqualTo(204);
    assertThat(aside(house.therapist(), id).status()).isEqualTo(204);
    assertThat(todayLooks()).isEmpty();
    assertThat(checkins().at("/looks/0/aside").asBoolean()).isTrue();
    assertThat(checkins().at("/looks/0/note").asText()).isEqualTo("moved house");
  }

  @Test
  void the_therapist_reads_what_is_worth_a_look_in_the_own_language() {
    Behind.run(
        database,
        "update accord.person set language = 'de' where person_id = '%s'"
            .formatted(house.therapist()));
    allItems(house.one(), 6, 6, 6, 5, 4, 4);
    allItems(house.two(), 7, 7, 7, 6, 5, 5);
    afterWeek(6);
    assertThat(operations.ask(house.therapist(), "getToday").texts("says"))
        .containsExactly("Seit drei Wochen bei beiden niedriger");
  }

  // What a couple sees

  /** R24. */
  @Test
  void nothing_is_shared_at_first_and_some_items_never() {
    assertThat(operations.ask(house.one(), "getCharts").body().at("/items").toString())
        .isEqualTo(
            "[{\"id\":\"closeness\",\"on\":false},{\"id\":\"reliance\",\"on\":false},{\"id\":\"finding-back\",\"on\":false}]");
    for (String never : List.of("openness", "ease-apart")) {
      assertThat(shareIt(house.one(), never, true).at("/type").asText())
          .isEqualTo("/problems/never-shared");
    }
    assertThat(shareIt(house.one(), "safety", true).status()).isEqualTo(404);
  }

  @Test
  void the_chart_is_there_from_the_third_week_that_both_share_and_the_same_for_both() {
    beforeWeek(1);
    share(house.one(), "closeness", true);
    share(house.two(), "closeness", true);
    everyWeek(house.one(), 4, 5, 6);
    everyWeek(house.two(), 7, 6, 5);
    afterWeek(2);
    assertThat(chart(house.one())).isEqualTo("");
    inWeek(3);
    assertThat(chart(house.one())).as("before it closes").isEqualTo("");
    afterWeek(3);
    assertThat(chart(house.one()))
        .isEqualTo(
            "{\"weeks\":[\"%s\",\"%s\",\"%s\"],\"lines\":[{\"seat\":\"partner-1\",\"numbers\":[4,5,6]},{\"seat\":\"partner-2\",\"numbers\":[7,6,5]}]}"
                .formatted(week(1).monday(), week(2).monday(), week(3).monday()))
        .isEqualTo(chart(house.two()));
  }

  @Test
  void weeks_from_before_the_later_yes_stay_out() {
    beforeWeek(1);
    share(house.one(), "closeness", true);
    everyWeek(house.one(), 1, 1, 4, 5, 6);
    everyWeek(house.two(), 2, 2, null, null, null);
    inWeek(2);
    // In the middle of the second week: that week was begun without it.
    share(house.two(), "closeness", true);
    answer(house.two(), 3, "closeness", 7);
    answer(house.two(), 4, "closeness", 6);
    answer(house.two(), 5, "closeness", 5);
    afterWeek(5);
    assertThat(chart(house.one())).contains("[4,5,6]", "[7,6,5]").isEqualTo(chart(house.two()));
  }

  /** R6. */
  @Test
  void when_one_stops_all_lines_leave_for_both_and_a_new_yes_begins_anew() {
    beforeWeek(1);
    share(house.one(), "closeness", true);
    share(house.two(), "closeness", true);
    everyWeek(house.one(), 4, 5, 6, 7);
    everyWeek(house.two(), 7, 6, 5, 4);
    afterWeek(4);
    assertThat(chart(house.one())).isNotEmpty();
    share(house.two(), "closeness", false);
    assertThat(chart(house.one())).isEmpty();
    assertThat(chart(house.two())).isEmpty();
    share(house.two(), "closeness", true);
    assertThat(chart(house.one())).isEmpty();
    assertThat(chart(house.two())).isEmpty();
    for (int number = 5; number <= 7; number++) {
      answer(house.one(), number, "closeness", number);
      answer(house.two(), number, "closeness", number);
    }
    afterWeek(7);
    assertThat(chart(house.one()))
        .contains("[5,6,7]")
        .doesNotContain("[4,5,6,7")
        .isEqualTo(chart(house.two()));
  }

  @Test
  void the_policies_hold_it_too() {
    beforeWeek(1);
    share(house.one(), "closeness", true);
    everyWeek(house.one(), 4, 5, 6);
    afterWeek(3);
    assertThat(copies(house.two())).as("without a yes of one's own").isZero();
    share(house.two(), "closeness", true);
    assertThat(copies(house.two())).as("of weeks before the own yes").isZero();
    Behind.run(
        database,
        "update accord.checkin_sharing set since = since - interval '60 days' where person_id = '%s'"
            .formatted(house.two()));
    assertThat(copies(house.two())).isEqualTo(3);
    assertThat(copies(house.therapist())).isZero();
    share(house.one(), "closeness", false);
    assertThat(copies(house.two())).as("after the other's no").isZero();
  }

  @Test
  void a_skipped_question_is_a_gap_in_the_chart_and_takes_back_what_was_shared() {
    beforeWeek(1);
    share(house.one(), "closeness", true);
    share(house.two(), "closeness", true);
    everyWeek(house.one(), 4, 5, 6, 7);
    everyWeek(house.two(), 7, 6, 5, 4);
    inWeek(4);
    answer(house.one(), 4, "closeness", null);
    afterWeek(4);
    assertThat(chart(house.two())).contains("[4,5,6,null]", "[7,6,5,4]");
  }

  // After a session

  @Test
  void how_a_session_was_goes_to_the_therapist_and_never_to_the_partner() {
    ended();
    assertThat(operations.ask(house.one(), "getHome").at("/afterSession").asText())
        .isEqualTo(house.room().toString());
    assertThat(scales(house.one(), "{\"heard\":8,\"pace\":3}").status()).isEqualTo(204);
    assertThat(operations.ask(house.one(), "getHome").at("/afterSession").isMissingNode()).isTrue();
    assertThat(operations.ask(house.two(), "getHome").at("/afterSession").isMissingNode())
        .isFalse();
    Answer page =
        operations.ask(house.one(), "getSessionScales", "roomId", house.room().toString());
    assertThat(page.body().at("/answers").toString()).isEqualTo("{\"heard\":8,\"pace\":3}");
    assertThat(
            operations
                .ask(house.two(), "getSessionScales", "roomId", house.room().toString())
                .at("/answers"))
        .isEmpty();
    assertThat(checkins().body().at("/after/0/answers").toString())
        .isEqualTo("{\"partner-1\":{\"heard\":8,\"pace\":3}}");
    assertThat(operations.ask(house.therapist(), "getToday").texts("says"))
        .containsExactly("One answer after the session was low");
    assertThat(
            operations
                .ask(house.therapist(), "getSessionScales", "roomId", house.room().toString())
                .status())
        .isEqualTo(404);
  }

  @Test
  void after_48_hours_they_are_as_they_are() {
    Instant end = ended();
    assertThat(scales(house.one(), "{\"heard\":8}").status()).isEqualTo(204);
    CLOCK.set(end.plus(Duration.ofDays(2)));
    assertThat(scales(house.one(), "{\"heard\":1}").at("/type").asText())
        .isEqualTo("/problems/check-in-not-open");
    assertThat(operations.ask(house.two(), "getHome").at("/afterSession").isMissingNode()).isTrue();
    Answer page =
        operations.ask(house.one(), "getSessionScales", "roomId", house.room().toString());
    assertThat(page.at("/open").asBoolean()).isFalse();
    assertThat(page.at("/answers/heard").asInt()).isEqualTo(8);
  }

  @Test
  void a_session_that_goes_on_or_that_one_was_not_let_into_asks_nothing() {
    happened(new RoomEvent.DoorOpened(), Audience.of(Seat.PARTNER_1, Seat.THERAPIST));
    assertThat(scales(house.one(), "{\"heard\":8}").status()).isEqualTo(404);
    happened(new RoomEvent.RoomClosed(), everybody());
    assertThat(scales(house.one(), "{\"heard\":8}").status()).isEqualTo(204);
    assertThat(scales(house.two(), "{\"heard\":8}").status()).isEqualTo(404);
    assertThat(operations.ask(house.two(), "getHome").at("/afterSession").isMissingNode()).isTrue();
    happened(new RoomEvent.RoomReopened(), everybody());
    assertThat(scales(house.one(), "{\"heard\":9}").status()).isEqualTo(404);
  }

  @Test
  void a_day_on_which_only_the_other_was_let_in_is_no_session_on_the_own_page() {
    happened(new RoomEvent.DoorOpened(), Audience.of(Seat.PARTNER_1, Seat.THERAPIST));
    happened(new RoomEvent.RoomClosed(), everybody());
    Behind.run(
        database,
        "update accord.planned_session set state = 'closed' where session_id = '%s'"
            .formatted(house.session()));
    assertThat(operations.ask(house.one(), "getCharts").at("/sessions")).hasSize(1);
    assertThat(operations.ask(house.two(), "getCharts").at("/sessions")).isEmpty();
    assertThat(checkins().at("/sessions")).hasSize(1);
  }

  @Test
  void what_is_no_question_after_a_session_is_refused() {
    ended();
    assertThat(scales(house.one(), "{\"safe\":8}").status()).isEqualTo(404);
    assertThat(scales(house.one(), "{\"heard\":12}").status()).isEqualTo(400);
    assertThat(scales(house.one(), "{}").status()).isEqualTo(204);
  }

  // Arranging

  private Instant ended() {
    happened(new RoomEvent.DoorOpened(), everybody());
    Behind.run(
        database,
        "update accord.planned_session set starts_at = '%s' where session_id = '%s'"
            .formatted(CLOCK.instant(), house.session()));
    return happened(new RoomEvent.RoomClosed(), everybody());
  }

  private static Audience everybody() {
    return Audience.of(Seat.PARTNER_1, Seat.PARTNER_2, Seat.THERAPIST);
  }

  private Instant happened(RoomEvent event, Audience audience) {
    Instant at = CLOCK.instant();
    var entry =
        new Journal.Entry(
            at, Seat.THERAPIST, Seat.THERAPIST, house.therapist(), null, audience, event);
    long seq = Operations.await(operations.journal().head(house.room())).seq();
    assertThat(
            Operations.await(
                operations.journal().append(new Journal.Batch(house.room(), seq, List.of(entry)))))
        .isInstanceOf(Journal.Appended.Committed.class);
    return at;
  }

  private Answer scales(PersonId who, String answers) {
    return operations.send(
        who,
        "putSessionScales",
        "{\"answers\":" + answers + "}",
        "roomId",
        house.room().toString());
  }

  private static Week week(int number) {
    return first.plus(number - 1);
  }

  private static void beforeWeek(int number) {
    CLOCK.set(week(number).monday().atTime(12, 0).atZone(VIENNA).toInstant());
  }

  private static void inWeek(int number) {
    CLOCK.set(week(number).monday().plusDays(5).atTime(12, 0).atZone(VIENNA).toInstant());
  }

  private static void afterWeek(int number) {
    CLOCK.set(week(number).monday().plusDays(7).atTime(3, 0).atZone(VIENNA).toInstant());
  }

  private void everyWeek(PersonId who, Integer... numbers) {
    for (int number = 1; number <= numbers.length; number++) {
      if (numbers[number - 1] != null) {
        answer(who, number, "closeness", numbers[number - 1]);
      }
    }
  }

  private void allItems(PersonId who, int... numbers) {
    for (int number = 1; number <= numbers.length; number++) {
      for (String item : Answered.ITEMS) {
        answer(who, number, item, numbers[number - 1]);
      }
    }
  }

  private void answer(PersonId who, String item, Integer number) {
    answer(who, 1, item, number);
  }

  private void answer(PersonId who, int week, String item, Integer number) {
    inWeek(week);
    assertThat(put(who, week, item, number).status()).isEqualTo(204);
  }

  private Answer put(PersonId who, int week, String item, Integer number) {
    return operations.send(
        who,
        "answerCheckin",
        number == null ? "{}" : "{\"number\":" + number + "}",
        "week",
        week(week).monday().toString(),
        "item",
        item);
  }

  private void say(PersonId who, String text, String reach) {
    assertThat(sayIt(who, text, reach).status()).isEqualTo(204);
  }

  private Answer sayIt(PersonId who, String text, String reach) {
    return operations.send(
        who,
        "sayInCheckin",
        "{\"text\":\"%s\",\"reach\":\"%s\"}".formatted(text, reach),
        "week",
        week(1).monday().toString());
  }

  private void share(PersonId who, String item, boolean on) {
    assertThat(shareIt(who, item, on).status()).isEqualTo(204);
  }

  private Answer shareIt(PersonId who, String item, boolean on) {
    return operations.send(who, "shareItem", "{\"on\":" + on + "}", "item", item);
  }

  private Answer aside(PersonId who, String flag) {
    return operations.send(
        who, "putFlagAside", "{\"note\":\"moved house\"}", "coupleId", couple(), "flag", flag);
  }

  private String chart(PersonId who) {
    var chart = operations.ask(who, "getCharts").body().at("/items/0/chart");
    return chart.isMissingNode() ? "" : chart.toString();
  }

  private static long copies(PersonId who) {
    return Operations.await(
        operations
            .db()
            .readAs(
                who,
                tx ->
                    tx.one("select count(*) as n from checkin_shared", row -> row.getLong("n"))
                        .map(java.util.Optional::orElseThrow)));
  }

  private Answer checkins() {
    return operations.ask(house.therapist(), "getCheckins", "coupleId", couple());
  }

  private String numbers(String item, int line) {
    for (var chart : checkins().at("/charts")) {
      if (chart.path("id").asText().equals(item)) {
        return chart.at("/chart/lines/" + line + "/numbers").toString();
      }
    }
    return "";
  }

  private List<String> todayLooks() {
    return operations.ask(house.therapist(), "getToday").texts("rule");
  }

  private String couple() {
    return house.couple().toString();
  }
}
