package app.accord.diary;

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
class DiariesIT {
  private static final String CANARY = "CANARY-journal-34";
  private static Database database;
  private static Operations operations;
  private TestCase house;
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
    id = UUID.randomUUID().toString();
  }

  @Test
  void a_page_is_its_author_s_alone() {
    assertThat(put(house.one(), CANARY, 0).at("/version").asInt()).isEqualTo(1);
    assertThat(mine(house.one()).texts("text")).containsExactly(CANARY);
    assertThat(mine(house.two()).at("/pages")).isEmpty();
    assertThat(shared(house.therapist()).body()).isEmpty();
    assertThat(put(house.two(), "mine", 1).status()).isEqualTo(404);
    assertThat(share(house.two(), 1).status()).isEqualTo(404);
    assertThat(tearOut(house.two()).status()).isEqualTo(404);
  }

  @Test
  void who_treats_and_who_runs_the_practice_keep_no_journal_here() {
    assertThat(mine(house.therapist()).status()).isEqualTo(404);
    assertThat(put(house.therapist(), "x", 0).status()).isEqualTo(404);
  }

  @Test
  void a_page_grows_by_versions_and_the_same_words_sent_twice_are_one_writing() {
    put(house.one(), "short", 0);
    put(house.one(), "longer", 1);
    assertThat(put(house.one(), "longer", 1).at("/version").asInt()).isEqualTo(2);
    assertThat(put(house.one(), "from the phone", 1).status()).isEqualTo(409);
    assertThat(mine(house.one()).texts("text")).containsExactly("longer");
  }

  @Test
  void a_shared_page_is_read_by_the_therapist_and_by_nobody_else() {
    PersonId co = house.coTherapist(database);
    put(house.one(), CANARY, 0);
    Answer two = mine(house.two());
    assertThat(share(house.one(), 1).status()).isEqualTo(204);
    assertThat(shared(house.therapist()).texts("text")).containsExactly(CANARY);
    assertThat(shared(house.therapist()).texts("by")).containsExactly("partner-1");
    assertThat(shared(co).body()).isEmpty();
    assertThat(shared(house.two()).status()).isEqualTo(404);
    assertThat(mine(house.two()).at("/pages")).isEqualTo(two.at("/pages"));
    assertThat(mine(house.one()).at("/pages/0/sharedAt").isTextual()).isTrue();
  }

  @Test
  void what_is_written_after_sharing_stays_with_its_author() {
    put(house.one(), "as it was", 0);
    share(house.one(), 1);
    put(house.one(), CANARY, 1);
    assertThat(shared(house.therapist()).texts("text")).containsExactly("as it was");
  }

  @Test
  void a_page_is_shared_only_as_its_author_has_it_before_them() {
    put(house.one(), "short", 0);
    put(house.one(), CANARY, 1);
    assertThat(share(house.one(), 1).status()).isEqualTo(409);
    assertThat(shared(house.therapist()).body()).isEmpty();
  }

  @Test
  void taken_back_it_is_unreadable_at_once_and_may_be_shared_anew() {
    put(house.one(), CANARY, 0);
    share(house.one(), 1);
    assertThat(takeBack(house.two()).status()).isEqualTo(404);
    assertThat(takeBack(house.one()).status()).isEqualTo(204);
    assertThat(shared(house.therapist()).body()).isEmpty();
    assertThat(
            Behind.read(database, "select 1 from accord.diary_share where page_id = '" + id + "'"))
        .isEmpty();
    assertThat(takeBack(house.one()).status()).isEqualTo(204);
    assertThat(share(house.one(), 1).status()).isEqualTo(204);
    assertThat(shared(house.therapist()).texts("text")).containsExactly(CANARY);
  }

  @Test
  void a_page_that_is_torn_out_takes_its_copy_along() {
    put(house.one(), CANARY, 0);
    share(house.one(), 1);
    assertThat(tearOut(house.one()).status()).isEqualTo(204);
    assertThat(shared(house.therapist()).body()).isEmpty();
    assertThat(mine(house.one()).at("/pages")).isEmpty();
  }

  @Test
  void without_secrets_nothing_can_be_shared_and_the_page_does_not_offer_it() {
    Behind.run(
        database,
        "update accord.couple set secrets = 'no-secrets' where couple_id = '%s'"
            .formatted(house.couple()));
    put(house.one(), CANARY, 0);
    assertThat(mine(house.one()).at("/shareWith").isMissingNode()).isTrue();
    assertThat(share(house.one(), 1).status()).isEqualTo(409);
    assertThat(shared(house.therapist()).body()).isEmpty();
  }

  @Test
  void whoever_takes_the_case_over_reads_no_page_that_another_was_given() {
    put(house.one(), CANARY, 0);
    share(house.one(), 1);
    PersonId co = house.coTherapist(database);
    Behind.run(
        database,
        """
        update accord.case_seat set until = now() where couple_id = '%1$s' and seat in (6, 7);
        delete from accord.case_seat where couple_id = '%1$s' and seat = 7;
        insert into accord.case_seat (couple_id, seat, person_id) values ('%1$s', 6, '%2$s')\
        """
            .formatted(house.couple(), co));
    assertThat(shared(co).body()).isEmpty();
    assertThat(shared(house.therapist()).status()).isEqualTo(404);
  }

  @Test
  void whoever_has_left_keeps_the_own_pages() {
    put(house.one(), CANARY, 0);
    Behind.run(
        database,
        "update accord.case_seat set until = now() where person_id = '%s'".formatted(house.one()));
    assertThat(mine(house.one()).texts("text")).containsExactly(CANARY);
    assertThat(mine(house.one()).at("/shareWith").isMissingNode()).isTrue();
  }

  @Test
  void the_words_lie_in_no_column_in_clear_nor_does_the_copy_open_with_the_page_s_key() {
    put(house.one(), CANARY, 0);
    share(house.one(), 1);
    for (String table : List.of("diary_page", "diary_share")) {
      assertThat(
              Behind.read(
                  database,
                  "select 1 from accord.%s t where position('%s' in t::text) > 0 or position('%s'::bytea in sealed) > 0"
                      .formatted(table, CANARY, CANARY)))
          .isEmpty();
    }
    assertThat(
            Behind.read(
                database,
                """
                select k.owner_kind from accord.data_key k join
                  (select key_id from accord.diary_page where page_id = '%1$s'
                   union all select key_id from accord.diary_share where page_id = '%1$s') t using (key_id) order by 1\
                """
                    .formatted(id)))
        .containsExactly("person", "told");
  }

  private Answer put(PersonId who, String text, int version) {
    return operations.send(
        who,
        "putPage",
        Operations.body().put("text", text).put("version", version).toString(),
        "pageId",
        id);
  }

  private Answer share(PersonId who, int version) {
    return operations.send(
        who, "sharePage", Operations.body().put("version", version).toString(), "pageId", id);
  }

  private Answer takeBack(PersonId who) {
    return operations.ask(who, "takePageBack", "pageId", id);
  }

  private Answer tearOut(PersonId who) {
    return operations.ask(who, "deletePage", "pageId", id);
  }

  private Answer mine(PersonId who) {
    return operations.ask(who, "getJournal");
  }

  private Answer shared(PersonId who) {
    return operations.ask(who, "getSharedPages", "coupleId", house.couple().toString());
  }
}
