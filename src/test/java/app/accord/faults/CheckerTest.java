package app.accord.faults;

import static app.accord.room.Seat.PARTNER_1;
import static app.accord.room.Seat.PARTNER_2;
import static app.accord.room.Seat.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.faults.Evidence.Delivered;
import app.accord.faults.Evidence.Memory;
import app.accord.faults.Evidence.Outcome;
import app.accord.faults.Evidence.Row;
import app.accord.faults.Evidence.Sent;
import app.accord.room.Audience;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing, unless it finds what was planted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckerTest {
  private static final Audience ALL = Audience.of(PARTNER_1, PARTNER_2, THERAPIST);
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECRET = new UUID(0, 2);
  private static final UUID LAST = new UUID(0, 3);

  private final List<Row> journal =
      new ArrayList<>(
          List.of(
              new Row(1, ALL, null, null, "door"),
              new Row(2, ALL, PARTNER_1, FIRST, "hello"),
              new Row(3, Audience.of(PARTNER_1), PARTNER_1, SECRET, "card"),
              new Row(4, ALL, PARTNER_1, LAST, "bye")));
  private final List<Delivered> noors =
      new ArrayList<>(
          List.of(
              new Delivered(1, "door"),
              new Delivered(2, "hello"),
              new Delivered(3, "card"),
              new Delivered(4, "bye")));
  private final List<Delivered> daniels =
      new ArrayList<>(
          List.of(new Delivered(1, "door"), new Delivered(2, "hello"), new Delivered(3, "bye")));
  private final List<Sent> sent =
      new ArrayList<>(List.of(acked(FIRST, 2), acked(SECRET, 3), acked(LAST, 4)));

  @Test
  void a_sound_room_has_no_fault() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_confirmed_command_that_is_not_there_is_found() {
    sent.add(acked(new UUID(0, 9), 4));
    assertThat(faults()).singleElement().asString().contains("a confirmed command is lost");
  }

  @Test
  void a_command_without_an_answer_may_be_there_or_not() {
    sent.set(1, new Sent(SECRET, new Outcome.Unknown()));
    sent.add(new Sent(new UUID(0, 9), new Outcome.Unknown()));
    assertThat(faults()).isEmpty();
  }

  @Test
  void a_refused_command_that_was_done_is_found() {
    sent.set(1, new Sent(SECRET, new Outcome.Refused()));
    assertThat(faults()).singleElement().asString().contains("a refused command was done");
  }

  @Test
  void a_command_that_was_done_twice_is_found() {
    journal.add(new Row(5, ALL, PARTNER_1, FIRST, "hello again"));
    noors.add(new Delivered(5, "hello again"));
    daniels.add(new Delivered(4, "hello again"));
    assertThat(faults()).singleElement().asString().contains("2 times");
  }

  @Test
  void commands_done_in_another_order_are_found() {
    sent.add(sent.removeFirst());
    assertThat(faults()).singleElement().asString().contains("sent earlier");
  }

  @Test
  void a_command_that_nobody_sent_is_found() {
    sent.removeLast();
    assertThat(faults()).singleElement().asString().contains("nobody sent");
  }

  @Test
  void an_answer_that_names_too_early_an_event_is_found() {
    sent.set(2, acked(LAST, 3));
    assertThat(faults()).singleElement().asString().contains("number of an earlier event");
  }

  @Test
  void a_gap_in_the_journal_is_found() {
    journal.set(3, new Row(5, ALL, PARTNER_1, LAST, "bye"));
    assertThat(faults()).singleElement().asString().contains("5 where 4 belongs");
  }

  @Test
  void an_event_that_did_not_come_is_found() {
    daniels.remove(1);
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void a_last_event_that_did_not_come_is_found() {
    daniels.removeLast();
    assertThat(faults()).singleElement().asString().contains("ends with 2 of 3");
  }

  @Test
  void an_event_that_came_twice_is_found() {
    daniels.add(new Delivered(3, "bye"));
    assertThat(faults()).singleElement().asString().contains("got number 3 where 4 belongs");
  }

  @Test
  void an_event_that_came_twice_under_a_new_number_is_found() {
    daniels.add(new Delivered(4, "bye"));
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void events_in_another_order_are_found() {
    daniels.set(1, new Delivered(2, "bye"));
    daniels.set(2, new Delivered(3, "hello"));
    assertThat(faults()).hasSize(2).allSatisfy(one -> assertThat(one).contains("another event"));
  }

  @Test
  void what_another_alone_may_read_is_found() {
    daniels.add(new Delivered(4, "card"));
    assertThat(faults()).anySatisfy(one -> assertThat(one).contains("not in the journal for this"));
  }

  @Test
  void what_was_told_and_not_kept_is_found() {
    noors.add(new Delivered(5, "ghost"));
    assertThat(faults()).anySatisfy(one -> assertThat(one).contains("not in the journal for this"));
  }

  private List<String> faults() {
    return Checker.check(
        new Evidence(
            journal,
            List.of(member(PARTNER_1, sent, noors), member(PARTNER_2, List.of(), daniels))));
  }

  private static Memory member(Seat seat, List<Sent> sent, List<Delivered> delivered) {
    return new Memory(seat, sent, delivered);
  }

  private static Sent acked(UUID id, long n) {
    return new Sent(id, new Outcome.Acked(n));
  }
}
