package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoDatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-14T12:05:00Z",
        "2026-11-24T22:45:00Z",
        "2027-01-01T00:01:00Z",
        "2027-03-27T23:50:00Z"
      })
  void whenever_it_starts_the_ninth_session_is_in_twenty_five_minutes(String start) {
    Instant now = Instant.parse(start);
    assertThat(DemoDates.beginningAt(now).at(5, 14, LocalTime.of(14, 30)))
        .isEqualTo(now.plusSeconds(25 * 60));
  }

  @Test
  void days_move_with_it() {
    DemoDates later = DemoDates.beginningAt(Instant.parse("2026-05-24T12:05:00Z"));
    assertThat(later.on(5, 28)).isEqualTo(LocalDate.of(2026, 6, 7));
    assertThat(later.lastYear(11, 20)).isEqualTo(LocalDate.of(2025, 11, 30));
    assertThat(later.at(5, 7, 10)).isEqualTo(Instant.parse("2026-05-17T08:00:00Z"));
  }
}
