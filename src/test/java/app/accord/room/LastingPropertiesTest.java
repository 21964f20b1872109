package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Exercise;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.AgreementTakenUp;
import app.accord.room.RoomEvent.ReviewAnswered;
import app.accord.room.RoomEvent.ReviewOpened;
import app.accord.room.RoomEvent.Reviewed;
import app.accord.room.RoomEvent.Version;
import app.accord.room.RoomEvent.WeekMarked;
import app.accord.room.RoomEvent.WeekShown;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of an agreement whatever is done with it, in whatever order (R26). */
class LastingPropertiesTest {
  private static final int MOVES = 150;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<Seat> ALL = Set.of(NOOR, DANIEL, MARTA);
  static final String EXERCISE = "trust-vs-control";

  /**
   * The oracle knows the words by itself, and that a signature is on the words that stand there.
   */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean nobodyIsShownToHaveSignedOtherWordsThanTheyDid(@ForAll long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene session = written(player);
    AgreementHistory before = history(session);
    Scene scene = Scene.agreement();
    var oracle = new Oracle(ALL);
    act(scene, new Player.Move(MARTA, takeUp(before.copy())), oracle);
    assertThat(history(scene).copy()).isEqualTo(before.copy());
    play(scene, player, oracle);
    signaturesFit(history(scene));
    return true;
  }

  /**
   * One's own marks, answers and the wish to end it, whatever they are: the other reads the same.
   */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean noorCannotTellWhatDanielMarksOrAnswersOrThatHeLetsItGo(@ForAll long seed) {
    Scene one = made();
    Scene other = made();
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    for (int i = 0; i < MOVES; i++) {
      one.beforeMove(i);
      other.beforeMove(i);
      Player.Move move = player.withAgreement(one);
      boolean daniels = move.by() == DANIEL && isPrivate(move.command());
      // What both have answered opens, and what is due is shown: those are meant to be seen.
      if (move.command() instanceof OpenDue
          || (move.command() instanceof AnswerReview && move.by() != DANIEL)) {
        continue;
      }
      Decision here = act(one, move, null);
      Decision there = daniels ? here : act(other, move, null);
      if (move.by() == NOOR) {
        assertThat(reachesNoor(there)).isEqualTo(reachesNoor(here));
      }
    }
    assertThat(streamOfNoor(other)).isEqualTo(streamOfNoor(one));
    return true;
  }

  private static boolean isPrivate(RoomCommand command) {
    return command instanceof MarkWeek
        || command instanceof AnswerReview
        || command instanceof LetGo
        || command instanceof KeepOn;
  }

  /** A week is shown once it has closed and all said the same; a review once all have answered. */
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  boolean onlyWhatAllSayIsShown(@ForAll long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene scene = made();
    Map<LocalDate, Map<Seat, Mark>> marks = new HashMap<>();
    Map<Seat, ReviewAnswer> answers = new HashMap<>();
    for (int i = 0; i < MOVES; i++) {
      scene.later(Duration.ofHours(11));
      if (act(scene, player.withAgreement(scene), null)
          instanceof Decision.Accepted(List<Told> told)) {
        for (Told one : told) {
          switch (one.event()) {
            case WeekMarked it ->
                marks.computeIfAbsent(it.week(), _ -> new HashMap<>()).put(it.seat(), it.mark());
            case WeekShown it -> {
              assertThat(it.mark()).isIn(Mark.KEPT, Mark.TALKED_ABOUT);
              assertThat(marks.get(it.week()))
                  .isEqualTo(Map.of(NOOR, it.mark(), DANIEL, it.mark()));
              assertThat(MarkedWeek.at(scene.now(), BERLIN)).isAfter(it.week());
            }
            case ReviewAnswered it -> answers.put(one.by(), it.answer());
            case ReviewOpened it -> {
              assertThat(it.answers())
                  .containsExactly(
                      new Reviewed(NOOR, answers.get(NOOR)),
                      new Reviewed(DANIEL, answers.get(DANIEL)));
              answers.clear();
            }
            case RoomEvent.AgreementMade _ -> answers.clear();
            case RoomEvent _ -> {}
          }
        }
      }
    }
    return true;
  }

