package app.accord.embedded;

import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.exercise.Step;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.room.AgreementHistory;
import app.accord.room.Circumstances;
import app.accord.room.Mark;
import app.accord.room.MarkedWeek;
import app.accord.room.RoomCommand;
import app.accord.room.RoomCommand.MarkWeek;
import app.accord.room.RoomCommand.TakeUpAgreement;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.room.live.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One agreement of the demo: what was written in a session, and how it went since.
 *
 * @param number of the session in which it was written
 * @param signers who signed it there
 * @param marks what both said of the last weeks, from old to new
 */
record DemoAgreements(
    RoomId room,
    DemoCouple couple,
    int number,
    Instant writtenAt,
    String exercise,
    String name,
    List<String> lines,
    List<Seat> signers,
    List<Mark> marks,
    List<Act> acts) {
  private static final Seat ONE = Seat.PARTNER_1;
  private static final Seat TWO = Seat.PARTNER_2;
  private static final List<Seat> BOTH = List.of(ONE, TWO);
  private static final int MARKED_AT = 20;

  /** What was done with it later. */
  record Act(Instant at, Seat by, RoomCommand command) {}

  static List<DemoAgreements> all(DemoDates dates, List<DemoCouple> couples) {
    DemoCouple first = couples.get(0);
    DemoCouple second = couples.get(1);
    Instant lenas = second.past().getLast();
    return List.of(
        new DemoAgreements(
            room(1),
            first,
            2,
            first.past().get(1),
            "small-steps",
            "Sunday mornings belong to us.",
            List.of("Sunday mornings belong to us, without plans for others."),
            BOTH,
            List.of(),
            List.of(
                new Act(dates.at(5, 3, 19), ONE, new RoomCommand.LetGo()),
                new Act(dates.at(5, 4, 20), Seat.THERAPIST, new RoomCommand.OpenDue()))),
        new DemoAgreements(
            room(2),
            first,
            4,
            first.past().get(3),
            "being-trustworthy",
            "We say when we’ll be more than 20 minutes late.",
            List.of(
                "Whoever is late writes one line before the time has passed.",
                "The other answers with “thanks” and does not ask why at once.",
                "If it was forgotten, we say so the same evening."),
            BOTH,
            List.of(Mark.KEPT, Mark.KEPT, Mark.TALKED_ABOUT, Mark.KEPT, Mark.KEPT, Mark.KEPT),
            List.of(
                new Act(first.past().get(7), TWO, new RoomCommand.LookAgainOn(dates.on(5, 28))))),
        new DemoAgreements(
            room(3),
            first,
            5,
            first.past().get(4),
            "boundaries-and-phones",
            "Phones stay in the hall after nine.",
            List.of(
                "After nine our phones lie in the hall, each with its own code.",
                "If one of us waits for a call, we say so before."),
            BOTH,
            List.of(Mark.TALKED_ABOUT, Mark.KEPT, Mark.TALKED_ABOUT, Mark.KEPT),
            List.of()),
        askBeforeLooking(first),
        new DemoAgreements(
            room(5),
            second,
            second.past().size(),
            lenas,
            "boundaries-and-phones",
            "A plan is a plan, also on a Friday.",
            List.of("Who has to change a plan says so on the day before."),
            List.of(ONE),
            List.of(),
            List.of()));
  }

  /** Twice signed by both, and open again with a change that Daniel suggests. */
  private static DemoAgreements askBeforeLooking(DemoCouple couple) {
    Instant session = couple.past().get(5);
    List<String> now =
        List.of(
            "Before one of us looks into the other’s phone, we ask.",
            "“Not now” is an answer. We say when instead.");
    Where where = new Where(1, "small-step", 1);
    String digest = Agreement.digest("We ask before we look", now);
    Instant may = couple.past().get(6);
    Instant later = couple.past().get(7);
    return new DemoAgreements(
        room(4),
        couple,
        6,
        session,
        "trust-vs-control",
        "We ask before we look",
        List.of(now.getFirst(), "“Not now” is an answer."),
        BOTH,
        List.of(),
        List.of(
            act(may, 0, TWO, new RoomCommand.OpenText()),
            act(may, 1, TWO, new RoomCommand.ChangeOwnLine(where, line(4, 1), 1, now.get(1))),
            act(may, 2, TWO, new RoomCommand.Sign(where, digest)),
            act(may, 3, ONE, new RoomCommand.Sign(where, digest)),
            act(later, 0, TWO, new RoomCommand.OpenText()),
            act(
                later,
                1,
                TWO,
                new RoomCommand.SuggestChange(
                    where,
                    line(4, 0),
                    1,
                    UUID.fromString("6b1f0c52-0007-4000-8000-000000000001"),
                    "Before one of us looks into the other’s phone, we ask, and say why."))));
  }

  private static Act act(Instant session, int minutes, Seat by, RoomCommand command) {
    return new Act(session.plus(Duration.ofMinutes(100L + minutes)), by, command);
  }

  /** Its journal, as a real one. */
  Journal.Batch journal(Shelf shelf, Instant now) {
    var people =
        Map.of(
            ONE, couple.one().id(), TWO, couple.two().id(), Seat.THERAPIST, DemoCouple.MARTA.id());
    var play =
        new DemoPlay(
            shelf,
            people,
            new Circumstances(
                Circumstances.Kind.AGREEMENT,
                people.keySet(),
                java.util.Set.of(),
                couple.secrets(),
                2,
                DemoDates.ZONE));
    play.ask(Seat.THERAPIST, writtenAt.plus(Duration.ofMinutes(76)), taken(shelf, people));
    var all = new ArrayList<>(acts);
    all.addAll(marked(now));
    all.stream()
        .sorted(java.util.Comparator.comparing(Act::at))
        .forEach(act -> play.ask(act.by(), act.at(), act.command()));
    return play.journal(room);
  }

  /** What the session left behind. */
  private TakeUpAgreement taken(Shelf shelf, Map<Seat, PersonId> people) {
    Exercise its = shelf.current(exercise).orElseThrow();
    Step text = its.steps().stream().filter(Step.Agree.class::isInstance).findFirst().orElseThrow();
    var where = new Where(1, text.id(), 1);
    var play =
        new DemoPlay(
            shelf,
            people,
            Circumstances.session(people.keySet(), couple.secrets(), 2, DemoDates.ZONE));
    people.keySet().stream()
        .sorted()
        .forEach(seat -> play.ask(seat, writtenAt, new RoomCommand.Arrive()));
    play.ask(Seat.THERAPIST, writtenAt, new RoomCommand.OpenRoom());
    play.ask(Seat.THERAPIST, writtenAt, new RoomCommand.StartExercise(exercise, List.of(), true));
    play.ask(Seat.THERAPIST, writtenAt, new RoomCommand.OpenStep(text.id()));
    play.ask(ONE, writtenAt, new RoomCommand.NameAgreement(where, name));
    for (int i = 0; i < lines.size(); i++) {
      int number = Integer.parseInt(room.toString().substring(room.toString().length() - 1));
      play.ask(
          i % 2 == 0 ? ONE : TWO,
          writtenAt,
          new RoomCommand.AddLine(where, line(number, i), lines.get(i)));
    }
    signers.forEach(
        seat ->
            play.ask(seat, writtenAt, new RoomCommand.Sign(where, Agreement.digest(name, lines))));
    var history = new AgreementHistory(1, text.id());
    play.journal(room)
        .entries()
        .forEach(
            entry ->
                history.take(
                    entry.by(), LocalDate.ofInstant(entry.at(), DemoDates.ZONE), entry.event()));
    return new TakeUpAgreement(its.id(), its.version(), its.digest(), history.copy());
  }

  /** Both on the Sunday of each week; what they said alike shows since the last week closed. */
  private List<Act> marked(Instant now) {
    LocalDate open = MarkedWeek.at(now, DemoDates.ZONE);
    var all = new ArrayList<Act>();
    for (int i = 0; i < marks.size(); i++) {
      LocalDate week = open.minusWeeks((long) marks.size() - i);
      Instant at = week.plusDays(6).atTime(MARKED_AT, 0).atZone(DemoDates.ZONE).toInstant();
      for (Seat seat : BOTH) {
        // The session may have been later on that very Sunday: then nothing was said of the week.
        if (at.isAfter(writtenAt.plus(Duration.ofMinutes(76)))) {
          all.add(new Act(at, seat, new MarkWeek(week, marks.get(i))));
        }
      }
    }
    if (!marks.isEmpty()) {
      Instant closed = open.atTime(3, 0).atZone(DemoDates.ZONE).toInstant();
      all.add(new Act(closed, Seat.THERAPIST, new RoomCommand.OpenDue()));
    }
    return all;
  }

  private static RoomId room(int number) {
    return new RoomId(UUID.fromString("6b1f0c52-0005-4000-8000-%012d".formatted(number)));
  }

  private static UUID line(int agreement, int number) {
    return UUID.fromString("6b1f0c52-0006-4000-8000-%06d%06d".formatted(agreement, number));
  }
}
