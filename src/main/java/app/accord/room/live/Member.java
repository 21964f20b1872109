package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.room.live.Outbox.Shown;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One socket in a room. The room writes to it from its own context; frames cross to the socket's in
 * the order in which they were told.
 */
final class Member {
  private final Context context;
  private final Outbox outbox;
  private final Place place;
  private final @Nullable Long after;
  private final @Nullable UUID epoch;

  /** Held while the welcome is being read; null once it has gone out. The room's to touch. */
  private @Nullable List<Frame> held = new ArrayList<>();

  /**
   * A frame for this member.
   *
   * @param n the event's number; 0 for an answer
   */
  record Frame(long n, String text) {}

  Member(Context context, Outbox outbox, Place place, @Nullable Long after, @Nullable UUID epoch) {
    this.context = context;
    this.outbox = outbox;
    this.place = place;
    this.after = after;
    this.epoch = epoch;
  }

  Seat seat() {
    return place.seat();
  }

  PersonId person() {
    return place.person();
  }

  Place place() {
    return place;
  }

  /** The last number that this member has; null for a first visit. */
  @Nullable Long after() {
    return after;
  }

  @Nullable UUID epoch() {
    return epoch;
  }

  /** Events and answers: kept, in order. While the welcome is being read they wait behind it. */
  void tell(List<Frame> lines) {
    if (held != null) {
      held.addAll(lines);
      if (held.size() > Outbox.MOST_FRAMES) {
        close(CloseCode.SLOW);
      }
    } else if (!lines.isEmpty()) {
      List<String> frames = lines.stream().map(Frame::text).toList();
      context.runOnContext(_ -> outbox.tell(frames));
    }
  }

  /**
   * The welcome with what was missed; then what was told meanwhile and is not in it.
   *
   * @param head the last event's number in {@code frames}
   */
  void welcome(List<String> frames, long head) {
    List<Frame> waited = held == null ? List.of() : held;
    held = null;
    context.runOnContext(_ -> outbox.catchUp(frames));
    tell(waited.stream().filter(line -> line.n() == 0 || line.n() > head).toList());
  }

  boolean isWelcomed() {
    return held == null;
  }

  /** What passes: the latest is enough, and it may be lost. */
  void show(Shown kind, String frame) {
    if (held == null) {
      context.runOnContext(_ -> outbox.show(kind, frame));
    }
  }

  void close(CloseCode code) {
    context.runOnContext(_ -> outbox.close(code));
  }
}
