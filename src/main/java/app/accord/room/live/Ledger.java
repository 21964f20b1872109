package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.room.Frames;
import app.accord.room.Room;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import app.accord.room.Told;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.Journal.Loaded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is committed of a room, as this node knows it. Never ahead of the database. */
final class Ledger {
  private final UUID epoch;
  private final long[] counts = new long[Seat.values().length];
  private final Recent recent = new Recent();
  private final Map<CommandId, Long> done;
  private RoomState state = RoomState.EMPTY;
  private long seq;
  private Instant lastAt = Instant.EPOCH;

  private Ledger(UUID epoch, Map<CommandId, Long> done) {
    this.epoch = epoch;
    this.done = new HashMap<>(done);
  }

  static Ledger of(Loaded loaded) {
    var ledger = new Ledger(loaded.head().epoch(), loaded.done());
    for (Entry entry : loaded.entries()) {
      ledger.state =
          Room.evolve(
              ledger.state, new Told(entry.event(), entry.by(), entry.audience()), entry.at());
      ledger.add(entry, body(entry));
    }
    return ledger;
  }

  static String body(Entry entry) {
    return Frames.body(entry.by(), entry.event(), entry.at());
  }

  /** The next event: each seat that it reaches counts one more. */
  void add(Entry entry, String body) {
    seq++;
    lastAt = entry.at();
    for (Seat seat : entry.audience().seats()) {
      counts[seat.bit()]++;
    }
    recent.add(entry.audience(), body);
  }

  void state(RoomState now) {
    state = now;
  }

  RoomState state() {
    return state;
  }

  long seq() {
    return seq;
  }

  UUID epoch() {
    return epoch;
  }

  /** The number of the last event in this seat's stream. */
  long count(Seat seat) {
    return counts[seat.bit()];
  }

  /** This node's time, never earlier than the room's last. */
  Instant notBefore(Instant now) {
    return now.isBefore(lastAt) ? lastAt : now;
  }

  @Nullable Long answer(CommandId id) {
    return done.get(id);
  }

  void done(CommandId id, long n) {
    done.put(id, n);
  }

  /** The last {@code missed} bodies of a seat, when they are in memory. */
  Optional<List<String>> missed(Seat seat, long missed) {
    return recent.last(seat, missed);
  }
}
