package app.accord.checkin;

import static app.accord.checkin.Answered.alike;
import static app.accord.checkin.Answered.all;
import static app.accord.checkin.Answered.both;
import static app.accord.checkin.Answered.history;
import static app.accord.checkin.Answered.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.checkin.Flag.Signal;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlagsTest {

  @Test
  void both_lower_for_three_weeks_is_told_at_the_third_closing() {
    Map<Seat, History> couple = both(alike(6, 6, 6, 5, 4, 4), alike(7, 7, 7, 6, 5, 5));
    assertThat(told(couple, 5)).isEmpty();
    assertThat(told(couple, 6)).containsExactly("both-lower 6");
  }

  @Test
  void half_a_point_is_enough_and_less_is_not() {
    History lower = history(6, week -> week < 4 ? all(6) : less(6, "closeness", "reliance"));
    // Two of five items one lower: 0.4 below. Three of five: 0.6.
    assertThat(told(both(lower, lower), 6)).isEmpty();
    History more =
        history(6, week -> week < 4 ? all(6) : less(6, "closeness", "reliance", "openness"));
    assertThat(told(both(more, more), 6)).containsExactly("both-lower 6");
    assertThat(told(both(more, lower), 6)).isEmpty();
  }

  @Test
  void a_gap_within_the_three_weeks_is_no_row() {
    assertThat(told(both(alike(6, 6, 6, 5, null, 5, 5), alike(6, 6, 6, 5, 5, 5, 5)), 7)).isEmpty();
  }

  @Test
  void the_usual_is_taken_from_before_the_three_weeks_and_not_from_within_them() {
    // From within, the usual would sink with the weeks and nothing would be told.
    assertThat(told(both(alike(8, 8, 8, 6, 6, 6), alike(8, 8, 8, 6, 6, 6)), 6))
        .containsExactly("both-lower 6");
  }

  @Test
  void a_clear_drop_of_one_is_told_of_that_one_at_once() {
    History drop =
        history(
            4, week -> week < 4 ? all(6) : less(less(all(4), "closeness", "reliance"), "openness"));
    // 3, 3, 3, 4, 4: a mean of 3.4, so 2.6 below.
    assertThat(told(both(drop, alike(6, 6, 6, 6)), 4)).containsExactly("clear-drop 4 partner-1");
    assertThat(told(both(alike(6, 6, 6, 6), drop), 4)).containsExactly("clear-drop 4 partner-2");
    History two = history(4, week -> all(week < 4 ? 6 : 4));
    assertThat(told(both(two, alike(6, 6, 6, 6)), 4)).isEmpty();
  }

  @Test
  void one_answer_five_below_its_own_median_is_told() {
    History low = history(4, week -> week < 4 ? all(7) : with(all(7), "openness", 2));
    assertThat(told(both(low, alike(7, 7, 7, 7)), 4))
        .containsExactly("one-item 4 partner-1 openness");
    History enough = history(4, week -> week < 4 ? all(7) : with(all(7), "openness", 3));
    assertThat(told(both(enough, alike(7, 7, 7, 7)), 4)).isEmpty();
  }

  @Test
  void one_two_above_and_the_other_two_below_for_three_weeks_is_told_once_of_both() {
    assertThat(told(both(alike(5, 5, 5, 7, 7, 7), alike(5, 5, 5, 3, 3, 3)), 6))
        .containsExactly("apart 6");
    assertThat(told(both(alike(5, 5, 5, 7, 7, 7), alike(5, 5, 5, 4, 4, 4)), 6)).isEmpty();
    assertThat(told(both(alike(5, 5, 5, 7, 3, 7), alike(5, 5, 5, 3, 7, 3)), 6)).isEmpty();
  }

  @Test
  void somebody_who_used_to_answer_and_has_not_for_four_weeks_is_told_of() {
    Map<Seat, History> couple = both(alike(5, 5), alike(5, 5, 5, 5, 5, 5, 5));
    assertThat(told(couple, 5)).isEmpty();
    assertThat(told(couple, 6)).containsExactly("no-check-in 6 partner-1");
    assertThat(told(both(History.NONE, alike(5, 5, 5, 5, 5, 5)), 6)).isEmpty();
  }

  @Test
  void a_week_in_which_all_was_skipped_is_a_check_in() {
    History skipped = history(6, week -> week == 4 ? Map.of() : week < 3 ? all(5) : null);
    assertThat(told(both(skipped, alike(5, 5, 5, 5, 5, 5)), 6)).isEmpty();
  }

  @Test
  void an_episode_is_told_once_and_again_after_three_weeks_without_it() {
    Integer[] numbers = {8, 8, 8, 8, 2, 2, 8, 8, 2, 8, 8, 8, 2};
    Map<Seat, History> couple = both(alike(numbers), alike(5, 5, 5));
    assertThat(flags(couple, 13).stream().filter(flag -> flag.signal().rule().equals("clear-drop")))
        .extracting(flag -> flag.week().since(week(1)) + 1, Flag::over)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5, true),
            org.assertj.core.groups.Tuple.tuple(13, false));
  }

  @Test
  void it_is_over_when_it_could_be_told_again() {
    Map<Seat, History> couple = both(alike(8, 8, 8, 2, 8, 8, 8), alike(5, 5, 5));
    assertThat(drops(couple, 6)).extracting(Flag::over).containsExactly(false);
    assertThat(drops(couple, 7)).extracting(Flag::over).containsExactly(true);
  }

  @Property(tries = 300)
  void nothing_is_told_twice_in_an_episode(@ForAll long seed) {
    Map<Seat, History> couple = some(seed, 40);
    var last = new HashMap<Signal, Week>();
    for (Flag flag : flags(couple, 40)) {
      Week before = last.put(flag.signal(), flag.week());
      if (before != null) {
        assertThat(flag.week().since(before)).isGreaterThan(Answered.RULES.rearmAfterWeeks());
      }
    }
  }

  /** The same whoever looks and when: what comes later changes nothing of what was told. */
  @Property(tries = 300)
  void what_was_told_at_a_closing_stays_what_it_was(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int early) {
    Map<Seat, History> couple = some(seed, 40);
    assertThat(told(couple, early))
        .isEqualTo(
            flags(couple, 40).stream()
                .filter(flag -> flag.week().compareTo(week(early)) <= 0)
                .map(FlagsTest::line)
                .toList());
  }

  @Property(tries = 200)
  void which_partner_sits_where_changes_only_the_seat(@ForAll long seed) {
    Map<Seat, History> couple = some(seed, 20);
    Map<Seat, History> swapped =
        both(
            couple.getOrDefault(Seat.PARTNER_2, History.NONE),
            couple.getOrDefault(Seat.PARTNER_1, History.NONE));
    assertThat(flags(swapped, 20).stream().map(FlagsTest::line).map(FlagsTest::swap).sorted())
        .containsExactlyElementsOf(told(couple, 20).stream().sorted().toList());
  }

  private static String swap(String line) {
    return line.replace("partner-1", "x")
        .replace("partner-2", "partner-1")
        .replace("x", "partner-2");
  }

  private static Map<Seat, History> some(long seed, int weeks) {
    var random = new Random(seed);
    return both(one(random, weeks), one(random, weeks));
  }

  private static History one(Random random, int weeks) {
    var answers = new TreeMap<Week, Map<String, Integer>>();
    int level = 5;
    for (int number = 1; number <= weeks; number++) {
      level = Math.clamp(level + random.nextInt(5) - 2L, 0, 10);
      if (random.nextInt(6) > 0) {
        var that = new HashMap<>(all(level));
        if (random.nextInt(4) == 0) {
          that.remove(Answered.ITEMS.get(random.nextInt(5)));
        }
        answers.put(week(number), that);
      }
    }
    return new History(answers);
  }

  private static List<Flag> drops(Map<Seat, History> couple, int closed) {
    return flags(couple, closed).stream()
        .filter(flag -> flag.signal().rule().equals("clear-drop"))
        .toList();
  }

  private static List<Flag> flags(Map<Seat, History> couple, int closed) {
    return Flags.of(Answered.RULES, couple, week(closed));
  }

  private static List<String> told(Map<Seat, History> couple, int closed) {
    return flags(couple, closed).stream().map(FlagsTest::line).toList();
  }

  private static String line(Flag flag) {
    var words = new ArrayList<String>();
    words.add(flag.signal().rule());
    words.add(String.valueOf(flag.week().since(week(1)) + 1));
    flag.signal().who().map(Seat::wire).ifPresent(words::add);
    Optional<String> item = flag.signal().item();
    item.ifPresent(words::add);
    return String.join(" ", words);
  }

  private static Map<String, Integer> less(int number, String... items) {
    return less(all(number), items);
  }

  private static Map<String, Integer> less(Map<String, Integer> from, String... items) {
    var answers = new HashMap<>(from);
    for (String item : items) {
      answers.merge(item, -1, Integer::sum);
    }
    return answers;
  }

  private static Map<String, Integer> with(Map<String, Integer> from, String item, int number) {
    var answers = new HashMap<>(from);
    answers.put(item, number);
    return answers;
  }
}
