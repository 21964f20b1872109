package app.accord.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.PersonId;
import app.accord.room.PlayedSessions;
import app.accord.room.live.Journal;
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
class RecordsIT {
  private static final String CANARY = "CANARY-record-22";
  private static Database database;
  private static Operations operations;
  private TestCase house;

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
  }

  @Test
  void after_the_end_the_record_has_written_its_facts_itself() {
    assertThat(read(house.therapist()).status()).isEqualTo(404);
    playSession();
    Answer record = read(house.therapist());
    assertThat(record.at("/facts/exercises/0/title").asText()).isEqualTo("Trust or control");
    assertThat(record.at("/facts/exercises/0/opened/0/cards").asInt()).isEqualTo(11);
    assertThat(record.at("/facts/present").toString()).contains("Noor", "Daniel", "Marta");
    assertThat(record.at("/text").asText()).isEmpty();
    assertThat(record.at("/signed").isMissingNode()).isTrue();
    assertThat(read(house.therapist()).at("/facts")).isEqualTo(record.at("/facts"));
  }

  @Test
  void no_partner_has_it_and_a_co_therapist_only_once_it_is_signed() {
    PersonId co = house.coTherapist(database);
    playSession();
    for (PersonId who : List.of(house.one(), house.two(), co)) {
      assertThat(read(who).status()).isEqualTo(404);
      assertThat(save(who, "mine", 0).status()).isEqualTo(404);
      assertThat(sign(who, 0).status()).isEqualTo(404);
    }
    save(house.therapist(), CANARY, 0);
    sign(house.therapist(), 1);
    assertThat(read(co).at("/text").asText()).isEqualTo(CANARY);
    assertThat(read(co).at("/mayWrite").asBoolean()).isFalse();
    assertThat(add(co, UUID.randomUUID(), "mine").status()).isEqualTo(404);
    assertThat(read(house.one()).status()).isEqualTo(404);
  }

  @Test
  void the_therapist_s_words_are_kept_as_they_are_typed() {
    playSession();
    assertThat(save(house.therapist(), "short", 0).at("/version").asInt()).isEqualTo(1);
    assertThat(save(house.therapist(), "longer", 1).at("/version").asInt()).isEqualTo(2);
    assertThat(save(house.therapist(), "longer", 1).at("/version").asInt()).isEqualTo(2);
    assertThat(save(house.therapist(), "from the laptop", 1).status()).isEqualTo(409);
    assertThat(read(house.therapist()).at("/text").asText()).isEqualTo("longer");
  }

  @Test
  void what_is_signed_is_what_was_before_the_therapist_and_cannot_be_changed() {
    playSession();
    save(house.therapist(), "both stayed with one card", 0);
    Answer facts = read(house.therapist());
    assertThat(sign(house.therapist(), 0).status()).isEqualTo(409);
    assertThat(sign(house.therapist(), 1).status()).isEqualTo(204);
    Answer signed = read(house.therapist());
    assertThat(signed.at("/facts")).isEqualTo(facts.at("/facts"));
    assertThat(signed.at("/signed/by").asText()).isEqualTo("Marta Therapist");
    assertThat(signed.at("/signed/digest").asText()).matches("[0-9a-f]{64}");
    assertThat(save(house.therapist(), "other words", 1).status()).isEqualTo(409);
    assertThat(read(house.therapist())).isEqualTo(signed);
  }

  @Test
  void signed_twice_is_one_signature() {
    playSession();
    save(house.therapist(), "words", 0);
    sign(house.therapist(), 1);
    Answer first = read(house.therapist());
    assertThat(sign(house.therapist(), 1).status()).isEqualTo(204);
    assertThat(read(house.therapist())).isEqualTo(first);
    assertThat(sign(house.therapist(), 0).at("/type").asText())
        .isEqualTo("/problems/already-signed");
  }

  @Test
  void a_signed_record_stays_as_it_is_whatever_the_journal_or_a_name_says_later() {
    playSession();
    sign(house.therapist(), 0);
    Answer signed = read(house.therapist());
    Behind.run(
        database,
        """
        update accord.person set short_name = 'Nora' where person_id = '%s';
        delete from accord.words where room_id = '%s'\
        """
            .formatted(house.one(), house.room()));
    assertThat(read(house.therapist()).at("/facts")).isEqualTo(signed.at("/facts"));
  }

  @Test
  void bytes_that_are_not_what_was_signed_stop_loudly() {
    playSession();
    sign(house.therapist(), 0);
    Behind.run(
        database,
        "update accord.session_record set digest = sha256('other') where session_id = '%s'"
            .formatted(house.session()));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> read(house.therapist()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void while_the_end_can_be_taken_back_nothing_is_signed() {
    play(java.time.Instant.now());
    assertThat(sign(house.therapist(), 0).at("/type").asText())
        .isEqualTo("/problems/end-may-be-taken-back");
  }

  @Test
  void what_is_added_later_has_its_day_and_is_added_once() {
    playSession();
    UUID id = UUID.randomUUID();
    assertThat(add(house.therapist(), id, "too early").at("/type").asText())
        .isEqualTo("/problems/not-signed");
    sign(house.therapist(), 0);
    add(house.therapist(), id, "the day was moved");
    assertThat(add(house.therapist(), id, "the day was moved").status()).isEqualTo(204);
    Answer record = read(house.therapist());
    assertThat(record.at("/additions")).hasSize(1);
    assertThat(record.at("/additions/0/text").asText()).isEqualTo("the day was moved");
    assertThat(record.at("/additions/0/by").asText()).isEqualTo("Marta Therapist");
    assertThat(record.at("/additions/0/at").isTextual()).isTrue();
  }

  @Test
  void a_record_that_was_signed_before_bytes_were_kept_still_tells_its_facts() {
    playSession();
    Behind.run(
        database,
        "insert into accord.session_record (session_id, couple_id, signed_by, signed_at) values ('%s', '%s', '%s', now())"
            .formatted(house.session(), house.couple(), house.therapist()));
    Answer record = read(house.therapist());
    assertThat(record.at("/facts/exercises/0/title").asText()).isEqualTo("Trust or control");
    assertThat(record.at("/signed/by").asText()).isEqualTo("Marta Therapist");
    assertThat(record.at("/signed/digest").isMissingNode()).isTrue();
  }

  @Test
  void another_couple_s_session_is_none() {
    playSession();
    TestCase other = TestCase.in(database);
    assertThat(
            operations
                .ask(
                    house.therapist(),
                    "getRecord",
                    "coupleId",
                    house.couple().toString(),
                    "sessionId",
                    other.session().toString())
                .status())
        .isEqualTo(404);
    assertThat(read(other.therapist()).status()).isEqualTo(404);
  }

  @Test
  void the_words_lie_in_no_column_in_clear_and_each_act_leaves_its_trace() {
    playSession();
    Behind.run(database, "truncate accord.audit");
    save(house.therapist(), CANARY, 0);
    sign(house.therapist(), 1);
    add(house.therapist(), UUID.randomUUID(), CANARY);
    read(house.therapist());
    for (String table : List.of("record_words", "session_record", "record_addition")) {
      assertThat(
              Behind.read(
                  database,
                  "select 1 from accord.%s t where position('%s' in t::text) > 0 or position('%s'::bytea in sealed) > 0"
                      .formatted(table, CANARY, CANARY)))
          .isEmpty();
    }
    assertThat(Behind.read(database, "select what from accord.audit order by audit_id"))
        .containsExactly("record.signed", "record.added.to", "record.read");
  }

  private void playSession() {
    play(java.time.Instant.now().minusSeconds(7200));
  }

  /** The session of content.md 8, so that it ends then. */
  private void play(java.time.Instant endsAt) {
    List<Journal.Entry> entries =
        PlayedSessions.entries(PlayedSessions.trustOrControl(), house, endsAt);
    var batch = new Journal.Batch(house.room(), 0, entries);
    assertThat(Operations.await(operations.journal().append(batch)))
        .isInstanceOf(Journal.Appended.Committed.class);
  }

  private Answer read(PersonId who) {
    return operations.ask(who, "getRecord", path());
  }

  private Answer save(PersonId who, String text, int version) {
    return operations.send(
        who,
        "putRecordWords",
        Operations.body().put("text", text).put("version", version).toString(),
        path());
  }

  private Answer sign(PersonId who, int version) {
    return operations.send(
        who, "signRecord", Operations.body().put("version", version).toString(), path());
  }

  private Answer add(PersonId who, UUID id, String text) {
    return operations.send(
        who,
        "addToRecord",
        Operations.body().put("id", id.toString()).put("text", text).toString(),
        path());
  }

  private String[] path() {
    return new String[] {
      "coupleId", house.couple().toString(), "sessionId", house.session().toString()
    };
  }
}
