package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.*;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds whatever is done, in whatever order. Each try is a session of its own. */
class RoomPropertiesTest {
  private static final int MOVES = 150;

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  boolean nothingReachesASeatThatMayNotReadIt(@ForAll long seed) {
    // That the room equals the fold of its events read back from JSON is checked by Scene.
    Scene scene = Scene.session().under(policy(seed));
    play(scene, new Player(seed, NOOR, DANIEL, MARTA), Set.of(NOOR, DANIEL, MARTA));
    return true;
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  boolean norWithACoTherapistAtTheTable(@ForAll long seed) {
    Scene scene =
        Scene.of(NOOR, DANIEL, MARTA, Seat.CO_1)
            .arrives(MARTA)
            .arrives(NOOR)
            .arrives(DANIEL)
            .arrives(Seat.CO_1)
            .does(MARTA, new OpenRoom());
    var seats = Set.of(NOOR, DANIEL, MARTA, Seat.CO_1);
    play(scene, new Player(seed, NOOR, DANIEL, MARTA, Seat.CO_1), seats);
    return true;
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  boolean norInARoomWithoutATherapist(@ForAll long seed) {
    Scene scene = Scene.atHome();
    play(scene, new Player(seed, NOOR, DANIEL), Set.of(NOOR, DANIEL));
    return true;
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean onlyNonsenseIsAnsweredToo(@ForAll long seed) {
    Scene scene = Scene.atTheDoor();
    var player = new Player(seed, Seat.values());
    for (int i = 0; i < MOVES; i++) {
      Seat by = player.one(List.of(Seat.values()));
      if (scene.decide(by, player.anything(scene.state()))
          instanceof Decision.Accepted(List<Told> events)) {
        events.forEach(scene::happens);
      }
    }
    return true;
  }

  /**
   * Two sessions in which everybody does the same, but that Daniel answers something else, for
   * other eyes, or leaves it empty. Until something is opened, Noor reads the same and gets the
   * same answers to all that she tries.
   */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  boolean noorCannotTellWhatDanielAnswersNorWhetherHeDoes(@ForAll long seed) {
    Scene one = Scene.session();
    Scene other = Scene.session();
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    var otherwise = new Player(~seed, NOOR, DANIEL, MARTA);
    for (int i = 0; i < MOVES; i++) {
      one.beforeMove(i);
      other.beforeMove(i);
      Player.Move move = player.next(one.state());
      if (move.command() instanceof OpenAnswers
          || move.command() instanceof OpenDue
          || move.command() instanceof CloseRoom
          || (move.by() == DANIEL && move.command() instanceof Reopen)) {
        continue;
      }
      boolean finished = hasFinished(one, DANIEL, move.command());
      Decision here = act(one, move.by(), move.command());
      Decision there = other(other, otherwise, move, here, finished);
      if (move.by() == NOOR) {
        assertThat(visible(there)).isEqualTo(visible(here));
      }
      assertThat(other.streamOf(NOOR)).hasSameSizeAs(one.streamOf(NOOR));
    }
    assertThat(seenBy(NOOR, other)).isEqualTo(seenBy(NOOR, one));
    return true;
  }

  /** Without a therapist, over days, not even whether Daniel has begun. */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean overDaysNoorCannotTellWhetherDanielHasBegun(@ForAll long seed) {
    Scene one = Scene.atHome();
    Scene other = Scene.atHome();
    var player = new Player(seed, NOOR, DANIEL);
    for (int i = 0; i < MOVES; i++) {
      one.beforeMove(i);
      other.beforeMove(i);
      Player.Move move = player.next(one.state());
      if (move.command() instanceof OpenDue
          || (move.by() == DANIEL && move.command() instanceof OpenAnswers)) {
        continue;
      }
      Decision here = act(one, move.by(), move.command());
      boolean alone =
          move.by() == DANIEL && !isForAll(one, move.command()) && isOwnWork(move.command());
      Decision there =
          alone ? other.decide(DANIEL, move.command()) : act(other, move.by(), move.command());
      if (move.by() == NOOR) {
        assertThat(visible(there)).isEqualTo(visible(here));
      }
      assertThat(other.streamOf(NOOR)).hasSameSizeAs(one.streamOf(NOOR));
    }
    assertThat(seenBy(NOOR, other)).isEqualTo(seenBy(NOOR, one));
    return true;
  }

  private static boolean isOwnWork(RoomCommand command) {
    return command instanceof Seal
        || command instanceof Skip
        || command instanceof Reopen
        || command instanceof PlaceCard;
  }

  private static Decision other(
      Scene scene, Player player, Player.Move move, Decision here, boolean hadFinished) {
    if (move.by() != DANIEL || isForAll(scene, move.command())) {
      return act(scene, move.by(), move.command());
    }
    boolean finishes = !hadFinished && here instanceof Decision.Accepted;
    return switch (move.command()) {
      case Seal(var where, _, _, _) ->
          finishes ? finish(scene, player, where) : scene.decide(DANIEL, move.command());
      case Skip(var where) ->
          finishes ? finish(scene, player, where) : scene.decide(DANIEL, move.command());
      case PlaceCard(var where, _, _, _, _) ->
          step(scene, where) instanceof Step.Sort sort
              ? act(scene, DANIEL, player.placing(where, sort))
              : scene.decide(DANIEL, move.command());
      case KeepWords _, AskForHelp _, AskWordAlone _ -> scene.decide(DANIEL, move.command());
      default -> act(scene, DANIEL, move.command());
    };
  }

  /** Daniel comes to an end with it, in some way of his own. */
  private static Decision finish(Scene scene, Player player, Where where) {
    if (step(scene, where) instanceof Step.Asking asking && !player.chance(3)) {
      Reach reach = player.one(List.of(Reach.ME, Reach.THERAPIST, Reach.REVEAL));
      Decision sealed = act(scene, DANIEL, player.seal(where, asking, reach));
      if (sealed instanceof Decision.Accepted) {
        return sealed;
      }
    }
    return act(scene, DANIEL, new Skip(where));
  }

  private static @org.jspecify.annotations.Nullable Step step(Scene scene, Where where) {
    Run run = scene.state().run();
    return run == null
        ? null
        : Scene.shelf().byDigest(run.digest()).flatMap(e -> e.step(where.step())).orElse(null);
  }

  /** Where answers may be for all at once, Daniel does the same in both. */
  private static boolean isForAll(Scene scene, RoomCommand command) {
    Where where =
        switch (command) {
          case Seal seal -> seal.where();
          case Skip skip -> skip.where();
          case Reopen reopen -> reopen.where();
          default -> null;
        };
    return where != null
        && step(scene, where) instanceof Step.Asking asking
        && asking.sharing().widest() == Reach.ROOM;
  }

  private static boolean hasFinished(Scene scene, Seat seat, RoomCommand command) {
    Run run = scene.state().run();
    return run != null
        && switch (command) {
          case Seal seal -> run.step(seal.where().step()).own().of(seat).finished();
          case Skip skip -> run.step(skip.where().step()).own().of(seat).finished();
          default -> false;
        };
  }

  private static Object visible(Decision decision) {
    return switch (decision) {
      case Decision.Refused(Refusal why) -> why;
      case Decision.Accepted(List<Told> events) ->
          events.stream().filter(told -> told.audience().reaches(NOOR)).map(Told::event).toList();
    };
  }

  private static List<?> seenBy(Seat seat, Scene scene) {
    return scene.streamOf(seat).stream().map(one -> List.of(one.told().event(), one.at())).toList();
  }

  private static Decision act(Scene scene, Seat by, RoomCommand command) {
    Decision decision = scene.decide(by, command);
    if (decision instanceof Decision.Accepted(List<Told> events)) {
      events.forEach(scene::happens);
    }
    return decision;
  }

  private static void play(Scene scene, Player player, Set<Seat> seats) {
    var oracle = new Oracle(seats);
    scene.happened().forEach(one -> oracle.sees(one.told()));
    for (int i = 0; i < MOVES; i++) {
      Player.Move move = player.next(scene.state());
      if (move.command() instanceof CloseRoom && i < MOVES - 20) {
        continue;
      }
      if (act(scene, move.by(), move.command()) instanceof Decision.Accepted(List<Told> events)) {
        events.forEach(oracle::sees);
      }
    }
  }

  private static Circumstances.Secrets policy(long seed) {
    return List.of(Circumstances.Secrets.values()).get((int) Math.floorMod(seed, 3L));
  }

  /** A test of the tests: the random sessions come everywhere. */
  @net.jqwik.api.Example
  void randomSessionsReachEveryKindOfEvent() {
    Map<String, Integer> seen = new HashMap<>();
    for (long seed = 0; seed < 250; seed++) {
      Scene scene = seed % 3 == 0 ? Scene.atHome() : Scene.session();
      Seat[] seats = seed % 3 == 0 ? new Seat[] {NOOR, DANIEL} : new Seat[] {NOOR, DANIEL, MARTA};
      var player = new Player(seed, seats);
      for (int i = 0; i < MOVES; i++) {
        Player.Move move = player.next(scene.state());
        act(scene, move.by(), move.command());
      }
      count(scene, seen);
      count(HomeworkPropertiesTest.somehow(seed), seen);
      count(LastingPropertiesTest.somehow(seed), seen);
    }
    assertThat(seen.keySet())
        .containsAll(
            java.util.stream.Stream.of(RoomEvent.class.getPermittedSubclasses())
                .filter(RoomEvent.class::isAssignableFrom)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()));
  }

  private static void count(Scene scene, Map<String, Integer> seen) {
    scene
        .happened()
        .forEach(one -> seen.merge(one.told().event().getClass().getSimpleName(), 1, Integer::sum));
  }
}
