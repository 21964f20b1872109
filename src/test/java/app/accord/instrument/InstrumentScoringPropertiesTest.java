package app.accord.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.instrument.Instrument.Item;
import app.accord.instrument.Instrument.Method;
import app.accord.instrument.Instrument.Missing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstrumentScoringPropertiesTest {

  /** A questionnaire, all its answers, and which of them were given. */
  record Sheet(Instrument of, Map<String, Integer> all, Map<String, Integer> given) {}

  @Property(tries = 300)
  void reversingTwiceIsTheValueItself(@ForAll("items") Item item) {
    for (int value = item.lowest(); value <= item.highest(); value++) {
      assertThat(item.counted(item.counted(value))).isEqualTo(value);
      assertThat(item.counted(value)).isBetween(item.lowest(), item.highest());
    }
  }

  @Property(tries = 300)
  void theOrderOfTheItemsChangesNothing(@ForAll("sheets") Sheet sheet, @ForAll Random random) {
    List<Item> mixed = new ArrayList<>(sheet.of().items());
    Collections.shuffle(mixed, random);
    Instrument other =
        Made.of(
            sheet.of().score().method(),
            sheet.of().score().missing(),
            sheet.of().score().minAnswered(),
            mixed);
    assertThat(InstrumentScoring.score(other, sheet.given()))
        .isEqualTo(InstrumentScoring.score(sheet.of(), sheet.given()));
  }

  @Property(tries = 300)
  void aValueLiesInsideTheRange(@ForAll("sheets") Sheet sheet) {
    InstrumentScoring.score(sheet.of(), sheet.given())
        .ifPresent(value -> assertThat(sheet.of().score().range().holds(value.shown())).isTrue());
  }

  @Property(tries = 300)
  void withAllAnsweredItIsTheSameWhateverIsSaidOfMissingOnes(@ForAll("sheets") Sheet sheet) {
    assertThat(shown(sheet, Missing.PRORATE)).isPresent().isEqualTo(shown(sheet, Missing.REFUSE));
  }

  private static Optional<String> shown(Sheet sheet, Missing missing) {
    Instrument of =
        Made.of(
            sheet.of().score().method(),
            missing,
            sheet.of().score().minAnswered(),
            sheet.of().items());
    return InstrumentScoring.score(of, sheet.all()).map(value -> value.shown().toPlainString());
  }

  @Provide
  Arbitrary<Item> items() {
    return Combinators.combine(
            Arbitraries.integers().between(-10, 10),
            Arbitraries.integers().between(1, 10),
            Arbitraries.of(true, false))
        .as(
            (lowest, width, reverse) -> {
              Item item = Made.reversed("x", lowest, lowest + width);
              return new Item(item.id(), item.text(), item.answers(), reverse);
            });
  }

  @Provide
  Arbitrary<Sheet> sheets() {
    return Combinators.combine(
            items().list().ofMinSize(1).ofMaxSize(12),
            Arbitraries.of(Method.values()),
            Arbitraries.of(Missing.values()),
            Arbitraries.randoms())
        .as(InstrumentScoringPropertiesTest::sheet);
  }

  private static Sheet sheet(List<Item> shapes, Method method, Missing missing, Random random) {
    List<Item> items = new ArrayList<>();
    var all = new HashMap<String, Integer>();
    var given = new HashMap<String, Integer>();
    for (Item shape : shapes) {
      String id = "i" + items.size();
      items.add(new Item(id, shape.text(), shape.answers(), shape.reverse()));
      int value = shape.lowest() + random.nextInt(shape.highest() - shape.lowest() + 1);
      all.put(id, value);
      if (random.nextInt(3) > 0) {
        given.put(id, value);
      }
    }
    int least = 1 + random.nextInt(items.size());
    return new Sheet(Made.of(method, missing, least, items), all, given);
  }
}
