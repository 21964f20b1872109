package app.accord.homework;

import app.accord.kernel.CoupleId;
import app.accord.kernel.RoomId;
import app.accord.room.Answer;
import app.accord.room.Opens;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Homework as its therapist finds it: one line for what several do, each alone or together.
 *
 * @param id the same for all its rooms
 * @param until null: until the next session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assignment(
    UUID id,
    String title,
    boolean together,
    @Nullable LocalDate until,
    Opens opens,
    List<Part> parts,
    boolean putAway) {

  /**
   * How far one partner is: no times, and no number of answers kept private (R21).
   *
   * @param unread something was handed in that the therapist has not read
   */
  public record Part(Seat seat, RoomId roomId, HomeworkRoom.State state, boolean unread) {}

  /** Handed in and not read yet. */
  public record Unread(CoupleId couple, UUID homework, String title) {}

  /** What stands in it, as far as it was handed in to the therapist. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Review(
      Assignment assignment,
      String digest,
      @Nullable String note,
      List<Piece> pieces,
      List<Remark> comments) {}

  /**
   * One handed-in answer.
   *
   * @param forAll whether everybody may read it: only then it can be put on the stage
   */
  public record Piece(RoomId roomId, String step, Seat by, Answer value, boolean forAll) {}

  /** A comment; null: to everybody whose homework it is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Remark(String text, @Nullable Seat to) {}
}
