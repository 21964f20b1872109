package app.accord.room;

import app.accord.exercise.Step;
import app.accord.room.RoomCommand.AddLine;
import app.accord.room.RoomCommand.ChangeOwnLine;
import app.accord.room.RoomCommand.LeaveSuggestion;
import app.accord.room.RoomCommand.NameAgreement;
import app.accord.room.RoomCommand.RemoveOwnLine;
import app.accord.room.RoomCommand.SetReviewDay;
import app.accord.room.RoomCommand.Sign;
import app.accord.room.RoomCommand.SuggestChange;
import app.accord.room.RoomCommand.TakeBackSignature;
import app.accord.room.RoomCommand.TakeSuggestion;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.AgreementSigned;
import app.accord.room.RoomEvent.ChangeSuggested;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.LineRemoved;
import app.accord.room.RoomEvent.ReviewDaySet;
import app.accord.room.RoomEvent.SignatureTakenBack;
import app.accord.room.RoomEvent.SuggestionLeft;
import app.accord.room.RoomEvent.SuggestionTaken;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;

/** Writing an agreement: one's own lines directly, the other's as a suggestion. */
final class Agreeing {
  private static final int SOONEST = 3;
  private static final int LATEST = 120;

  /** A page full of open suggestions is a quarrel and no text; it also bounds what is kept. */
  private static final int MOST_SUGGESTIONS = 24;

  private Agreeing() {}

  static Decision name(Act act, NameAgreement command) {
    String text = Words.clean(command.text());
    return writing(
        act,
        command.where(),
        text,
        Words.NAME,
        (_, now) ->
            text.equals(now.name())
                ? act.done()
                : act.all(new AgreementNamed(command.where(), now.version() + 1, text)).done());
  }

  static Decision add(Act act, AddLine command) {
    String text = Words.clean(command.text());
    return writing(
        act,
        command.where(),
        text,
        Words.LINE,
        (step, now) -> {
          if (now.lines().containsKey(command.line())) {
            return Act.refuse(Refusal.LINE_HAS_MOVED_ON);
          }
          return now.lines().size() >= step.mostLines()
              ? Act.refuse(Refusal.TOO_MANY_LINES)
              : act.all(new LineAdded(command.where(), now.version() + 1, command.line(), text))
                  .done();
        });
  }

  static Decision change(Act act, ChangeOwnLine command) {
    String text = Words.clean(command.text());
    return writing(
        act,
        command.where(),
        text,
        Words.LINE,
        (_, now) -> {
          Agreement.Line line = now.lines().get(command.line());
          if (line == null || line.by() != act.by()) {
            return Act.refuse(line == null ? Refusal.NO_SUCH_LINE : Refusal.NOT_YOUR_LINE);
          }
          if (line.version() != command.base()) {
            return Act.refuse(Refusal.LINE_HAS_MOVED_ON);
          }
          return text.equals(line.text())
              ? act.done()
              : act.all(
                      new LineChanged(
                          command.where(),
                          now.version() + 1,
                          command.line(),
                          line.version() + 1,
                          text))
                  .done();
        });
  }

  static Decision suggest(Act act, SuggestChange command) {
    String text = Words.clean(command.text());
    return writing(
        act,
        command.where(),
        text,
        Words.LINE,
        (_, now) -> {
          Agreement.Line line = now.lines().get(command.line());
          if (line == null) {
            return Act.refuse(Refusal.NO_SUCH_LINE);
          }
          if (line.by() == act.by() || now.suggestions().containsKey(command.suggestion())) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          if (line.version() != command.base()) {
            return Act.refuse(Refusal.LINE_HAS_MOVED_ON);
          }
          return now.suggestions().size() >= MOST_SUGGESTIONS
              ? Act.refuse(Refusal.TOO_MANY_LINES)
              : act.all(
                      new ChangeSuggested(
                          command.where(),
                          command.line(),
                          command.base(),
                          command.suggestion(),
                          text))
                  .done();
        });
  }

  static Decision take(Act act, TakeSuggestion command) {
    return withSuggestion(
        act,
        command.where(),
        command.suggestion(),
        (now, suggestion) -> {
          Agreement.Line line = now.lines().get(suggestion.line());
          if (line == null || line.by() != act.by()) {
            return Act.refuse(line == null ? Refusal.NO_SUCH_LINE : Refusal.NOT_YOUR_LINE);
          }
          return line.version() != suggestion.lineVersion()
              ? Act.refuse(Refusal.LINE_HAS_MOVED_ON)
              : act.all(
                      new SuggestionTaken(
                          command.where(),
                          now.version() + 1,
                          command.suggestion(),
                          suggestion.line(),
                          line.version() + 1))
                  .done();
        });
  }

