package app.accord.checkin;

import static app.accord.checkin.Answered.alike;
import static app.accord.checkin.Answered.all;
import static app.accord.checkin.Answered.history;
import static app.accord.checkin.Answered.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.checkin.Scoring.Compared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoringTest {
  private static final Scoring SCORING = new Scoring(Answered.RULES);

  @Test
  void the_usual_is_the_median_of_the_last_six_answers() {
    assertThat(SCORING.usualHalves(alike(9, 9, 4, 6, 5, 7, 6, 6), "closeness", week(9)))
        .hasValue(12);
    assertThat(SCORING.usualHalves(alike(4, 5, 6, 7), "closeness", week(5))).hasValue(11);
  }

  @Test
  void a_gap_is_stepped_over_and_never_filled() {
    assertThat(SCORING.usualHalves(alike(4, null, null, 6, null, 5), "closeness", week(7)))
        .hasValue(10);
  }

  @Test
  void two_answers_are_too_few_for_a_usual_one() {
    assertThat(SCORING.usualHalves(alike(4, null, 6), "closeness", week(4))).isEmpty();
    assertThat(SCORING.usualHalves(alike(4, 5, 6), "closeness", week(3))).isEmpty();
    assertThat(SCORING.usualHalves(alike(4, 5, 6), "closeness", week(4))).hasValue(10);
  }

  @Test
  void a_week_is_the_mean_of_its_answers_to_one_decimal_beside_the_usual_of_the_same_items() {
    var numbers = Map.of("closeness", 4, "reliance", 5, "openness", 5); // 14 thirds: 4.666…, so 4.7
    History history = history(4, week -> week < 4 ? all(6) : numbers);
    assertThat(SCORING.compare(history, week(4), week(4))).contains(new Compared(47, 60));
    assertThat(new Compared(47, 60).above()).isEqualTo(-13);
  }

  @Test
  void two_answered_items_are_too_few_for_a_week() {
    History history = history(4, week -> week < 4 ? all(6) : Map.of("closeness", 0, "reliance", 0));
    assertThat(SCORING.compare(history, week(4), week(4))).isEmpty();
  }

  @Test
  void an_item_without_a_usual_answer_does_not_count() {
    History history =
        history(
            4,
            week -> {
              var answers = new HashMap<>(all(6));
              if (week < 4) {
                answers.remove("finding-back");
              } else {
                answers.put("finding-back", 0);
              }
              return answers;
            });
    assertThat(SCORING.compare(history, week(4), week(4))).contains(new Compared(60, 60));
  }

  /**
   * Whoever is as far from the own usual in everything is so whatever was skipped, however
   * different the items are.
   */
  @Property
  void a_skipped_question_moves_nothing(
      @ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int by) {
    var random = new Random(seed);
    var usual = new LinkedHashMap<String, Integer>();
    Answered.ITEMS.forEach(item -> usual.put(item, 3 + random.nextInt(5)));
    var last = new LinkedHashMap<String, Integer>();
    usual.forEach((item, number) -> last.put(item, number + by));
    var skipped = new ArrayList<>(Answered.ITEMS);
    Collections.shuffle(skipped, random);
    skipped.subList(0, random.nextInt(3)).forEach(last::remove);
    History history = history(5, week -> week < 5 ? usual : last);
    assertThat(SCORING.compare(history, week(5), week(5)).orElseThrow().above()).isEqualTo(10 * by);
  }

  @Property
  void a_gap_is_no_fill(@ForAll long seed) {
    var random = new Random(seed);
    var dense = new TreeMap<Week, Map<String, Integer>>();
    var spread = new TreeMap<Week, Map<String, Integer>>();
    int at = 1;
    for (int number = 1; number <= 9; number++) {
      Map<String, Integer> answers = some(random);
      dense.put(week(number), answers);
      at += random.nextInt(3);
      spread.put(week(at), answers);
      at++;
    }
    assertThat(SCORING.compare(new History(spread), spread.lastKey(), spread.lastKey()))
        .isEqualTo(SCORING.compare(new History(dense), dense.lastKey(), dense.lastKey()));
  }

  @Property
  void the_order_of_the_items_does_not_matter(@ForAll long seed) {
    var random = new Random(seed);
    List<Map<String, Integer>> weeks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      weeks.add(some(random));
    }
    History one = history(7, week -> weeks.get(week - 1));
    History other =
        history(
            7,
            week -> {
              var items = new ArrayList<>(weeks.get(week - 1).entrySet());
              Collections.shuffle(items, random);
              var turned = new LinkedHashMap<String, Integer>();
              items.forEach(item -> turned.put(item.getKey(), item.getValue()));
              return turned;
            });
    assertThat(SCORING.compare(one, week(7), week(5)))
        .isEqualTo(SCORING.compare(other, week(7), week(5)));
  }

  private static Map<String, Integer> some(Random random) {
    var answers = new LinkedHashMap<String, Integer>();
    for (String item : Answered.ITEMS) {
      if (random.nextInt(5) > 0) {
        answers.put(item, random.nextInt(11));
      }
    }
    return answers;
  }
}
