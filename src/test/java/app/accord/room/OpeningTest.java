package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.SHOWN;
import static app.accord.room.Scene.at;
import static app.accord.room.Sessions.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.AnswerShared;
import app.accord.room.RoomEvent.OpenableChanged;
import app.accord.room.RoomEvent.Revealed;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpeningTest {
  private static final Where SORT = at("sort");

  private static Scene sorting() {
    return Scene.session()
        .does(MARTA, new StartExercise("trust-vs-control", List.of(), false))
        .does(MARTA, new OpenStep("sort"));
  }

  private static Seal sealed(Seat seat, Reach reach) {
    return new Seal(SORT, reach, sorted(seat), SHOWN);
  }

  @Test
  void nothing_opens_before_both_have_sealed() {
    sorting()
        .does(NOOR, sealed(NOOR, Reach.REVEAL))
        .isRefused(MARTA, new OpenAnswers("both-sorts"), Refusal.NOTHING_TO_OPEN)
        .does(DANIEL, sealed(DANIEL, Reach.ME))
        .isRefused(MARTA, new OpenAnswers("both-sorts"), Refusal.NOTHING_TO_OPEN)
        .isRefused(DANIEL, new OpenAnswers("both-sorts"), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void it_opens_and_the_room_goes_there_in_one_commit_and_only_once() {
    Scene scene =
        sorting().does(NOOR, sealed(NOOR, Reach.REVEAL)).does(DANIEL, sealed(DANIEL, Reach.REVEAL));
    int from = scene.happened().size();
    scene.does(MARTA, new OpenAnswers("both-sorts"));
    assertThat(scene.told(from)).containsExactly("– Revealed NDM", "– StepOpened NDM");
    scene
        .isRefused(MARTA, new OpenAnswers("both-sorts"), Refusal.ALREADY_OPENED)
        .isRefused(MARTA, new LeaveClosed("both-sorts"), Refusal.ALREADY_OPENED)
        .isRefused(DANIEL, new Reopen(SORT), Refusal.ALREADY_OPENED)
        .isRefused(DANIEL, sealed(DANIEL, Reach.REVEAL), Refusal.ALREADY_OPENED)
        .isRefused(MARTA, new OpenAnswers("sort"), Refusal.WRONG_KIND)
        .isRefused(MARTA, new OpenAnswers("none"), Refusal.NO_SUCH_STEP);
  }

  @Test
  void a_closed_step_tells_nobody_anything() {
    Scene neither = sorting();
    Scene both =
        sorting().does(NOOR, sealed(NOOR, Reach.REVEAL)).does(DANIEL, sealed(DANIEL, Reach.REVEAL));
    for (Scene scene : List.of(neither, both)) {
      int from = scene.happened().size();
      scene.does(MARTA, new LeaveClosed("both-sorts"));
      assertThat(scene.told(from)).containsExactly("– StepLeftClosed NDM");
    }
    assertThat(neither.received(NOOR, RoomEvent.StepLeftClosed.class))
        .isEqualTo(both.received(NOOR, RoomEvent.StepLeftClosed.class));
    both.isRefused(MARTA, new OpenAnswers("both-sorts"), Refusal.LEFT_CLOSED)
        .isRefused(NOOR, new Reopen(SORT), Refusal.LEFT_CLOSED);
    neither
        .isRefused(NOOR, sealed(NOOR, Reach.REVEAL), Refusal.LEFT_CLOSED)
        .does(NOOR, sealed(NOOR, Reach.ME));
  }

  @Test
  void after_it_was_left_closed_anyone_may_share_something_new() {
    Scene scene = sorting().isRefused(NOOR, new ShareMine(SORT, "mine"), Refusal.NOT_SEALED);
    scene.does(MARTA, new LeaveClosed("both-sorts")).does(NOOR, new ShareMine(SORT, "The bag."));
    assertThat(scene.received(DANIEL, AnswerShared.class))
        .containsExactly(new AnswerShared(SORT, "The bag."));
  }

  @Test
  void rows_are_marked_by_partners_and_chosen_by_the_therapist() {
    Scene scene =
        sorting()
            .does(NOOR, sealed(NOOR, Reach.REVEAL))
            .does(DANIEL, sealed(DANIEL, Reach.REVEAL))
            .does(MARTA, new OpenAnswers("both-sorts"));
    Where both = at("both-sorts");
    scene
        .does(NOOR, new MarkToTalk(both, "asking-who", true))
        .changesNothing(NOOR, new MarkToTalk(both, "asking-who", true))
        .does(NOOR, new MarkToTalk(both, "asking-who", false))
        .isRefused(NOOR, new MarkToTalk(both, "looking-bag", true), Refusal.BAD_VALUE)
        .isRefused(MARTA, new MarkToTalk(both, "asking-who", true), Refusal.NOT_YOURS_TO_DO)
        .isRefused(NOOR, new ChooseRow(both, "asking-who"), Refusal.NOT_YOURS_TO_DO)
        .does(MARTA, new ChooseRow(both, "asking-who"));
  }

  @Test
  void going_back_is_a_new_round_and_what_was_opened_stays_as_it_was() {
    Scene scene =
        sorting()
            .does(NOOR, sealed(NOOR, Reach.REVEAL))
            .does(DANIEL, sealed(DANIEL, Reach.REVEAL))
            .does(MARTA, new OpenAnswers("both-sorts"))
            .does(MARTA, new OpenStep("sort"))
            .isRefused(NOOR, sealed(NOOR, Reach.REVEAL), Refusal.STEP_IS_NOT_OPEN)
            .isRefused(MARTA, new OpenAnswers("both-sorts"), Refusal.NOTHING_TO_OPEN);
    Where again = new Where(1, "sort", 2);
    scene
        .does(NOOR, new Seal(again, Reach.REVEAL, sorted(NOOR), SHOWN))
        .does(DANIEL, new Seal(again, Reach.REVEAL, sorted(DANIEL), SHOWN))
        .does(MARTA, new OpenAnswers("both-sorts"));
    assertThat(scene.received(NOOR, Revealed.class))
        .extracting(Revealed::where)
        .containsExactly(at("both-sorts"), new Where(1, "both-sorts", 2));
  }

  @Test
  void of_two_questions_the_one_that_both_answered_opens_and_the_other_stays_closed() {
    Scene scene =
        Scene.session()
            .does(MARTA, new StartExercise("what-trust-gives-us", List.of(), false))
            .does(MARTA, new OpenStep("gifts"));
    var gifts =
        (app.accord.exercise.Step.Choose)
            Scene.exercise("what-trust-gives-us").step("gifts").orElseThrow();
    var chosen = new Answer.Chosen(List.of(gifts.options().getFirst().id()), null);
    scene
        .does(NOOR, new Seal(at("gifts"), Reach.REVEAL, chosen, SHOWN))
        .does(DANIEL, new Seal(at("gifts"), Reach.REVEAL, chosen, SHOWN))
        .does(MARTA, new SkipStep());
    assertThat(scene.received(MARTA, OpenableChanged.class)).isEmpty();
    scene
        .does(NOOR, Sessions.seal(at("moment"), Reach.REVEAL, "That evening by the lake."))
        .does(DANIEL, new Skip(at("moment")));
    assertThat(scene.received(MARTA, OpenableChanged.class))
        .extracting(OpenableChanged::openable)
        .containsExactly(true);
    scene.does(MARTA, new OpenAnswers("both"));
    Revealed revealed = scene.received(DANIEL, Revealed.class).getFirst();
    assertThat(revealed.opened()).extracting(RoomEvent.Opened::step).containsExactly("gifts");
    assertThat(revealed.closed()).containsExactly("moment");
  }

  @Test
  void who_is_not_here_has_sealed_all_the_same() {
    sorting()
        .does(NOOR, sealed(NOOR, Reach.REVEAL))
        .goes(NOOR)
        .does(DANIEL, sealed(DANIEL, Reach.REVEAL))
        .does(MARTA, new OpenAnswers("both-sorts"));
  }
}
