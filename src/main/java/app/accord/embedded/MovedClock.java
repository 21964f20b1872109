package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a demo's practice: the true one, moved by what a file says at that moment, as {@code
 * -PT48H}. So weeks pass in a minute, for whoever wants to see what they bring. Without the file it
 * is the true time. Signing in never goes by it: Keycloak has a clock of its own.
 */
final class MovedClock extends Clock {
  private final Path says;
  private final ZoneId zone;

  private MovedClock(Path says, ZoneId zone) {
    this.says = says;
    this.zone = zone;
  }

  static MovedClock by(Path says) {
    return new MovedClock(says, ZoneOffset.UTC);
  }

  /** Fails when the file holds no duration: a time that nobody meant helps nobody. */
  @Override
  public Instant instant() {
    Instant now = Instant.now();
    try {
      return now.plus(Duration.parse(Files.readString(says).strip()));
    } catch (NoSuchFileException notMoved) {
      return now;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovedClock(says, other);
  }
}
