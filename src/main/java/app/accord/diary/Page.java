package app.accord.diary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of one's own. It prints itself without its words.
 *
 * @param at when it was begun
 * @param version grows by one with each change, from 1
 * @param sharedAt the therapist can read a copy of how it was then; null: nobody else can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(UUID id, String text, Instant at, int version, @Nullable Instant sharedAt) {
  @Override
  public String toString() {
    return "Page[" + id + ", " + text.length() + " chars]";
  }
}
