package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static app.accord.room.Sessions.seal;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.BothFinished;
import app.accord.room.RoomEvent.Revealed;
import app.accord.room.RoomEvent.StepLeftClosed;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TogetherTest {
  private static final Where MOMENT = at("moment");

  private static Scene moment() {
    return Scene.atHome()
        .does(NOOR, new StartExercise("a-good-moment-this-week", List.of(), false));
  }

  @Test
  void each_goes_on_alone_and_the_other_does_not_see_where() {
    Scene scene = moment();
    int daniels = scene.streamOf(DANIEL).size();
    scene
        .does(NOOR, new OpenStep("arrive"))
        .does(NOOR, new OpenStep("moment"))
        .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread that you brought."));
    assertThat(scene.streamOf(DANIEL)).hasSize(daniels);
    scene.isRefused(NOOR, new OpenStep("closing"), Refusal.STEP_IS_NOT_OPEN);
  }

  @Test
  void over_days_nobody_is_told_that_the_other_has_finished() {
    Scene scene =
        moment()
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."));
    assertThat(scene.received(NOOR, BothFinished.class)).isEmpty();
  }

  @Test
  void answers_open_once_both_have_pressed_and_the_first_press_shows_to_nobody() {
    Scene scene =
        moment()
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .isRefused(DANIEL, new OpenAnswers("both"), Refusal.NOT_SEALED)
            .does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."));
    int from = scene.happened().size();
    scene
        .does(NOOR, new OpenAnswers("both"))
        .changesNothing(NOOR, new OpenAnswers("both"))
        .does(DANIEL, new OpenAnswers("both"));
    assertThat(scene.told(from)).containsExactly("N Wished N", "– Revealed ND", "– StepOpened ND");
  }

  @Test
  void if_one_left_it_empty_both_read_that_it_stays_closed() {
    Scene scene =
        moment()
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, new Skip(MOMENT));
    scene.does(DANIEL, new OpenAnswers("both")).does(NOOR, new OpenAnswers("both"));
    assertThat(scene.received(NOOR, Revealed.class)).isEmpty();
    assertThat(scene.received(NOOR, StepLeftClosed.class)).hasSize(1);
  }

  @Test
  void both_must_be_here_at_once_and_a_press_does_not_tell_whether_the_other_is() {
    Scene scene =
        moment()
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."))
            .does(NOOR, new OpenAnswers("both"))
            .goes(NOOR);
    int from = scene.happened().size();
    scene.does(DANIEL, new OpenAnswers("both"));
    assertThat(scene.told(from)).containsExactly("D Wished D");
    scene.arrives(NOOR).does(NOOR, new OpenAnswers("both"));
    assertThat(scene.received(DANIEL, Revealed.class)).hasSize(1);
  }

  @Test
  void at_the_due_moment_what_both_have_sealed_opens() {
    Scene scene =
        moment()
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."))
            .does(NOOR, new OpenDue());
    assertThat(scene.received(DANIEL, Revealed.class)).hasSize(1);
  }

  @Test
  void a_pause_ends_when_both_are_ready() {
    Scene scene = Scene.atHome().does(NOOR, new AskPause());
    int from = scene.happened().size();
    scene.does(DANIEL, new EndPause()).does(NOOR, new EndPause());
    assertThat(scene.told(from)).containsExactly("D Wished D", "– PauseEnded ND");
  }

  @Test
  void the_therapist_receives_nothing_of_a_room_at_home() {
    Scene scene =
        moment()
            .does(NOOR, new AskForHelp())
            .does(NOOR, seal(MOMENT, Reach.THERAPIST, "For Marta."));
    assertThat(scene.streamOf(MARTA)).isEmpty();
  }

  @Test
  void heavier_exercises_are_not_begun_without_a_therapist() {
    Scene.atHome()
        .isRefused(
            NOOR, new StartExercise("trust-vs-control", List.of(), true), Refusal.NO_SUCH_EXERCISE)
        .withCeiling(0)
        .isRefused(NOOR, new StartExercise("communicate-openly", List.of(), false), Refusal.NOT_NOW)
        .does(NOOR, new StartExercise("what-trust-gives-us", List.of(), false));
  }
}
