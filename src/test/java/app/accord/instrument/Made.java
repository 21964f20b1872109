package app.accord.instrument;

import app.accord.instrument.Instrument.Choice;
import app.accord.instrument.Instrument.CutOff;
import app.accord.instrument.Instrument.Item;
import app.accord.instrument.Instrument.Method;
import app.accord.instrument.Instrument.Missing;
import app.accord.instrument.Instrument.Range;
import app.accord.instrument.Instrument.ReliableChange;
import app.accord.instrument.Instrument.Score;
import app.accord.instrument.Instrument.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questionnaires for tests: numbers and placeholders, nobody's words. */
final class Made {
  private Made() {}

  static Item item(String id, int highest) {
    return new Item(id, "Item " + id, choices(0, highest), false);
  }

  static Item reversed(String id, int highest) {
    return reversed(id, 0, highest);
  }

  static Item reversed(String id, int lowest, int highest) {
    return new Item(id, "Item " + id, choices(lowest, highest), true);
  }

  private static List<Choice> choices(int lowest, int highest) {
    return IntStream.rangeClosed(lowest, highest)
        .mapToObj(value -> new Choice(value, "Answer " + value))
        .toList();
  }

  static Instrument sum(Item... items) {
    return of(Method.SUM, Missing.REFUSE, items.length, items);
  }

  static Instrument of(Method method, Missing missing, int least, Item... items) {
    return of(method, missing, least, List.of(items));
  }

  static Instrument of(Method method, Missing missing, int least, List<Item> items) {
    return new Instrument(
        "made",
        1,
        "en",
        "Made",
        "Nobody",
        "None needed",
        "A test",
        "Read each line.",
        null,
        true,
        items,
        new Score(method, true, InstrumentScoring.range(method, items), least, missing, List.of()),
        new CutOff(null, Side.BELOW, ""),
        new ReliableChange(null, ""));
  }

  /** One item from 0 to 6 and fifteen from 0 to 5. */
  static Instrument likeCsi16() {
    return of(Method.SUM, Missing.REFUSE, 16, items(1, 6, 15, 5));
  }

  /** Thirteen items from 0 to 5 and one from 0 to 4. */
  static Instrument likeRdas() {
    return of(Method.SUM, Missing.REFUSE, 14, items(13, 5, 1, 4));
  }

  private static List<Item> items(int first, int highest, int then, int thenHighest) {
    return Stream.concat(
            IntStream.range(0, first).mapToObj(i -> item("i" + i, highest)),
            IntStream.range(first, first + then).mapToObj(i -> item("i" + i, thenHighest)))
        .toList();
  }

  static Instrument with(Instrument of, CutOff cutOff, ReliableChange change) {
    return new Instrument(
        of.id(),
        of.version(),
        of.language(),
        of.name(),
        of.holder(),
        of.permission(),
        of.source(),
        of.instructions(),
        of.everyWeeks(),
        of.mayBeShown(),
        of.items(),
        of.score(),
        cutOff,
        change);
  }

  static CutOff cutOff(String value, Side side) {
    return new CutOff(new BigDecimal(value), side, "A publication");
  }

  static ReliableChange change(String points) {
    return new ReliableChange(new BigDecimal(points), "A publication");
  }

  static ReliableChange noChange() {
    return new ReliableChange(null, "");
  }

  static Range range(int min, int max) {
    return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
  }

  /** The same answer to all. */
  static Map<String, Integer> all(Instrument of, int value) {
    var answers = new HashMap<String, Integer>();
    of.items().forEach(item -> answers.put(item.id(), value));
    return answers;
  }
}
