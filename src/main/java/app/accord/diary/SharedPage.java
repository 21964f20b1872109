package app.accord.diary;

import app.accord.room.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A page that its author lets the therapist read, as it was when it was shared. It prints itself
 * without its words.
 */
public record SharedPage(UUID id, Seat by, String text, Instant at, Instant sharedAt) {
  @Override
  public String toString() {
    return "SharedPage[" + id + ", " + text.length() + " chars]";
  }
}
