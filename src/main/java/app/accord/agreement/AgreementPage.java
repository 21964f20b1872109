package app.accord.agreement;

import app.accord.couple.Member;
import app.accord.kernel.RoomId;
import app.accord.room.Mark;
import app.accord.room.ReviewAnswer;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agreement, as far as its reader's own stream tells of it: of what is the other's alone there
 * is nothing here.
 *
 * @param title what the couple calls it, or else the heading of its exercise
 * @param textOpen whether new words are being written; what all signed last holds meanwhile
 * @param versions what all signed, from old to new
 * @param weeks where all said the same, from old to new
 * @param mark the reader's own of this week; null: none, or the reader is no partner
 * @param review the reader's own answer while it is sealed
 * @param endsOn from when the reader lets it go; nobody else finds it here
 * @param singles single marks, as each told them: to the therapist only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementPage(
    RoomId id,
    State state,
    String title,
    boolean textOpen,
    List<Line> lines,
    List<Suggestion> suggestions,
    List<Signed> signed,
    List<Version> versions,
    List<Week> weeks,
    List<Review> reviews,
    @Nullable LocalDate lookOn,
    @Nullable Mark mark,
    @Nullable ReviewAnswer review,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate endedOn,
    List<Single> singles) {

  /** Where it is in its life. */
  public enum State {
    BEING_WRITTEN,
    IN_FORCE,
    ENDED;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One sentence of the text as it stands. */
  public record Line(UUID id, Seat by, String text) {}

  /** Other words for a sentence, which its author has still to decide. */
  public record Suggestion(Seat by, UUID line, String text) {}

  /** Who has signed, and when. */
  public record Signed(Seat seat, LocalDate on) {
    static Signed of(RoomEvent.Signature signature) {
      return new Signed(signature.seat(), signature.on());
    }
  }

  /** What all signed. */
  public record Version(String name, List<String> lines, List<Signed> signed, LocalDate on) {}

  /** What all said of a week, by its Monday. */
  public record Week(LocalDate week, Mark mark) {}

  /** When all looked at it again, and what each answered. */
  public record Review(LocalDate on, List<Answered> answers) {}

  /** What one of them answered. */
  public record Answered(Seat seat, ReviewAnswer answer) {}

  /** What one of them said of a week. */
  public record Single(LocalDate week, Seat seat, Mark mark) {}

  /**
   * All agreements of a case.
   *
   * @param today the couple's
   * @param week the Monday of the week that can be marked now
   */
  public record All(
      Seat you,
      List<Member> members,
      String secrets,
      String zone,
      LocalDate today,
      LocalDate week,
      List<AgreementPage> agreements) {}

  @Override
  public String toString() {
    return "AgreementPage[" + id + ", " + state + "]";
  }
}
