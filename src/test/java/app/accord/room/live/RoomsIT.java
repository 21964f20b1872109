package app.accord.room.live;

import static app.accord.room.live.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.http.SessionWatch.Why;
import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.room.Audience;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.testing.Behind;
import app.accord.testing.LiveMember;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("undisturbed")
class RoomsIT {
  private static Database database;
  private static LiveServer server;
  private TestCase house;

  @BeforeAll
  static void start() {
    database = TestPostgres.migratedDatabase();
    server = LiveServer.start(database.asApp(), LiveServer.limits(1_000), quick());
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
  void what_one_says_all_hear_in_one_order_after_it_was_kept() {
    try (var room = server.open(house)) {
      for (int i = 1; i <= 20; i++) {
        LiveMember who = room.all().get(i % 3);
        long number = who.done("Say", say("word " + i));
        assertThat(kept("Said")).as("kept when it is acknowledged").isEqualTo(i);
        assertThat(number).isEqualTo(who.number());
      }
      room.noor().awaitNumber(21);
      room.daniel().awaitNumber(21);
      assertThat(room.noor().stream()).isEqualTo(room.daniel().stream());
      assertThat(room.all()).allSatisfy(one -> assertThat(one.faults()).isEmpty());
    }
  }

  @Test
  void the_same_command_over_another_socket_or_server_gets_the_first_answer_and_has_one_effect() {
    try (var room = server.open(house);
        var second = LiveServer.start(database.asApp())) {
      UUID id = room.noor().act("Say", say("once"));
      long first = room.noor().answer(id).path("n").asLong();
      room.noor().done("Say", say("and another"));
      try (var page = server.join(house.room(), house.one());
          var elsewhere = second.join(house.room(), house.one())) {
        page.act(id, "Say", say("once"));
        assertThat(page.answer(id).path("n").asLong()).isEqualTo(first);
        elsewhere.act(id, "Say", say("once"));
        assertThat(elsewhere.answer(id).path("n").asLong()).isEqualTo(first);
      }
      assertThat(kept("Said")).isEqualTo(2);
    }
  }

  @Test
  void another_author_s_command_with_the_same_id_is_another_command() {
    try (var room = server.open(house)) {
      UUID id = room.noor().act("Say", say("mine"));
      room.noor().answer(id);
      room.daniel().act(id, "Say", say("yours"));
      assertThat(room.daniel().answer(id).path("t").asText()).isEqualTo("ack");
      assertThat(kept("Said")).isEqualTo(2);
    }
  }

  @Test
  void live_resumed_and_reloaded_from_memory_and_from_the_journal_are_the_same_bytes() {
    try (var room = server.open(house)) {
      // More than memory keeps, so that the journal has to be read; and some that only two can see.
      for (int i = 0; i < 320; i++) {
        LiveMember who = room.all().get(i % 3);
        who.act("Say", say("w\u00f6rter \\\"%d\\\" \ud83d\ude42 \\n".formatted(i)));
        if (i % 7 == 0) {
          room.noor().done("AskForHelp", "{}");
        }
      }
      for (LiveMember one : room.all()) {
        one.done("Say", say("last"));
      }
      long shared = room.daniel().number();
      room.noor().awaitNumber(shared + 46);
      for (LiveMember one : room.all()) {
        one.awaitNumber(count(one));
      }
      List<List<String>> live = room.all().stream().map(LiveMember::stream).toList();
      assertThat(live.get(1)).hasSize(live.get(2).size() + 46);
      var persons = List.of(house.therapist(), house.one(), house.two());
      try (var second = LiveServer.start(database.asApp())) {
        for (int i = 0; i < 3; i++) {
          for (LiveServer one : List.of(server, second)) {
            try (var reloaded = one.join(house.room(), persons.get(i))) {
              assertThat(reloaded.stream()).isEqualTo(live.get(i));
              for (long after : List.of(0L, 5L, reloaded.number() - 3, reloaded.number())) {
                assertThat(resumed(one, persons.get(i), after, reloaded.epoch()))
                    .isEqualTo(live.get(i).subList((int) after, live.get(i).size()));
              }
            }
          }
        }
      }
      assertThat(room.all()).allSatisfy(one -> assertThat(one.faults()).isEmpty());
    }
  }

  @Test
  void a_number_too_old_too_high_or_of_another_journal_gets_everything_anew() {
    try (var room = server.open(house)) {
      for (int i = 0; i < 3; i++) {
        room.noor().done("Say", say("word"));
      }
      LiveMember noor = room.noor();
      for (String query :
          List.of(
              "?after=4000&epoch=" + noor.epoch(),
              "?after=2&epoch=" + UUID.randomUUID(),
              "?after=2")) {
        noor.connect(query);
        assertThat(noor.await(frame -> frame.has("state")).path("state").path("events")).hasSize(4);
      }
      fill(1_100);
      noor.awaitNumber(1_104);
      noor.connect("?after=2&epoch=" + noor.epoch());
      assertThat(noor.await(frame -> frame.has("state")).path("n").asLong()).isGreaterThan(1_000);
    }
  }

  @Test
  void what_was_missed_comes_before_any_answer() {
    try (var room = server.open(house)) {
      LiveMember noor = room.noor();
      noor.leave();
      for (int i = 0; i < 300; i++) {
        room.daniel().act("Say", say("missed"));
      }
      room.daniel().done("Say", say("missed"));
      long head = room.daniel().number();
      UUID id = UUID.randomUUID();
      noor.again();
      noor.act(id, "Say", say("back"));
      noor.answer(id);
      var frames = noor.frames().stream().filter(f -> f.has("n") && !f.has("now")).toList();
      assertThat(frames.indexOf(noor.answer(id))).isGreaterThanOrEqualTo((int) head - 1);
      assertThat(noor.faults()).isEmpty();
      assertThat(noor.stream()).hasSize((int) noor.number());
    }
  }

  @Test
  void two_servers_racing_on_one_room_leave_every_number_once_and_tell_all() {
    try (var second = LiveServer.start(database.asApp(), LiveServer.limits(1_000), quick());
        var room = server.open(house);
        var elsewhere = second.join(house.room(), house.two())) {
      var ids = new ArrayList<UUID>();
      for (int i = 0; i < 60; i++) {
        ids.add(room.noor().act("Say", say("here " + i)));
        ids.add(elsewhere.act("Say", say("there " + i)));
      }
      for (int i = 0; i < ids.size(); i++) {
        LiveMember who = i % 2 == 0 ? room.noor() : elsewhere;
        assertThat(who.answer(ids.get(i)).path("t").asText()).isEqualTo("ack");
      }
      room.noor().awaitNumber(121);
      elsewhere.awaitNumber(121);
      room.daniel().awaitNumber(121);
      assertThat(elsewhere.stream()).isEqualTo(room.noor().stream());
      assertThat(room.daniel().stream()).isEqualTo(room.noor().stream());
      assertThat(kept("Said")).isEqualTo(120);
      assertThat(
              Behind.read(
                  database,
                  "select max(seq) = count(*) from accord.room_event where room_id = '%s'"
                      .formatted(house.room())))
          .containsExactly("t");
      assertThat(room.noor().faults()).isEmpty();
      assertThat(elsewhere.faults()).isEmpty();
    }
  }

  @Test
  void what_another_server_wrote_is_heard_without_an_act_here() {
    try (var second = LiveServer.start(database.asApp());
        var room = server.open(house);
        var elsewhere = second.join(house.room(), house.two())) {
      elsewhere.done("Say", say("from there"));
      long number = elsewhere.number();
      room.noor().awaitNumber(number);
      assertThat(room.noor().stream().getLast()).contains("from there");
    }
  }

  @Test
  void whoever_lost_the_seat_is_out_and_the_others_stay() {
    try (var room = server.open(house)) {
      room.noor().done("Say", say("before"));
      endSeat(0);
      server.rooms.lookAgain(house.room());
      assertThat(room.noor().awaitClose()).isEqualTo(4503);
      assertThat(room.daniel().isOpen()).isTrue();
      assertThat(LiveMember.knock(server.live(house.room()), LiveServer.as(house.one())))
          .isEqualTo(404);
      room.daniel().done("Say", say("after"));
    }
  }

  @Test
  void a_seat_that_ended_is_noticed_also_when_nobody_says_so() {
    try (var room = server.open(house)) {
      endSeat(0);
      assertThat(room.noor().awaitClose()).isEqualTo(4503);
    }
  }

  @Test
  void a_command_of_an_ended_seat_is_not_done() {
    try (var slow = LiveServer.start(database.asApp());
        var room = slow.open(house)) {
      room.noor().done("Say", say("before"));
      endSeat(0);
      room.noor().act("Say", say("after"));
      assertThat(room.noor().awaitClose()).isEqualTo(4503);
      assertThat(kept("Said")).isEqualTo(1);
      room.daniel().done("Say", say("goes on"));
    }
  }

  @Test
  void at_the_door_each_knows_of_themselves_only_and_inside_of_all() {
    try (var marta = server.join(house.room(), house.therapist());
        var noor = server.join(house.room(), house.one());
        var daniel = server.join(house.room(), house.two())) {
      marta.await(frame -> here(frame, "partner-1") && here(frame, "partner-2"));
      assertThat(noor.frames().getFirst().path("members")).hasSize(1);
      assertThat(daniel.frames().getFirst().path("members")).hasSize(1);
      marta.done("OpenRoom", "{}");
      noor.await(frame -> here(frame, "partner-2") && here(frame, "therapist"));
      assertThat(
              noor.frames().stream()
                  .filter(frame -> frame.path("t").asText().equals("presence"))
                  .findFirst()
                  .orElseThrow()
                  .path("members"))
          .as("the first that it was shown")
          .hasSize(3);
      daniel.leave();
      noor.await(frame -> frame.path("t").asText().equals("presence") && away(frame, "partner-2"));
    }
  }

  @Test
  void a_line_found_again_within_a_moment_is_no_leaving() {
    try (var usual = LiveServer.start(database.asApp());
        var room = usual.open(house)) {
      room.noor().await(frame -> here(frame, "partner-2"));
      int before = room.noor().frames().size();
      room.daniel().leave();
      room.daniel().again();
      room.noor().done("Say", say("all the time"));
      assertThat(room.noor().frames().stream().skip(before))
          .noneMatch(frame -> away(frame, "partner-2"));
    }
  }

  @Test
  void who_was_there_is_journaled_once_for_each_seat() {
    try (var room = server.open(house)) {
      try (var page = server.join(house.room(), house.one())) {
        page.done("Say", say("from another page"));
      }
      room.noor().leave();
      room.daniel().await(frame -> away(frame, "partner-1"));
      room.noor().again();
      room.noor().done("Say", say("again"));
      assertThat(kept("Attended")).isEqualTo(3);
    }
  }

  @Test
  void a_room_that_nobody_is_in_leaves_memory_and_comes_back_as_it_was() {
    List<String> before;
    try (var room = server.open(house)) {
      room.noor().done("Say", say("kept"));
      before = room.noor().stream();
    }
    eventually(() -> server.rooms.loaded() == 0);
    try (var noor = server.join(house.room(), house.one())) {
      assertThat(noor.stream()).isEqualTo(before);
    }
  }

  @Test
  void a_session_that_nobody_closes_is_closed_by_the_room() {
    try (var forgetful =
            LiveServer.start(
                database.asApp(),
                LiveServer.USUAL,
                times(Duration.ofMillis(300), Duration.ofSeconds(1)));
        var room = forgetful.open(house)) {
      room.noor().done("Say", say("good night"));
      room.leave();
      eventually(() -> kept("RoomClosed") == 1);
      assertThat(
              Behind.read(
                  database,
                  "select by_seat is null and author is null from accord.room_event where room_id = '%s' and type = 'RoomClosed'"
                      .formatted(house.room())))
          .containsExactly("t");
    }
  }

  @Test
  void a_room_of_5000_events_opens_in_time() {
    try (var room = server.open(house)) {
      room.noor().done("Say", say("first"));
    }
    fill(5_000);
    try (var second = LiveServer.start(database.asApp())) {
      long before = System.nanoTime();
      try (var noor = second.join(house.room(), house.one())) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        System.out.printf("a room of 5,000 events opened in %d ms%n", millis);
        before = System.nanoTime();
        try (var daniel = second.join(house.room(), house.two())) {
          millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
          System.out.printf("and for one more in %d ms%n", millis);
          assertThat(daniel.number()).isGreaterThan(5_000);
        }
        assertThat(noor.number()).isGreaterThan(5_000);
        assertThat(noor.stream()).hasSize((int) noor.number());
        assertThat(millis).isLessThan(10_000);
      }
    }
  }

