package app.accord.room.live;

import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What waits for one client. Frames that are <em>told</em> keep their order and are never left out:
 * who does not read them in time is sent away and comes back with a number. Of frames that are
 * <em>shown</em> the latest of a kind replaces the one that waits.
 *
 * <p>Used on the socket's own event loop only, but for {@link #stuckSince} and {@link #welcomedAt}.
 */
final class Outbox {
  static final int MOST_FRAMES = 256;
  static final int MOST_BYTES = 1 << 20;
  static final long NOT_STUCK = 0;
  static final long NOT_YET = 0;

  /** What a line takes in one go, in bytes. */
  static final int LINE_BUFFER = 64 << 10;

  /** As fast as a weak mobile line still is (256 kbit/s), in bytes a second. */
  static final int SLOWEST = 32 << 10;

  private final Wire wire;
  private final java.util.function.LongSupplier nanos;
  private final ArrayDeque<String> replay = new ArrayDeque<>();
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private final Map<String, String> shown = new LinkedHashMap<>();
  private int waitingBytes;
  private boolean ended;
  private volatile long stuckSince = NOT_STUCK;
  private volatile long welcomedAt = NOT_YET;

  Outbox(Wire wire, java.util.function.LongSupplier nanos) {
    this.wire = wire;
    this.nanos = nanos;
  }

  /**
   * The welcome and what was missed. It does not count as waiting: it is bounded by itself, and who
   * comes back after a long time must not be sent away for it.
   */
  void begin(List<String> frames) {
    long bytes = frames.stream().mapToLong(ByteBufUtil::utf8Bytes).sum();
    welcomedAt = (nanos.getAsLong() + onTheWay(bytes)) | 1; // never the mark for "not yet"
    replay.addAll(frames);
    flow();
  }

  void tell(String frame) {
    if (ended) {
      return;
    }
    if (isFree()) {
      write(frame);
      return;
    }
    waiting.add(frame);
    waitingBytes += ByteBufUtil.utf8Bytes(frame);
    if (waiting.size() > MOST_FRAMES || waitingBytes > MOST_BYTES) {
      end(CloseCode.SLOW);
    }
  }

  void show(String kind, String frame) {
    if (ended) {
      return;
    }
    if (isFree()) {
      write(frame);
    } else {
      shown.put(kind, frame);
    }
  }

  /** The client has read on. */
  void drained() {
    stuckSince = NOT_STUCK;
    flow();
  }

  /** Closes it; what waits is dropped, since the client comes back with its number. */
  void end(CloseCode why) {
    if (!ended) {
      ended = true;
      replay.clear();
      waiting.clear();
      shown.clear();
      wire.close(why);
    }
  }

  /**
   * Since when the client reads nothing though something waits, in nanoseconds. A long frame, as
   * the welcome of a room with a long past, has the time that the slowest line needs for it: who is
   * cut in the middle of it would come back to the same frame, and never get in.
   */
  long stuckSince() {
    return stuckSince;
  }

  /** When a slow line has the welcome at the latest, in nanoseconds; {@link #NOT_YET} before. */
  long welcomedAt() {
    return welcomedAt;
  }

  private boolean isFree() {
    return replay.isEmpty() && waiting.isEmpty() && !wire.isFull();
  }

  private void flow() {
    while (!ended && !wire.isFull()) {
      if (!replay.isEmpty()) {
        write(replay.remove());
      } else if (!waiting.isEmpty()) {
        String next = waiting.remove();
        waitingBytes -= ByteBufUtil.utf8Bytes(next);
        write(next);
      } else if (!shown.isEmpty()) {
        write(shown.remove(shown.keySet().iterator().next()));
      } else {
        return;
      }
    }
  }

  private void write(String frame) {
    wire.write(frame);
    if (stuckSince == NOT_STUCK && wire.isFull()) {
      stuckSince =
          (nanos.getAsLong() + onTheWay(ByteBufUtil.utf8Bytes(frame)))
              | 1; // never the mark for "not stuck"
    }
  }

  private static long onTheWay(long bytes) {
    return TimeUnit.SECONDS.toNanos(Math.max(0, bytes - LINE_BUFFER)) / SLOWEST;
  }
}
