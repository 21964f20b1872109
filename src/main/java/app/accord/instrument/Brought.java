package app.accord.instrument;

import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A questionnaire that a practice has brought.
 *
 * @param permission empty: nobody has stood for it yet, or the reader is not of the practice
 */
record Brought(
    UUID id, PracticeId practice, SourceFile file, LocalDate on, Optional<Permission> permission) {

  /** That somebody stands for the right to use it. */
  record Permission(
      String words, PersonId by, String byName, LocalDate on, Optional<LocalDate> withdrawnOn) {}

  /** How far a questionnaire is. */
  enum State {
    DRAFT,
    IN_USE,
    WITHDRAWN;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  State state() {
    return permission
        .map(it -> it.withdrawnOn().isPresent() ? State.WITHDRAWN : State.IN_USE)
        .orElse(State.DRAFT);
  }

  /**
   * What the file says. It was read without a mistake when it came, and never changes.
   *
   * @throws IllegalStateException when a later Accord reads it otherwise
   */
  Instrument instrument() {
    InstrumentFile.Outcome read = InstrumentFile.read(file);
    return read.instrument()
        .orElseThrow(() -> new IllegalStateException("a kept questionnaire: " + read.mistakes()));
  }
}
