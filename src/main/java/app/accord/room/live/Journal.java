package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append-only journals of all rooms. The only way in is {@link #append}. */
public interface Journal {

  /** All audiences, for the fold. Fails with {@code NoSuchElementException} for an unknown room. */
  Future<Loaded> load(RoomId room);

  /**
   * What one seat may read, oldest first, under this person's own row-level policies.
   *
   * @param after the seat's number to go on from; 0 for all
   */
  Future<List<Numbered>> read(RoomId room, PersonId reader, Seat seat, long after);

  /**
   * Appends one room's batch, whole or not at all. Many rooms' batches ride in one commit.
   *
   * <p>A lost connection during the commit is {@link Appended.Unknown}: read the head before
   * anything else.
   */
  Future<Appended> append(Batch batch);

  /** The room's head, for finding out what became of an unknown outcome. */
  Future<Head> head(RoomId room);

  /** Where each of these rooms stands: one question, however many. */
  Future<Map<RoomId, Standing>> standing(Collection<RoomId> rooms);

  /**
   * @param seq the journal's own number, which never leaves the server
   * @param counts how many events each seat's stream has, by {@link Seat#bit}, 16 of them
   */
  record Head(long seq, UUID epoch, List<Long> counts) {}

  /**
   * @param holders who sits in the room now
   */
  record Loaded(Head head, List<Entry> entries, CoupleId couple, Map<Seat, PersonId> holders) {}

  /** Where a room stands, and who sits in it now. */
  record Standing(long seq, UUID epoch, Map<Seat, PersonId> holders) {}

  /**
   * @param expected the journal's number before the first entry
   */
  record Batch(RoomId room, long expected, List<Entry> entries) {}

  /**
   * @param by whom it is said to come from; null: from the room
   * @param author whose command caused it; null for jobs
   */
  record Entry(
      Instant at,
      @Nullable Seat by,
      @Nullable Seat author,
      @Nullable PersonId person,
      @Nullable CommandId command,
      Audience audience,
      RoomEvent event) {}

  /** An event in one member's stream. */
  record Numbered(long n, Instant at, @Nullable Seat by, RoomEvent event) {}

  /** What became of a batch. */
  sealed interface Appended {
    record Committed(Head head) implements Appended {}

    /** Somebody else wrote first, or an author's seat has ended: load, and decide again. */
    record Rejected() implements Appended {}

    /** Not written for certain: the database is away or too busy. */
    record Busy() implements Appended {}

    /** The connection went during the commit. */
    record Unknown() implements Appended {}
  }
}
