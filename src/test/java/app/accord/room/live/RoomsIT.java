package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.LiveMember;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomsIT {
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
  void what_one_says_all_hear_in_one_order_after_it_was_kept() {
    try (var room = server.open(house)) {
      for (int i = 0; i < 20; i++) {
        LiveMember who = room.all().get(i % 3);
        long number = who.done("Say", say("word " + i));
        assertThat(number).isEqualTo(who.number());
      }
      assertThat(kept("Said")).isEqualTo(20);
      room.noor().awaitNumber(21);
      room.daniel().awaitNumber(21);
      assertThat(room.noor().stream()).isEqualTo(room.daniel().stream());
      assertThat(room.all()).allSatisfy(one -> assertThat(one.faults()).isEmpty());
    }
  }

  @Test
  void the_same_command_over_another_socket_gets_the_first_answer_and_has_one_effect() {
    try (var room = server.open(house)) {
      UUID id = room.noor().act("Say", say("once"));
      long first = room.noor().answer(id).path("n").asLong();
      room.noor().done("Say", say("and another"));
      try (var other = server.join(house.room(), house.one())) {
        other.act(id, "Say", say("once"));
        assertThat(other.answer(id).path("n").asLong()).isEqualTo(first);
        room.noor().act(id, "Say", say("once"));
      }
      assertThat(kept("Said")).isEqualTo(2);
    }
  }

  private String say(String text) {
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
}
