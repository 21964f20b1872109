package app.accord.room;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The weeks of which agreements are marked: by the couple's clock from Monday 03:00 on, as
 * check-ins close (R23). A week is named by its Monday.
 */
public final class MarkedWeek {
  private static final int CLOSES_AT = 3;

  private MarkedWeek() {}

  /** The week that can be marked at this moment; all before it have closed. */
  public static LocalDate at(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone)
        .minusHours(CLOSES_AT)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
