package app.accord.room.live;

import io.vertx.core.buffer.Buffer;

/** Puts a message together from its frames, within bounds that hold before the last one is here. */
final class Message {
  /** Each frame costs something, also an empty one. */
  private static final int MOST_FRAMES = 64;

  private Buffer begun = Buffer.buffer();
  private int frames;

  /** What a frame made of the message. */
  sealed interface Step {}

  record More() implements Step {}

  record Whole(Buffer utf8) implements Step {}

  record TooMuch() implements Step {}

  Step add(Buffer frame, boolean last) {
    frames++;
    if (frames > MOST_FRAMES || begun.length() + frame.length() > Inbound.MOST_BYTES) {
      return new TooMuch();
    }
    if (!last) {
      begun.appendBuffer(frame);
      return new More();
    }
    Buffer whole = frames == 1 ? frame : begun.appendBuffer(frame);
    frames = 0;
    if (begun.length() > 0) {
      begun = Buffer.buffer();
    }
    return new Whole(whole);
  }
}
