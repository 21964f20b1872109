package app.accord.checkin;

import app.accord.checkin.ToldCase.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is worth a look in a case, in words, put aside or not. */
final class Looks {
  /** As long as a rule of the weeks is not told again. */
  private static final Duration OF_A_SESSION = Duration.ofDays(21);

  private final QuestionFiles.Both questions;
  private final Instant now;

  Looks(QuestionFiles.Both questions, Instant now) {
    this.questions = questions;
    this.now = now;
  }

  /**
   * Lines to read, then what the weeks tell, then sessions; each from new to old.
   *
   * @param notes by flag
   */
  List<Look> of(ToldCase told, Map<String, String> notes) {
    Stream<Look> lines = told.lines().stream().filter(one -> !one.line().read()).map(Looks::unread);
    Stream<Look> weeks =
        Flags.of(questions.weekly().flags(), told.histories(), told.last()).reversed().stream()
            .filter(flag -> !flag.over())
            .map(flag -> ofWeek(flag, told, notes));
    Stream<Look> sessions =
        told.scales().stream()
            .filter(scale -> scale.startsAt().isAfter(now.minus(OF_A_SESSION)))
            .filter(this::isLow)
            .map(scale -> ofSession(scale, told, notes));
    return Stream.of(lines, weeks, sessions).flatMap(Function.identity()).toList();
  }

  private static Look unread(ToldCase.Told told) {
    return new Look(
        null,
        Look.UNREAD_LINE,
        null,
        told.by(),
        null,
        told.line().spot().week().monday(),
        false,
        null);
  }

  private Look ofWeek(Flag flag, ToldCase told, Map<String, String> notes) {
    String rule = flag.signal().rule();
    return new Look(
        flag.key(),
        rule,
        rule.equals(Flags.NO_CHECK_IN)
            ? null
            : questions.weekly().flags().says(rule, told.language()),
        flag.signal().who().orElse(null),
        flag.signal().item().orElse(null),
        flag.week().monday(),
        told.aside().contains(flag.key()),
        notes.get(flag.key()));
  }

  private boolean isLow(Scale scale) {
    int low = questions.afterSession().lowAtMost();
    return scale.answers().values().stream().anyMatch(number -> number <= low);
  }

  private Look ofSession(Scale scale, ToldCase told, Map<String, String> notes) {
    AfterSession after = questions.afterSession();
    String id = "%s.%s.%s".formatted(after.rule(), scale.room(), scale.by().wire());
    return new Look(
        id,
        after.rule(),
        after.says(told.language()),
        scale.by(),
        null,
        told.day(scale.startsAt()),
        told.aside().contains(id),
        notes.get(id));
  }
}
