package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Exercise;
import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.HandInTakenBack;
import app.accord.room.RoomEvent.HandedIn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of homework whatever is done, in whatever order (content.md 4). */
class HomeworkPropertiesTest {
  private static final int MOVES = 120;
  private static final List<String> FOR_ONE =
      List.of("what-helps-me-feel-safe", "what-helps-me-here", "trusting-my-own-judgment");
  private static final List<String> FOR_TWO =
      List.of("a-good-moment-this-week", "communicate-openly", "small-steps", "being-trustworthy");

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  boolean whatOneDoesAloneReachesNobodyWhomItsLabelDoesNotName(@ForAll long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene scene = given(player, FOR_ONE, NOOR);
    play(scene, player, new Oracle(Set.of(NOOR), Set.of(DANIEL, MARTA)));
    return true;
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  boolean norDoesWhatTwoDoTogether(@ForAll long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene scene = given(player, FOR_TWO, NOOR, DANIEL).arrives(NOOR).arrives(DANIEL);
    play(scene, player, new Oracle(Set.of(NOOR, DANIEL), Set.of(MARTA)));
    return true;
  }

  /**
   * R21: Noor's page is the same whether Daniel has begun, finished, handed in, or done nothing.
   */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean noorCannotTellHowFarDanielIs(@ForAll long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene one = given(player, FOR_TWO, NOOR, DANIEL).arrives(NOOR);
    Scene other = given(new Player(seed, NOOR, DANIEL, MARTA), FOR_TWO, NOOR, DANIEL).arrives(NOOR);
    boolean daniel = player.chance(2);
    for (int i = 0; i < MOVES; i++) {
      one.beforeMove(i);
      other.beforeMove(i);
      Player.Move move = partner(player, one);
      boolean isDaniels = move.by() == DANIEL;
      // Once both hand in, or both have pressed, something is meant to be seen.
      if ((move.command() instanceof HandIn && isDaniels != daniel)
          || (isDaniels && wantsBoth(one, move.command()))
          || isForBoth(one, move.command())) {
        continue;
      }
      Decision here = act(one, move);
      Decision there = isDaniels ? here : act(other, move);
      assertThat(there.getClass()).as("%s", move).isEqualTo(here.getClass());
    }
    assertThat(seen(other)).isEqualTo(seen(one));
    return true;
  }

  /** Somebody's homework, done somehow. */
  static Scene somehow(long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene scene =
        seed % 2 == 0
            ? given(player, FOR_ONE, NOOR)
            : given(player, FOR_TWO, NOOR, DANIEL).arrives(NOOR).arrives(DANIEL);
    for (int i = 0; i < MOVES; i++) {
      act(scene, move(player, scene));
    }
    return scene;
  }

  private static List<?> seen(Scene scene) {
    return scene.streamOf(NOOR).stream().map(one -> one.told().event()).toList();
  }

  private static boolean wantsBoth(Scene scene, RoomCommand command) {
    return command instanceof OpenAnswers
        || (command instanceof OpenStep(String id) && Together.isForAll(step(scene, id)));
  }

  private static boolean isForBoth(Scene scene, RoomCommand command) {
    return command instanceof Seal(var where, _, _, _)
        && step(scene, where.step()) instanceof Step.Asking asking
        && asking.sharing().widest() == Reach.ROOM;
  }

  private static Scene given(Player player, List<String> exercises, Seat... whose) {
    var give =
        new GiveHomework(
            Scene.id(7),
            player.one(exercises),
            Map.of(),
            null,
            LocalDate.of(2026, 5, 17),
            Opens.ON_THE_DAY);
    return Scene.homework(whose).does(MARTA, give);
  }

  private static void play(Scene scene, Player player, Oracle oracle) {
    scene.happened().forEach(one -> oracle.sees(one.told()));
    var handedIn = new HashMap<Seat, Boolean>();
    for (int i = 0; i < MOVES; i++) {
      if (act(scene, move(player, scene)) instanceof Decision.Accepted(List<Told> told)) {
        for (Told one : told) {
          oracle.sees(one);
          inTurn(handedIn, one.event());
        }
      }
    }
  }

  /** Nobody hands in twice without taking back in between. */
  private static void inTurn(Map<Seat, Boolean> handedIn, RoomEvent event) {
    switch (event) {
      case HandedIn it -> assertThat(handedIn.put(it.seat(), true)).isNotEqualTo(true);
      case HandInTakenBack it -> assertThat(handedIn.put(it.seat(), false)).isEqualTo(true);
      default -> {}
    }
  }

  private static Player.Move move(Player player, Scene scene) {
    if (player.chance(8)) {
      Seat by = player.one(List.of(NOOR, DANIEL, MARTA));
      return new Player.Move(by, player.anything(scene.state()));
    }
    return player.chance(5) ? therapist(player) : partner(player, scene);
  }

  private static Player.Move therapist(Player player) {
    RoomCommand command =
        player.chance(30)
            ? new PutAway()
            : player.one(
                List.of(
                    new ReadHandIn(player.partner()),
                    new Comment("Thank you.", player.partner()),
                    new OpenInSession(),
                    new MarkTalkedAbout()));
    return new Player.Move(MARTA, command);
  }

  private static Player.Move partner(Player player, Scene scene) {
    Seat by = player.partner();
    Run run = java.util.Objects.requireNonNull(scene.state().run());
    String id = player.one(run.offered());
    Where where = run.where(id);
    Step step = step(scene, id);
    if (player.chance(10)) {
      return new Player.Move(
          by, player.chance(3) ? new TakeBackHandIn() : new HandIn(player.chance(2)));
    }
    RoomCommand command =
        switch (step) {
          case Step.Asking _ when player.chance(5) -> new Reopen(where);
          case Step.Asking _ when player.chance(6) -> new Skip(where);
          case Step.Asking asking ->
              new Seal(
                  where, player.one(List.of(Reach.values())), player.answer(asking), Scene.SHOWN);
          case Step.Reveal _ -> new OpenAnswers(id);
          case Step.Read _, Step.Ground _, Step.Talk _, Step.Agree _ -> new OpenStep(id);
        };
    return new Player.Move(by, command);
  }

  private static Step step(Scene scene, String id) {
    Run run = java.util.Objects.requireNonNull(scene.state().run());
    Exercise exercise = Scene.shelf().byDigest(run.digest()).orElseThrow();
    return exercise.step(id).orElseThrow();
  }

  private static Decision act(Scene scene, Player.Move move) {
    Decision decision = scene.decide(move.by(), move.command());
    if (decision instanceof Decision.Accepted(List<Told> events)) {
      events.forEach(scene::happens);
    }
    return decision;
  }
}
