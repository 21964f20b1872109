package app.accord.checkin;

import app.accord.couple.Member;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** The therapist's charts show no more: older weeks are not looked at side by side. */
  private static final int WEEKS_SHOWN = 26;

  static CaseCheckins of(
      Instant now,
      ToldCase told,
      QuestionFiles.Both questions,
      List<Member> members,
      List<LocalDate> sessions,
      List<Look> looks,
      List<Line> lines) {
    return new CaseCheckins(
        now,
        told.couple().zone().getId(),
        members.stream().filter(member -> member.seat().isPartner()).toList(),
        questions.weekly().in(told.language()),
        questions.weekly().english().items().stream()
            .flatMap(item -> chart(item.id(), told).stream())
            .toList(),
        sessions,
        looks,
        lines,
        questions.afterSession().in(told.language()),
        after(told));
  }

  private static Optional<Item> chart(String item, ToldCase told) {
    var lines = new LinkedHashMap<Seat, Map<Week, Integer>>();
    told.histories().forEach((seat, history) -> lines.put(seat, Charts.ofItem(history, item)));
    return lines.values().stream()
        .flatMap(line -> line.keySet().stream())
        .min(Comparator.naturalOrder())
        .map(
            first -> {
              Week shown = told.last().plus(1 - WEEKS_SHOWN);
              Week from = first.compareTo(shown) < 0 ? shown : first;
              List<Seat> seats = List.copyOf(told.seats().values());
              return new Item(item, Charts.chart(lines, seats, from, told.last()));
            });
  }

  private static List<After> after(ToldCase told) {
    var sessions = new LinkedHashMap<Integer, After>();
    told.scales()
        .forEach(
            scale ->
                sessions
                    .computeIfAbsent(
                        scale.number(),
                        number -> new After(number, told.day(scale.startsAt()), new TreeMap<>()))
                    .answers()
                    .put(scale.by(), scale.answers()));
    return List.copyOf(sessions.values());
  }

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
