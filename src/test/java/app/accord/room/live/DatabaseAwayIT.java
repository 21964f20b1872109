package app.accord.room.live;

import static app.accord.room.live.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.db.Postgres;
import app.accord.testing.Behind;
import app.accord.testing.Line;
import app.accord.testing.LiveMember;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("undisturbed")
class DatabaseAwayIT {
  private static final long MOST_SECONDS = 8;
  private Database database;
  private Line line;
  private LiveServer server;
  private TestCase house;

  @BeforeEach
  void start() {
    database = TestPostgres.migratedDatabase();
    house = TestCase.in(database);
    Postgres real = database.asApp();
    line = Line.to(real.port());
    server =
        LiveServer.start(
            new Postgres(
                "localhost", line.port(), real.database(), real.user(), real.password(), false),
            LiveServer.limits(1_000),
            Times.USUAL);
  }

  @AfterEach
  void stop() {
    server.close();
    line.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_command_is_answered_in_time_and_all_goes_on_when_it_is_back(boolean silent) {
    try (var room = server.open(house)) {
      room.noor().done("Say", say("before"));
      if (silent) {
        line.silence();
      } else {
        line.cut();
      }
      long begun = System.nanoTime();
      var ids = new ArrayList<UUID>();
      for (int i = 0; i < 30; i++) {
        ids.add((i % 2 == 0 ? room.noor() : room.daniel()).act("Say", say("away " + i)));
      }
      for (int i = 0; i < 30; i++) {
        JsonNode answer = (i % 2 == 0 ? room.noor() : room.daniel()).answer(ids.get(i));
        assertThat(answer.path("problem").path("type").asText())
            .isIn("/problems/busy", "/problems/unknown");
      }
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      assertThat(seconds).isLessThan(MOST_SECONDS);
      assertThat(room.all()).allSatisfy(one -> assertThat(one.isOpen()).isTrue());
      assertThat(LiveMember.knock(server.live(house.room()), LiveServer.as(house.one())))
          .isEqualTo(503);

      line.mend();
      for (int i = 0; i < 30; i++) {
        again(i % 2 == 0 ? room.noor() : room.daniel(), ids.get(i), say("away " + i));
      }
      assertThat(kept()).isEqualTo(31);
      room.noor().awaitNumber(32);
      room.daniel().awaitNumber(32);
      assertThat(room.noor().stream()).isEqualTo(room.daniel().stream());
      assertThat(room.all()).allSatisfy(one -> assertThat(one.faults()).isEmpty());
      assertThat(room.all()).allSatisfy(one -> assertThat(one.isOpen()).isTrue());
    }
  }

  @Test
  void lines_that_break_in_the_middle_of_commits_lose_and_double_nothing() {
    try (var room = server.open(house)) {
      var ids = new ArrayList<UUID>();
      for (int round = 0; round < 6; round++) {
        for (int i = 0; i < 25; i++) {
          ids.add(room.noor().act("Say", say("r%d w%d".formatted(round, i))));
        }
        room.noor().answer(ids.get(round * 25));
        line.cut();
        line.mend();
      }
      for (int i = 0; i < ids.size(); i++) {
        again(room.noor(), ids.get(i), say("r%d w%d".formatted(i / 25, i % 25)));
      }
      assertThat(kept()).isEqualTo(150);
      long head = room.noor().number();
      eventually(() -> room.daniel().number() == head);
      assertThat(room.daniel().stream()).isEqualTo(room.noor().stream());
      assertThat(
              Behind.read(
                  database,
                  "select max(seq) = count(*) from accord.room_event where room_id = '%s'"
                      .formatted(house.room())))
          .containsExactly("t");
      assertThat(room.all()).allSatisfy(one -> assertThat(one.faults()).isEmpty());
    }
  }

  /** Sends it again until it is acknowledged, as a client does. */
  private static void again(LiveMember member, UUID id, String data) {
    eventually(
        () -> {
          if (acked(member.frames(), id)) {
            return true;
          }
          long before = answers(member, id);
          member.act(id, "Say", data);
          eventually(() -> answers(member, id) > before);
          return acked(member.frames(), id);
        });
  }

  private static long answers(LiveMember member, UUID id) {
    return member.frames().stream()
        .filter(frame -> frame.path("id").asText().equals(id.toString()))
        .count();
  }

  private static boolean acked(List<JsonNode> frames, UUID id) {
    return frames.stream()
        .anyMatch(
            frame ->
                frame.path("t").asText().equals("ack")
                    && frame.path("id").asText().equals(id.toString()));
  }

  private long kept() {
    return Long.parseLong(
        Behind.read(
                database,
                "select count(*) from accord.room_event where room_id = '%s' and type = 'Said'"
                    .formatted(house.room()))
            .getFirst());
  }

  private static String say(String text) {
    return "{\"text\":\"" + text + "\"}";
  }
}
