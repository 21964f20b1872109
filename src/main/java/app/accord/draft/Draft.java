package app.accord.draft;

import java.time.Instant;

/** One field's words, not handed in. It prints itself without them. */
public record Draft(String field, String text, Instant at) {
  @Override
  public String toString() {
    return "Draft[" + field + ", " + text.length() + " chars]";
  }
}
