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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room as this server knows it. It moves by what is committed, and by nothing else. */
final class RoomMemory {
  private final UUID epoch;
  private final Lines lines = new Lines();
  private final Recent recent = new Recent();
  private final Done done = new Done();
  private RoomState state = RoomState.EMPTY;
  private Instant lastAt = Instant.EPOCH;
  private long seq;

  private RoomMemory(UUID epoch) {
    this.epoch = epoch;
  }

  /** An event that cannot be folded is an {@link IllegalStateException}: the room stops. */
  static RoomMemory of(Loaded loaded) {
    var memory = new RoomMemory(loaded.head().epoch());
    List<Entry> all = loaded.entries();
    for (int i = 0; i < all.size(); i++) {
      memory.evolve(all.get(i));
      memory.count(all.get(i));
      if (i >= all.size() - Recent.MOST) {
        memory.write(all.get(i));
      }
    }
    memory.check(loaded);
    return memory;
  }

  /** An event that somebody else appended. */
  String follow(Entry entry) {
    evolve(entry);
    return add(entry);
  }

  /** An event that was decided here: its state comes with {@link #move}. */
  String add(Entry entry) {
    count(entry);
    return write(entry);
  }

  void move(RoomState to) {
    state = to;
  }

  /** Two ways of counting must agree, or somebody would see a number twice, or a gap. */
  void check(Loaded loaded) {
    if (seq != loaded.head().seq() || !lines.agreeWith(loaded.head().counts())) {
      throw new IllegalStateException("the head does not fit the journal");
    }
  }

  /** Finds these commands among what the journal has, however long ago they were done. */
  void recall(Set<Done.Key> wanted, List<Entry> all) {
    done.recall(wanted);
    var counts = new Lines();
    for (Entry entry : all) {
      counts.add(entry.audience());
      @Nullable Seat author = entry.author();
      @Nullable CommandId command = entry.command();
      if (author != null && command != null && wanted.contains(new Done.Key(author, command))) {
        done.add(new Done.Key(author, command), counts.at(author));
      }
    }
  }

  /** Whether that head goes on from here: a restored backup does not. */
  boolean isBefore(Journal.Head head) {
    return epoch.equals(head.epoch()) && seq <= head.seq();
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

  Lines lines() {
    return lines;
  }

  Recent recent() {
    return recent;
  }

  Done done() {
    return done;
  }

  /** Never earlier than the last event's time. */
  Instant notBefore(Instant now) {
    return now.isBefore(lastAt) ? lastAt : now;
  }

  private void evolve(Entry entry) {
    var told = new Told(entry.event(), entry.by(), entry.audience());
    state = Room.evolve(state, told, entry.at());
  }

  private void count(Entry entry) {
    seq++;
    lastAt = entry.at();
    lines.add(entry.audience());
    if (entry.author() != null && entry.command() != null) {
      done.add(new Done.Key(entry.author(), entry.command()), lines.at(entry.author()));
    }
  }

  private String write(Entry entry) {
    String body = Frames.body(entry.by(), entry.event(), entry.at());
    recent.add(entry.audience(), body);
    return body;
  }
}
