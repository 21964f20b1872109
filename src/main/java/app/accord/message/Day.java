package app.accord.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A day of the week, with its bit in the column {@code days}, which never changes. */
enum Day {
  MONDAY(1),
  TUESDAY(2),
  WEDNESDAY(4),
  THURSDAY(8),
  FRIDAY(16),
  SATURDAY(32),
  SUNDAY(64);

  private final int bit;

  Day(int bit) {
    this.bit = bit;
  }

  static Day of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<Day> in(int bits) {
    return Arrays.stream(values()).filter(day -> (bits & day.bit) != 0).toList();
  }

  static int bits(Collection<Day> days) {
    return days.stream().mapToInt(day -> day.bit).reduce(0, (a, b) -> a | b);
  }
}
