package app.accord.room.live;

import static app.accord.room.live.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.testing.Behind;
import app.accord.testing.LiveMember;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("undisturbed")
class RoomSocketIT {
  private static Database database;
  private static LiveServer server;
  private TestCase house;

  @BeforeAll
  static void start() {
    database = TestPostgres.migratedDatabase();
    server = LiveServer.start(database.asApp());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
  }

  @Test
  void a_foreign_room_and_one_that_is_not_there_get_the_same_answer() {
    var stranger = TestCase.in(database).one();
    try (var foreign = RawSocket.open(server, house.room(), stranger, "");
        var random = RawSocket.open(server, new RoomId(Ids.random()), stranger, "")) {
      assertThat(foreign.response()).startsWith("http/1.1 404");
      assertThat(foreign.response()).isEqualTo(random.response());
    }
  }

  @Test
  void a_partner_comes_in_ten_minutes_before_and_the_therapist_at_any_time() {
    startsIn("11 minutes");
    assertThat(knock(house.one())).isEqualTo(409);
    assertThat(knock(house.therapist())).isEqualTo(101);
    startsIn("9 minutes");
    assertThat(knock(house.one())).isEqualTo(101);
  }

  @Test
  void a_door_that_opened_early_for_one_stays_shut_for_the_other() {
    startsIn("9 minutes");
    try (var marta = server.join(house.room(), house.therapist());
        var noor = server.join(house.room(), house.one())) {
      marta.done("OpenRoom", "{}");
      noor.await(frame -> frame.path("type").asText().equals("DoorOpened"));
    }
    Behind.run(
        database,
        "update accord.planned_session set state = 'open' where room_id = '%s'"
            .formatted(house.room()));
    startsIn("11 minutes");
    assertThat(knock(house.one())).isEqualTo(101);
    assertThat(knock(house.two())).isEqualTo(409);
  }

  @Test
  void who_lost_the_role_does_not_come_in_with_the_seat_alone() {
    assertThat(knock(Map.of("X-Person", house.one().toString(), "X-Role", "PRACTICE_ADMIN")))
        .isEqualTo(404);
    assertThat(knock(Map.of("X-Person", house.therapist().toString(), "X-Role", "CLIENT")))
        .isEqualTo(404);
  }

  @Test
  void five_pages_of_one_person_are_open_in_a_room_and_no_sixth() {
    var open = new ArrayList<LiveMember>();
    for (int i = 0; i < 5; i++) {
      open.add(server.join(house.room(), house.one()));
    }
    assertThat(knock(house.one())).isEqualTo(429);
    assertThat(knock(house.two())).as("the other's pages are their own").isEqualTo(101);
    open.forEach(LiveMember::leave);
    eventually(() -> knock(house.one()) == 101);
  }

