package app.accord.message;

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
class MessagesIT {
  private static final String CANARY = "CANARY-message-77";
  private static Database database;
  private static Operations operations;
  private TestCase house;
  private String couple;

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
  }

  @Test
  void what_a_partner_writes_to_the_therapist_reaches_the_two_and_nobody_else() {
    PersonId co = house.coTherapist(database);
    write(house.one(), "partner-1", CANARY);
    assertThat(mine(house.one()).texts("text")).containsExactly(CANARY);
    assertThat(ofCouple(house.therapist()).texts("text")).containsExactly(CANARY);
    assertThat(mine(house.two()).body().toString()).doesNotContain(CANARY, "partner-1\",\"open");
    assertThat(mine(house.two()).texts("thread")).containsExactly("partner-2", "all");
    assertThat(ofCouple(co).texts("thread")).containsExactly("all");
    assertThat(ofCouple(co).texts("text")).isEmpty();
  }

  @Test
  void the_therapist_answers_in_one_s_thread_and_the_other_s_stays_as_it_was() {
    Answer before = mine(house.two());
    answerIn("partner-1", CANARY);
    assertThat(mine(house.one()).texts("text")).containsExactly(CANARY);
    assertThat(mine(house.one()).texts("by")).containsExactly("therapist");
    assertThat(mine(house.two()).at("/threads")).isEqualTo(before.at("/threads"));
  }

  @Test
  void the_thread_of_all_is_read_by_all() {
    PersonId co = house.coTherapist(database);
    write(house.one(), "all", "once we laughed about it");
    for (Answer read : List.of(mine(house.one()), mine(house.two()), ofCouple(co))) {
      assertThat(read.texts("text")).containsExactly("once we laughed about it");
    }
  }

  @Test
  void a_partner_has_no_other_thread_than_the_own_and_that_of_all() {
    assertThat(write(house.one(), "partner-2", CANARY).status()).isEqualTo(404);
    assertThat(write(house.one(), "partner-3", CANARY).status()).isEqualTo(404);
    assertThat(draft(house.one(), "partner-2", CANARY).status()).isEqualTo(404);
    assertThat(ofCouple(house.therapist()).texts("text")).isEmpty();
  }

  @Test
  void without_secrets_there_is_no_thread_between_two_and_the_server_refuses_it() {
    policy("no-secrets");
    assertThat(mine(house.one()).texts("thread")).containsExactly("all");
    assertThat(ofCouple(house.therapist()).texts("thread")).containsExactly("all");
    assertThat(write(house.one(), "partner-1", CANARY).status()).isEqualTo(404);
    assertThat(answerIn("partner-1", CANARY).status()).isEqualTo(404);
    assertThat(draft(house.one(), "partner-1", CANARY).status()).isEqualTo(404);
    assertThat(write(house.one(), "all", "to all").status()).isEqualTo(201);
  }

  @Test
  void what_was_written_before_a_policy_without_secrets_stays_readable_and_nothing_is_added() {
    write(house.one(), "partner-1", CANARY);
    policy("no-secrets");
    Answer read = mine(house.one());
    assertThat(read.texts("text")).containsExactly(CANARY);
    assertThat(read.at("/threads/0/open").asBoolean()).isFalse();
    assertThat(mine(house.two()).texts("thread")).containsExactly("all");
  }

  @Test
  void sent_twice_is_one_message_with_the_first_answer() {
    String id = UUID.randomUUID().toString();
    Answer first = send(house.one(), "partner-1", id, "once");
    Answer second = send(house.one(), "partner-1", id, "once");
    assertThat(second).isEqualTo(first);
    assertThat(mine(house.one()).texts("text")).containsExactly("once");
  }

  @Test
  void an_id_that_another_message_has_is_refused_and_tells_nothing_of_it() {
    String id = UUID.randomUUID().toString();
    send(house.one(), "partner-1", id, CANARY);
    Answer refused = send(house.two(), "partner-2", id, "mine");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().toString()).doesNotContain(CANARY);
    assertThat(mine(house.two()).texts("text")).isEmpty();
  }

  @Test
  void whoever_comes_later_reads_what_is_written_from_then_on() {
    write(house.one(), "all", "before");
    PersonId co = house.coTherapist(database);
    write(house.two(), "all", "after");
    assertThat(ofCouple(co).texts("text")).containsExactly("after");
  }

  @Test
  void a_therapist_who_takes_the_case_over_finds_empty_threads_between_two() {
    write(house.one(), "partner-1", CANARY);
    PersonId co = house.coTherapist(database);
    Behind.run(
        database,
        """
        update accord.case_seat set until = now() where couple_id = '%1$s' and seat in (6, 7);
        delete from accord.case_seat where couple_id = '%1$s' and seat = 7;
        insert into accord.case_seat (couple_id, seat, person_id) values ('%1$s', 6, '%2$s')\
        """
            .formatted(couple, co));
    assertThat(ofCouple(co).texts("thread")).containsExactly("partner-1", "partner-2", "all");
    assertThat(ofCouple(co).texts("text")).isEmpty();
    assertThat(ofCouple(house.therapist()).status()).isEqualTo(404);
    assertThat(mine(house.one()).texts("text")).containsExactly(CANARY);
  }

  @Test
  void new_is_what_the_therapist_has_not_looked_at_and_the_mark_is_hers_alone() {
    write(house.one(), "partner-1", "one");
    Answer partner = mine(house.one());
    Answer two = ofCouple(house.therapist());
    assertThat(two.at("/threads/0/unseen").asInt()).isEqualTo(1);
    see("partner-1", two.at("/threads/0/messages/0/id").asText());
    write(house.one(), "partner-1", "two");
    assertThat(ofCouple(house.therapist()).at("/threads/0/unseen").asInt()).isEqualTo(1);
    answerIn("partner-1", "mine is never new");
    assertThat(ofCouple(house.therapist()).at("/threads/0/unseen").asInt()).isEqualTo(1);
    assertThat(mine(house.one()).at("/threads/0/messages/0"))
        .isEqualTo(partner.at("/threads/0/messages/0"));
    assertThat(partner.body().toString()).doesNotContain("unseen", "seen", "read_at");
  }

  @Test
  void while_not_all_have_joined_there_is_no_thread_that_could_show_it() {
    Behind.run(
        database,
        "update accord.couple set state = 'invited' where couple_id = '%s'".formatted(couple));
    assertThat(mine(house.one()).at("/threads")).isEmpty();
    assertThat(mine(house.one()).texts("name")).doesNotContain("Daniel");
    assertThat(write(house.one(), "all", "here").status()).isEqualTo(404);
  }

  @Test
  void when_a_case_is_closed_its_threads_can_be_read_and_nothing_is_added() {
    write(house.one(), "partner-1", "before");
    Behind.run(
        database,
        "update accord.couple set state = 'closed' where couple_id = '%s'".formatted(couple));
    Answer refused = write(house.one(), "partner-1", "after");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/type").asText()).isEqualTo("/problems/thread-closed");
    assertThat(mine(house.one()).texts("text")).containsExactly("before");
  }

  @Test
  void a_thread_says_when_the_therapist_usually_reads() {
    assertThat(days(house.one()).status()).isEqualTo(404);
    assertThat(days(house.therapist()).status()).isEqualTo(204);
    assertThat(mine(house.two()).at("/reads").toString()).isEqualTo("[\"tuesday\",\"thursday\"]");
  }

  @Test
  void what_is_being_written_comes_back_to_its_author_alone_until_it_is_sent() {
    draft(house.one(), "partner-1", CANARY);
    draft(house.one(), "all", "to both");
    assertThat(operations.ask(house.one(), "getMessageDrafts").texts("field"))
        .containsExactly("partner-1", "all");
    assertThat(operations.ask(house.two(), "getMessageDrafts").body()).isEmpty();
    assertThat(operations.ask(house.therapist(), "getDraftsToCouple", "coupleId", couple).body())
        .isEmpty();
    operations.ask(house.one(), "deleteMessageDraft", "thread", "partner-1");
    assertThat(operations.ask(house.one(), "getMessageDrafts").texts("text"))
        .containsExactly("to both");
  }

  @Test
  void the_therapist_s_drafts_lie_apart_for_each_thread() {
    for (String thread : List.of("partner-1", "partner-2", "all")) {
      operations.send(
          house.therapist(),
          "putDraftToCouple",
          Operations.body().put("text", "to " + thread).toString(),
          "coupleId",
          couple,
          "thread",
          thread);
    }
    assertThat(
            operations
                .ask(house.therapist(), "getDraftsToCouple", "coupleId", couple)
                .texts("text"))
        .containsExactly("to partner-1", "to partner-2", "to all");
  }

  @Test
  void the_words_lie_in_no_column_in_clear_and_reading_and_writing_leave_a_trace() {
    Behind.run(database, "truncate accord.audit");
    write(house.one(), "partner-1", CANARY);
    draft(house.one(), "all", CANARY);
    mine(house.one());
    ofCouple(house.therapist());
    for (String table : List.of("message", "message_draft")) {
      assertThat(
              Behind.read(
                  database,
                  "select 1 from accord.%s t where position('%s' in t::text) > 0 or position('%s'::bytea in sealed) > 0"
                      .formatted(table, CANARY, CANARY)))
          .isEmpty();
    }
    assertThat(Behind.read(database, "select what from accord.audit order by audit_id"))
        .containsExactly("message.sent", "messages.read", "messages.read");
  }

  private void policy(String policy) {
    Behind.run(
        database,
        "update accord.couple set secrets = '%s' where couple_id = '%s'".formatted(policy, couple));
  }

  private Answer mine(PersonId who) {
    return operations.ask(who, "getMessages");
  }

  private Answer ofCouple(PersonId who) {
    return operations.ask(who, "getThreads", "coupleId", couple);
  }

  private Answer write(PersonId who, String thread, String text) {
    return send(who, thread, UUID.randomUUID().toString(), text);
  }

  private Answer send(PersonId who, String thread, String id, String text) {
    return operations.send(who, "sendMessage", body(thread, id, text));
  }

  private Answer answerIn(String thread, String text) {
    return operations.send(
        house.therapist(),
        "writeToCouple",
        body(thread, UUID.randomUUID().toString(), text),
        "coupleId",
        couple);
  }

  private static String body(String thread, String id, String text) {
    return Operations.body().put("id", id).put("thread", thread).put("text", text).toString();
  }

  private void see(String thread, String last) {
    operations.send(
        house.therapist(),
        "markSeen",
        Operations.body().put("last", last).toString(),
        "coupleId",
        couple,
        "thread",
        thread);
  }

  private Answer draft(PersonId who, String thread, String text) {
    return operations.send(
        who, "putMessageDraft", Operations.body().put("text", text).toString(), "thread", thread);
  }

  private static Answer days(PersonId who) {
    return operations.send(who, "sayReadingDays", "{\"days\":[\"tuesday\",\"thursday\"]}");
  }
}
