package app.accord.note;

import app.accord.kernel.RoomId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note that its author alone reads. It prints itself without its words.
 *
 * @param at when it was begun
 * @param version grows by one with each change, from 1
 * @param roomId the session's room that it was written beside; null in the workspace
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Note(UUID id, String text, Instant at, int version, @Nullable RoomId roomId) {
  @Override
  public String toString() {
    return "Note[" + id + ", " + text.length() + " chars]";
  }
}
