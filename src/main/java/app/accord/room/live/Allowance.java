package app.accord.room.live;

/** How much one socket may ask for: so much a second, and three times that at once. */
final class Allowance {
  private static final int BURST = 3;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private double left;
  private long at;

  Allowance(int perSecond, long nanos) {
    this.perSecond = perSecond;
    this.most = (double) perSecond * BURST;
    this.left = most;
    this.at = nanos;
  }

  /** What to do with one more frame. */
  enum Verdict {
    GRANTED,
    TOO_FAST,
    /** It does not stop when it is told: refusing it costs as much as doing it. */
    FLOOD
  }

  Verdict take(long nanos) {
    left = Math.min(most, left + (nanos - at) / NANOS * perSecond);
    at = nanos;
    left -= 1;
    if (left >= 0) {
      return Verdict.GRANTED;
    }
    return left < -most ? Verdict.FLOOD : Verdict.TOO_FAST;
  }
}
