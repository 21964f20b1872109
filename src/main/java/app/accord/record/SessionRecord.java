package app.accord.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of a session as its therapists read it. It prints itself without its words.
 *
 * @param text the therapist's words
 * @param version of the words; 0: none yet
 * @param mayWrite the reader leads the case
 * @param signed null: not yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionRecord(
    int number,
    String zone,
    RecordFacts facts,
    String text,
    int version,
    boolean mayWrite,
    @Nullable Signature signed,
    List<Addition> additions) {

  /**
   * @param digest SHA-256 of the signed bytes, in hex; null for a record from before they were kept
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Signature(String by, Instant at, @Nullable String digest) {}

  /** What was added later. It prints itself without its words. */
  record Addition(UUID id, String by, Instant at, String text) {
    @Override
    public String toString() {
      return "Addition[" + id + ", " + text.length() + " chars]";
    }
  }

  @Override
  public String toString() {
    return "SessionRecord[" + number + ", " + text.length() + " chars]";
  }
}
