package app.accord.checkin;

import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Words;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What may be done with a check-in. There is one for each person and week, changed by its author
 * alone until the week closes, and by nobody after that (R23). Pure.
 */
final class CheckIn {
  private static final int MOST = 10;

  private CheckIn() {}

  /** What the rules say to an act: the act as it is kept, or why not. */
  sealed interface Decision {}

  /** {@code act} holds the words as they are kept. */
  record Allowed(Act act) implements Decision {}

  record Refused(Refusal why) implements Decision {}

  /** Whether its author may do that now. */
  static Decision decide(
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
}
