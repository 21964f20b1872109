package app.accord.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DraftsIT {
  private static final String CANARY = "CANARY-7f3a";
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private String room;

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
    room = house.room().toString();
  }

  @Test
  void what_was_typed_comes_back_to_its_author_and_to_nobody_else() {
    put("1.my-words.1", CANARY);
    Answer own = operations.ask(house.one(), "getDrafts", "roomId", room);
    assertThat(own.texts("field")).containsExactly("1.my-words.1");
    assertThat(own.texts("text")).containsExactly(CANARY);
    assertThat(operations.ask(house.two(), "getDrafts", "roomId", room).body()).isEmpty();
    assertThat(operations.ask(house.therapist(), "getDrafts", "roomId", room).body()).isEmpty();
  }

  @Test
  void the_later_of_two_devices_wins() {
    put("f", "from the phone");
    put("f", "from the desk");
    assertThat(operations.ask(house.one(), "getDrafts", "roomId", room).texts("text"))
        .containsExactly("from the desk");
  }

  @Test
  void both_partners_may_write_in_the_same_field() {
    put("f", "one's");
    operations.send(house.two(), "putDraft", "{\"text\":\"two's\"}", "roomId", room, "field", "f");
    assertThat(operations.ask(house.one(), "getDrafts", "roomId", room).texts("text"))
        .containsExactly("one's");
    assertThat(operations.ask(house.two(), "getDrafts", "roomId", room).texts("text"))
        .containsExactly("two's");
  }

  @Test
  void what_was_let_go_is_gone_and_letting_go_twice_is_fine() {
    put("f", "words");
    for (int i = 0; i < 2; i++) {
      assertThat(operations.ask(house.one(), "deleteDraft", "roomId", room, "field", "f").status())
          .isEqualTo(204);
    }
    assertThat(operations.ask(house.one(), "getDrafts", "roomId", room).body()).isEmpty();
  }

  @Test
  void nothing_of_the_words_is_in_the_table() {
    put("f", CANARY + " and more");
    assertThat(
            Behind.read(
                database,
                "select 1 from accord.draft d where position('%s' in d::text) > 0 or position('%s'::bytea in sealed) > 0"
                    .formatted(CANARY, CANARY)))
        .isEmpty();
    assertThat(Behind.read(database, "select length(sealed) from accord.draft")).isNotEmpty();
  }

  @Test
  void a_draft_copied_to_another_row_does_not_open_there() {
    put("f", CANARY);
    Behind.run(
        database,
        """
        insert into accord.draft (room_id, person_id, field, key_id, sealed)
        select room_id, person_id, 'g', key_id, sealed from accord.draft where room_id = '%s'\
        """
            .formatted(room));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> operations.ask(house.one(), "getDrafts", "roomId", room))
        .isInstanceOf(app.accord.seal.Broken.class);
  }

  @Test
  void the_longest_draft_that_the_contract_lets_in_is_kept_whole() {
    String long8000 = "語".repeat(8000);
    put("f", long8000);
    assertThat(operations.ask(house.one(), "getDrafts", "roomId", room).texts("text"))
        .containsExactly(long8000);
  }

  @Test
  void whoever_has_left_the_room_finds_and_leaves_nothing_there() {
    put("f", "words");
    Behind.run(
        database,
        "update accord.seat_holder set until = now(), until_seq = 0 where room_id = '%s' and person_id = '%s'"
            .formatted(room, house.one()));
    assertThat(operations.ask(house.one(), "getDrafts", "roomId", room).status()).isEqualTo(404);
    assertThat(put("f", "more").status()).isEqualTo(404);
  }

  private Answer put(String field, String text) {
    return operations.send(
        house.one(),
        "putDraft",
        Operations.body().put("text", text).toString(),
        "roomId",
        room,
        "field",
        field);
  }
}
