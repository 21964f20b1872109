package app.accord.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.Operations.Answer;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotesIT {
  private static final String CANARY = "CANARY-note-51";
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private String couple;
  private String id;

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
    couple = house.couple().toString();
    id = UUID.randomUUID().toString();
  }

  @Test
  void a_note_is_its_author_s_alone() {
    PersonId co = house.coTherapist(database);
    assertThat(put(house.therapist(), CANARY, 0).at("/version").asInt()).isEqualTo(1);
    assertThat(notes(house.therapist()).texts("text")).containsExactly(CANARY);
    assertThat(notes(co).body()).isEmpty();
    assertThat(put(co, "mine", 1).status()).isEqualTo(404);
    for (PersonId partner : List.of(house.one(), house.two())) {
      assertThat(notes(partner).status()).isEqualTo(404);
      assertThat(put(partner, "mine", 0).status()).isEqualTo(404);
    }
  }

  @Test
  void whoever_has_handed_the_case_over_reads_the_own_notes_no_more() {
    put(house.therapist(), CANARY, 0);
    Behind.run(
        database,
        "update accord.case_seat set until = now() where couple_id = '%s' and seat = 6"
            .formatted(couple));
    assertThat(notes(house.therapist()).status()).isEqualTo(404);
    assertThat(put(house.therapist(), "more", 1).status()).isEqualTo(404);
  }

  @Test
  void a_note_stays_editable_and_grows_by_versions() {
    put(house.therapist(), "short", 0);
    assertThat(put(house.therapist(), "longer", 1).at("/version").asInt()).isEqualTo(2);
    assertThat(notes(house.therapist()).texts("text")).containsExactly("longer");
  }

  @Test
  void the_same_words_sent_twice_are_one_writing() {
    put(house.therapist(), "once", 0);
    assertThat(put(house.therapist(), "once", 0).at("/version").asInt()).isEqualTo(1);
    put(house.therapist(), "twice", 1);
    assertThat(put(house.therapist(), "twice", 1).at("/version").asInt()).isEqualTo(2);
    assertThat(notes(house.therapist()).body()).hasSize(1);
  }

  @Test
  void of_two_pages_neither_writes_over_the_other_unseen() {
    put(house.therapist(), "from the desk", 0);
    put(house.therapist(), "from the desk, longer", 1);
    Answer late = put(house.therapist(), "from the laptop", 1);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/type").asText()).isEqualTo("/problems/changed-elsewhere");
    assertThat(notes(house.therapist()).texts("text")).containsExactly("from the desk, longer");
  }

  @Test
  void a_note_written_beside_a_room_says_so_and_a_foreign_room_is_none() {
    TestCase other = TestCase.in(database);
    putBeside(house.room().toString());
    id = UUID.randomUUID().toString();
    putBeside(other.room().toString());
    assertThat(notes(house.therapist()).texts("roomId")).containsExactly(house.room().toString());
  }

  @Test
  void what_is_torn_out_is_gone() {
    put(house.therapist(), CANARY, 0);
    assertThat(tearOut(house.one()).status()).isEqualTo(404);
    assertThat(tearOut(house.therapist()).status()).isEqualTo(204);
    assertThat(notes(house.therapist()).body()).isEmpty();
    assertThat(tearOut(house.therapist()).status()).isEqualTo(404);
  }

  @Test
  void the_words_lie_in_no_column_in_clear_and_only_the_reading_leaves_a_trace() {
    Behind.run(database, "truncate accord.audit");
    put(house.therapist(), CANARY, 0);
    notes(house.therapist());
    assertThat(
            Behind.read(
                database,
                "select 1 from accord.note n where position('%s' in n::text) > 0 or position('%s'::bytea in sealed) > 0"
                    .formatted(CANARY, CANARY)))
        .isEmpty();
    assertThat(Behind.read(database, "select what from accord.audit"))
        .containsExactly("notes.read");
  }

  @Test
  void emoji_right_to_left_words_and_stray_controls_come_back_as_they_can_be_shown() {
    put(house.therapist(), "שלום 👩‍👩‍👧\u0000\u0007 end", 0);
    assertThat(notes(house.therapist()).texts("text")).containsExactly("שלום 👩‍👩‍👧 end");
  }

  private Answer put(PersonId who, String text, int version) {
    return operations.send(
        who,
        "putNote",
        Operations.body().put("text", text).put("version", version).toString(),
        "coupleId",
        couple,
        "noteId",
        id);
  }

  private void putBeside(String room) {
    operations.send(
        house.therapist(),
        "putNote",
        Operations.body().put("text", "x").put("version", 0).put("roomId", room).toString(),
        "coupleId",
        couple,
        "noteId",
        id);
  }

  private Answer notes(PersonId who) {
    return operations.ask(who, "getNotes", "coupleId", couple);
  }

  private Answer tearOut(PersonId who) {
    return operations.ask(who, "deleteNote", "coupleId", couple, "noteId", id);
  }
}
