package app.accord.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.record.FactsOfJournal.Happened;
import app.accord.room.Events;
import app.accord.room.PlayedSessions;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AnswerSealed;
import app.accord.room.RoomEvent.AnswerShared;
import app.accord.room.RoomEvent.Attended;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.LineOffered;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.Said;
import app.accord.room.Scene;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** R27, whatever happened in a session. */
class FactsPropertiesTest {
  private static final String CANARY = "CANARY-unopened-27";
  private static final Set<Seat> ALL = Set.of(Scene.NOOR, Scene.DANIEL, Scene.MARTA);

  /** Pauses, words alone, the floor, timers, chat: who was in them is nobody's business later. */
  private static final Set<String> NEVER =
      Set.of(
          "Said",
          "PauseBegan",
          "PauseEnded",
          "AloneTurnGiven",
          "CameBackTogether",
          "FloorGiven",
          "TimerSet",
          "TimerCleared",
          "LeftForToday",
          "BothFinished",
          "TalkMarked",
          "AnswerSealed",
          "AnswerReopened",
          "AnswerShared",
          "NotQuiteSaid",
          "LineOffered",
          "LineKept");

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean theSameJournalGivesTheSameBytes(@ForAll long seed) {
    List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
    List<Happened> again =
        journal.stream().map(one -> happened(one, readBack(one.told().event()))).toList();
    assertThat(bytes(again)).isEqualTo(bytes(plain(journal)));
    return true;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean whatDidNotReachAllLeavesNoTraceButThatSomebodyWasThere(@ForAll long seed) {
    List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
    List<Scene.Happened> shared =
        journal.stream()
            .filter(one -> reachesAll(one) || one.told().event() instanceof Attended)
            .toList();
    assertThat(bytes(plain(shared))).isEqualTo(bytes(plain(journal)));
    return true;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean norDoPausesChatAndWhatWasSealedOrOffered(@ForAll long seed) {
    List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
    List<Scene.Happened> without =
        journal.stream()
            .filter(one -> !NEVER.contains(one.told().event().getClass().getSimpleName()))
            .toList();
    assertThat(bytes(plain(without))).isEqualTo(bytes(plain(journal)));
    return true;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean aWordThatWasPrivateOrNotOpenedNeverStandsInIt(@ForAll long seed) {
    List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
    List<Happened> marked =
        journal.stream()
            .map(
                one ->
                    happened(
                        one, isUnopened(one) ? marked(one.told().event()) : one.told().event()))
            .toList();
    assertThat(bytes(marked)).doesNotContain(CANARY).isEqualTo(bytes(plain(journal)));
    return true;
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  boolean howLongSomebodyTookDoesNotEither(@ForAll long seed) {
    List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
    List<Happened> shifted =
        IntStream.range(0, journal.size())
            .mapToObj(
                i -> {
                  Scene.Happened one = journal.get(i);
                  return new Happened(
                      hasATime(one.told().event()) ? one.at() : one.at().plusMillis(i % 700),
                      one.told().by(),
                      one.told().event());
                })
            .toList();
    assertThat(bytes(shifted)).isEqualTo(bytes(plain(journal)));
    return true;
  }

  /** A test of the tests: what is looked at is there, and what is marked is many. */
  @Example
  void theRandomSessionsHaveWhatARecordTellsAndWhatItMustNot() {
    var told = new TreeSet<String>();
    var never = new TreeSet<String>();
    for (long seed = 0; seed < 120; seed++) {
      List<Scene.Happened> journal = read(PlayedSessions.anyOf(seed));
      Facts facts = facts(plain(journal));
      note(told, "minutes", facts.exercises(), one -> one.minutes() != null);
      note(told, "steps", facts.exercises(), one -> !one.steps().isEmpty());
      note(told, "opened", facts.exercises(), one -> !one.opened().isEmpty());
      note(told, "closed", facts.exercises(), one -> !one.closed().isEmpty());
      note(told, "chosen", facts.exercises(), one -> !one.chosen().isEmpty());
      note(told, "saidBack", facts.exercises(), one -> !one.saidBack().isEmpty());
      note(told, "agreements", facts.exercises(), one -> !one.agreements().isEmpty());
      journal.stream()
          .filter(FactsPropertiesTest::isUnopened)
          .forEach(one -> never.add(one.told().event().getClass().getSimpleName()));
    }
    assertThat(told)
        .containsExactly(
            "agreements", "chosen", "closed", "minutes", "opened", "saidBack", "steps");
    assertThat(never)
        .contains("AnswerSealed", "AnswerShared", "CardPlaced", "PauseAsked", "Said", "WordsKept");
  }

  private static void note(
      Set<String> told,
      String what,
      List<Facts.Exercise> exercises,
      Predicate<Facts.Exercise> has) {
    if (exercises.stream().anyMatch(has)) {
      told.add(what);
    }
  }

  /**
   * More than the therapist reads: whoever reads it with more rights still makes no other record.
   */
  private static List<Scene.Happened> read(Scene scene) {
    return scene.happened();
  }

  private static boolean reachesAll(Scene.Happened one) {
    return one.told().audience().seats().containsAll(ALL);
  }

  private static boolean isUnopened(Scene.Happened one) {
    RoomEvent event = one.told().event();
    return !reachesAll(one)
        || event instanceof Said
        || event instanceof AnswerSealed
        || event instanceof AnswerShared
        || event instanceof LineOffered;
  }

  private static boolean hasATime(RoomEvent event) {
    return event instanceof DoorOpened
        || event instanceof RoomClosed
        || event instanceof ExerciseStarted
        || event instanceof ExerciseEnded;
  }

  private static Happened happened(Scene.Happened one, RoomEvent event) {
    return new Happened(one.at(), one.told().by(), event);
  }

  private static List<Happened> plain(List<Scene.Happened> journal) {
    return journal.stream().map(one -> happened(one, one.told().event())).toList();
  }

  private static Facts facts(List<Happened> journal) {
    return FactsOfJournal.facts(journal, Scene.shelf()::byDigest);
  }

  private static String bytes(List<Happened> journal) {
    return SignedRecord.json(facts(journal));
  }

  private static RoomEvent readBack(RoomEvent event) {
    Events.Written written = Events.write(event);
    return Events.read(written.type(), written.version(), written.facts(), written.words());
  }

  /** The same event, with another text wherever somebody wrote one. */
  private static RoomEvent marked(RoomEvent event) {
    Events.Written written = Events.write(event);
    if (written.words() != null) {
      mark(Objects.requireNonNull(written.words()));
    }
    return Events.read(written.type(), written.version(), written.facts(), written.words());
  }

  private static void mark(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.of("text", "word", "note")) {
        if (object.path(name).isTextual()) {
          object.put(name, CANARY);
        }
      }
    }
    node.forEach(FactsPropertiesTest::mark);
  }
}
