package app.accord.checkin;

import static app.accord.checkin.Answered.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.checkin.Charts.Chart;
import app.accord.room.Seat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChartsTest {
  private static final List<Seat> BOTH = List.of(Seat.PARTNER_1, Seat.PARTNER_2);

  @Test
  void two_weeks_of_both_are_no_chart_and_three_are() {
    assertThat(chart(line(5, 5, 5), line(null, 4, 4), 3)).isEmpty();
    assertThat(chart(line(5, 5, 5), line(3, 4, 4), 3)).isPresent();
  }

  @Test
  void it_begins_with_the_first_week_of_both() {
    Chart chart = chart(line(9, 9, 5, 6, 7), line(null, null, 3, 4, 4), 5).orElseThrow();
    assertThat(chart.weeks()).containsExactly(week(3), week(4), week(5));
    assertThat(chart.lines().getFirst().numbers()).containsExactly(5, 6, 7);
  }

  @Test
  void a_gap_stays_a_gap_and_a_week_that_has_not_closed_is_not_there() {
    Chart chart = chart(line(5, null, 6, 7, 1), line(3, 4, 4, 5, 1), 4).orElseThrow();
    assertThat(chart.weeks()).hasSize(4);
    assertThat(chart.lines().getFirst().numbers()).containsExactly(5, null, 6, 7);
    assertThat(chart.lines().getLast().numbers()).containsExactly(3, 4, 4, 5);
  }

  /** R6. */
  @Test
  void without_the_other_s_lines_there_is_nothing_of_one_s_own_either() {
    assertThat(Charts.ofCouple(Map.of(Seat.PARTNER_1, line(5, 5, 5, 5, 5)), BOTH, 3, week(5)))
        .isEmpty();
  }

  private static Optional<Chart> chart(Map<Week, Integer> one, Map<Week, Integer> two, int closed) {
    return Charts.ofCouple(Map.of(Seat.PARTNER_1, one, Seat.PARTNER_2, two), BOTH, 3, week(closed));
  }

  private static Map<Week, Integer> line(Integer... numbers) {
    var line = new HashMap<Week, Integer>();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != null) {
        line.put(week(i + 1), numbers[i]);
      }
    }
    return line;
  }
}