  @Test
  void a_room_with_an_event_of_unknown_type_stops_and_no_other_does() {
    var other = TestCase.in(database);
    try (var fine = server.open(other);
        var room = server.open(house)) {
      room.noor().done("Say", say("before"));
      Behind.run(
          database,
          """
          insert into accord.room_event (room_id, seq, at, audience, type, facts)
            values ('%1$s', (select seq + 1 from accord.room_head where room_id = '%1$s'), now(), 67, 'Unheard', '{}');
          update accord.room_head set seq = seq + 1,
            n = array(select c + (67 >> (i::int - 1) & 1) from unnest(n) with ordinality u (c, i))
            where room_id = '%1$s'\
          """
              .formatted(house.room()));
      assertThat(room.noor().awaitClose()).isEqualTo(4505);
      fine.noor().done("Say", say("unharmed"));
    }
  }

  @Test
  void followers_hear_of_every_commit() {
    try (var room = server.open(house)) {
      room.noor().done("Say", say("for the record %s".formatted(house.room())));
      eventually(
          () ->
              server.followed.stream()
                  .anyMatch(
                      entry ->
                          entry.event() instanceof RoomEvent.Said said
                              && said.text().contains(house.room().toString())));
    }
  }

  @Test
  void a_server_that_goes_down_finishes_what_was_asked_and_says_come_back() {
    var leaving = LiveServer.start(database.asApp());
    try (var room = leaving.open(house)) {
      var ids =
          IntStream.range(0, 20).mapToObj(i -> room.noor().act("Say", say("w " + i))).toList();
      room.noor().answer(ids.getFirst());
      LiveServer.wait(leaving.rooms.close());
      assertThat(room.noor().awaitClose()).isEqualTo(4412);
      assertThat(room.daniel().awaitClose()).isEqualTo(4412);
      long acked = ids.stream().filter(id -> acked(room.noor(), id)).count();
      assertThat(kept("Said")).isEqualTo(acked);
      assertThat(LiveMember.knock(leaving.live(house.room()), LiveServer.as(house.one())))
          .isEqualTo(503);
    }
    leaving.close();
  }

