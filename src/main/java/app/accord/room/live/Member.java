package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One open socket with its seat. The mailbox collects frames here and lets them go together; on the
 * way out they belong to the socket's own event loop.
 */
final class Member {
  private final Seat seat;
  private final PersonId person;
  private final Map<Seat, String> names;
  private final Outbox outbox;
  private final Executor loop;
  private volatile long heardAt;
  private volatile boolean spoke;

  // The mailbox's part
  private List<String> collected = new ArrayList<>();
  private boolean joined;
  private @Nullable String presence;
  private long beatAt;

  Member(Place place, PersonId person, Outbox outbox, Executor loop, long nanos) {
    this.seat = place.seat();
    this.names = place.names();
    this.person = person;
    this.outbox = outbox;
    this.loop = loop;
    this.heardAt = nanos;
    this.beatAt = nanos;
  }

  Seat seat() {
    return seat;
  }

  PersonId person() {
    return person;
  }

  /** By seat, of those who sit in the case. */
  Map<Seat, String> names() {
    return names;
  }

  /** The client has said something that fits the protocol. */
  void heard(long nanos) {
    heardAt = nanos;
    spoke = true;
  }

  /**
   * An answer that the room need not know of. It comes from the socket's own event loop, where
   * nothing may be collected.
   */
  void answer(String frame) {
    outbox.tell(frame);
  }

  void tell(String frame) {
    collected.add(frame);
  }

  /** Lets go what was collected; before the welcome nothing goes, and nothing is lost. */
  void flush() {
    if (joined && !collected.isEmpty()) {
      List<String> frames = collected;
      collected = new ArrayList<>();
      loop.execute(() -> frames.forEach(outbox::tell));
    }
  }

  void show(String kind, String frame) {
    if (joined) {
      loop.execute(() -> outbox.show(kind, frame));
    }
  }

  /** The welcome with what was missed; then what has come in the meantime. */
  void begin(List<String> frames) {
    joined = true;
    loop.execute(() -> outbox.begin(frames));
    flush();
  }

  void end(CloseCode why) {
    loop.execute(() -> outbox.end(why));
  }

  /** Shows who is here, unless it was shown so last. */
  void showPresence(String frame) {
    if (joined && !frame.equals(presence)) {
      presence = frame;
      show("presence", frame);
    }
  }

  void sawPresence(String frame) {
    presence = frame;
  }

  boolean isBeatDue(long every, long nanos) {
    if (!joined || nanos - beatAt < every) {
      return false;
    }
    beatAt = nanos;
    return true;
  }

  /** Whether this line is as good as dead: nothing comes, or nothing goes. */
  boolean isLost(Times times, long nanos) {
    long stuck = outbox.stuckSince();
    return (stuck != Outbox.NOT_STUCK && nanos - stuck > times.stuck().toNanos())
        || isSilent(times, nanos);
  }

  /** A client speaks once it has its welcome: what the server or the line takes is not its own. */
  private boolean isSilent(Times times, long nanos) {
    long welcomed = outbox.welcomedAt();
    if (welcomed == Outbox.NOT_YET) {
      return nanos - heardAt > times.silence().toNanos();
    }
    long since = Math.min(nanos - heardAt, nanos - welcomed);
    return since > times.silence().toNanos()
        || (!spoke && nanos - welcomed > times.firstFrame().toNanos());
  }
}
