package app.accord.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes and reads the UUIDs behind every id. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A version 7 UUID (RFC 9562, 5.7): it grows with time, so rows that belong together lie
   * together.
   */
  public static UUID timeOrdered(long epochMilli) {
    long high = (epochMilli << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** A version 4 UUID, for what must not tell when it was made: answers and words. */
  public static UUID random() {
    return UUID.randomUUID();
  }

  /** Strict: {@link UUID#fromString} would also take "1-1-1-1-1", a second spelling of one id. */
  public static UUID parse(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException("not an id");
    }
    return UUID.fromString(text);
  }
}
