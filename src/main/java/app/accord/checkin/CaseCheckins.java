package app.accord.checkin;

import app.accord.couple.Member;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A couple's check-ins for its therapist: everything that the partners tell the therapist, once a
 * week has closed.
 *
 * @param questions in the therapist's language
 * @param charts one for each question that was ever answered
 * @param sessions days of sessions
 * @param lines from new to old
 * @param after from the last session back
 */
public record CaseCheckins(
    Instant now,
    String zone,
    List<Member> partners,
    Questions questions,
    List<Item> charts,
    List<LocalDate> sessions,
    List<Look> looks,
    List<Line> lines,
    Questions afterQuestions,
    List<After> after) {

  /** One question's lines. */
  public record Item(String id, Charts.Chart chart) {}

  /** What somebody told the therapist. It prints itself without the words. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(Seat by, LocalDate week, String text, boolean read) {
    @Override
    public String toString() {
      return "Line[" + by + ", " + week + "]";
    }
  }

  /** How a session was; by seat and question. */
  public record After(int number, LocalDate on, Map<Seat, Map<String, Integer>> answers) {}
}
