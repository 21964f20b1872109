package app.accord.checkin;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one person has answered, week by week. A week that is not there is a gap, and so is an item
 * that was skipped: neither is filled or counted. A week in which everything was skipped is there.
 */
public record History(NavigableMap<Week, Map<String, Integer>> weeks) {
  public History {
    var copy = new TreeMap<Week, Map<String, Integer>>();
    weeks.forEach((week, answers) -> copy.put(week, Map.copyOf(answers)));
    weeks = java.util.Collections.unmodifiableNavigableMap(copy);
  }

  static final History NONE = new History(new TreeMap<>());

  /** The answers of a week by item; empty for a gap. */
  public Map<String, Integer> in(Week week) {
    return weeks.getOrDefault(week, Map.of());
  }

  Optional<Integer> answer(Week week, String item) {
    return Optional.ofNullable(in(week).get(item));
  }

  /** Whether there was a check-in in one of these weeks, the first and the last included. */
  boolean hasAny(Week first, Week last) {
    return !weeks.subMap(first, true, last, true).isEmpty();
  }
}
