package app.accord.exercise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may read an answer, from narrow to wide. The order is used: a wider one is greater. */
public enum Reach {
  /** Nobody but the author. */
  ME,
  /** The author and the therapist. */
  THERAPIST,
  /** The author only, until a reveal opens both. */
  REVEAL,
  /** Everyone in the room at once. */
  ROOM;

  public boolean isWiderThan(Reach other) {
    return compareTo(other) > 0;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