  @Test
  void compression_is_never_agreed_on() {
    try (var socket =
        RawSocket.open(
            server,
            house.room(),
            house.one(),
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n")) {
      assertThat(socket.response())
          .startsWith("http/1.1 101")
          .contains("sec-websocket-protocol: accord.room.v1")
          .doesNotContain("sec-websocket-extensions");
    }
  }

  @Test
  void each_of_300_bad_frames_closes_its_socket_in_time_and_harms_nobody() {
    try (var room = server.open(house)) {
      room.noor().done("Say", say("before"));
      var stayed = new ArrayList<String>();
      for (BadFrames.Bad bad : BadFrames.all()) {
        try (var socket = RawSocket.open(server, house.room(), house.two(), "")) {
          long sent = System.nanoTime();
          bad.send().accept(socket);
          int code = socket.awaitClose(BadFrames.CANARY);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
          if (!List.of(4500, 1002, 1007, 1009, RawSocket.CUT).contains(code) || millis > 3_000) {
            stayed.add("%s: %d after %d ms".formatted(bad.name(), code, millis));
          }
        }
      }
      assertThat(stayed).isEmpty();
      assertThat(BadFrames.all()).hasSizeGreaterThanOrEqualTo(300);
      room.noor().done("Say", say("after"));
      room.daniel().awaitNumber(3);
      assertThat(room.all()).allSatisfy(one -> assertThat(one.isOpen()).isTrue());
      assertThat(room.daniel().stream()).hasSize(3);
    }
  }

  @Test
  void a_command_that_does_not_fit_is_refused_and_the_socket_stays() {
    try (var noor = server.join(house.room(), house.one())) {
      for (String[] unfit :
          new String[][] {
            {"Unheard", "{}"},
            {"Arrive", "{}"},
            {"Say", "{}"},
            {"Say", "{\"text\":null}"},
            {"Say", "{\"text\":7}"},
            {"Say", "{\"text\":\"a\",\"more\":1}"},
            {"Say", "{\"text\":\"half \\ud83d\"}"},
            {"Say", "{\"text\":\"nul \\u0000\"}"}
          }) {
        var answer = noor.answer(noor.act(unfit[0], unfit[1]));
        assertThat(answer.path("problem").path("type").asText()).isEqualTo("/problems/bad-command");
      }
      assertThat(noor.isOpen()).isTrue();
    }
  }

  @Test
  void what_is_too_fast_is_refused_and_a_flood_is_closed() {
    try (var room = server.open(house)) {
      LiveMember noor = room.noor();
      var ids = new ArrayList<UUID>();
      for (int i = 0; i < 80; i++) {
        ids.add(noor.act("Say", say("w " + i)));
      }
      assertThat(noor.answer(ids.getFirst()).path("t").asText()).isEqualTo("ack");
      assertThat(noor.answer(ids.getLast()).path("problem").path("type").asText())
          .isEqualTo("/problems/too-fast");
      for (int i = 0; i < 200; i++) {
        room.daniel().act("Say", say("w " + i));
      }
      assertThat(room.daniel().awaitClose()).isEqualTo(4500);
      assertThat(noor.isOpen()).isTrue();
    }
  }

  @Test
  void who_reads_nothing_is_sent_away_and_comes_back_without_a_loss() {
    var fast = LiveServer.start(database.asApp(), LiveServer.limits(100_000), Times.USUAL);
    try (var room = fast.open(house)) {
      try (var asleep = RawSocket.open(fast, house.room(), house.two(), "", 4_096)) {
        asleep.text("{\"t\":\"beat\"}");
        String long4k = "x".repeat(3_900);
        long begun = System.nanoTime();
        for (int i = 0; i < 1_500; i++) {
          room.noor().act("Say", say(long4k));
          if (i % 100 == 99) {
            room.noor().done("Say", say("so far"));
          }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        // It reads again only now, and finds that the line has ended.
        assertThat(asleep.awaitClose("")).isIn(4408, RawSocket.CUT);
        System.out.printf("1,500 long messages beside a sleeper in %d ms%n", millis);
      }
      long head = room.noor().number();
      room.daniel().awaitNumber(head);
      assertThat(room.daniel().faults()).isEmpty();
      try (var back = fast.join(house.room(), house.two())) {
        assertThat(back.number()).isEqualTo(head);
      }
    } finally {
      fast.close();
    }
  }

  @Test
  void who_says_nothing_at_all_is_taken_for_gone() {
    try (var silent = RawSocket.open(server, house.room(), house.one(), "")) {
      long begun = System.nanoTime();
      assertThat(silent.awaitClose("")).isEqualTo(4408);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isBetween(4L, 8L);
    }
  }

  @Test
  void nobody_is_shown_that_another_types_where_no_text_is_shared() {
    try (var room = server.open(house)) {
      room.noor()
          .say(
              "{\"t\":\"signal\",\"to\":\"all\",\"data\":{\"kind\":\"typing\",\"text\":\"canary\"}}");
      room.noor().done("Say", say("afterwards"));
      room.daniel().awaitNumber(2);
      assertThat(room.daniel().frames())
          .noneMatch(frame -> frame.path("t").asText().equals("signal"));
      assertThat(room.noor().isOpen()).isTrue();
    }
  }

  @Test
  void in_a_shared_text_the_others_see_who_writes_and_nobody_at_the_door_does() {
    try (var room = server.open(house)) {
      room.marta()
          .done(
              "StartExercise",
              "{\"exercise\":\"trust-vs-control\",\"optional\":[],\"bothWantIt\":true}");
      assertThat(Behind.read(database, "select count(*) > 0 from accord.exercise_file"))
          .as("kept before it was started")
          .containsExactly("t");
      room.marta().done("OpenStep", "{\"step\":\"small-step\"}");
      room.noor()
          .say("{\"t\":\"signal\",\"to\":\"partner-2\",\"data\":{\"kind\":\"caret\",\"at\":3}}");
      var signal = room.daniel().await(frame -> frame.path("t").asText().equals("signal"));
      assertThat(signal.toString())
          .isEqualTo(
              "{\"t\":\"signal\",\"from\":\"partner-1\",\"data\":{\"kind\":\"caret\",\"at\":3}}");
      room.noor().say("{\"t\":\"signal\",\"to\":\"all\",\"data\":{\"kind\":\"typing\"}}");
      room.marta().await(frame -> frame.path("t").asText().equals("signal"));
      assertThat(room.noor().frames())
          .noneMatch(frame -> frame.path("t").asText().equals("signal"));
    }
  }

  private void startsIn(String interval) {
    Behind.run(
        database,
        "update accord.planned_session set starts_at = now() + interval '%s' where room_id = '%s'"
            .formatted(interval, house.room()));
  }

  private int knock(PersonId person) {
    return knock(LiveServer.as(person));
  }

  private int knock(Map<String, String> headers) {
    return LiveMember.knock(server.live(house.room()), headers);
  }

  private static String say(String text) {
    return "{\"text\":\"" + text + "\"}";
  }
}
