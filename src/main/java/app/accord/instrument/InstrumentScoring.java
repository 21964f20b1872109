package app.accord.instrument;

import app.accord.instrument.Instrument.CutOff;
import app.accord.instrument.Instrument.Item;
import app.accord.instrument.Instrument.Method;
import app.accord.instrument.Instrument.Missing;
import app.accord.instrument.Instrument.Range;
import app.accord.instrument.Instrument.Subscale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From answers to a number, and from two numbers to what the source lets one say. Where the file
 * gives no number, nothing is said.
 */
final class InstrumentScoring {
  private InstrumentScoring() {}

  /**
   * What all items can give together.
   *
   * @return exact, or for a mean with two decimals
   */
  static Range range(Method method, List<Item> items) {
    int parts = method == Method.MEAN ? items.size() : 1;
    return new Range(
        new Value(items.stream().mapToLong(Item::lowest).sum(), parts).shown(),
        new Value(items.stream().mapToLong(Item::highest).sum(), parts).shown());
  }

  /**
   * The number of the whole questionnaire.
   *
   * @param answers by item, as they were chosen and before reversing; an item that is not there was
   *     not answered
   * @return empty where too little was answered
   */
  static Optional<Value> score(Instrument of, Map<String, Integer> answers) {
    return score(of, of.items(), of.score().minAnswered(), answers);
  }

  /**
   * The number of one part. As many of its items must be answered as the file asks of the whole, in
   * proportion and rounded up.
   */
  static Optional<Value> score(Instrument of, Subscale part, Map<String, Integer> answers) {
    List<Item> items = of.items(part);
    int least = Math.ceilDiv(of.score().minAnswered() * items.size(), of.items().size());
    return score(of, items, least, answers);
  }

  private static Optional<Value> score(
      Instrument of, List<Item> items, int least, Map<String, Integer> answers) {
    List<Item> answered = items.stream().filter(item -> answers.containsKey(item.id())).toList();
    int enough = of.score().missing() == Missing.REFUSE ? items.size() : Math.max(1, least);
    if (answered.size() < enough) {
      return Optional.empty();
    }
    long sum = answered.stream().mapToLong(item -> counted(item, answers)).sum();
    long parts = answered.size();
    long standIns =
        items.stream()
            .filter(item -> !answers.containsKey(item.id()))
            .mapToLong(item -> standIn(item, sum, parts))
            .sum();
    return Optional.of(
        new Value(
            sum * parts + standIns,
            of.score().method() == Method.MEAN ? parts * items.size() : parts));
  }

  private static int counted(Item item, Map<String, Integer> answers) {
    return item.counted(answers.getOrDefault(item.id(), 0));
  }

  /**
   * The mean of the answered items, times {@code parts}. Never more or less than the item itself
   * can give: with sets of different length the score would leave its own range.
   */
  private static long standIn(Item item, long sum, long parts) {
    return Math.clamp(sum, item.lowest() * parts, item.highest() * parts);
  }

  /** Whether a number lies where the source counts it as distress; empty: no statement. */
  static Optional<Boolean> beyond(CutOff cutOff, Value value) {
    @Nullable BigDecimal line = cutOff.value();
    return line == null
        ? Optional.empty()
        : Optional.of(cutOff.side().holds(value.compareTo(line)));
  }

  /** Whether the cut-off lies between two numbers; empty: no statement. */
  static Optional<Boolean> crossed(CutOff cutOff, Value before, Value now) {
    return beyond(cutOff, before)
        .flatMap(then -> beyond(cutOff, now).map(today -> !then.equals(today)));
  }

  /** Whether two numbers are apart by the points of the source or more; empty: no statement. */
  static Optional<Boolean> changed(Instrument of, Value before, Value now) {
    @Nullable BigDecimal points = of.reliableChange().points();
    return points == null
        ? Optional.empty()
        : Optional.of(now.minus(before).magnitude().compareTo(points) >= 0);
  }
}
