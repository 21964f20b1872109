package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.SaidBack;
import app.accord.room.RoomEvent.WordsKept;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TalkingTest {
  private static final Where TALK = at("talk");

  private static Scene talking() {
    return Scene.session()
        .does(MARTA, new StartExercise("communicate-openly", List.of(), false))
        .does(MARTA, new OpenStep("talk"));
  }

  @Test
  void each_part_of_a_turn_is_for_one_of_them_only() {
    talking()
        .isRefused(NOOR, new FinishSpeaking(TALK), Refusal.NOT_YOUR_TURN)
        .isRefused(NOOR, new GiveTurn(TALK, NOOR), Refusal.NOT_YOURS_TO_DO)
        .isRefused(MARTA, new GiveTurn(TALK, MARTA), Refusal.BAD_VALUE)
        .does(MARTA, new GiveTurn(TALK, NOOR))
        .isRefused(DANIEL, new SayBack(TALK, "too early"), Refusal.NOT_YOUR_TURN)
        .isRefused(DANIEL, new FinishSpeaking(TALK), Refusal.NOT_YOUR_TURN)
        .isRefused(DANIEL, new Say("but"), Refusal.NOT_YOUR_TURN)
        .does(NOOR, new FinishSpeaking(TALK))
        .isRefused(NOOR, new Confirm(TALK), Refusal.NOT_YOUR_TURN)
        .isRefused(NOOR, new SayBack(TALK, "me"), Refusal.NOT_YOUR_TURN)
        .isRefused(DANIEL, new SayBack(TALK, " "), Refusal.NOTHING_WRITTEN)
        .does(DANIEL, new SayBack(TALK, null))
        .isRefused(DANIEL, new Confirm(TALK), Refusal.NOT_YOUR_TURN)
        .does(NOOR, new Confirm(TALK))
        .isRefused(NOOR, new Confirm(TALK), Refusal.NOT_YOUR_TURN);
  }

  @Test
  void tries_are_counted_and_never_limited() {
    Scene scene =
        talking().does(MARTA, new GiveTurn(TALK, NOOR)).does(NOOR, new FinishSpeaking(TALK));
    for (int i = 0; i < 5; i++) {
      scene.does(DANIEL, new SayBack(TALK, "I hear you")).does(NOOR, new NotQuite(TALK, null));
    }
    assertThat(scene.received(MARTA, SaidBack.class))
        .extracting(SaidBack::attempt)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void who_passes_a_turn_is_not_said() {
    Scene scene = talking().does(MARTA, new GiveTurn(TALK, NOOR));
    int from = scene.happened().size();
    scene.does(DANIEL, new PassTurn(TALK));
    assertThat(scene.told(from)).containsExactly("– TurnPassed NDM");
  }

  @Test
  void kept_words_are_for_nobody_else() {
    Scene scene = talking().does(NOOR, new KeepWords(TALK, "He waited."));
    assertThat(scene.received(MARTA, WordsKept.class)).isEmpty();
    assertThat(scene.received(DANIEL, WordsKept.class)).isEmpty();
    assertThat(scene.received(NOOR, WordsKept.class)).hasSize(1);
  }

  @Test
  void a_line_is_offered_by_one_and_kept_by_the_other() {
    Where closing = at("closing");
    talking()
        .does(MARTA, new OpenStep("closing"))
        .does(NOOR, new OfferLine(closing, Scene.id(1), "Waiting is a gift"))
        .isRefused(NOOR, new KeepLine(closing, Scene.id(1)), Refusal.BAD_VALUE)
        .isRefused(DANIEL, new KeepLine(closing, Scene.id(2)), Refusal.NO_SUCH_LINE)
        .isRefused(DANIEL, new OfferLine(closing, Scene.id(3), "x".repeat(161)), Refusal.TOO_LONG)
        .does(DANIEL, new KeepLine(closing, Scene.id(1)))
        .changesNothing(DANIEL, new KeepLine(closing, Scene.id(1)))
        .isRefused(MARTA, new KeepLine(closing, Scene.id(1)), Refusal.NOT_YOURS_TO_DO);
  }
}
