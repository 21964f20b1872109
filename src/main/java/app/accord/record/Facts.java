package app.accord.record;

import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of a session by itself (R27): made from the room's journal and from nothing
 * else, so that the same journal gives the same bytes. There is no place in it for words that were
 * not opened, for who paused or asked, for one person's times or for a connection.
 *
 * @param startedAt when the door opened; null: it never did
 * @param endedAt null: it was not ended
 * @param present who was there, in the order of the seats
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<Seat> present,
    List<Exercise> exercises) {

  /**
   * One exercise, by its start.
   *
   * @param minutes from its start to its end; null: it was not ended
   * @param steps the titles of those that were opened, in the exercise's order
   * @param opened what was opened to all
   * @param closed titles of what was left closed; whose it was is not in it
   * @param chosen the cards that were chosen to talk about
   * @param saidBack what was said back in writing and confirmed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Exercise(
      String title,
      int version,
      @Nullable Integer minutes,
      List<String> steps,
      List<Opened> opened,
      List<String> closed,
      List<String> chosen,
      List<String> saidBack,
      List<Agreed> agreements) {}

  /**
   * What was opened, by the title of its step; never the words themselves.
   *
   * @param cards of a sort: how many cards all had placed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Opened(String title, String kind, @Nullable Integer cards) {}

  /**
   * An agreement that at least one has signed.
   *
   * @param signedBy in the order of the seats
   * @param reviewOn null: not all have signed this version
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Agreed(
      String title, int version, List<Seat> signedBy, @Nullable LocalDate reviewOn) {}
}
