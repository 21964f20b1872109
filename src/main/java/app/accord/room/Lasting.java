package app.accord.room;

import app.accord.exercise.Step;
import app.accord.room.RoomCommand.AnswerReview;
import app.accord.room.RoomCommand.LookAgainOn;
import app.accord.room.RoomCommand.MarkWeek;
import app.accord.room.RoomCommand.TakeUpAgreement;
import app.accord.room.RoomEvent.AgreementEnded;
import app.accord.room.RoomEvent.AgreementTakenUp;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.LettingGo;
import app.accord.room.RoomEvent.LettingGoTakenBack;
import app.accord.room.RoomEvent.LookDaySet;
import app.accord.room.RoomEvent.ReviewAnswered;
import app.accord.room.RoomEvent.ReviewOpened;
import app.accord.room.RoomEvent.Reviewed;
import app.accord.room.RoomEvent.StepOpened;
import app.accord.room.RoomEvent.TextOpened;
import app.accord.room.RoomEvent.WeekMarked;
import app.accord.room.RoomEvent.WeekShown;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An agreement between sessions, in a room of its own (content.md 2.3, R26): weekly marks, the day
 * to look again, new words, and its end. The text is written and signed as in a session.
 *
 * @param takenUp whether it was begun, with what stood in the session
 * @param lookOn the day to look again; null until all have signed once. What all signed holds from
 *     then on, also while new words are written
 * @param marks by week, what each said of it and not all alike
 * @param reviews what was answered and is sealed until all have
 * @param lettingGo who lets it go, and from which day: their own matter until then
 */
