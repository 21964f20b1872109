package app.accord.room.live;

import static app.accord.room.Seat.PARTNER_1;
import static app.accord.room.Seat.PARTNER_2;
import static app.accord.room.Seat.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.accord.db.Db;
import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Appended;
import app.accord.room.live.Journal.Batch;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.Journal.Numbered;
import app.accord.seal.Broken;
import app.accord.seal.Seal;
import app.accord.testing.Behind;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("undisturbed")
class PgJournalIT {
  private static final Instant AT = Instant.parse("2026-05-14T14:05:00Z");
  private static final Audience ALL = Audience.of(PARTNER_1, PARTNER_2, THERAPIST);
  private static Database database;
  private static Vertx vertx;
  private static Db db;
  private static PgJournal journal;
  private TestCase house;
  private RoomId room;

  @BeforeAll
  static void connect() {
    database = TestPostgres.migratedDatabase();
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    db = Db.of(vertx, database.asApp(), 4);
    journal = new PgJournal(vertx, db, new Seal(db, new byte[32]));
  }

  @AfterAll
  static void close() {
    wait(db.close());
    wait(vertx.close());
  }

  @BeforeEach
  void arrange() {
    house = TestCase.in(database);
    room = house.room();
  }

  @Test
  void the_database_is_fit_to_keep_what_is_confirmed() {
    assertThat(wait(db.faults())).isEmpty();
  }

  @Test
  void what_was_appended_is_loaded_as_it_was() {
    var entries =
        List.of(
            entry(THERAPIST, ALL, new RoomEvent.DoorOpened()),
            entry(PARTNER_1, Audience.of(PARTNER_1), said("only mine")),
            entry(PARTNER_1, Audience.of(PARTNER_1, THERAPIST), said("for her")),
            entry(PARTNER_2, ALL, said("for all")),
            entry(THERAPIST, Audience.of(THERAPIST), said("a note")));
    var appended = append(0, entries);
    assertThat(appended).isInstanceOf(Appended.Committed.class);
    var loaded = wait(journal.load(room));
    assertThat(loaded.entries()).isEqualTo(entries);
    assertThat(loaded.head()).isEqualTo(((Appended.Committed) appended).head());
    assertThat(loaded.head().seq()).isEqualTo(5);
    assertThat(counts(loaded.head(), PARTNER_1, PARTNER_2, THERAPIST)).containsExactly(4L, 2L, 4L);
    assertThat(loaded.couple()).isEqualTo(house.couple());
    assertThat(loaded.holders())
        .isEqualTo(
            Map.of(PARTNER_1, house.one(), PARTNER_2, house.two(), THERAPIST, house.therapist()));
  }

  @Test
  void each_reads_the_own_stream_without_a_hole_from_any_number_on() {
    var entries = mixed(60);
    append(0, entries);
    for (Seat seat : List.of(PARTNER_1, PARTNER_2, THERAPIST)) {
      var mine = entries.stream().filter(entry -> entry.audience().reaches(seat)).toList();
      for (long after : LongStream.of(0, 1, mine.size() - 1, mine.size()).toArray()) {
        var read = wait(journal.read(room, person(seat), seat, after));
        assertThat(read).extracting(Numbered::n).isEqualTo(numbers(after, mine.size()));
        assertThat(read)
            .extracting(Numbered::event)
            .isEqualTo(mine.stream().skip(after).map(Entry::event).toList());
      }
    }
  }

  @Test
  void a_stranger_reads_nothing_whatever_seat_is_named() {
    append(0, mixed(9));
    var stranger = TestCase.in(database).one();
    assertThat(wait(journal.read(room, stranger, PARTNER_1, 0))).isEmpty();
  }

  @Test
  void who_has_left_reads_up_to_then_with_the_same_numbers() {
    var entries = mixed(12);
    append(0, entries);
    var before = wait(journal.read(room, house.one(), PARTNER_1, 0));
    Behind.run(
        database,
        "update accord.seat_holder set until = now(), until_seq = 12 where room_id = '%s' and seat = 0"
            .formatted(room));
    append(12, List.of(entry(THERAPIST, ALL, new RoomEvent.DoorOpened())));
    assertThat(wait(journal.read(room, house.one(), PARTNER_1, 0))).isEqualTo(before);
    assertThat(wait(journal.read(room, house.one(), PARTNER_1, 2)))
        .isEqualTo(before.subList(2, before.size()));
  }

