package app.accord.checkin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A week of the calendar, by its Monday. What is asked about it is asked towards its end.
 *
 * @param monday its first day
 */
public record Week(@JsonValue LocalDate monday) implements Comparable<Week> {
  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday");
    }
  }

  /** The week that this day lies in. */
  public static Week of(LocalDate day) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** So many weeks on, or back when it is negative. */
  public Week plus(int weeks) {
    return new Week(monday.plusWeeks(weeks));
  }

  /** How many weeks from that one to this one. */
  public int since(Week other) {
    return Math.toIntExact(ChronoUnit.WEEKS.between(other.monday, monday));
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }
}
