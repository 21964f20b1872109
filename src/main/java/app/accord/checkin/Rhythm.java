package app.accord.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a week's questions can be answered, by the couple's clock. A closing that comes earlier in
 * the week than the opening is the next week's.
 *
 * <p>A moment that a clock skips when it is put forward is the one after it; one that comes twice
 * is the first of the two ({@link java.time.LocalDateTime#atZone}).
 */
public record Rhythm(Moment opens, Moment closes) {

  /** A day of the week and a time of the day. */
  public record Moment(DayOfWeek day, LocalTime time) {
    private Instant in(Week week, ZoneId zone) {
      return week.monday().plusDays(day.getValue() - 1L).atTime(time).atZone(zone).toInstant();
    }

    private boolean isBefore(Moment other) {
      int days = day.compareTo(other.day);
      return days == 0 ? time.isBefore(other.time) : days < 0;
    }
  }

  /** From then on it can be answered. */
  public Instant opensAt(Week week, ZoneId zone) {
    return opens.in(week, zone);
  }

  /** From then on nothing of it can be changed, and others see what is for them. */
  public Instant closesAt(Week week, ZoneId zone) {
    return closes.in(closes.isBefore(opens) ? week.plus(1) : week, zone);
  }

  /** Whether this week's questions can be answered now. */
  public boolean isOpen(Week week, Instant now, ZoneId zone) {
    return !now.isBefore(opensAt(week, zone)) && now.isBefore(closesAt(week, zone));
  }

  /** The week that can be answered now. */
  public Optional<Week> open(Instant now, ZoneId zone) {
    Week current = Week.of(now.atZone(zone).toLocalDate());
    return java.util.stream.Stream.of(current.plus(-1), current)
        .filter(week -> isOpen(week, now, zone))
        .findFirst();
  }

  /** The last week that has closed. */
  public Week lastClosed(Instant now, ZoneId zone) {
    Week week = Week.of(now.atZone(zone).toLocalDate());
    while (closesAt(week, zone).isAfter(now)) {
      week = week.plus(-1);
    }
    return week;
  }
}
