package app.accord.homework;

import app.accord.couple.Member;
import app.accord.kernel.RoomId;
import app.accord.room.Opens;
import app.accord.room.RoomEvent.Handed;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Homework as a partner finds it in a list. What is only for one is never listed for the other, and
 * nothing here tells how far the other is (R21).
 *
 * @param until null: until the next session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Task(
    RoomId roomId,
    String title,
    int minutes,
    boolean together,
    @Nullable LocalDate until,
    HomeworkRoom.State state) {

  /**
   * All of one partner's.
   *
   * @param tasks from new to old, without what was put away
   * @param shared what the other has handed in for all three
   */
  public record Mine(List<Task> tasks, List<Shared> shared) {}

  /** What somebody else of the case lets all read. */
  public record Shared(RoomId roomId, String title, Seat by) {}

  /** Its words. The exercise itself comes by its digest. */
  public record SharedPage(Seat by, String digest, List<Handed> answers) {}

  /** The page of one task: who is who in its room. The rest comes from the room itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      RoomId id,
      Seat you,
      List<Member> members,
      String secrets,
      String zone,
      boolean together,
      @Nullable LocalDate until,
      Opens opens) {}
}
