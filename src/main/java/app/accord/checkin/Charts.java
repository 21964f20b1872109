package app.accord.checkin;

import app.accord.checkin.CheckinStore.Partner;
import app.accord.checkin.Numbers.Opened;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a chart is made of numbers. Gaps stay gaps. */
final class Charts {
  private Charts() {}

  /**
   * A chart: as many numbers in each line as there are weeks, null for a gap.
   *
   * @param weeks without a hole, from old to new
   */
  record Chart(List<Week> weeks, List<Line> lines) {}

  /** One person's line. */
  record Line(Seat seat, List<@Nullable Integer> numbers) {}

  /**
   * The couple's chart of an item, from what they share now. It begins with the first week in which
   * all have a number and exists from the third such week on: until then both see what a couple
   * sees that never shared anything, whoever of them does (R6).
   *
   * @param shared numbers of closed weeks by seat, of each partner who shares
   * @param partners all who must
   */
  static Optional<Chart> ofCouple(
      Map<Seat, Map<Week, Integer>> shared, List<Seat> partners, int firstAfter, Week lastClosed) {
    if (partners.size() < 2 || !shared.keySet().containsAll(partners)) {
      return Optional.empty();
    }
    Set<Week> common = new TreeSet<>(shared.getOrDefault(partners.getFirst(), Map.of()).keySet());
    partners.forEach(seat -> common.retainAll(shared.getOrDefault(seat, Map.of()).keySet()));
    common.removeIf(week -> week.compareTo(lastClosed) > 0);
    return common.size() < firstAfter
        ? Optional.empty()
        : Optional.of(chart(shared, partners, common.iterator().next(), lastClosed));
  }

  /**
   * All charts that there are now, by item.
   *
   * @param own what the reader shares
   * @param copies what the reader may read of everybody
   */
  static Map<String, Chart> shared(
      Weekly weekly, Set<String> own, List<Partner> partners, List<Opened> copies, Week closed) {
    List<Seat> seats = partners.stream().map(Partner::seat).toList();
    var charts = new LinkedHashMap<String, Chart>();
    for (String item : own) {
      ofCouple(lines(partners, item, copies), seats, weekly.firstChartAfter(), closed)
          .ifPresent(chart -> charts.put(item, chart));
    }
    return charts;
  }

  private static Map<Seat, Map<Week, Integer>> lines(
      List<Partner> partners, String item, List<Opened> copies) {
    var lines = new LinkedHashMap<Seat, Map<Week, Integer>>();
    for (Partner partner : partners) {
      var line = new LinkedHashMap<Week, Integer>();
      copies.stream()
          .filter(one -> one.spot().item().equals(item))
          .filter(one -> one.spot().person().equals(partner.person()))
          .forEach(one -> one.number().ifPresent(n -> line.put(one.spot().week(), n)));
      if (!line.isEmpty()) {
        lines.put(partner.seat(), line);
      }
    }
    return lines;
  }

  /** Lines from one week to another, both included. */
  static Chart chart(
      Map<Seat, Map<Week, Integer>> numbers, List<Seat> partners, Week first, Week last) {
    List<Week> weeks = new ArrayList<>();
    for (Week week = first; week.compareTo(last) <= 0; week = week.plus(1)) {
      weeks.add(week);
    }
    return new Chart(
        List.copyOf(weeks),
        partners.stream()
            .map(seat -> new Line(seat, line(numbers.getOrDefault(seat, Map.of()), weeks)))
            .toList());
  }

  private static List<@Nullable Integer> line(Map<Week, Integer> numbers, List<Week> weeks) {
    List<@Nullable Integer> line = new ArrayList<>();
    weeks.forEach(week -> line.add(numbers.get(week)));
    return java.util.Collections.unmodifiableList(line);
  }

  /** Numbers of one item by week. */
  static Map<Week, Integer> ofItem(History history, String item) {
    var numbers = new LinkedHashMap<Week, Integer>();
    history
        .weeks()
        .forEach(
            (week, answers) -> history.answer(week, item).ifPresent(n -> numbers.put(week, n)));
    return numbers;
  }
}
