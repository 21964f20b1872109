package app.accord.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The demo's calendar: as if it were Thursday 14 May 2026, 14:05, moved by whole days plus minutes
 * to when the demo first started.
 */
record DemoDates(long days, Duration minutes) {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate THURSDAY = LocalDate.of(2026, 5, 14);
  private static final LocalTime FIVE_PAST_TWO = LocalTime.of(14, 5);

  static DemoDates beginningAt(Instant now) {
    LocalDateTime here = LocalDateTime.ofInstant(now, ZONE).truncatedTo(ChronoUnit.MINUTES);
    return new DemoDates(
        ChronoUnit.DAYS.between(THURSDAY, here.toLocalDate()),
        Duration.between(FIVE_PAST_TWO, here.toLocalTime()));
  }

  /** A day of the mockups. */
  LocalDate on(int month, int day) {
    return LocalDate.of(2026, month, day).plusDays(days);
  }

  /** A day of the mockups, a year before that. */
  LocalDate lastYear(int month, int day) {
    return on(month, day).minus(Period.ofYears(1));
  }

  /** A day and an hour of the mockups. */
  Instant at(int month, int day, int hour) {
    return at(month, day, LocalTime.of(hour, 0));
  }

  Instant at(int month, int day, LocalTime time) {
    return LocalDate.of(2026, month, day)
        .atTime(time)
        .plusDays(days)
        .plus(minutes)
        .atZone(ZONE)
        .toInstant();
  }
}
