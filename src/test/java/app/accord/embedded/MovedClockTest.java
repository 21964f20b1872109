package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MovedClockTest {

  @Test
  void it_is_the_true_time_until_the_file_moves_it(@TempDir Path home) throws Exception {
    Path says = home.resolve("clock");
    Clock clock = MovedClock.by(says);
    assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    Files.writeString(says, "-PT48H\n");
    assertThat(clock.instant())
        .isCloseTo(Instant.now().minus(Duration.ofDays(2)), within(1, ChronoUnit.MINUTES));
    Files.writeString(says, "PT24H");
    assertThat(clock.instant())
        .isCloseTo(Instant.now().plus(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void what_is_no_duration_moves_nothing_anywhere(@TempDir Path home) throws Exception {
    Clock clock = MovedClock.by(Files.writeString(home.resolve("clock"), "soon"));
    assertThatThrownBy(clock::instant).isInstanceOf(DateTimeParseException.class);
  }
}