record Lasting(
    boolean takenUp,
    @Nullable LocalDate lookOn,
    Map<LocalDate, Map<Seat, Mark>> marks,
    Map<Seat, ReviewAnswer> reviews,
    Map<Seat, LocalDate> lettingGo,
    boolean ended) {
  static final Lasting NONE = new Lasting(false, null, Map.of(), Map.of(), Map.of(), false);

  private static final int FURTHEST_LOOK_DAYS = 366;

  private boolean isInForce() {
    return lookOn != null && !ended;
  }

  // What may be done here, and only here

  /** Whether this is a command for rooms of agreements alone. */
  static boolean isOnlyHere(RoomCommand command) {
    return command instanceof RoomCommand.OpenText
        || command instanceof LookAgainOn
        || command instanceof MarkWeek
        || command instanceof AnswerReview
        || command instanceof RoomCommand.LetGo
        || command instanceof RoomCommand.KeepOn;
  }

  /** What an agreement's room forbids that a session allows. Null if nothing. */
  static @Nullable Refusal against(Act act, RoomCommand command) {
    if (!isWriting(command) && !isOnlyHere(command)) {
      return Refusal.NOT_YOURS_TO_DO;
    }
    if (act.state().lasting().ended()) {
      return Refusal.AGREEMENT_HAS_ENDED;
    }
    Run run = act.state().run();
    boolean signedByAll =
        run != null && run.current() != null && run.step(run.current()).agreement().made();
    // Words that hold are not changed by a slip of the hand: whoever wants others says so first.
    return signedByAll && isWriting(command) && !(command instanceof RoomCommand.Sign)
        ? Refusal.SIGNED_BY_ALL
        : null;
  }

  private static boolean isWriting(RoomCommand command) {
    return command instanceof RoomCommand.NameAgreement
        || command instanceof RoomCommand.AddLine
        || command instanceof RoomCommand.ChangeOwnLine
        || command instanceof RoomCommand.SuggestChange
        || command instanceof RoomCommand.TakeSuggestion
        || command instanceof RoomCommand.LeaveSuggestion
        || command instanceof RoomCommand.RemoveOwnLine
        || command instanceof RoomCommand.SetReviewDay
        || command instanceof RoomCommand.Sign
        || command instanceof RoomCommand.TakeBackSignature;
  }

  // Beginning

  /** Once. A signature that does not fit the words is not taken along: nothing is. */
  static Decision takeUp(Act act, TakeUpAgreement command) {
    if (!act.asked().circumstances().isAgreement()) {
      return Act.refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (act.state().lasting().takenUp()) {
      return act.done();
    }
    AgreementTakenUp copy = command.copy();
    var step =
        act.shelf()
            .byDigest(command.digest())
            .flatMap(exercise -> exercise.step(copy.where().step()));
    if (step.isEmpty()) {
      return Act.refuse(Refusal.NO_SUCH_STEP);
    }
    if (!(step.get() instanceof Step.Agree) || !AgreementHistory.fits(copy)) {
      return Act.refuse(Refusal.BAD_VALUE);
    }
    return act.room(
            new ExerciseStarted(
                copy.where().run(),
                command.exercise(),
                command.version(),
                command.digest(),
                List.of(copy.where().step()),
                act.asked().circumstances().secrets()))
        .room(new StepOpened(copy.where()))
        .room(copy)
        .done();
  }

  // Living with it

  static Decision mark(Act act, MarkWeek command) {
    Lasting now = act.state().lasting();
    if (!now.isInForce()
        || !command
            .week()
            .equals(MarkedWeek.at(act.asked().at(), act.asked().circumstances().zone()))) {
      return Act.refuse(Refusal.TOO_LATE);
    }
    if (now.marksOf(command.week()).get(act.by()) == command.mark()) {
      return act.done();
    }
    var marked = new WeekMarked(command.week(), act.by(), command.mark());
    // Nothing that one of them chose goes to the therapist alone there (decision 35).
    boolean secrets = act.asked().circumstances().secrets() != Circumstances.Secrets.NO_SECRETS;
    return (secrets ? act.authorAndTherapist(marked) : act.author(marked)).done();
  }

  static Decision answerReview(Act act, AnswerReview command) {
    Lasting now = act.state().lasting();
    if (!now.isInForce()) {
      return Act.refuse(Refusal.TOO_LATE);
    }
    if (now.reviews.get(act.by()) == command.answer()) {
      return act.done();
    }
    act.author(new ReviewAnswered(command.answer()));
    Map<Seat, ReviewAnswer> answers = act.state().lasting().reviews();
    return act.all(answers::containsKey)
        ? onText(
            act,
            (step, text) ->
                act.room(
                        new ReviewOpened(
                            act.partners().stream()
                                .map(seat -> new Reviewed(seat, answers.get(seat)))
                                .toList(),
                            nextLook(act, step, text)))
                    .done())
        : act.done();
  }

  private static LocalDate nextLook(Act act, Step.Agree step, Agreement text) {
    Integer days = text.reviewDays();
    return today(act).plusDays(days == null ? step.reviewDays() : days);
  }

  static Decision lookAgainOn(Act act, LookAgainOn command) {
    Lasting now = act.state().lasting();
    if (!now.isInForce()) {
      return Act.refuse(Refusal.TOO_LATE);
    }
    LocalDate today = today(act);
    if (!command.on().isAfter(today) || command.on().isAfter(today.plusDays(FURTHEST_LOOK_DAYS))) {
      return Act.refuse(Refusal.BAD_VALUE);
    }
    return command.on().equals(now.lookOn())
        ? act.done()
        : act.all(new LookDaySet(command.on())).done();
  }

  /** Takes all signatures off the text, so that it can be changed; what was signed holds on. */
  static Decision openText(Act act) {
    return act.state().lasting().isInForce()
        ? onText(
            act,
            (_, text) ->
                text.made()
                    ? act.room(new TextOpened(where(act), text.version())).done()
                    : act.done())
        : Act.refuse(Refusal.TOO_LATE);
  }

  // Ending it

  /** From tomorrow on. Until then nobody else learns of it, and it can be taken back. */
  static Decision letGo(Act act) {
    return act.state().lasting().lettingGo().containsKey(act.by())
        ? act.done()
        : act.author(new LettingGo(today(act).plusDays(1))).done();
  }

  static Decision keepOn(Act act) {
    @Nullable LocalDate from = act.state().lasting().lettingGo().get(act.by());
    if (from == null) {
      return act.done();
    }
    return from.isAfter(today(act))
        ? act.author(new LettingGoTakenBack()).done()
        : Act.refuse(Refusal.TOO_LATE);
  }

  /** What time has brought: weeks that have closed, and the day on which it ends. */
  static Decision due(Act act) {
    Lasting now = act.state().lasting();
    if (now.ended()) {
      return act.done();
    }
    LocalDate open = MarkedWeek.at(act.asked().at(), act.asked().circumstances().zone());
    now.marks().keySet().stream()
        .filter(week -> week.isBefore(open))
        .sorted()
        .forEach(week -> show(act, week));
    now.lettingGo().values().stream()
        .min(LocalDate::compareTo)
        .filter(day -> !day.isAfter(today(act)))
        .ifPresent(day -> act.room(new AgreementEnded(day)));
    return act.done();
  }

  private static void show(Act act, LocalDate week) {
    Map<Seat, Mark> marks = act.state().lasting().marksOf(week);
    Set<Mark> said = EnumSet.noneOf(Mark.class);
    said.addAll(marks.values());
    if (act.all(marks::containsKey) && said.size() == 1) {
      Mark all = said.iterator().next();
      if (all.isShown()) {
        act.room(new WeekShown(week, all));
      }
    }
  }

  private static Decision onText(Act act, BiFunction<Step.Agree, Agreement, Decision> decide) {
    return act.atCurrent(
        where(act), Step.Agree.class, (step, now) -> decide.apply(step, now.agreement()));
  }

  /** Where its text is: the one step of its room. */
  private static Where where(Act act) {
    Run run = act.state().run();
    return run == null || run.current() == null ? new Where(1, "", 1) : run.where(run.current());
  }

  private static LocalDate today(Act act) {
    return LocalDate.ofInstant(act.asked().at(), act.asked().circumstances().zone());
  }

  // Folding

  Map<Seat, Mark> marksOf(LocalDate week) {
    return marks.getOrDefault(week, Map.of());
  }

  Lasting begun(@Nullable LocalDate look) {
    return new Lasting(true, look, marks, reviews, lettingGo, ended);
  }

  /** With new words, what was answered about the old ones is over. */
  Lasting made(LocalDate look) {
    return takenUp ? new Lasting(true, look, marks, Map.of(), lettingGo, ended) : this;
  }

  Lasting lookingOn(LocalDate day) {
    return new Lasting(takenUp, day, marks, reviews, lettingGo, ended);
  }

  Lasting marked(LocalDate week, Seat seat, @Nullable Mark mark) {
    Map<Seat, Mark> those =
        mark == null ? Copies.without(marksOf(week), seat) : Copies.with(marksOf(week), seat, mark);
    return withMarks(Copies.with(marks, week, those));
  }

  /** Nothing can be said of it any more. */
  Lasting shown(LocalDate week) {
    return withMarks(Copies.without(marks, week));
  }

  private Lasting withMarks(Map<LocalDate, Map<Seat, Mark>> now) {
    return new Lasting(takenUp, lookOn, now, reviews, lettingGo, ended);
  }

  Lasting answered(Seat seat, @Nullable ReviewAnswer answer) {
    Map<Seat, ReviewAnswer> now =
        answer == null ? Copies.without(reviews, seat) : Copies.with(reviews, seat, answer);
    return new Lasting(takenUp, lookOn, marks, now, lettingGo, ended);
  }

  Lasting reviewed(LocalDate look) {
    return new Lasting(takenUp, look, marks, Map.of(), lettingGo, ended);
  }

  Lasting lettingGo(Seat seat, @Nullable LocalDate from) {
    Map<Seat, LocalDate> now =
        from == null ? Copies.without(lettingGo, seat) : Copies.with(lettingGo, seat, from);
    return new Lasting(takenUp, lookOn, marks, reviews, now, ended);
  }

  Lasting over() {
    return new Lasting(takenUp, lookOn, Map.of(), Map.of(), Map.of(), true);
  }
}
