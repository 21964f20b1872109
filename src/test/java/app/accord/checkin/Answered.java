package app.accord.checkin;

import app.accord.room.Seat;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Answers for tests, by number of the week. */
final class Answered {
  static final Weekly WEEKLY = QuestionFiles.shipped().weekly();
  static final FlagRules RULES = WEEKLY.flags();
  static final List<String> ITEMS =
      WEEKLY.english().items().stream().map(Questions.Item::id).toList();
  static final Week FIRST = new Week(LocalDate.of(2026, 1, 5));

  private Answered() {}

  static Week week(int number) {
    return FIRST.plus(number - 1);
  }

  /** All items alike, from the first week on; null is a gap. */
  static History alike(Integer... numbers) {
    return history(
        numbers.length,
        number -> {
          Integer answer = numbers[number - 1];
          return answer == null ? null : all(answer);
        });
  }

  static History history(int weeks, IntFunction<Map<String, Integer>> of) {
    var answers = new TreeMap<Week, Map<String, Integer>>();
    for (int number = 1; number <= weeks; number++) {
      Map<String, Integer> that = of.apply(number);
      if (that != null) {
        answers.put(week(number), that);
      }
    }
    return new History(answers);
  }

  static Map<String, Integer> all(int answer) {
    var answers = new LinkedHashMap<String, Integer>();
    ITEMS.forEach(item -> answers.put(item, answer));
    return answers;
  }

  static Map<Seat, History> both(History one, History two) {
    var both = new LinkedHashMap<Seat, History>();
    both.put(Seat.PARTNER_1, one);
    both.put(Seat.PARTNER_2, two);
    return both;
  }
}
