package app.accord.homework;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.RoomCommand;
import app.accord.room.RoomCommand.HandIn;
import app.accord.room.RoomCommand.PutOnStage;
import app.accord.room.RoomCommand.Seal;
import app.accord.room.RoomCommand.TakeBackHandIn;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HomeworkIT {
  private static final String SHOWN = "0".repeat(64);
  private static final String SAFE = "what-helps-me-feel-safe";
  private static Database database;
  private static Operations operations;
  private static final TestClock CLOCK = new TestClock();
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

  private String couple() {
    return house.couple().toString();
  }

  /** What was given, by its id. */
  private UUID give(String exercise, String alone, String more) {
    UUID id = Ids.random();
    assertThat(send(id, exercise, alone, more).status()).isEqualTo(204);
    return id;
  }

  private UUID give(String exercise, String alone) {
    return give(exercise, alone, "\"opens\":\"in-session\"");
  }

  private Answer send(UUID id, String exercise, String alone, String more) {
    String body =
        """
        {"id":"%s","exercise":"%s","alone":[%s],%s}\
        """
            .formatted(id, exercise, alone, more);
    return operations.send(house.therapist(), "giveHomework", body, "coupleId", couple());
  }

  private Answer mine(PersonId who) {
    return operations.ask(who, "getHomework");
  }

  private static RoomId room(Answer homework) {
    return RoomId.of(homework.at("/tasks/0/roomId").textValue());
  }

  private Answer act(UUID homework, String act) {
    return act(Ids.random(), homework, act);
  }

  private Answer act(UUID id, UUID homework, String act) {
    return operations.send(
        house.therapist(),
        "actOnHomework",
        "{\"id\":\"%s\",%s}".formatted(id, act),
        "coupleId",
        couple(),
        "homeworkId",
        homework.toString());
  }

  private Answer review(UUID homework) {
    return operations.ask(
        house.therapist(), "getReview", "coupleId", couple(), "homeworkId", homework.toString());
  }

  private Answer assignments() {
    return operations.ask(house.therapist(), "getAssignments", "coupleId", couple());
  }

  private static Seal seal(String step, Reach reach, String text) {
    return new Seal(new Where(1, step, 1), reach, new app.accord.room.Answer.Written(text), SHOWN);
  }

  private static void does(PersonId who, RoomId room, RoomCommand command) {
    assertThat(operations.act(who, room, command)).isEmpty();
  }

  /** All three, Marta and me, only me: one of each. */
  private RoomId answered(PersonId who) {
    RoomId room = room(mine(who));
    does(who, room, seal("felt-safe", Reach.ROOM, "on the phone"));
    does(who, room, seal("small-thing", Reach.THERAPIST, "a word before"));
    does(who, room, seal("by-myself", Reach.ME, "I count to ten"));
    return room;
  }

  // Giving and finding

  @Test
  void each_finds_their_own_and_the_therapist_one_line_for_both() {
    give(SAFE, "\"partner-1\",\"partner-2\"");
    assertThat(mine(house.one()).at("/tasks")).hasSize(1);
    assertThat(mine(house.two()).at("/tasks")).hasSize(1);
    assertThat(room(mine(house.one()))).isNotEqualTo(room(mine(house.two())));
    assertThat(mine(house.one()).at("/tasks/0/title").textValue())
        .isEqualTo("What helps me feel safe");
    assertThat(assignments().body()).hasSize(1);
    assertThat(assignments().at("/0/parts").findValuesAsText("state"))
        .containsExactly("given", "given");
  }

  @Test
  void what_is_only_for_one_is_in_nothing_that_the_other_can_ask_for() {
    Answer before = mine(house.two());
    give(SAFE, "\"partner-1\"");
    RoomId room = answered(house.one());
    does(house.one(), room, new HandIn(false));
    assertThat(mine(house.two()).body()).isEqualTo(before.body());
    for (String operation : List.of("getTask", "getSharedHomework", "getRoom", "getDrafts")) {
      Answer foreign = operations.ask(house.two(), operation, "roomId", room.toString());
      Answer random = operations.ask(house.two(), operation, "roomId", Ids.random().toString());
      assertThat(foreign).isEqualTo(random);
      assertThat(foreign.status()).isEqualTo(404);
    }
    assertThat(operations.act(house.two(), room, new HandIn(true))).contains(Problem.NOT_FOUND);
  }

  @Test
  void sent_again_it_is_given_once() {
    UUID id = Ids.random();
    for (int i = 0; i < 2; i++) {
      assertThat(send(id, SAFE, "\"partner-1\",\"partner-2\"", "\"opens\":\"in-session\"").status())
          .isEqualTo(204);
    }
    assertThat(assignments().body()).hasSize(1);
    assertThat(mine(house.one()).at("/tasks")).hasSize(1);
  }

  @Test
  void what_cannot_be_given_says_why_and_leaves_nothing_behind() {
    UUID id = Ids.random();
    String open = "\"opens\":\"in-session\"";
    assertThat(send(id, "trust-vs-control", "", open).status()).isEqualTo(404);
    assertThat(send(id, SAFE, "\"partner-3\"", open).status()).isEqualTo(404);
    assertThat(
            send(id, SAFE, "\"partner-1\"", open + ",\"until\":\"2026-02-30\"").body().toString())
        .contains("no-such-day");
    assertThat(
            send(id, SAFE, "\"partner-1\"", open + ",\"until\":\"2020-01-01\"").body().toString())
        .contains("day-has-passed");
    Behind.run(
        database,
        "update accord.couple set ceiling = 0 where couple_id = '%s'".formatted(couple()));
    assertThat(send(id, "small-steps", "", open).body().toString()).contains("not-now");
    Behind.run(
        database,
        "update accord.couple set state = 'paused' where couple_id = '%s'".formatted(couple()));
    assertThat(send(id, SAFE, "\"partner-1\"", open).body().toString()).contains("case-not-active");
    assertThat(assignments().body()).isEmpty();
  }

  // Handing in

  @Test
  void three_answers_for_three_readers_reach_these_and_nobody_else() {
    UUID homework = give(SAFE, "\"partner-1\",\"partner-2\"");
    RoomId room = answered(house.one());
    assertThat(assignments().at("/0/parts/0/state").textValue()).isEqualTo("begun");
    does(house.one(), room, new HandIn(true));
    assertThat(assignments().at("/0/parts/0/unread").booleanValue()).isTrue();
    // Before it is read the therapist finds what is for all, and nothing that is for her.
    assertThat(review(homework).at("/pieces").findValuesAsText("text"))
        .containsExactly("on the phone");
    assertThat(act(homework, "\"act\":\"read\"").status()).isEqualTo(204);
    assertThat(review(homework).at("/pieces").findValuesAsText("text"))
        .containsExactly("on the phone", "a word before");
    assertThat(review(homework).at("/pieces").findValuesAsText("forAll"))
        .containsExactly("true", "false");
    Answer daniels = sharedWith(house.two(), room);
    assertThat(daniels.at("/answers").findValuesAsText("text")).containsExactly("on the phone");
    assertThat(daniels.body().toString()).doesNotContain("a word before", "I count to ten");
    assertThat(operations.act(house.one(), room, new TakeBackHandIn())).isNotEmpty();
  }

  /** Once the follower has given him his seat. */
  private Answer sharedWith(PersonId who, RoomId room) {
    // Whoever handed in makes up for it on the own page, so nobody has to wait for the follower.
    assertThat(mine(house.one()).at("/tasks/0/state").textValue()).isEqualTo("handed-in");
    assertThat(mine(who).at("/shared/0/title").textValue()).isEqualTo("What helps me feel safe");
    return operations.ask(who, "getSharedHomework", "roomId", room.toString());
  }

  @Test
  void to_the_therapist_alone_means_that_the_other_finds_nothing() {
    UUID homework = give(SAFE, "\"partner-1\",\"partner-2\"");
    Answer before = mine(house.two());
    RoomId room = answered(house.one());
    does(house.one(), room, new HandIn(false));
    assertThat(review(homework).at("/pieces")).isEmpty();
    act(homework, "\"act\":\"read\"");
    assertThat(review(homework).at("/pieces").findValuesAsText("text"))
        .containsExactly("on the phone", "a word before");
    assertThat(review(homework).at("/pieces").findValuesAsText("forAll"))
        .containsExactly("false", "false");
    assertThat(mine(house.two()).body()).isEqualTo(before.body());
  }

  @Test
  void the_therapist_finds_what_came_in_until_it_is_read() {
    UUID homework = give(SAFE, "\"partner-1\",\"partner-2\"");
    assertThat(unread(house.therapist()).body()).isEmpty();
    does(house.one(), answered(house.one()), new HandIn(false));
    assertThat(unread(house.therapist()).texts("homework")).containsExactly(homework.toString());
    assertThat(unread(house.two()).body()).isEmpty();
    act(homework, "\"act\":\"read\"");
    assertThat(unread(house.therapist()).body()).isEmpty();
  }

  private static Answer unread(PersonId who) {
    return operations.ask(who, "getUnreadHomework");
  }

  @Test
  void what_was_taken_back_before_anybody_read_it_was_never_there() {
    UUID homework = give(SAFE, "\"partner-1\"");
    RoomId room = answered(house.one());
    does(house.one(), room, new HandIn(false));
    does(house.one(), room, new TakeBackHandIn());
    act(homework, "\"act\":\"read\"");
    assertThat(review(homework).at("/pieces")).isEmpty();
    assertThat(assignments().at("/0/parts/0/state").textValue()).isEqualTo("begun");
  }

  // Afterwards

  @Test
  void a_comment_sent_twice_is_one_and_reaches_whom_it_is_for() {
    UUID homework = give(SAFE, "\"partner-1\",\"partner-2\"");
    UUID id = Ids.random();
    for (int i = 0; i < 2; i++) {
      assertThat(
              act(id, homework, "\"act\":\"comment\",\"text\":\"Thank you.\",\"to\":\"partner-1\"")
                  .status())
          .isEqualTo(204);
    }
    assertThat(review(homework).at("/comments").findValuesAsText("text"))
        .containsExactly("Thank you.");
    assertThat(review(homework).at("/comments/0/to").textValue()).isEqualTo("partner-1");
  }

  @Test
  void talked_about_and_put_away_show_on_both_sides() {
    UUID homework = give(SAFE, "\"partner-1\"");
    act(homework, "\"act\":\"talked-about\"");
    assertThat(mine(house.one()).at("/tasks/0/state").textValue()).isEqualTo("talked-about");
    act(homework, "\"act\":\"put-away\"");
    assertThat(mine(house.one()).at("/tasks")).isEmpty();
    assertThat(assignments().at("/0/putAway").booleanValue()).isTrue();
  }

  @Test
  void only_what_was_given_to_all_of_this_couple_can_be_put_on_the_stage() {
    give(SAFE, "\"partner-1\"");
    RoomId room = answered(house.one());
    RoomId stage = house.room();
    does(house.therapist(), stage, new RoomCommand.OpenRoom());
    assertThat(putOnStage(stage, room, "felt-safe")).contains("/problems/nothing-to-open");
    does(house.one(), room, new HandIn(true));
    assertThat(putOnStage(stage, room, "small-thing")).contains("/problems/nothing-to-open");
    assertThat(putOnStage(stage, room, "felt-safe")).isEmpty();
    assertThat(onStage(house.two(), stage)).containsExactly("on the phone");

    TestCase others = TestCase.in(database);
    assertThat(operations.act(others.therapist(), others.room(), new RoomCommand.OpenRoom()))
        .isEmpty();
    assertThat(
            operations
                .act(others.therapist(), others.room(), new PutOnStage(of(room), "felt-safe"))
                .map(Problem::type))
        .contains("/problems/nothing-to-open");
  }

  private Optional<String> putOnStage(RoomId stage, RoomId homework, String step) {
    return operations
        .act(house.therapist(), stage, new PutOnStage(of(homework), step))
        .map(Problem::type);
  }

  private static List<UUID> of(RoomId room) {
    return List.of(room.value());
  }

  private static List<String> onStage(PersonId who, RoomId stage) {
    return Operations.await(operations.journal().read(stage, who, Seat.PARTNER_2, 0)).stream()
        .flatMap(
            one ->
                one.event() instanceof RoomEvent.StageShown shown
                    ? shown.answers().stream()
                    : Stream.<RoomEvent.Theirs>empty())
        .map(theirs -> ((app.accord.room.Answer.Written) theirs.value()).text())
        .toList();
  }

  @Test
  void a_text_of_the_therapist_s_own_lies_sealed_and_stands_in_the_step() {
    UUID id = Ids.random();
    String body =
        """
        {"id":"%s","exercise":"something-to-read","alone":["partner-1"],"opens":"in-session",
          "words":{"text.text":"A canary of a text"}}\
        """
            .formatted(id);
    assertThat(
            operations.send(house.therapist(), "giveHomework", body, "coupleId", couple()).status())
        .isEqualTo(204);
    assertThat(
            Behind.read(
                database,
                "select count(*) from accord.room_event where facts::text like '%canary%'"))
        .containsExactly("0");
    RoomId room = room(mine(house.one()));
    assertThat(Operations.await(operations.journal().read(room, house.one(), Seat.PARTNER_1, 0)))
        .extracting(Journal.Numbered::event)
        .contains(
            new RoomEvent.StepAdapted(
                new Where(1, "text", 1), Map.of("text", "A canary of a text")));
  }

  @Test
  void over_the_due_day_what_both_have_sealed_opens_for_whoever_comes_by() {
    String day = Instant.now().toString().substring(0, 10);
    give("a-good-moment-this-week", "", "\"opens\":\"on-the-day\",\"until\":\"%s\"".formatted(day));
    RoomId room = room(mine(house.one()));
    does(house.one(), room, seal("moment", Reach.REVEAL, "the bread"));
    does(house.two(), room, seal("moment", Reach.REVEAL, "your call"));
    task(house.one(), room);
    assertThat(revealed(room)).isEqualTo("0");
    CLOCK.ahead(Duration.ofDays(2));
    task(house.one(), room);
    // The next act waits its turn behind the opening.
    does(house.one(), room, new HandIn(false));
    assertThat(revealed(room)).isEqualTo("1");
  }

  private static void task(PersonId who, RoomId room) {
    assertThat(operations.ask(who, "getTask", "roomId", room.toString()).status()).isEqualTo(200);
  }

  private static String revealed(RoomId room) {
    return Behind.read(
            database,
            "select count(*) from accord.room_event where room_id = '%s' and type = 'Revealed'"
                .formatted(room))
        .getFirst();
  }

  @Test
  void the_words_lie_sealed_and_with_their_author_s_key() {
    give(SAFE, "\"partner-1\"");
    UUID homework = UUID.fromString(assignments().at("/0/id").textValue());
    RoomId room = answered(house.one());
    does(house.one(), room, new HandIn(false));
    act(homework, "\"act\":\"read\"");
    // What the therapist's reading copies reaches one partner alone, so that partner's key seals
    // it.
    assertThat(
            Behind.read(
                database,
                """
                select distinct k.owner_kind from accord.words w join accord.data_key k on k.key_id = w.key_id
                where w.room_id = '%s'\
                """
                    .formatted(room)))
        .containsExactly("person");
  }
}