  @Test
  void an_unknown_room_is_told_as_such() {
    var unknown = new RoomId(Ids.random());
    assertThatThrownBy(() -> wait(journal.load(unknown)))
        .hasCauseInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> wait(journal.head(unknown)))
        .hasCauseInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_batch_that_comes_second_is_rejected_whole() {
    append(0, mixed(3));
    assertThat(append(0, mixed(2))).isInstanceOf(Appended.Rejected.class);
    assertThat(wait(journal.load(room)).entries()).hasSize(3);
  }

  @Test
  void a_foreign_or_ended_seat_takes_its_batch_down() {
    var foreign = TestCase.in(database).one();
    assertThat(append(0, List.of(entryOf(PARTNER_1, foreign))))
        .isInstanceOf(Appended.Rejected.class);
    assertThat(append(0, List.of(entryOf(PARTNER_2, house.one()))))
        .isInstanceOf(Appended.Rejected.class);
    Behind.run(
        database,
        "update accord.seat_holder set until = now(), until_seq = 0 where room_id = '%s' and seat = 0"
            .formatted(room));
    assertThat(append(0, List.of(entryOf(PARTNER_1, house.one()))))
        .isInstanceOf(Appended.Rejected.class);
    assertThat(wait(journal.head(room)).seq()).isZero();
  }

  @Test
  void a_repeated_command_has_one_effect_even_if_the_server_forgot_it() {
    var once = entry(PARTNER_1, ALL, said("once"));
    append(0, List.of(once));
    assertThat(append(1, List.of(once))).isInstanceOf(Appended.Rejected.class);
    var loaded = wait(journal.load(room));
    assertThat(loaded.entries()).containsExactly(once);
  }

  @Test
  void the_same_command_of_another_author_or_room_is_another() {
    var first = entry(PARTNER_1, ALL, said("mine"));
    var second =
        new Entry(AT, PARTNER_2, PARTNER_2, house.two(), first.command(), ALL, said("yours"));
    assertThat(append(0, List.of(first))).isInstanceOf(Appended.Committed.class);
    assertThat(append(1, List.of(second))).isInstanceOf(Appended.Committed.class);
  }