  @Test
  void a_session_that_ends_takes_its_sockets_along_and_no_others() {
    try (var room = server.open(house)) {
      server.sessions.end(house.one(), Why.SIGNED_OUT);
      assertThat(room.noor().awaitClose()).isEqualTo(4501);
      server.sessions.end(house.two(), Why.LOCKED);
      assertThat(room.daniel().awaitClose()).isEqualTo(4504);
      assertThat(room.marta().isOpen()).isTrue();
      eventually(() -> server.sessions.watching(house.one()) == 0);
    }
  }

  private List<String> resumed(LiveServer at, PersonId person, long after, String epoch) {
    try (var member =
        LiveMember.resume(at.live(house.room()), LiveServer.as(person), after, epoch)) {
      JsonNode welcome = member.frames().getFirst();
      assertThat(welcome.has("state")).isFalse();
      member.awaitNumber(welcome.path("n").asLong());
      assertThat(member.faults()).isEmpty();
      return member.stream();
    }
  }

  private static boolean acked(LiveMember member, UUID id) {
    return member.frames().stream()
        .anyMatch(
            frame ->
                frame.path("t").asText().equals("ack")
                    && frame.path("id").asText().equals(id.toString()));
  }

  private static boolean here(JsonNode frame, String seat) {
    return frameTells(frame, seat, true);
  }