  /** By who wrote the line, or by who suggested. */
  static Decision leave(Act act, LeaveSuggestion command) {
    return withSuggestion(
        act,
        command.where(),
        command.suggestion(),
        (now, suggestion) -> {
          Agreement.Line line = now.lines().get(suggestion.line());
          return suggestion.by() == act.by() || (line != null && line.by() == act.by())
              ? act.all(new SuggestionLeft(command.where(), command.suggestion())).done()
              : Act.refuse(Refusal.NOT_YOUR_LINE);
        });
  }

  static Decision remove(Act act, RemoveOwnLine command) {
    return at(
        act,
        command.where(),
        (_, now) -> {
          Agreement.Line line = now.lines().get(command.line());
          if (line == null || line.by() != act.by()) {
            return Act.refuse(line == null ? Refusal.NO_SUCH_LINE : Refusal.NOT_YOUR_LINE);
          }
          return act.all(new LineRemoved(command.where(), now.version() + 1, command.line()))
              .done();
        });
  }

  static Decision setReviewDay(Act act, SetReviewDay command) {
    return at(
        act,
        command.where(),
        (_, now) -> {
          if (command.days() < SOONEST || command.days() > LATEST) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          if (now.made()) {
            return Act.refuse(Refusal.TOO_LATE);
          }
          return Integer.valueOf(command.days()).equals(now.reviewDays())
              ? act.done()
              : act.all(new ReviewDaySet(command.where(), command.days())).done();
        });
  }

  static Decision sign(Act act, Sign command) {
    return at(
        act,
        command.where(),
        (step, now) -> {
          if (now.lines().isEmpty()) {
            return Act.refuse(Refusal.NOTHING_TO_SIGN);
          }
          if (!now.digest().equals(command.digest())) {
            return Act.refuse(Refusal.WORDS_HAVE_CHANGED);
          }
          if (now.signed().contains(act.by())) {
            return act.done();
          }
          act.all(new AgreementSigned(command.where(), now.version(), command.digest()));
          if (act.all(seat -> seat == act.by() || now.signed().contains(seat))) {
            act.room(new AgreementMade(command.where(), now.version(), reviewOn(act, step, now)));
          }
          return act.done();
        });
  }

  private static LocalDate reviewOn(Act act, Step.Agree step, Agreement now) {
    Integer days = now.reviewDays();
    return LocalDate.ofInstant(act.asked().at(), act.asked().circumstances().zone())
        .plusDays(days == null ? step.reviewDays() : days);
  }

  /** Until all have signed. Afterwards it is an agreement, and ends in another way. */
  static Decision takeBackSignature(Act act, TakeBackSignature command) {
    return at(
        act,
        command.where(),
        (_, now) -> {
          if (now.made()) {
            return Act.refuse(Refusal.TOO_LATE);
          }
          return now.signed().contains(act.by())
              ? act.all(new SignatureTakenBack(command.where(), now.version())).done()
              : act.done();
        });
  }

  private static Decision at(
      Act act, Where where, BiFunction<Step.Agree, Agreement, Decision> decide) {
    return act.atCurrent(
        where, Step.Agree.class, (step, now) -> decide.apply(step, now.agreement()));
  }

  private static Decision writing(
      Act act,
      Where where,
      String cleaned,
      int most,
      BiFunction<Step.Agree, Agreement, Decision> decide) {
    return at(
        act,
        where,
        (step, now) -> {
          Refusal misfit = Words.misfit(cleaned, most);
          return misfit != null ? Act.refuse(misfit) : decide.apply(step, now);
        });
  }

  private static Decision withSuggestion(
      Act act, Where where, UUID id, BiFunction<Agreement, Agreement.Suggestion, Decision> decide) {
    return at(
        act,
        where,
        (_, now) -> {
          Agreement.Suggestion suggestion = now.suggestions().get(id);
          return suggestion == null
              ? Act.refuse(Refusal.NO_SUCH_LINE)
              : decide.apply(now, suggestion);
        });
  }
}
