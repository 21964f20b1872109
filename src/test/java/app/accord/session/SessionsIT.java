package app.accord.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionsIT {
  private static final Instant NOW = Instant.parse("2026-05-14T12:05:00Z");
  private static Database database;
  private static Operations operations;
  private TestCase house;

  @BeforeAll
  static void begin() {
    database = TestPostgres.migratedDatabase();
    operations = new Operations(database, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterAll
  static void close() {
    operations.close();
  }

  /** A couple whose only session was a month ago. */
  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
    Behind.run(
        database,
        "update accord.planned_session set state = 'closed', starts_at = '2026-04-14T12:00:00Z' where session_id = '%s'"
            .formatted(house.session()));
  }

  @Test
  void starting_one_makes_the_room_with_a_seat_for_everyone() {
    Answer started = start("{\"place\":\"call\",\"exercise\":\"communicate-openly\"}");
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.at("/number").asInt()).isEqualTo(2);
    assertThat(started.at("/place").asText()).isEqualTo("call");
    assertThat(started.at("/startsAt").asText()).isEqualTo(NOW.toString());
    assertThat(started.at("/exercises/0/title").asText()).isEqualTo("Talk openly");
    for (PersonId who : List.of(house.therapist(), house.one(), house.two())) {
      Answer room = operations.ask(who, "getRoom", "roomId", started.at("/roomId").asText());
      assertThat(room.at("/state").asText()).isEqualTo("doors-open");
      assertThat(room.texts("name")).containsExactly("Noor", "Daniel", "Marta");
    }
    assertThat(
            Operations.await(operations.journal().head(RoomId.of(started.at("/roomId").asText())))
                .seq())
        .isZero();
  }

  @Test
  void pressing_twice_leads_to_one_session() {
    Answer first = start("{\"place\":\"room\",\"exercise\":\"communicate-openly\"}");
    Answer second = start("{\"place\":\"room\",\"exercise\":\"communicate-openly\"}");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void pressing_at_the_same_moment_leads_to_one_session() {
    ObjectNode body = Operations.body().put("place", "room");
    var answers =
        IntStream.range(0, 12)
            .mapToObj(
                _ ->
                    operations.begin(
                        house.therapist(),
                        "startSession",
                        body,
                        "coupleId",
                        house.couple().toString()))
            .toList();
    assertThat(Operations.await(Future.all(answers)).<Answer>list())
        .extracting(answer -> answer.at("/id").asText())
        .hasSize(12)
        .containsOnly(answers.getFirst().result().at("/id").asText());
  }

  @Test
  void the_session_that_was_planned_for_today_is_the_one_that_is_meant() {
    plan("2026-05-14T12:30:00Z");
    Answer started = start("{\"place\":\"room\",\"exercise\":\"communicate-openly\"}");
    assertThat(started.at("/startsAt").asText()).isEqualTo("2026-05-14T12:30:00Z");
    assertThat(started.at("/state").asText()).isEqualTo("planned");
    assertThat(started.at("/exercises/0/id").asText()).isEqualTo("communicate-openly");
  }

  @Test
  void one_of_another_day_is_not() {
    plan("2026-05-15T12:30:00Z");
    assertThat(start("{\"place\":\"room\"}").at("/startsAt").asText()).isEqualTo(NOW.toString());
  }

  @Test
  void what_the_couple_is_not_ready_for_is_not_put_in() {
    Behind.run(
        database,
        "update accord.couple set ceiling = 0 where couple_id = '%s'".formatted(house.couple()));
    Answer refused = start("{\"place\":\"room\",\"exercise\":\"trust-vs-control\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/type").asText()).isEqualTo("/problems/not-now");
    assertThat(start("{\"place\":\"room\",\"exercise\":\"what-trust-gives-us\"}").status())
        .isEqualTo(201);
  }

  @Test
  void an_exercise_that_is_not_there_or_not_for_a_session_is_not_put_in() {
    assertThat(start("{\"place\":\"room\",\"exercise\":\"nothing\"}").at("/type").asText())
        .isEqualTo("/problems/no-such-exercise");
    assertThat(
            start("{\"place\":\"room\",\"exercise\":\"what-helps-me-feel-safe\"}")
                .at("/type")
                .asText())
        .isEqualTo("/problems/no-such-exercise");
  }

  @Test
  void a_case_that_rests_has_no_sessions() {
    Behind.run(
        database,
        "update accord.couple set state = 'paused' where couple_id = '%s'"
            .formatted(house.couple()));
    assertThat(start("{\"place\":\"room\"}").status()).isEqualTo(409);
    assertThat(operations.ask(house.one(), "getHome").at("/next").isMissingNode()).isTrue();
  }

  @Test
  void who_waits_at_the_door_does_not_learn_that_it_opened_for_the_other_alone() {
    Answer started = start("{\"place\":\"room\"}");
    RoomId room = RoomId.of(started.at("/roomId").asText());
    happened(room, new RoomEvent.DoorOpened(), Audience.of(Seat.PARTNER_1, Seat.THERAPIST));
    operations.ask(house.therapist(), "getCouple", "coupleId", house.couple().toString());
    assertThat(stateFor(house.therapist(), room)).isEqualTo("open");
    assertThat(stateFor(house.one(), room)).isEqualTo("open");
    assertThat(stateFor(house.two(), room)).isEqualTo("doors-open");
    assertThat(operations.ask(house.one(), "getHome").at("/next/state").asText()).isEqualTo("open");
    assertThat(operations.ask(house.two(), "getHome").at("/next/state").asText())
        .isEqualTo("doors-open");
  }

  @Test
  void an_exercise_of_the_room_is_read_in_ones_own_language_and_without_what_is_not_ones_own() {
    Behind.run(
        database,
        "update accord.person set language = 'de' where person_id = '%s'".formatted(house.two()));
    RoomId room = RoomId.of(start("{\"place\":\"room\"}").at("/roomId").asText());
    var exercise = operations.library().current("trust-vs-control").orElseThrow();
    Audience all = Audience.of(Seat.PARTNER_1, Seat.PARTNER_2, Seat.THERAPIST);
    assertThat(exercise(house.one(), room, exercise.digest()).status()).isEqualTo(404);
    happened(
        room,
        new RoomEvent.ExerciseStarted(
            1,
            exercise.id(),
            exercise.version(),
            exercise.digest(),
            List.of("arrive"),
            app.accord.room.Circumstances.Secrets.LIMITED),
        all);
    Answer english = exercise(house.one(), room, exercise.digest());
    Answer german = exercise(house.two(), room, exercise.digest());
    Answer therapist = exercise(house.therapist(), room, exercise.digest());
    assertThat(english.at("/title").asText()).isEqualTo("Trust or control");
    assertThat(german.at("/title").asText()).isEqualTo("Vertrauen oder Kontrolle");
    assertThat(therapist.body().toString()).contains("therapistHint", "watchFor");
    assertThat(english.body().toString()).doesNotContain("therapistHint", "watchFor");
    assertThat(german.body().toString()).doesNotContain("therapistHint", "watchFor");
  }

  @Test
  void a_session_that_was_never_opened_is_not_the_next_one_for_ever() {
    plan("2026-05-13T12:30:00Z");
    assertThat(operations.ask(house.one(), "getHome").at("/next").isMissingNode()).isTrue();
  }

  private Answer exercise(PersonId who, RoomId room, String digest) {
    return operations.ask(who, "getRoomExercise", "roomId", room.toString(), "digest", digest);
  }

  private static String stateFor(PersonId who, RoomId room) {
    return operations.ask(who, "getRoom", "roomId", room.toString()).at("/state").asText();
  }

  private void happened(RoomId room, RoomEvent event, Audience audience) {
    var entry =
        new Journal.Entry(
            NOW, Seat.THERAPIST, Seat.THERAPIST, house.therapist(), null, audience, event);
    long seq = Operations.await(operations.journal().head(room)).seq();
    assertThat(
            Operations.await(
                operations.journal().append(new Journal.Batch(room, seq, List.of(entry)))))
        .isInstanceOf(Journal.Appended.Committed.class);
  }

  private Answer start(String body) {
    return operations.send(
        house.therapist(), "startSession", body, "coupleId", house.couple().toString());
  }

  private void plan(String at) {
    RoomId room = house.anotherRoom(database);
    Behind.run(
        database,
        """
        insert into accord.planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place)
        values ('%s', '%s', '%s', 2, '%s', 75, 'room')\
        """
            .formatted(UUID.randomUUID(), house.couple(), room, at));
  }
}
