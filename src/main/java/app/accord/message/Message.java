package app.accord.message;

import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a thread. It prints itself without the words. That somebody has read it
 * stands nowhere in it (R30).
 *
 * @param by null: somebody who sits in the case no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(UUID id, @Nullable Seat by, Instant at, String text) {
  @Override
  public String toString() {
    return "Message[" + id + ", " + text.length() + " chars]";
  }
}
