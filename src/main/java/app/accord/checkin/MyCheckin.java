package app.accord.checkin;

import app.accord.couple.Member;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week's check-in as its author finds it: nothing in it changes with what the other does, but for
 * a chart that both have.
 *
 * @param week its Monday: the one that is open, or else the next that opens
 * @param questions without a line where the couple has no secrets
 * @param answers what was answered or skipped so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyCheckin(
    Instant now,
    String zone,
    Seat you,
    List<Member> members,
    LocalDate week,
    Instant opensAt,
    Instant closesAt,
    boolean open,
    Questions questions,
    List<Answered> answers,
    @Nullable Line said,
    List<Sharing> sharing) {

  /** An answer; without a number it was skipped. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Answered(String item, @Nullable Integer number) {}

  /** One's own words. They print themselves without what they say. */
  public record Line(String text, String reach) {
    @Override
    public String toString() {
      return "Line[" + text.length() + " chars, " + reach + "]";
    }
  }

  /**
   * How one shares an item oneself.
   *
   * @param on whether one does
   * @param thisWeek whether one has since before this week opened, so that its number is shared
   * @param chart whether there is a chart of both: only then it is known that the other does too
   */
  public record Sharing(String item, boolean on, boolean thisWeek, boolean chart) {}

  /** What the couple sees of its check-ins. */
  public record MyCharts(
      Instant now,
      String zone,
      Seat you,
      List<Member> members,
      List<Item> items,
      List<LocalDate> sessions) {}

  /**
   * One item.
   *
   * @param on whether one shares it oneself
   * @param chart null until both have shared it for some weeks, and as soon as one stops
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(String id, boolean on, Charts.@Nullable Chart chart) {}

  /**
   * What a partner's home says of the open week.
   *
   * @param through whether every question was come to
   */
  public record Waiting(boolean begun, boolean through, Instant closesAt) {}
}
