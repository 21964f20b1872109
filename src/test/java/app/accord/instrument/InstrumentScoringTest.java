package app.accord.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.instrument.Instrument.Method;
import app.accord.instrument.Instrument.Missing;
import app.accord.instrument.Instrument.Side;
import app.accord.instrument.Instrument.Subscale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand. The numbers of CSI-16 and RDAS are those of content.md 3; none of their words.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstrumentScoringTest {

  @Test
  void a_sum_counts_a_reversed_item_from_the_other_end() {
    // 4 + (0 + 5 - 1) + 3
    Instrument three = Made.sum(Made.item("a", 5), Made.reversed("b", 5), Made.item("c", 4));
    assertThat(shown(three, Map.of("a", 4, "b", 1, "c", 3))).contains("11");
  }

  @Test
  void a_reversed_item_that_does_not_begin_at_zero_stays_inside_its_answers() {
    // 1..5: 1 + 5 - 2
    Instrument one = Made.sum(Made.reversed("a", 1, 5));
    assertThat(shown(one, Map.of("a", 2))).contains("4");
    assertThat(shown(one, Map.of("a", 5))).contains("1");
  }

  @Test
  void a_mean_is_told_with_two_decimals_and_compared_exactly() {
    // (5 + 4 + 1) / 3 = 3.333…
    Instrument three =
        Made.of(
            Method.MEAN,
            Missing.REFUSE,
            3,
            Made.item("a", 5),
            Made.item("b", 5),
            Made.item("c", 5));
    Map<String, Integer> answers = Map.of("a", 5, "b", 4, "c", 1);
    assertThat(shown(three, answers)).contains("3.33");
    Value value = InstrumentScoring.score(three, answers).orElseThrow();
    assertThat(value.compareTo(new BigDecimal("3.33"))).isPositive();
    assertThat(value.compareTo(new BigDecimal("3.34"))).isNegative();
  }

  @Test
  void for_a_missing_item_the_mean_of_the_others_stands_in() {
    // (4 + 3) / 2 = 3.5 for the third and the fourth: 7 + 7
    Instrument four = prorated(Method.SUM, 2);
    assertThat(shown(four, Map.of("a", 4, "b", 3))).contains("14");
    // (4 + 3 + 3) / 3 = 3.333… for the fourth: 13.333…
    assertThat(shown(four, Map.of("a", 4, "b", 3, "c", 3))).contains("13.33");
    // The mean of all is then the mean of those that were answered.
    assertThat(shown(prorated(Method.MEAN, 2), Map.of("a", 4, "b", 3))).contains("3.5");
  }

  @Test
  void with_fewer_answers_than_the_file_asks_for_there_is_no_value() {
    assertThat(InstrumentScoring.score(prorated(Method.SUM, 3), Map.of("a", 4, "b", 3))).isEmpty();
    Instrument strict = Made.sum(Made.item("a", 5), Made.item("b", 5));
    assertThat(InstrumentScoring.score(strict, Map.of("a", 4))).isEmpty();
    assertThat(InstrumentScoring.score(strict, Map.of())).isEmpty();
  }

  /** One long item alone would lift the short ones above what they can give. */
  @Test
  void what_stands_in_is_never_more_than_the_missing_item_can_give() {
    Instrument uneven =
        Made.of(Method.SUM, Missing.PRORATE, 1, Made.item("a", 6), Made.item("b", 5));
    assertThat(shown(uneven, Map.of("a", 6))).contains("11");
  }

  @Test
  void a_part_asks_for_its_own_share_of_answers() {
    Instrument four = prorated(Method.SUM, 2);
    var part = new Subscale("part", "Part", List.of("a", "b"), Made.range(0, 10));
    assertThat(InstrumentScoring.score(four, part, Map.of("a", 4)).map(Value::shown))
        .contains(new BigDecimal("8"));
    assertThat(InstrumentScoring.score(four, part, Map.of("c", 4, "d", 4))).isEmpty();
  }

  @Test
  void one_item_to_six_and_fifteen_to_five_are_like_csi_16() {
    Instrument csi = Made.with(Made.likeCsi16(), Made.cutOff("51.5", Side.BELOW), Made.noChange());
    assertThat(csi.score().range()).isEqualTo(Made.range(0, 81));
    Value before = value(csi, Made.all(csi, 3)); // 16 × 3 = 48
    Value after = value(csi, Made.all(csi, 4)); // 16 × 4 = 64
    assertThat(before.shown()).isEqualByComparingTo("48");
    assertThat(after.shown()).isEqualByComparingTo("64");
    assertThat(InstrumentScoring.beyond(csi.cutOff(), before)).contains(true);
    assertThat(InstrumentScoring.beyond(csi.cutOff(), after)).contains(false);
    assertThat(InstrumentScoring.crossed(csi.cutOff(), before, after)).contains(true);
    assertThat(InstrumentScoring.crossed(csi.cutOff(), after, after)).contains(false);
    // No published number: no statement.
    assertThat(InstrumentScoring.changed(csi, before, after)).isEmpty();
    assertThat(InstrumentScoring.beyond(csi.cutOff(), new Value(51, 1))).contains(true);
    assertThat(InstrumentScoring.beyond(csi.cutOff(), new Value(52, 1))).contains(false);
  }

  @Test
  void thirteen_items_to_five_and_one_to_four_are_like_rdas() {
    Instrument rdas =
        Made.with(Made.likeRdas(), Made.cutOff("47", Side.AT_OR_BELOW), Made.change("12"));
    assertThat(rdas.score().range()).isEqualTo(Made.range(0, 69));
    assertThat(InstrumentScoring.beyond(rdas.cutOff(), new Value(47, 1))).contains(true);
    assertThat(InstrumentScoring.beyond(rdas.cutOff(), new Value(48, 1))).contains(false);
    // Eleven points are within what chance does, twelve are not, in both directions.
    assertThat(InstrumentScoring.changed(rdas, new Value(42, 1), new Value(53, 1))).contains(false);
    assertThat(InstrumentScoring.changed(rdas, new Value(42, 1), new Value(54, 1))).contains(true);
    assertThat(InstrumentScoring.changed(rdas, new Value(54, 1), new Value(42, 1))).contains(true);
    assertThat(InstrumentScoring.crossed(rdas.cutOff(), new Value(42, 1), new Value(54, 1)))
        .contains(true);
  }

  @Test
  void a_file_without_a_cut_off_makes_no_statement() {
    Instrument plain = Made.sum(Made.item("a", 5));
    assertThat(InstrumentScoring.beyond(plain.cutOff(), new Value(1, 1))).isEmpty();
    assertThat(InstrumentScoring.crossed(plain.cutOff(), new Value(1, 1), new Value(5, 1)))
        .isEmpty();
    assertThat(InstrumentScoring.changed(plain, new Value(1, 1), new Value(5, 1))).isEmpty();
  }

  private static Instrument prorated(Method method, int least) {
    return Made.of(
        method,
        Missing.PRORATE,
        least,
        Made.item("a", 5),
        Made.item("b", 5),
        Made.item("c", 5),
        Made.item("d", 5));
  }

  private static Value value(Instrument of, Map<String, Integer> answers) {
    return InstrumentScoring.score(of, answers).orElseThrow();
  }

  private static Optional<String> shown(Instrument of, Map<String, Integer> answers) {
    return InstrumentScoring.score(of, answers).map(value -> value.shown().toPlainString());
  }
}
