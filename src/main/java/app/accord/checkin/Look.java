package app.accord.checkin;

import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something worth a therapist's look, in plain words. It prints itself without the note.
 *
 * @param id by which it can be put aside; null for a line, which is read
 * @param rule the rule that tells of it
 * @param says the rule in words; null where the page has them
 * @param who null where it is about both
 * @param item null where it is about the whole week
 * @param on the Monday of the week at whose closing it was told, or the session's day
 * @param aside whether a therapist of the case has put it aside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Look(
    @Nullable String id,
    String rule,
    @Nullable String says,
    @Nullable Seat who,
    @Nullable String item,
    LocalDate on,
    boolean aside,
    @Nullable String note) {
  /** A line for the therapist that nobody has read. */
  static final String UNREAD_LINE = "unread-line";

  @Override
  public String toString() {
    return "Look[" + rule + ", " + on + "]";
  }
}
