package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomCommand.*;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongRoomTest {

  @Test
  void what_was_said_and_done_before_does_not_make_the_room_heavier() {
    Scene scene =
        Scene.session()
            .does(MARTA, new StartExercise("trust-vs-control", List.of(), false))
            .does(MARTA, new OpenStep("sort"));
    scene.does(NOOR, new PlaceCard(at("sort"), "saying-no", "trust", 0, null));
    RoomState before = scene.state();
    for (int i = 0; i < 500; i++) {
      scene
          .does(NOOR, new Say("once more, and a little longer " + i))
          .does(DANIEL, new Say("yes"))
          .does(NOOR, new PlaceCard(at("sort"), "saying-no", i % 2 == 0 ? null : "trust", 0, null));
    }
    assertThat(scene.state()).isEqualTo(before);
  }

  @Test
  void rounds_and_runs_that_are_over_take_no_room() {
    Scene scene = Scene.session();
    for (int run = 1; run <= 20; run++) {
      scene.does(MARTA, new StartExercise("trust-vs-control", List.of(), false));
      for (int round = 1; round <= 5; round++) {
        scene.does(MARTA, new OpenStep("sort")).does(NOOR, new Skip(new Where(run, "sort", round)));
      }
      assertThat(scene.state().run()).isNotNull();
      assertThat(scene.state().run().steps()).hasSize(1);
      scene.does(MARTA, new EndExercise());
    }
    assertThat(scene.state().run().steps()).isEmpty();
  }
}
