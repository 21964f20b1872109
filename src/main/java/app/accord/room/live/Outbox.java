package app.accord.room.live;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What waits for one socket. Vert.x takes any amount for a client that has stopped reading; here
 * the waiting is bounded, so that one slow phone never grows the server's memory. Used on the
 * socket's own context only.
 */
final class Outbox {
  static final int MOST_FRAMES = 256;
  static final long MOST_CHARS = 1 << 20;
  static final long LONGEST_STILL_NANOS = 5_000_000_000L;

  /** The socket, as far as an outbox knows it. */
  interface Wire {
    boolean isFull();

    void write(String frame);

    void close(CloseCode code);
  }

  /** Frames of which the latest replaces the one that waits. */
  enum Shown {
    PRESENCE,
    SIGNAL,
    BEAT
  }

  private final Wire wire;
  private final LongSupplier nanos;
  private final ArrayDeque<String> told = new ArrayDeque<>();
  private final Map<Shown, String> shown = new EnumMap<>(Shown.class);
  private long chars;
  private int mostFrames = MOST_FRAMES;
  private long mostChars = MOST_CHARS;
  private long movedAt;
  private boolean closed;

  Outbox(Wire wire, LongSupplier nanos) {
    this.wire = wire;
    this.nanos = nanos;
    this.movedAt = nanos.getAsLong();
  }

  /** What somebody missed: more than usually waits, since it was asked for in one piece. */
  void catchUp(List<String> frames) {
    mostFrames = MOST_FRAMES + frames.size();
    mostChars = MOST_CHARS + frames.stream().mapToLong(String::length).sum();
    tell(frames);
  }

  void tell(List<String> frames) {
    for (String frame : frames) {
      told.add(frame);
      chars += frame.length();
    }
    flush();
    if (told.size() > mostFrames || chars > mostChars) {
      close(CloseCode.SLOW);
    }
  }

  void show(Shown kind, String frame) {
    shown.put(kind, frame);
    flush();
  }

  /** The socket can take more. */
  void drained() {
    movedAt = nanos.getAsLong();
    flush();
  }

  /** To be called now and then: somebody who reads nothing for long is asked to come back. */
  void check() {
    if (!told.isEmpty() && nanos.getAsLong() - movedAt > LONGEST_STILL_NANOS) {
      close(CloseCode.SLOW);
    }
  }

  void close(CloseCode code) {
    if (!closed) {
      closed = true;
      told.clear();
      shown.clear();
      wire.close(code);
    }
  }

  private void flush() {
    while (!closed && !told.isEmpty() && !wire.isFull()) {
      String frame = told.poll();
      chars -= frame.length();
      movedAt = nanos.getAsLong();
      wire.write(frame);
    }
    if (closed || !told.isEmpty()) {
      return;
    }
    mostFrames = MOST_FRAMES;
    mostChars = MOST_CHARS;
    movedAt = nanos.getAsLong();
    while (!shown.isEmpty() && !wire.isFull()) {
      Shown next = shown.keySet().iterator().next();
      wire.write(shown.remove(next));
    }
  }
}
