package app.accord.room.live;

import static app.accord.room.Seat.PARTNER_1;
import static app.accord.room.Seat.PARTNER_2;
import static app.accord.room.Seat.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Circumstances;
import app.accord.room.RoomCommand;
import app.accord.room.RoomEvent;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BatchTest {
  private static final Instant AT = Instant.parse("2026-05-14T14:05:00Z");
  private final RoomId room = new RoomId(Ids.random());
  private final Map<Seat, PersonId> holders = holders();
  private final Done done = new Done();

  @Test
  void each_is_decided_on_what_the_one_before_left_behind() {
    var batch =
        decide(
            ask(PARTNER_1, say("too early")),
            ask(THERAPIST, new RoomCommand.OpenRoom()),
            ask(PARTNER_1, say("now")));
    assertThat(batch.outcomes().get(0)).isInstanceOf(Batch.Refused.class);
    assertThat(batch.outcomes().get(1)).isInstanceOf(Batch.Acted.class);
    assertThat(batch.outcomes().get(2)).isInstanceOf(Batch.Acted.class);
    assertThat(batch.entries())
        .extracting(Entry::event)
        .containsExactly(new RoomEvent.DoorOpened(), new RoomEvent.Said("now"));
    assertThat(batch.state().isIn(PARTNER_1)).isTrue();
  }

  @Test
  void what_was_done_before_is_acknowledged_and_not_done_again() {
    var again = ask(THERAPIST, new RoomCommand.OpenRoom());
    done.add(again.key(), 12);
    var batch = decide(again);
    assertThat(batch.outcomes()).containsExactly(new Batch.Again(again, 12));
    assertThat(batch.entries()).isEmpty();
  }

  @Test
  void the_same_command_twice_in_a_batch_waits_for_the_fate_of_the_first() {
    var first = ask(THERAPIST, new RoomCommand.OpenRoom());
    var twin = Ask.of(doing(THERAPIST, first.key().id(), new RoomCommand.OpenRoom()), 0);
    var batch = decide(first, twin);
    assertThat(batch.outcomes()).hasSize(1);
    assertThat(batch.later()).containsExactly(twin);
  }

  @Test
  void who_does_not_hold_the_seat_any_more_does_nothing() {
    var late = ask(THERAPIST, new RoomCommand.OpenRoom());
    holders.put(THERAPIST, new PersonId(Ids.random()));
    assertThat(decide(late).outcomes().getFirst()).isInstanceOf(Batch.Refused.class);
  }

  @Test
  void a_bug_in_the_rules_costs_one_command_and_no_other() {
    Shelf broken =
        new Shelf() {
          @Override
          public Optional<Exercise> current(String id) {
            throw new IllegalStateException("a bug");
          }

          @Override
          public Optional<Exercise> byDigest(String digest) {
            throw new IllegalStateException("a bug");
          }
        };
    var batch =
        Batch.decide(
            RoomState.EMPTY,
            done,
            List.of(
                ask(THERAPIST, new RoomCommand.OpenRoom()),
                ask(THERAPIST, new RoomCommand.StartExercise("any", List.of(), true)),
                ask(PARTNER_1, say("unharmed"))),
            scene(broken));
    assertThat(batch.outcomes().get(1))
        .isInstanceOfSatisfying(
            Batch.Refused.class, it -> assertThat(it.why()).isEqualTo(Problems.INTERNAL));
    assertThat(batch.entries()).hasSize(2);
  }

  @Test
  void what_the_room_does_by_itself_has_no_author() {
    var batch =
        decide(
            ask(THERAPIST, new RoomCommand.OpenRoom()), Ask.byRoom(new RoomCommand.CloseRoom(), 0));
    Entry closed = batch.entries().getLast();
    assertThat(closed.event()).isEqualTo(new RoomEvent.RoomClosed());
    assertThat(closed.by()).isNull();
    assertThat(closed.author()).isNull();
    assertThat(closed.person()).isNull();
    assertThat(closed.command()).isNull();
  }

  private Batch decide(Ask... asks) {
    Shelf empty =
        new Shelf() {
          @Override
          public Optional<Exercise> current(String id) {
            return Optional.empty();
          }

          @Override
          public Optional<Exercise> byDigest(String digest) {
            return Optional.empty();
          }
        };
    return Batch.decide(RoomState.EMPTY, done, List.of(asks), scene(empty));
  }

  private Batch.Scene scene(Shelf shelf) {
    return new Batch.Scene(
        new Table(new CoupleId(Ids.random()), holders),
        new Table.Policy(Circumstances.Secrets.LIMITED, 2, ZoneOffset.UTC, null, false),
        Set.of(PARTNER_1, PARTNER_2, THERAPIST),
        AT,
        shelf);
  }

  private Ask ask(Seat seat, RoomCommand command) {
    return Ask.of(doing(seat, new CommandId(Ids.random()), command), 0);
  }

  private ToRoom.Do doing(Seat seat, CommandId id, RoomCommand command) {
    var place =
        new Place(
            seat,
            new CoupleId(Ids.random()),
            Map.of(),
            new Table.Policy(Circumstances.Secrets.LIMITED, 2, ZoneOffset.UTC, null, false),
            null);
    var member =
        new Member(
            place,
            holders.getOrDefault(seat, new PersonId(Ids.random())),
            new Outbox(new ReadsAll(), () -> 0),
            Runnable::run,
            0);
    return new ToRoom.Do(room, member, id, command);
  }

  private static RoomCommand say(String text) {
    return new RoomCommand.Say(text);
  }

  private static Map<Seat, PersonId> holders() {
    var all = new EnumMap<Seat, PersonId>(Seat.class);
    List.of(PARTNER_1, PARTNER_2, THERAPIST)
        .forEach(seat -> all.put(seat, new PersonId(Ids.random())));
    return all;
  }
}
