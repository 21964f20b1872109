package app.accord.embedded;

import app.accord.exercise.Reach;
import app.accord.exercise.Shelf;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Answer;
import app.accord.room.Circumstances;
import app.accord.room.Opens;
import app.accord.room.RoomCommand;
import app.accord.room.RoomCommand.GiveHomework;
import app.accord.room.RoomCommand.HandIn;
import app.accord.room.RoomCommand.OpenAnswers;
import app.accord.room.RoomCommand.Seal;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.room.Words;
import app.accord.room.live.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One room of the demo's homework: what was given, and what came of it so far.
 *
 * @param only whose it is alone; null when they do it together
 */
record DemoHomework(
    RoomId room,
    DemoCouple couple,
    @Nullable Seat only,
    Instant givenAt,
    GiveHomework given,
    List<Act> acts) {
  private static final Seat ONE = Seat.PARTNER_1;
  private static final Seat TWO = Seat.PARTNER_2;
  private static final String SHOWN = Words.shown("demo", "demo");

  /** What somebody did, and how long after it was given. */
  record Act(Seat by, Duration after, RoomCommand command) {}

  /** All of it, from old to new. */
  static List<DemoHomework> all(DemoDates dates, List<DemoCouple> couples) {
    return Stream.of(ofNoorAndDaniel(dates, couples.get(0)), ofLenaAndMarcus(dates, couples.get(1)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<DemoHomework> ofNoorAndDaniel(DemoDates dates, DemoCouple couple) {
    Instant spring = dates.at(4, 27, 9);
    Instant may = dates.at(5, 7, 16);
    Instant tuesday = dates.at(5, 12, 18);
    var promises =
        give(
            2,
            "something-to-try",
            dates.on(5, 10),
            "A small promise, three times before Sunday.",
            Map.of(
                "idea.text",
                "Promise something small, and do it: a message before you are late, a call at noon.\n\nAfterwards, say to yourself what it was like."));
    var safe =
        give(
            3,
            "what-helps-me-feel-safe",
            dates.on(5, 17),
            "You both spoke about the phone call from the train. This goes on from there.",
            Map.of());
    return List.of(
        new DemoHomework(
            room(1),
            couple,
            null,
            spring,
            give(1, "a-good-moment-this-week", dates.on(5, 2), "Ten minutes are enough.", Map.of()),
            List.of(
                act(
                    ONE,
                    30,
                    wrote("moment", Reach.REVEAL, "The bread on Sunday. You had warmed it.")),
                act(
                    TWO,
                    40,
                    wrote("moment", Reach.REVEAL, "That you called back, though you were tired.")),
                act(ONE, 90, new OpenAnswers("both")),
                act(TWO, 90, new OpenAnswers("both")),
                act(ONE, 91, new HandIn(false)),
                act(TWO, 92, new HandIn(false)),
                act(Seat.THERAPIST, 100, new RoomCommand.MarkTalkedAbout()))),
        new DemoHomework(
            room(2),
            couple,
            ONE,
            may,
            promises,
            List.of(
                act(ONE, 60, chose("went", "worked", "different")),
                act(
                    ONE,
                    60,
                    wrote(
                        "line",
                        Reach.ROOM,
                        "I wrote before I was late, three times. The third time I was proud.")),
                act(
                    ONE,
                    61,
                    new Seal(at("closing"), Reach.THERAPIST, new Answer.Closed(7, null), SHOWN)),
                act(ONE, 61, new HandIn(true)))),
        new DemoHomework(
            room(3),
            couple,
            TWO,
            may,
            promises,
            List.of(
                act(TWO, 62, chose("went", "worked")),
                act(
                    TWO,
                    62,
                    wrote(
                        "line",
                        Reach.ROOM,
                        "I said in the morning that I would be out, not at the door.")),
                act(TWO, 63, new HandIn(true)))),
        new DemoHomework(
            room(4),
            couple,
            ONE,
            tuesday,
            safe,
            List.of(
                act(
                    ONE,
                    14,
                    wrote(
                        "felt-safe",
                        Reach.ROOM,
                        "When my train was cancelled he stayed on the phone until I was home.")))),
        new DemoHomework(
            room(5),
            couple,
            TWO,
            tuesday,
            safe,
            List.of(act(TWO, 20, wrote("by-myself", Reach.ME, "Running by the river.")))));
  }

  /** Uneven: she hands in, he has not begun the last two. Nothing on any page says so to either. */
  private static List<DemoHomework> ofLenaAndMarcus(DemoDates dates, DemoCouple couple) {
    Instant april = dates.at(4, 30, 10);
    Instant may = dates.at(5, 8, 10);
    var here =
        give(
            4,
            "what-helps-me-here",
            dates.on(5, 8),
            "For the two of us to see what you need here.",
            Map.of());
    var safe = give(5, "what-helps-me-feel-safe", dates.on(5, 15), "Each for yourself.", Map.of());
    return List.of(
        new DemoHomework(
            room(6), couple, ONE, april, here, List.of(act(ONE, 40, new HandIn(false)))),
        new DemoHomework(room(7), couple, TWO, april, here, List.of()),
        new DemoHomework(
            room(8),
            couple,
            ONE,
            may,
            safe,
            List.of(
                act(
                    ONE,
                    50,
                    wrote(
                        "small-thing",
                        Reach.THERAPIST,
                        "That a plan is a plan, also on a Friday.")),
                act(ONE, 51, new HandIn(false)))),
        new DemoHomework(room(9), couple, TWO, may, safe, List.of()));
  }

  /** Its journal, as a real one. */
  Journal.Batch journal(Shelf shelf) {
    var people = new EnumMap<Seat, PersonId>(Seat.class);
    people.put(ONE, couple.one().id());
    people.put(TWO, couple.two().id());
    people.put(Seat.THERAPIST, DemoCouple.MARTA.id());
    Set<Seat> seats = only == null ? EnumSet.of(ONE, TWO) : EnumSet.of(only);
    var beyond = EnumSet.copyOf(people.keySet());
    beyond.removeAll(seats);
    var play =
        new DemoPlay(
            shelf,
            people,
            new Circumstances(
                Circumstances.Kind.HOMEWORK, seats, beyond, couple.secrets(), 2, DemoDates.ZONE));
    play.ask(Seat.THERAPIST, givenAt, given);
    acts.forEach(act -> play.ask(act.by(), givenAt.plus(act.after()), act.command()));
    return play.journal(room);
  }

  /** Who has given something in it to all, so that the other may read it. */
  Optional<PersonId> giver() {
    return acts.stream().anyMatch(act -> act.command() instanceof HandIn(boolean toAll) && toAll)
        ? Optional.ofNullable(only).map(seat -> seat == ONE ? couple.one().id() : couple.two().id())
        : Optional.empty();
  }

  private static GiveHomework give(
      int number, String exercise, LocalDate until, String note, Map<String, String> words) {
    return new GiveHomework(id(3, number), exercise, words, note, until, Opens.IN_SESSION);
  }

  private static RoomId room(int number) {
    return new RoomId(id(4, number));
  }

  private static UUID id(int kind, int number) {
    return UUID.fromString("6b1f0c52-000%d-4000-8000-%012d".formatted(kind, number));
  }

  private static Act act(Seat by, int hours, RoomCommand command) {
    return new Act(by, Duration.ofHours(hours), command);
  }

  private static Where at(String step) {
    return new Where(1, step, 1);
  }

  private static Seal wrote(String step, Reach reach, String text) {
    return new Seal(at(step), reach, new Answer.Written(text), SHOWN);
  }

  private static Seal chose(String step, String... options) {
    return new Seal(at(step), Reach.ROOM, new Answer.Chosen(List.of(options), null), SHOWN);
  }
}
