package app.accord.room.live;

/**
 * How much one page may send. A bucket: it fills at a steady rate and holds three seconds' worth,
 * so that a burst of quick hands passes and a flood does not.
 */
final class Allowance {
  /** Frames refused in one go after which this is no longer somebody with quick hands. */
  private static final int PATIENCE = 600;

  private final double perNano;
  private final double most;
  private double tokens;
  private long filledAt;
  private int refused;

  enum Answer {
    FINE,
    TOO_FAST,
    FLOOD
  }

  Allowance(int perSecond, long now) {
    this.perNano = perSecond / 1e9;
    this.most = perSecond * 3.0;
    this.tokens = most;
    this.filledAt = now;
  }

  Answer take(long now) {
    tokens = Math.min(most, tokens + (now - filledAt) * perNano);
    filledAt = now;
    if (tokens >= 1) {
      tokens--;
      refused = 0;
      return Answer.FINE;
    }
    refused++;
    return refused > PATIENCE ? Answer.FLOOD : Answer.TOO_FAST;
  }
}
