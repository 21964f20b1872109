package app.accord.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.PlayedSessions;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import app.accord.room.RoomEvent.Said;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalPagesIT {
  /** Late in the evening in Greenwich it is the next day where the couple lives. */
  private static final Instant NOW = Instant.parse("2026-05-14T22:30:00Z");

  /** As many events as a busy room tells at once. */
  private static final int PIECE = 7;

  private static final Audience ALL = Audience.of(Seat.PARTNER_1, Seat.PARTNER_2, Seat.THERAPIST);
  private static final Where PAGE = new Where(1, "promise", 1);
  private static final LocalDate REVIEW = LocalDate.of(2026, 6, 1);
  private static Database database;
  private static Operations operations;
  private static JournalPages pages;
  private static SessionFollower follower;
  private TestCase house;

  @BeforeAll
  static void begin() {
    database = TestPostgres.migratedDatabase();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    operations = new Operations(database, clock);
    pages =
        new JournalPages(
            operations.db(), operations.journal(), operations.seal(), operations.library(), clock);
    follower = new SessionFollower(pages);
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
  }

  @Test
  void what_is_copied_live_is_what_is_made_up_for_later() {
    TestCase other = TestCase.in(database);
    for (RoomEvent event : session()) {
      append(house, List.of(event));
      Operations.await(
          follower.follow(house.room(), house.therapist(), List.of(entry(house, event))));
    }
    append(other, session());
    operations.ask(other.therapist(), "getToday");
    assertThat(rows(other)).isEqualTo(rows(house)).hasSize(4);
  }

  @Test
  void making_the_rows_again_makes_the_same() {
    append(house, session());
    look();
    List<String> before = rows(house);
    Behind.run(
        database,
        """
        delete from accord.exercise_done where room_id = '%1$s'; delete from accord.agreement_made where room_id = '%1$s';
        update accord.planned_session set followed = 0, state = 'planned' where room_id = '%1$s'\
        """
            .formatted(house.room()));
    look();
    assertThat(rows(house)).isEqualTo(before).hasSize(4);
  }

  /** What came piece by piece and what is made of the whole at once are the same rows. */
  @ParameterizedTest
  @ValueSource(longs = {3, 14, 15, 92, 65, 35})
  void after_any_history_the_rows_made_again_are_those_that_were_made_live(long seed) {
    List<Journal.Entry> history = PlayedSessions.entries(PlayedSessions.anyOf(seed), house, NOW);
    for (int from = 0; from < history.size(); from += PIECE) {
      List<Journal.Entry> piece = history.subList(from, Math.min(from + PIECE, history.size()));
      appendAll(house, piece);
      Operations.await(follower.follow(house.room(), house.therapist(), piece));
    }
    List<String> live = allRows(house);
    Behind.run(
        database,
        """
        delete from accord.exercise_done where room_id = '%1$s'; delete from accord.agreement_made where room_id = '%1$s';
        delete from accord.line_kept where room_id = '%1$s';
        update accord.planned_session set followed = 0, state = 'planned' where room_id = '%1$s'\
        """
            .formatted(house.room()));
    look();
    assertThat(allRows(house)).isEqualTo(live);
  }

  @Test
  void the_page_says_what_the_journal_says() {
    append(house, session());
    var couple = look();
    assertThat(couple.at("/recent/0/state").asText()).isEqualTo("closed");
    assertThat(couple.at("/recent/0/exercises/0/id").asText()).isEqualTo("being-trustworthy");
    assertThat(couple.at("/done/0/on").asText()).isEqualTo("2026-05-15");
    assertThat(couple.at("/agreements/0/title").asText()).isEqualTo("Second name");
    assertThat(couple.at("/agreements/0/madeOn").asText()).isEqualTo("2026-05-15");
    assertThat(couple.at("/agreements/0/reviewOn").asText()).isEqualTo("2026-06-08");
    for (PersonId partner : List.of(house.one(), house.two())) {
      assertThat(operations.ask(partner, "getHome").at("/agreements/0/title").asText())
          .isEqualTo("Second name");
    }
  }

  @Test
  void a_closing_that_was_taken_back_is_taken_back_on_the_page() {
    append(house, List.of(new DoorOpened(), new RoomClosed()));
    look();
    append(house, List.of(new RoomReopened()));
    assertThat(look().at("/next/state").asText()).isEqualTo("open");
  }

  @Test
  void many_at_once_never_take_the_page_back() {
    append(house, session());
    Operations.await(
        Future.all(
            IntStream.range(0, 8)
                .mapToObj(_ -> pages.follow(house.therapist(), house.room()))
                .toList()));
    List<String> settled = rows(house);
    Operations.await(pages.follow(house.therapist(), house.room()));
    assertThat(rows(house)).isEqualTo(settled).hasSize(4);
  }

  @Test
  void one_that_read_less_does_not_write_over_one_that_read_more() {
    append(house, List.of(new DoorOpened(), new RoomClosed()));
    Behind.run(
        database,
        "update accord.planned_session set followed = 99, state = 'open' where room_id = '%s'"
            .formatted(house.room()));
    Operations.await(pages.follow(house.therapist(), house.room()));
    assertThat(Behind.read(database, state())).containsExactly("open 99");
  }

  @Test
  void talk_alone_is_no_news() {
    append(house, List.of(new Said("hello")));
    look();
    assertThat(Behind.read(database, state())).containsExactly("planned 0");
  }

  @Test
  void an_exercise_that_was_started_is_kept_with_all_its_languages() {
    append(house, session());
    look();
    assertThat(
            Behind.read(
                database,
                "select language from accord.exercise_file where exercise = 'being-trustworthy' order by 1"))
        .containsExactly("de", "en");
  }

  @Test
  void the_title_is_sealed() {
    append(house, session());
    look();
    assertThat(
            Behind.read(
                database,
                "select 1 from accord.agreement_made where room_id = '%s' and position('Second'::bytea in title) = 0"
                    .formatted(house.room())))
        .hasSize(1);
  }

  private String state() {
    return "select state || ' ' || followed from accord.planned_session where room_id = '%s'"
        .formatted(house.room());
  }

  private Operations.Answer look() {
    return operations.ask(house.therapist(), "getCouple", "coupleId", house.couple().toString());
  }

  /** A session with one exercise whose agreement was signed, changed and signed again. */
  private List<RoomEvent> session() {
    var exercise = operations.library().current("being-trustworthy").orElseThrow();
    UUID line = new UUID(0, 1);
    return List.of(
        new DoorOpened(),
        new Said("hello"),
        new ExerciseStarted(
            1,
            exercise.id(),
            exercise.version(),
            exercise.digest(),
            List.of("arrive", "promise"),
            Secrets.LIMITED),
        new LineAdded(PAGE, 1, line, "First line"),
        new AgreementMade(PAGE, 1, REVIEW),
        new LineChanged(PAGE, 2, line, 2, "Other words"),
        new AgreementNamed(PAGE, 3, "Second name"),
        new AgreementMade(PAGE, 3, REVIEW.plusDays(7)),
        new ExerciseEnded(1),
        new ExerciseStarted(
            2,
            exercise.id(),
            exercise.version(),
            exercise.digest(),
            List.of("arrive"),
            Secrets.LIMITED),
        new ExerciseEnded(2),
        new RoomClosed());
  }

  private static Journal.Entry entry(TestCase of, RoomEvent event) {
    return new Journal.Entry(
        NOW,
        Seat.THERAPIST,
        Seat.THERAPIST,
        of.therapist(),
        new CommandId(Ids.random()),
        ALL,
        event);
  }

  private static void append(TestCase of, List<RoomEvent> events) {
    appendAll(of, events.stream().map(event -> entry(of, event)).toList());
  }

  private static void appendAll(TestCase of, List<Journal.Entry> entries) {
    long seq = Operations.await(operations.journal().head(of.room())).seq();
    var batch = new Journal.Batch(of.room(), seq, entries);
    assertThat(Operations.await(operations.journal().append(batch)))
        .isInstanceOf(Journal.Appended.Committed.class);
  }

  private static List<String> allRows(TestCase of) {
    List<String> all = new ArrayList<>(rows(of));
    all.addAll(
        Behind.read(
            database,
            "select concat_ws(' ', line_id, kept_on, length(text)) from accord.line_kept where room_id = '%s' order by line_id"
                .formatted(of.room())));
    return all;
  }

  /** All that was copied of a room, without what is random: the ids and the sealing. */
  private static List<String> rows(TestCase of) {
    RoomId room = of.room();
    return Behind.read(
        database,
        """
        select state || ' ' || followed from accord.planned_session where room_id = '%1$s'
        union all select * from (
          select concat_ws(' ', run, exercise, version, done_on) from accord.exercise_done where room_id = '%1$s' order by run) d
        union all select * from (
          select concat_ws(' ', run, exercise, version, made_on, review_on, signed, length(title))
          from accord.agreement_made where room_id = '%1$s' order by run) a\
        """
            .formatted(room));
  }
}
