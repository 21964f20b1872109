package app.accord.checkin;

import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Reach;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One person's check-in of one week. There is one for each, changed by its author alone until the
 * week closes, and by nobody after that (R23).
 *
 * @param answers by item, what was skipped without a number; what is not in it was not come to yet
 */
public record CheckIn(Week week, Map<String, OptionalInt> answers, Optional<Said> said) {
  private static final int MOST = 10;

  public CheckIn {
    answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** What its author said. It prints itself without the words. */
  public record Said(String text, Reach reach) {
    @Override
    public String toString() {
      return "Said[" + text.length() + " chars, " + reach + "]";
    }
  }

  /** Nothing answered yet. */
  public static CheckIn of(Week week) {
    return new CheckIn(week, Map.of(), Optional.empty());
  }

  /** What the rules say to an act: the act as it is kept, or why not. */
  public sealed interface Decision {}

  /** {@code act} holds the words as they are kept. */
  public record Allowed(Act act) implements Decision {}

  public record Refused(Refusal why) implements Decision {}

  /** Whether its author may do that now. */
  public static Decision decide(
      Act act, Week week, Weekly weekly, Secrets secrets, Instant now, ZoneId zone) {
    if (!weekly.rhythm().isOpen(week, now, zone)) {
      return new Refused(Refusal.NOT_OPEN);
    }
    Questions questions = weekly.english();
    return switch (act) {
      case Answer answer -> answer(answer, questions);
      case Say say -> say(say, questions, secrets);
      case Unsay unsay -> new Allowed(unsay);
    };
  }

  private static Decision answer(Answer act, Questions questions) {
    if (questions.item(act.item()).isEmpty()) {
      return new Refused(Refusal.NO_SUCH_QUESTION);
    }
    int number = act.number().orElse(0);
    return number < 0 || number > MOST ? new Refused(Refusal.OUT_OF_RANGE) : new Allowed(act);
  }

  private static Decision say(Say act, Questions questions, Secrets secrets) {
    Questions.Line line = questions.line();
    if (line == null) {
      return new Refused(Refusal.NO_SUCH_QUESTION);
    }
    if (secrets == Secrets.NO_SECRETS) {
      return new Refused(Refusal.NO_SECRETS);
    }
    String text = Words.clean(act.text());
    if (text.isBlank()) {
      return new Refused(Refusal.NOTHING_WRITTEN);
    }
    return text.codePointCount(0, text.length()) > line.max()
        ? new Refused(Refusal.TOO_LONG)
        : new Allowed(new Say(text, act.reach()));
  }

  /** With this act done. */
  public CheckIn after(Act act) {
    return switch (act) {
      case Answer(String item, OptionalInt number) -> {
        var changed = new LinkedHashMap<>(answers);
        changed.put(item, number);
        yield new CheckIn(week, changed, said);
      }
      case Say(String text, Reach reach) ->
          new CheckIn(week, answers, Optional.of(new Said(text, reach)));
      case Unsay _ -> new CheckIn(week, answers, Optional.empty());
    };
  }

  /** Whether every question has been answered or skipped. */
  public boolean isThrough(Questions questions) {
    return questions.items().stream().allMatch(item -> answers.containsKey(item.id()));
  }
}
