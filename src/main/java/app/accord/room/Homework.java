package app.accord.room;

import app.accord.exercise.Exercise;
import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.OwnWork.Fate;
import app.accord.room.OwnWork.Kept;
import app.accord.room.RoomCommand.Comment;
import app.accord.room.RoomCommand.GiveHomework;
import app.accord.room.RoomCommand.HandIn;
import app.accord.room.RoomCommand.ReadHandIn;
import app.accord.room.RoomEvent.Commented;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HandInRead;
import app.accord.room.RoomEvent.HandInTakenBack;
import app.accord.room.RoomEvent.Handed;
import app.accord.room.RoomEvent.HandedIn;
import app.accord.room.RoomEvent.HandedOver;
import app.accord.room.RoomEvent.HomeworkGiven;
import app.accord.room.RoomEvent.HomeworkPutAway;
import app.accord.room.RoomEvent.Opened;
import app.accord.room.RoomEvent.TalkedAbout;
import app.accord.room.RoomEvent.Theirs;
import app.accord.room.RoomEvent.WorkBegun;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Homework: a room without a therapist that stays open for days (content.md 4). The therapist gives
 * it, reads what is handed in, and sees nothing else of it.
 */
record Homework(boolean given, boolean putAway, Map<Seat, Part> parts) {
  static final Homework NONE = new Homework(false, false, Map.of());

  /** How far one person is. */
  record Part(boolean begun, @Nullable HandedIn handedIn, boolean read, boolean gaveToAll) {
    static final Part NOTHING = new Part(false, null, false, false);
  }

  Part of(Seat seat) {
    return parts.getOrDefault(seat, Part.NOTHING);
  }

  // Giving

  static Decision give(Act act, GiveHomework command) {
    if (act.state().homework().given()) {
      return Act.refuse(Refusal.ALREADY_RUNNING);
    }
    return act.shelf()
        .current(command.exercise())
        .map(exercise -> give(act, command, exercise))
        .orElseGet(() -> Act.refuse(Refusal.NO_SUCH_EXERCISE));
  }

  private static Decision give(Act act, GiveHomework command, Exercise exercise) {
    @Nullable String note = command.note() == null ? null : Words.clean(command.note());
    @Nullable Refusal why = against(act, command, exercise, note);
    if (why != null) {
      return Act.refuse(why);
    }
    Set<Seat> told = withTherapist(act.asked().circumstances().seats());
    act.tell(
        new HomeworkGiven(
            command.group(),
            exercise.id(),
            exercise.version(),
            exercise.digest(),
            command.until(),
            command.opens(),
            note),
        act.by(),
        told);
    act.tell(Steps.started(act, exercise, 1, List.of()), act.by(), told);
    return Steps.adaptAll(act, exercise, command.words(), told);
  }

  private static @Nullable Refusal against(
      Act act, GiveHomework command, Exercise exercise, @Nullable String note) {
    boolean alone = act.isAlone();
    if (!exercise.places().contains(alone ? Exercise.Place.SOLO : Exercise.Place.TOGETHER)) {
      return Refusal.NO_SUCH_EXERCISE;
    }
    if (!alone && !Steps.isLowEnough(act, exercise.safety().level(), false)) {
      return Refusal.NOT_NOW;
    }
    if (command.opens() == Opens.ON_THE_DAY && command.until() == null) {
      return Refusal.BAD_VALUE;
    }
    return note == null ? null : Words.misfit(note, Words.LINE);
  }

  // Working

  /**
   * What homework forbids that a session allows: it has one exercise, which nobody starts or ends,
   * and what was handed in stays as it is. Null if nothing.
   */
  static @Nullable Refusal against(Act act, RoomCommand command) {
    Homework now = act.state().homework();
    if (act.by().isPartner() && now.putAway()) {
      return Refusal.PUT_AWAY;
    }
    return switch (command) {
      case RoomCommand.StartExercise _, RoomCommand.EndExercise _, RoomCommand.GoOnNextTime _ ->
          Refusal.NOT_YOURS_TO_DO;
      case RoomCommand.PlaceCard _, RoomCommand.Seal _, RoomCommand.Reopen _, RoomCommand.Skip _ ->
          now.of(act.by()).handedIn() != null ? Refusal.HANDED_IN : null;
      default -> null;
    };
  }

