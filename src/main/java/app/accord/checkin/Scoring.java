package app.accord.checkin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is usual for somebody, and how a week compares with it (content.md 3). All numbers are
 * whole: a median in halves, a mean in tenths. Nobody is compared with anybody else.
 */
public final class Scoring {
  private final FlagRules rules;

  public Scoring(FlagRules rules) {
    this.rules = rules;
  }

  /**
   * A week beside what is usual, both over the same items.
   *
   * @param tenths the mean of the week's answers, to one decimal
   * @param usualTenths the mean of the usual ones, to one decimal
   */
  public record Compared(int tenths, int usualTenths) {
    /** How far above the usual, in tenths of a point; negative is below. */
    public int above() {
      return tenths - usualTenths;
    }
  }

  /**
   * Somebody's usual answer to an item, in halves: the median of the last answers before that week.
   * Empty while there are too few.
   */
  public OptionalInt usualHalves(History of, String item, Week before) {
    List<Integer> last =
        of.weeks().headMap(before, false).descendingMap().values().stream()
            .filter(answers -> answers.containsKey(item))
            .limit(rules.lastAnswers())
            .map(answers -> answers.getOrDefault(item, 0))
            .sorted()
            .toList();
    if (last.size() < rules.atLeast()) {
      return OptionalInt.empty();
    }
    int middle = last.size() / 2;
    return OptionalInt.of(
        last.size() % 2 == 1 ? 2 * last.get(middle) : last.get(middle - 1) + last.get(middle));
  }

  /**
   * A week beside what was usual before another: the mean of the answered items that have a usual
   * one, with the mean of the usual ones of the same items, so that a skipped question moves
   * nothing. Empty where too few were answered.
   */
  public Optional<Compared> compare(History of, Week week, Week usualBefore) {
    int items = 0;
    int answered = 0;
    int usual = 0;
    for (Map.Entry<String, Integer> answer : of.in(week).entrySet()) {
      OptionalInt halves = usualHalves(of, answer.getKey(), usualBefore);
      if (halves.isPresent()) {
        items++;
        answered += 2 * answer.getValue();
        usual += halves.getAsInt();
      }
    }
    return items < rules.minAnswered()
        ? Optional.empty()
        : Optional.of(new Compared(meanTenths(answered, items), meanTenths(usual, items)));
  }

  /** The mean of numbers whose sum is given in halves: in tenths, a half rounded up. */
  private static int meanTenths(int sumOfHalves, int count) {
    return (10 * sumOfHalves + count) / (2 * count);
  }
}
