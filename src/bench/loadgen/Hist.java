/** A log-linear histogram of nanoseconds: 1.6 % resolution, no dependency, one writer. */
final class Hist {
  private static final int SUB = 64; // buckets per power of two
  private final long[] counts = new long[SUB * 44];
  long total, max;

  void add(long nanos) {
    if (nanos < 0) nanos = 0;
    int i = index(nanos);
    counts[Math.min(i, counts.length - 1)]++;
    total++;
    if (nanos > max) max = nanos;
  }

  private static int index(long v) {
    if (v < SUB) return (int) v;
    int exp = 63 - Long.numberOfLeadingZeros(v) - 6; // 6 = log2(SUB)
    return SUB * (exp + 1) + (int) ((v >>> exp) - SUB);
  }

  private static long upper(int i) {
    if (i < SUB) return i;
    int exp = i / SUB - 1;
    return ((long) (SUB + i % SUB + 1) << exp) - 1;
  }

  /** Milliseconds at the quantile q of 0..1. */
  double ms(double q) {
    if (total == 0) return 0;
    long want = Math.max(1, (long) Math.ceil(q * total)), seen = 0;
    for (int i = 0; i < counts.length; i++)
      if ((seen += counts[i]) >= want) return Math.min(upper(i), max) / 1e6;
    return max / 1e6;
  }

  String json() {
    return String.format(
        java.util.Locale.ROOT,
        "{\"count\":%d,\"p50\":%.3f,\"p90\":%.3f,\"p99\":%.3f,\"p999\":%.3f,\"max\":%.3f}",
        total,
        ms(.5),
        ms(.9),
        ms(.99),
        ms(.999),
        max / 1e6);
  }
}