  /** The first act of one's own is told to the therapist, without what it was. */
  static Decision noting(Act act, Decision decided) {
    boolean begins =
        act.asked().circumstances().isHomework()
            && decided instanceof Decision.Accepted(var told)
            && !told.isEmpty()
            && !act.state().homework().of(act.by()).begun();
    return begins ? withTherapist(act, new WorkBegun(act.by())).done() : decided;
  }

  // Handing in

  static Decision handIn(Act act, HandIn command) {
    return act.running(
        (exercise, run) -> {
          if (!act.asked().circumstances().isHomework()) {
            return Act.refuse(Refusal.NOT_YOURS_TO_DO);
          }
          if (act.state().homework().of(act.by()).handedIn() != null) {
            return Act.refuse(Refusal.HANDED_IN);
          }
          // No words go to the therapist alone there (decision 35).
          if (!command.toAll() && run.secrets() == Circumstances.Secrets.NO_SECRETS) {
            return Act.refuse(Refusal.WIDER_THAN_THE_STEP);
          }
          withTherapist(act, new HandedIn(run.number(), act.by(), command.toAll()));
          return act.isAlone() ? giveToAll(act, exercise, run, command) : handOver(act, run);
        });
  }

  private static Decision giveToAll(Act act, Exercise exercise, Run run, HandIn command) {
    List<Handed> forAll =
        command.toAll() ? answers(exercise, run, act.by(), Homework::isForAll) : List.of();
    return forAll.isEmpty()
        ? act.done()
        : act.tell(
                new GivenToAll(run.number(), act.by(), run.digest(), forAll),
                act.by(),
                everybodyOfTheCase(act))
            .done();
  }

  /** What all of them could read already goes to the therapist once all want it to. */
  private static Decision handOver(Act act, Run run) {
    Homework now = act.state().homework();
    if (!act.all(seat -> now.of(seat).handedIn() != null)) {
      return act.done();
    }
    var opened = new ArrayList<Opened>();
    for (String id : run.offered()) {
      List<Theirs> theirs =
          act.partners().stream()
              .flatMap(
                  seat ->
                      kept(run, id, seat)
                          .filter(kept -> isOpen(run, id, kept))
                          .map(kept -> new Theirs(seat, kept.sealed().value())))
              .toList();
      if (!theirs.isEmpty()) {
        opened.add(new Opened(id, theirs));
      }
    }
    return act.tell(
            new HandedOver(run.number(), opened),
            null,
            withTherapist(act.asked().circumstances().seats()))
        .done();
  }

  private static boolean isForAll(OwnWork own, Kept kept) {
    return kept.sealed().reach() == Reach.ROOM;
  }

  private static boolean isOpen(Run run, String id, Kept kept) {
    return kept.sealed().reach() == Reach.ROOM
        || (kept.waits() && run.step(id).own().fate() == Fate.OPENED);
  }

  static Decision takeBack(Act act) {
    Part mine = act.state().homework().of(act.by());
    @Nullable HandedIn handedIn = mine.handedIn();
    if (handedIn == null) {
      return Act.refuse(Refusal.NOT_HANDED_IN);
    }
    boolean wasRead = mine.read() || mine.gaveToAll() || isHandedOver(act);
    return wasRead
        ? Act.refuse(Refusal.TOO_LATE)
        : withTherapist(act, new HandInTakenBack(handedIn.run(), act.by())).done();
  }

  private static boolean isHandedOver(Act act) {
    Homework now = act.state().homework();
    return act.all(seat -> now.of(seat).handedIn() != null);
  }

  // Reading, speaking of it, putting it away