  @Test
  void in_a_call_of_many_rooms_only_those_that_conflict_lose() {
    var rooms = IntStream.range(0, 40).mapToObj(_ -> house.anotherRoom(database)).toList();
    var used = entry(PARTNER_1, ALL, said("used"));
    // The couple's first keys are there: rooms that race for those conflict as well.
    wait(journal.append(new Batch(house.anotherRoom(database), 0, mixed(3))));
    wait(journal.append(new Batch(rooms.get(7), 0, List.of(used))));
    wait(journal.append(new Batch(rooms.get(21), 0, List.of(used))));
    // Room 7 conflicts by its number; room 21 by its command, which fails the statement as a whole.
    var outcomes =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    journal.append(
                        i == 21
                            ? new Batch(rooms.get(i), 1, List.of(used))
                            : new Batch(rooms.get(i), 0, mixed(3))))
            .toList();
    var all = wait(Future.all(outcomes)).<Appended>list();
    for (int i = 0; i < 40; i++) {
      assertThat(all.get(i))
          .as("room %d", i)
          .isInstanceOf(i == 7 || i == 21 ? Appended.Rejected.class : Appended.Committed.class);
    }
  }

  @Test
  void two_writers_racing_on_one_room_leave_every_number_once() throws InterruptedException {
    var other = new PgJournal(vertx, db, new Seal(db, new byte[32]));
    var kept = Collections.synchronizedList(new ArrayList<RoomEvent>());
    var writers =
        Stream.of(journal, other)
            .map(
                writer ->
                    Thread.ofVirtual()
                        .start(
                            () -> IntStream.range(0, 100).forEach(i -> kept.add(write(writer, i)))))
            .toList();
    for (Thread writer : writers) {
      writer.join();
    }
    var loaded = wait(journal.load(room));
    assertThat(loaded.head().seq()).isEqualTo(200);
    assertThat(loaded.entries()).extracting(Entry::event).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(counts(loaded.head(), PARTNER_1, PARTNER_2, THERAPIST))
        .containsExactly(200L, 200L, 200L);
    assertThat(
            Behind.read(
                database,
                "select count(*) = 200 and max(seq) = 200 from accord.room_event where room_id = '%s'"
                    .formatted(room)))
        .containsExactly("t");
  }

  @Test
  void the_first_words_of_a_couple_in_many_rooms_at_once_are_all_kept_under_one_key() {
    var rooms = IntStream.range(0, 20).mapToObj(_ -> house.anotherRoom(database)).toList();
    var mine = entry(PARTNER_1, Audience.of(PARTNER_1), said("mine"));
    var ours = entry(PARTNER_2, ALL, said("ours"));
    var outcomes =
        rooms.stream().map(one -> journal.append(new Batch(one, 0, List.of(mine, ours)))).toList();
    assertThat(wait(Future.all(outcomes)).<Appended>list())
        .allMatch(Appended.Committed.class::isInstance);
    assertThat(rooms)
        .allSatisfy(
            one -> assertThat(wait(journal.load(one)).entries()).containsExactly(mine, ours));
    assertThat(keysOf(house.one().value(), house.couple().value())).isEqualTo(2);
  }

  @Test
  void a_room_that_was_opened_before_its_couple_s_first_words_takes_the_key_that_they_made() {
    var opened = house.anotherRoom(database);
    wait(journal.load(opened));
    append(0, List.of(entry(PARTNER_1, ALL, said("first"))));
    var second = new Batch(opened, 0, List.of(entry(PARTNER_2, ALL, said("second"))));
    assertThat(wait(journal.append(second))).isInstanceOf(Appended.Committed.class);
    assertThat(keysOf(house.couple().value())).isEqualTo(1);
  }

  @Test
  void of_two_servers_that_make_the_first_key_at_once_the_second_takes_the_first_s() {
    var other = new PgJournal(vertx, db, new Seal(db, new byte[32]));
    var another = house.anotherRoom(database);
    wait(other.head(another));
    var here = entry(PARTNER_1, ALL, said("here"));
    var there = entry(PARTNER_2, ALL, said("there"));
    assertThat(
            Stream.of(
                    journal.append(new Batch(room, 0, List.of(here))),
                    other.append(new Batch(another, 0, List.of(there))))
                .map(PgJournalIT::wait)
                .filter(Appended.Committed.class::isInstance))
        .isNotEmpty();
    // Whoever was second reads anew, as a mailbox does, and decides again.
    if (wait(journal.head(room)).seq() == 0) {
      assertThat(append(0, List.of(here))).isInstanceOf(Appended.Committed.class);
    }
    if (wait(journal.head(another)).seq() == 0) {
      assertThat(wait(other.append(new Batch(another, 0, List.of(there)))))
          .isInstanceOf(Appended.Committed.class);
    }
    assertThat(wait(other.load(room)).entries()).containsExactly(here);
    assertThat(wait(journal.load(another)).entries()).containsExactly(there);
    assertThat(keysOf(house.couple().value())).isEqualTo(1);
  }

  @Test
  void words_under_a_key_that_came_second_are_not_written() {
    var another = house.anotherRoom(database);
    append(0, List.of(entry(THERAPIST, ALL, new RoomEvent.DoorOpened())));
    // This server knows the room and no key of the couple's; meanwhile another makes one.
    var other = new PgJournal(vertx, db, new Seal(db, new byte[32]));
    wait(other.append(new Batch(another, 0, List.of(entry(PARTNER_2, ALL, said("there"))))));
    var here = entry(PARTNER_1, ALL, said("here"));
    assertThat(append(1, List.of(here))).isInstanceOf(Appended.Rejected.class);
    assertThat(wait(journal.head(room)).seq()).isEqualTo(1);
    assertThat(append(1, List.of(here))).isInstanceOf(Appended.Committed.class);
    assertThat(keysOf(house.couple().value())).isEqualTo(1);
  }

  @Test
  void where_many_rooms_stand_is_one_question() {
    var other = house.anotherRoom(database);
    append(0, mixed(3));
    Behind.run(
        database,
        "update accord.seat_holder set until = now(), until_seq = 3 where room_id = '%s' and seat = 0"
            .formatted(room));
    var unknown = new RoomId(Ids.random());
    var standing = wait(journal.standing(List.of(room, other, unknown)));
    assertThat(standing).containsOnlyKeys(room, other);
    assertThat(standing.get(room).seq()).isEqualTo(3);
    assertThat(standing.get(room).holders())
        .isEqualTo(Map.of(PARTNER_2, house.two(), THERAPIST, house.therapist()));
    assertThat(standing.get(other).seq()).isZero();
  }

  @Test
  void a_room_of_5000_events_loads_in_time() {
    append(0, mixed(5_000));
    wait(journal.load(room));
    long before = System.nanoTime();
    assertThat(wait(journal.load(room)).entries()).hasSize(5_000);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(1_000);
  }

  @Test
  void words_whose_key_was_shredded_are_gone_and_the_rest_stays() {
    append(
        0,
        List.of(
            entry(PARTNER_1, Audience.of(PARTNER_1), said("mine")),
            entry(PARTNER_1, ALL, said("ours"))));
    Behind.run(database, "delete from accord.data_key where owner = '%s'".formatted(house.one()));
    assertThat(wait(journal.load(room)).entries())
        .extracting(Entry::event)
        .containsExactly(said(""), said("ours"));
  }

  @Test
  void words_that_were_moved_or_changed_do_not_open() {
    append(0, List.of(entry(PARTNER_1, ALL, said("left")), entry(PARTNER_1, ALL, said("right"))));
    Behind.run(
        database,
        """
        update accord.words a set sealed = b.sealed from accord.words b
        where a.room_id = '%1$s' and b.room_id = a.room_id and a.seq <> b.seq\
        """
            .formatted(room));
    assertThatThrownBy(() -> wait(journal.load(room))).hasCauseInstanceOf(Broken.class);
    var other = house.anotherRoom(database);
    wait(journal.append(new Batch(other, 0, List.of(entry(PARTNER_1, ALL, said("whole"))))));
    Behind.run(
        database,
        "update accord.words set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where room_id = '%s'"
            .formatted(other));
    assertThatThrownBy(() -> wait(journal.load(other))).hasCauseInstanceOf(Broken.class);
  }

  private RoomEvent write(PgJournal writer, int number) {
    var event = said("word " + number + " of " + System.identityHashCode(writer));
    while (true) {
      long head = wait(writer.head(room)).seq();
      var batch = new Batch(room, head, List.of(entry(PARTNER_1, ALL, event)));
      if (wait(writer.append(batch)) instanceof Appended.Committed) {
        return event;
      }
    }
  }

  private static int keysOf(UUID... owners) {
    String which =
        Stream.of(owners).map(id -> "'" + id + "'").collect(Collectors.joining(", ", "(", ")"));
    return Integer.parseInt(
        Behind.read(database, "select count(*) from accord.data_key where owner in " + which)
            .getFirst());
  }

  private Appended append(long expected, List<Entry> entries) {
    return wait(journal.append(new Batch(room, expected, entries)));
  }

  private List<Entry> mixed(int count) {
    var audiences =
        List.of(
            ALL,
            Audience.of(PARTNER_1),
            Audience.of(PARTNER_2, THERAPIST),
            Audience.of(THERAPIST),
            Audience.of(PARTNER_2));
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var audience = audiences.get(i % audiences.size());
              var author = audience.seats().iterator().next();
              return entry(author, audience, said("words number " + i));
            })
        .toList();
  }

  private Entry entry(Seat seat, Audience audience, RoomEvent event) {
    var command = new CommandId(Ids.random());
    return new Entry(AT, seat, seat, person(seat), command, audience, event);
  }

  private Entry entryOf(Seat seat, PersonId person) {
    return new Entry(
        AT, seat, seat, person, new CommandId(Ids.random()), ALL, new RoomEvent.HelpAsked());
  }

  private PersonId person(Seat seat) {
    return seat == PARTNER_1 ? house.one() : seat == PARTNER_2 ? house.two() : house.therapist();
  }

  private static RoomEvent said(String words) {
    return new RoomEvent.Said(words);
  }

  private static List<Long> numbers(long after, long upTo) {
    return LongStream.rangeClosed(after + 1, upTo).boxed().toList();
  }

  private static List<Long> counts(Journal.Head head, Seat... seats) {
    return Stream.of(seats).map(seat -> head.counts().get(seat.bit())).toList();
  }

  private static <T> T wait(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure.getCause() == null ? failure : failure.getCause());
    }
  }
}
