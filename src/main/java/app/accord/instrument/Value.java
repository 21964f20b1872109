package app.accord.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A score, exactly: a mean of seven items is no decimal number, and what lies at a cut-off must not
 * depend on rounding.
 *
 * @param parts never zero or less
 */
record Value(long sum, long parts) {

  /** As {@code compareTo}: beside a number of the file. */
  int compareTo(BigDecimal other) {
    return BigDecimal.valueOf(sum).compareTo(other.multiply(BigDecimal.valueOf(parts)));
  }

  /** What it is more than another; negative: it is less. */
  Value minus(Value other) {
    return new Value(sum * other.parts - other.sum * parts, parts * other.parts);
  }

  Value magnitude() {
    return new Value(Math.abs(sum), parts);
  }

  /** For reading: two decimals at most, half up. */
  BigDecimal shown() {
    BigDecimal rounded =
        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(parts), 2, RoundingMode.HALF_UP);
    return plain(rounded);
  }

  /** Without zeros at the end, and never as 1E+1. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