  private static boolean away(JsonNode frame, String seat) {
    return frameTells(frame, seat, false);
  }

  private static boolean frameTells(JsonNode frame, String seat, boolean here) {
    for (JsonNode member : frame.path("members")) {
      if (member.path("seat").asText().equals(seat) && member.path("here").asBoolean() == here) {
        return true;
      }
    }
    return false;
  }

  private void endSeat(int seat) {
    Behind.run(
        database,
        "update accord.seat_holder set until = now(), until_seq = 1 where room_id = '%s' and seat = %d"
            .formatted(house.room(), seat));
  }

  /** Many events behind everybody's back, of another server as it were. */
  private void fill(int count) {
    long seq = LiveServer.wait(server.journal.head(house.room())).seq();
    var all = Audience.of(Seat.PARTNER_1, Seat.PARTNER_2, Seat.THERAPIST);
    var entries =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Journal.Entry(
                        Instant.parse("2026-05-14T14:05:00Z"),
                        Seat.PARTNER_1,
                        Seat.PARTNER_1,
                        house.one(),
                        new CommandId(UUID.randomUUID()),
                        all,
                        new RoomEvent.Said("number " + i)))
            .toList();
    assertThat(
            LiveServer.wait(server.journal.append(new Journal.Batch(house.room(), seq, entries))))
        .isInstanceOf(Journal.Appended.Committed.class);
  }

  /** How many events this member's seat has. */
  private long count(LiveMember member) {
    Seat seat = Seat.of(member.frames().getFirst().path("you").asText());
    return LiveServer.wait(server.journal.head(house.room())).counts().get(seat.bit());
  }

  private static String say(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private long kept(String type) {
    return Long.parseLong(
        Behind.read(
                database,
                "select count(*) from accord.room_event where room_id = '%s' and type = '%s'"
                    .formatted(house.room(), type))
            .getFirst());
  }

  private static Times quick() {
    return times(Duration.ofMillis(300), Duration.ofMinutes(60));
  }

  private static Times times(Duration rest, Duration alone) {
    return new Times(
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(7),
        Duration.ofMillis(300),
        rest,
        Duration.ofMillis(500),
        alone);
  }
}
