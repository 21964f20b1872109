package app.accord.checkin;

import app.accord.room.Seat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something worth the therapist's look, and nobody else's (R25): the plain rule, never a label on
 * people.
 *
 * @param signal what it is about; the same signal is told once in an episode
 * @param week at whose closing it was told
 * @param over whether it has not been so for long enough to be told again
 */
public record Flag(Signal signal, Week week, boolean over) {

  /**
   * A rule, and whom and what it looks at.
   *
   * @param rule the file's rule, or {@link Flags#NO_CHECK_IN}
   * @param who empty where it is about all partners
   * @param item empty where it is about the whole week
   */
  public record Signal(String rule, Optional<Seat> who, Optional<String> item) {}

  /** The same for the same thing, whoever computes it and when. */
  public String key() {
    return Stream.of(
            Optional.of(signal.rule()),
            Optional.of(week.monday().toString()),
            signal.who().map(Seat::wire),
            signal.item())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("."));
  }
}
