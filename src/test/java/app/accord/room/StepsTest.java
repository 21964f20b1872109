package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.StepOpened;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StepsTest {

  private static StartExercise start(String exercise) {
    return new StartExercise(exercise, List.of(), false);
  }

  @Test
  void joint_work_stays_below_the_couples_ceiling() {
    Scene.session()
        .withCeiling(0)
        .isRefused(MARTA, start("communicate-openly"), Refusal.NOT_NOW)
        .isRefused(MARTA, start("trust-vs-control"), Refusal.NOT_NOW)
        .does(MARTA, start("what-trust-gives-us"));
  }

  @Test
  void the_highest_level_is_confirmed_each_time() {
    Scene.session()
        .isRefused(MARTA, start("repair-and-forgive"), Refusal.NOT_NOW)
        .does(MARTA, new StartExercise("repair-and-forgive", List.of(), true));
    Scene.session()
        .withCeiling(1)
        .isRefused(
            MARTA, new StartExercise("repair-and-forgive", List.of(), true), Refusal.NOT_NOW);
  }

  @Test
  void a_joint_exercise_needs_both_even_at_level_zero() {
    Scene.session()
        .goes(DANIEL)
        .isRefused(MARTA, start("what-trust-gives-us"), Refusal.NOT_BOTH_HERE);
  }

  @Test
  void what_is_not_for_a_session_is_not_there() {
    Scene.session()
        .isRefused(MARTA, start("trusting-my-own-judgment"), Refusal.NO_SUCH_EXERCISE)
        .isRefused(MARTA, start("none"), Refusal.NO_SUCH_EXERCISE)
        .isRefused(NOOR, start("communicate-openly"), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void optional_steps_are_offered_if_they_were_included() {
    Scene scene =
        Scene.session()
            .isRefused(
                MARTA,
                new StartExercise("what-trust-gives-us", List.of("gifts"), false),
                Refusal.NO_SUCH_STEP)
            .does(MARTA, start("what-trust-gives-us"))
            .isRefused(MARTA, start("what-trust-gives-us"), Refusal.ALREADY_RUNNING);
    var first = scene.received(NOOR, ExerciseStarted.class).getFirst();
    String optional =
        Scene.exercise("what-trust-gives-us").steps().stream()
            .filter(step -> step.common().optional())
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(first.steps()).doesNotContain(optional);
    scene
        .isRefused(MARTA, new OpenStep(optional), Refusal.NO_SUCH_STEP)
        .does(MARTA, new EndExercise())
        .does(MARTA, new StartExercise("what-trust-gives-us", List.of(optional), false));
    var second = scene.received(NOOR, ExerciseStarted.class).getLast();
    assertThat(second.run()).isEqualTo(2);
    assertThat(second.steps()).contains(optional);
  }

  @Test
  void only_the_therapist_moves_the_room_and_the_last_step_has_no_next() {
    Scene scene =
        Scene.session()
            .isRefused(MARTA, new OpenStep("read"), Refusal.NOT_RUNNING)
            .does(MARTA, start("communicate-openly"))
            .isRefused(NOOR, new OpenStep("read"), Refusal.NOT_YOURS_TO_DO)
            .isRefused(NOOR, new SkipStep(), Refusal.NOT_YOURS_TO_DO)
            .isRefused(MARTA, new OpenStep("none"), Refusal.NO_SUCH_STEP);
    for (int i = 0; i < 6; i++) {
      scene.does(MARTA, new SkipStep());
    }
    scene.isRefused(MARTA, new SkipStep(), Refusal.NO_SUCH_STEP);
  }

  @Test
  void next_time_it_is_taken_up_where_it_was_left_with_what_was_sealed() {
    Scene scene =
        Scene.session()
            .does(MARTA, start("communicate-openly"))
            .does(MARTA, new OpenStep("my-words"))
            .does(NOOR, Sessions.seal(at("my-words"), Reach.ME, "I need to know early."))
            .does(MARTA, new GoOnNextTime())
            .isRefused(DANIEL, new Skip(at("my-words")), Refusal.NOT_RUNNING)
            .later(Duration.ofDays(13))
            .does(MARTA, new OpenStep("my-words"))
            .does(DANIEL, new Skip(at("my-words")));
    assertThat(scene.received(DANIEL, StepOpened.class))
        .extracting(opened -> opened.where().round())
        .containsOnly(1);
    assertThat(scene.received(NOOR, RoomEvent.BothFinished.class)).hasSize(1);
  }

  @Test
  void after_fourteen_days_it_is_over() {
    Scene.session()
        .does(MARTA, start("communicate-openly"))
        .does(MARTA, new OpenStep("my-words"))
        .does(MARTA, new GoOnNextTime())
        .later(Duration.ofDays(15))
        .isRefused(MARTA, new OpenStep("my-words"), Refusal.TOO_LATE)
        .does(MARTA, start("communicate-openly"));
  }

  @Test
  void lines_of_an_agreement_survive_a_look_back() {
    Scene scene =
        Scene.session()
            .does(MARTA, start("trust-vs-control"))
            .does(MARTA, new OpenStep("small-step"))
            .does(NOOR, new AddLine(at("small-step"), Scene.id(1), "I ask first"))
            .does(MARTA, new OpenStep("read"))
            .isRefused(
                NOOR,
                new AddLine(at("small-step"), Scene.id(2), "and wait"),
                Refusal.STEP_IS_NOT_OPEN)
            .does(MARTA, new OpenStep("small-step"));
    scene.does(NOOR, new Sign(at("small-step"), Agreement.digest("", List.of("I ask first"))));
  }
}
