package app.accord.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RhythmTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Rhythm RHYTHM = QuestionFiles.shipped().weekly().rhythm();
  private static final Week WEEK = new Week(LocalDate.of(2026, 5, 11));

  @Test
  void a_week_opens_on_friday_at_eight_and_closes_on_monday_at_three_by_the_couple_s_clock() {
    assertThat(RHYTHM.opensAt(WEEK, BERLIN)).isEqualTo("2026-05-15T06:00:00Z");
    assertThat(RHYTHM.closesAt(WEEK, BERLIN)).isEqualTo("2026-05-18T01:00:00Z");
  }

  @Test
  void a_moment_before_and_a_moment_after_are_not_in_it() {
    Instant opens = RHYTHM.opensAt(WEEK, BERLIN);
    Instant closes = RHYTHM.closesAt(WEEK, BERLIN);
    assertThat(RHYTHM.open(opens.minusMillis(1), BERLIN)).isEmpty();
    assertThat(RHYTHM.open(opens, BERLIN)).contains(WEEK);
    assertThat(RHYTHM.open(closes.minusMillis(1), BERLIN)).contains(WEEK);
    assertThat(RHYTHM.open(closes, BERLIN)).isEmpty();
    assertThat(RHYTHM.lastClosed(closes.minusMillis(1), BERLIN)).isEqualTo(WEEK.plus(-1));
    assertThat(RHYTHM.lastClosed(closes, BERLIN)).isEqualTo(WEEK);
  }

  @Test
  void the_night_in_which_the_clock_changes_makes_it_an_hour_shorter_or_longer() {
    Week spring = new Week(LocalDate.of(2026, 3, 23));
    Week autumn = new Week(LocalDate.of(2026, 10, 19));
    assertThat(length(WEEK)).isEqualTo(Duration.ofHours(67));
    assertThat(length(spring)).isEqualTo(Duration.ofHours(66));
    assertThat(length(autumn)).isEqualTo(Duration.ofHours(68));
    assertThat(RHYTHM.closesAt(spring, BERLIN)).isEqualTo("2026-03-30T01:00:00Z");
    assertThat(RHYTHM.closesAt(autumn, BERLIN)).isEqualTo("2026-10-26T02:00:00Z");
  }

  /** In Lord Howe, Apia and the rest of the world. */
  @Property
  void weeks_never_overlap_and_the_last_closed_one_is_the_last(
      @ForAll @IntRange(min = 0, max = 600) int zone,
      @ForAll @IntRange(min = 0, max = 60_000_000) int minutes) {
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    ZoneId there = ZoneId.of(zones.get(zone % zones.size()));
    Instant now = Instant.parse("1990-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
    Week closed = RHYTHM.lastClosed(now, there);
    assertThat(RHYTHM.closesAt(closed, there)).isBeforeOrEqualTo(now);
    assertThat(RHYTHM.closesAt(closed.plus(1), there)).isAfter(now);
    assertThat(RHYTHM.opensAt(closed.plus(1), there)).isAfter(RHYTHM.closesAt(closed, there));
    RHYTHM.open(now, there).ifPresent(open -> assertThat(open).isEqualTo(closed.plus(1)));
  }

  private static Duration length(Week week) {
    return Duration.between(RHYTHM.opensAt(week, BERLIN), RHYTHM.closesAt(week, BERLIN));
  }
}
