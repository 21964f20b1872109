package app.accord.progress;

import app.accord.couple.Member;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shared page of a case, the same for all who hold a seat in it but for what is marked as the
 * reader's own. There is nothing to count on it: no sum, no rank, no comparison (content.md 5).
 *
 * @param open whether something new can be added
 * @param letters of the therapist, from new to old
 * @param wins from new to old
 * @param learned lines that one offered and the other kept, from new to old
 * @param done exercises done together, from new to old
 * @param sessions their days, from new to old
 */
public record Progress(
    Instant now,
    String zone,
    Seat you,
    List<Member> members,
    boolean open,
    List<Letter> letters,
    List<Win> wins,
    List<Line> learned,
    List<Done> done,
    List<LocalDate> sessions) {

  /** What the therapist wrote to the couple. It prints itself without its words. */
  public record Letter(UUID id, Instant at, String text) {
    @Override
    public String toString() {
      return "Letter[" + id + "]";
    }
  }

  /**
   * Something small that somebody noticed. It prints itself without its words.
   *
   * @param by null: whoever wrote it has left
   * @param yours whether the reader can take it down
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Win(UUID id, @Nullable Seat by, Instant at, String text, boolean yours) {
    @Override
    public String toString() {
      return "Win[" + id + "]";
    }
  }

  /** A line of "What we learned". It prints itself without its words. */
  public record Line(RoomId roomId, UUID id, LocalDate on, String text) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** An exercise that was done together. */
  public record Done(String title, LocalDate on, boolean inSession) {}

  /** A letter that is being written; version 0: nothing is kept of one. */
  public record LetterDraft(String text, int version) {
    static final LetterDraft NONE = new LetterDraft("", 0);

    @Override
    public String toString() {
      return "LetterDraft[" + version + "]";
    }
  }
}