  static void signaturesFit(AgreementHistory history) {
    String now =
        Agreement.digest(
            history.text().name(),
            history.text().lines().values().stream().map(Agreement.Line::text).toList());
    assertThat(history.signed()).allMatch(signature -> signature.digest().equals(now));
    for (Version version : history.versions()) {
      String then = Agreement.digest(version.name(), version.lines());
      assertThat(version.signed()).extracting(RoomEvent.Signature::seat).contains(NOOR, DANIEL);
      assertThat(version.signed()).allMatch(signature -> signature.digest().equals(then));
    }
  }

  private static List<RoomEvent> reachesNoor(Decision decision) {
    return decision instanceof Decision.Accepted(List<Told> told)
        ? told.stream().filter(it -> it.audience().reaches(NOOR)).map(Told::event).toList()
        : List.of();
  }

  private static List<RoomEvent> streamOfNoor(Scene scene) {
    return scene.streamOf(NOOR).stream().map(it -> it.told().event()).toList();
  }

  private static void play(Scene scene, Player player, Oracle oracle) {
    for (int i = 0; i < MOVES; i++) {
      scene.later(Duration.ofHours(9));
      act(scene, player.withAgreement(scene), oracle);
    }
  }

  /** An agreement's life, somehow. */
  static Scene somehow(long seed) {
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    Scene scene = made();
    for (int i = 0; i < MOVES; i++) {
      scene.later(Duration.ofHours(13));
      act(scene, player.withAgreement(scene), null);
    }
    return scene;
  }

  /** In force from its first event on. */
  static Scene made() {
    Scene session = atText();
    Where where = Scene.at(step());
    String digest = Agreement.digest("Late", List.of("One line before the time."));
    session
        .does(NOOR, new NameAgreement(where, "Late"))
        .does(NOOR, new AddLine(where, Scene.id(1), "One line before the time."))
        .does(NOOR, new Sign(where, digest))
        .does(DANIEL, new Sign(where, digest));
    return Scene.agreement().does(MARTA, takeUp(history(session).copy()));
  }

  /** What two wrote in a session, and perhaps signed, and perhaps changed again. */
  private static Scene written(Player player) {
    Scene session = atText();
    for (int i = 0; i < 40; i++) {
      Run run = java.util.Objects.requireNonNull(session.state().run());
      act(session, player.agreeing(run, run.where(step())), null);
    }
    return session;
  }

  private static Scene atText() {
    return Scene.session()
        .does(MARTA, new StartExercise(EXERCISE, List.of(), true))
        .does(MARTA, new OpenStep(step()));
  }

  static String step() {
    return Scene.exercise(EXERCISE).steps().stream()
        .filter(app.accord.exercise.Step.Agree.class::isInstance)
        .findFirst()
        .orElseThrow()
        .id();
  }

  static AgreementHistory history(Scene scene) {
    var history = new AgreementHistory(1, step());
    for (Scene.Happened one : scene.happened()) {
      history.take(one.told().by(), LocalDate.ofInstant(one.at(), BERLIN), one.told().event());
    }
    return history;
  }

  static TakeUpAgreement takeUp(AgreementTakenUp copy) {
    Exercise exercise = Scene.exercise(EXERCISE);
    return new TakeUpAgreement(exercise.id(), exercise.version(), exercise.digest(), copy);
  }

  private static Decision act(
      Scene scene, Player.Move move, @org.jspecify.annotations.Nullable Oracle oracle) {
    Decision decision = scene.decide(move.by(), move.command());
    if (decision instanceof Decision.Accepted(List<Told> events)) {
      events.forEach(scene::happens);
      if (oracle != null) {
        events.forEach(oracle::sees);
      }
    }
    return decision;
  }
}