  static Decision read(Act act, ReadHandIn command) {
    Part theirs = act.state().homework().of(command.of());
    @Nullable HandedIn handedIn = theirs.handedIn();
    if (handedIn == null) {
      return Act.refuse(Refusal.NOT_HANDED_IN);
    }
    if (theirs.read()) {
      return act.done();
    }
    return act.running(
        (exercise, run) -> {
          boolean narrowed = !handedIn.toAll() && act.isAlone();
          List<Handed> answers =
              answers(
                  exercise,
                  run,
                  command.of(),
                  (own, kept) ->
                      kept.sealed().reach() == Reach.THERAPIST
                          || (narrowed && isForAll(own, kept)));
          return act.tell(
                  new HandInRead(run.number(), command.of(), answers),
                  act.by(),
                  EnumSet.of(command.of(), act.by()))
              .done();
        });
  }

  static Decision comment(Act act, Comment command) {
    String text = Words.clean(command.text());
    Refusal misfit = Words.misfit(text, Words.IN_A_TALK);
    if (misfit != null) {
      return Act.refuse(misfit);
    }
    Set<Seat> seats = act.asked().circumstances().seats();
    @Nullable Seat to = command.to();
    if (to != null && !seats.contains(to)) {
      return Act.refuse(Refusal.BAD_VALUE);
    }
    return act.tell(
            new Commented(text, to), act.by(), withTherapist(to == null ? seats : Set.of(to)))
        .done();
  }

  static Decision talkedAbout(Act act) {
    return toAllWhoseItIs(act, new TalkedAbout());
  }

  static Decision putAway(Act act) {
    return act.state().homework().putAway()
        ? act.done()
        : toAllWhoseItIs(act, new HomeworkPutAway());
  }

  private static Decision toAllWhoseItIs(Act act, RoomEvent event) {
    return act.tell(event, act.by(), withTherapist(act.asked().circumstances().seats())).done();
  }

  // Who and what

  private static List<Handed> answers(
      Exercise exercise, Run run, Seat of, BiPredicate<OwnWork, Kept> which) {
    return exercise.steps().stream()
        .map(Step::id)
        .filter(run::offers)
        .flatMap(
            id ->
                kept(run, id, of)
                    .filter(kept -> which.test(run.step(id).own(), kept))
                    .map(kept -> new Handed(id, kept.sealed().value())))
        .toList();
  }

  private static Stream<Kept> kept(Run run, String step, Seat seat) {
    return Stream.ofNullable(run.step(step).own().of(seat).answer());
  }

  private static Act withTherapist(Act act, RoomEvent event) {
    return act.tell(event, act.by(), EnumSet.of(act.by(), Seat.THERAPIST));
  }

  private static Set<Seat> withTherapist(Set<Seat> seats) {
    return Copies.with(seats, Seat.THERAPIST);
  }

  private static Set<Seat> everybodyOfTheCase(Act act) {
    return Copies.joined(act.asked().circumstances().seats(), act.asked().circumstances().beyond());
  }

  // Folding

  Homework begin() {
    return new Homework(true, putAway, parts);
  }

  Homework begun(Seat seat) {
    Part part = of(seat);
    return with(seat, new Part(true, part.handedIn(), part.read(), part.gaveToAll()));
  }

  Homework handedIn(Seat seat, @Nullable HandedIn now) {
    Part part = of(seat);
    return with(seat, new Part(part.begun(), now, part.read(), part.gaveToAll()));
  }

  Homework read(Seat seat) {
    Part part = of(seat);
    return with(seat, new Part(part.begun(), part.handedIn(), true, part.gaveToAll()));
  }

  Homework gaveToAll(Seat seat) {
    Part part = of(seat);
    return with(seat, new Part(part.begun(), part.handedIn(), part.read(), true));
  }

  Homework away() {
    return new Homework(given, true, parts);
  }

  private Homework with(Seat seat, Part part) {
    return new Homework(given, putAway, Copies.with(parts, seat, part));
  }
}
