package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.SHOWN;
import static app.accord.room.Scene.at;
import static app.accord.room.Sessions.seal;
import static app.accord.room.Sessions.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.AnswerReopened;
import app.accord.room.RoomEvent.AnswerSealed;
import app.accord.room.RoomEvent.BothFinished;
import app.accord.room.RoomEvent.OpenableChanged;
import app.accord.room.RoomEvent.ProgressMade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnWorkTest {
  private static final Where SORT = at("sort");

  private static Scene sorting() {
    return open(Scene.session(), "trust-vs-control", "sort");
  }

  private static Scene open(Scene scene, String exercise, String step) {
    return scene
        .does(MARTA, new StartExercise(exercise, List.of(), true))
        .does(MARTA, new OpenStep(step));
  }

  private static Seal sealed(Seat seat) {
    return new Seal(SORT, Reach.REVEAL, sorted(seat), SHOWN);
  }

  @Test
  void skipping_and_finishing_look_the_same_to_the_other_two() {
    Scene skips = sorting();
    Scene seals = sorting();
    int from = skips.happened().size();
    skips.does(DANIEL, new Skip(SORT)).does(NOOR, sealed(NOOR));
    seals.does(DANIEL, sealed(DANIEL)).does(NOOR, new Skip(SORT));
    assertThat(skips.told(from))
        .containsExactly(
            "D LeftEmpty D",
            "D WorkFinished DM",
            "N AnswerSealed N",
            "N WorkFinished NM",
            "– BothFinished NDM");
    assertThat(seals.told(from))
        .containsExactly(
            "D AnswerSealed D",
            "D WorkFinished DM",
            "N LeftEmpty N",
            "N WorkFinished NM",
            "– BothFinished NDM");
  }

  @Test
  void both_have_finished_is_said_only_while_both_are_here() {
    Scene scene = sorting().does(DANIEL, sealed(DANIEL)).goes(DANIEL).does(NOOR, sealed(NOOR));
    assertThat(scene.received(NOOR, BothFinished.class)).isEmpty();
    scene.arrives(DANIEL);
    assertThat(scene.received(NOOR, BothFinished.class)).hasSize(1);
  }

  @Test
  void both_have_finished_is_said_once_so_that_reopening_leaves_no_trace() {
    Scene scene =
        sorting()
            .does(DANIEL, sealed(DANIEL))
            .does(NOOR, sealed(NOOR))
            .does(DANIEL, new Reopen(SORT));
    int noors = scene.streamOf(NOOR).size();
    scene.does(DANIEL, sealed(DANIEL));
    assertThat(scene.streamOf(NOOR)).hasSize(noors);
    assertThat(scene.received(MARTA, OpenableChanged.class))
        .extracting(OpenableChanged::openable)
        .containsExactly(true, false, true);
  }

  @Test
  void the_therapist_hears_of_progress_only_when_a_count_changes() {
    Scene scene =
        sorting()
            .does(NOOR, new PlaceCard(SORT, "saying-no", "trust", 0, null))
            .does(NOOR, new PlaceCard(SORT, "saying-no", "control", 0, null))
            .does(NOOR, new PlaceCard(SORT, "saying-no", null, 0, null));
    assertThat(scene.received(MARTA, ProgressMade.class))
        .extracting(ProgressMade::done)
        .containsExactly(1, 0);
    assertThat(scene.received(DANIEL, ProgressMade.class)).isEmpty();
  }

  @Test
  void cards_in_own_words_are_written_once_and_can_be_moved() {
    Scene scene = open(Scene.session(), "small-steps", "ladder");
    Where ladder = at("ladder");
    scene
        .isRefused(
            NOOR, new PlaceCard(ladder, "own-1", "not-yet", 0, null), Refusal.NOTHING_WRITTEN)
        .isRefused(NOOR, new PlaceCard(ladder, "own-3", "not-yet", 0, "x"), Refusal.BAD_VALUE)
        .does(NOOR, new PlaceCard(ladder, "own-1", "not-yet", 0, "A week by the sea"))
        .does(NOOR, new PlaceCard(ladder, "own-1", "already", 0, null))
        .isRefused(NOOR, new PlaceCard(ladder, "say-day", "already", 0, "x"), Refusal.BAD_VALUE);
    assertThat(scene.received(MARTA, ProgressMade.class)).isEmpty();
  }

  @Test
  void an_answer_that_does_not_fit_is_refused_with_its_reason() {
    Scene scene = sorting();
    Answer.Sorted twice =
        new Answer.Sorted(
            List.of(
                new Answer.Pile("trust", List.of("saying-no")),
                new Answer.Pile("control", List.of("saying-no"))),
            List.of());
    Answer.Sorted unknown =
        new Answer.Sorted(List.of(new Answer.Pile("maybe", List.of("saying-no"))), List.of());
    Answer.Sorted empty = new Answer.Sorted(List.of(), List.of());
    scene
        .isRefused(NOOR, new Seal(SORT, Reach.REVEAL, twice, SHOWN), Refusal.BAD_VALUE)
        .isRefused(NOOR, new Seal(SORT, Reach.REVEAL, unknown, SHOWN), Refusal.BAD_VALUE)
        .isRefused(NOOR, new Seal(SORT, Reach.REVEAL, empty, SHOWN), Refusal.NOTHING_WRITTEN)
        .isRefused(
            NOOR, new Seal(SORT, Reach.REVEAL, new Answer.Rated(3), SHOWN), Refusal.WRONG_KIND)
        .isRefused(NOOR, new Seal(SORT, Reach.REVEAL, sorted(NOOR), "no hash"), Refusal.BAD_VALUE)
        .isRefused(NOOR, new PlaceCard(SORT, "nothing", "trust", 0, null), Refusal.BAD_VALUE)
        .isRefused(
            NOOR, new Seal(at("read"), Reach.ME, sorted(NOOR), SHOWN), Refusal.STEP_IS_NOT_OPEN)
        .isRefused(NOOR, new Seal(at("none"), Reach.ME, sorted(NOOR), SHOWN), Refusal.NO_SUCH_STEP)
        .isRefused(MARTA, sealed(NOOR), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void numbers_options_and_words_have_their_limits() {
    Scene closing = open(Scene.session(), "trust-vs-control", "closing");
    Where where = at("closing");
    for (Integer number : List.of(-1, 11)) {
      closing.isRefused(
          NOOR,
          new Seal(where, Reach.ME, new Answer.Closed(number, null), SHOWN),
          Refusal.BAD_VALUE);
    }
    closing
        .isRefused(
            NOOR,
            new Seal(where, Reach.ME, new Answer.Closed(null, null), SHOWN),
            Refusal.NOTHING_WRITTEN)
        .isRefused(
            NOOR,
            new Seal(where, Reach.ME, new Answer.Closed(3, "x".repeat(25)), SHOWN),
            Refusal.TOO_LONG)
        .does(NOOR, new Seal(where, Reach.ME, new Answer.Closed(0, null), SHOWN));
  }

  @Test
  void nobody_can_choose_an_audience_that_is_not_offered() {
    sorting()
        .isRefused(
            NOOR, new Seal(SORT, Reach.ROOM, sorted(NOOR), SHOWN), Refusal.WIDER_THAN_THE_STEP)
        .does(NOOR, new Seal(SORT, Reach.ME, sorted(NOOR), SHOWN));
  }

  @Test
  void where_the_label_said_so_the_therapist_reads_at_once_and_the_partner_does_not() {
    Scene scene = open(Scene.session(), "open-for-a-while", "what-helps");
    Where where = at("what-helps");
    var answer =
        new Answer.Sorted(
            List.of(
                new Answer.Pile(
                    sortOf("open-for-a-while", "what-helps").piles().getFirst().id(),
                    List.of(sortOf("open-for-a-while", "what-helps").cards().getFirst().id()))),
            List.of());
    scene.does(NOOR, new Seal(where, Reach.REVEAL, answer, SHOWN));
    assertThat(scene.received(MARTA, AnswerSealed.class)).hasSize(1);
    assertThat(scene.received(DANIEL, AnswerSealed.class)).isEmpty();
  }

  @Test
  void under_no_secrets_nothing_is_read_along_and_no_words_go_to_the_therapist_alone() {
    Scene scene = open(Scene.session().under(Secrets.NO_SECRETS), "open-for-a-while", "what-helps");
    var sort = sortOf("open-for-a-while", "what-helps");
    Where where = at("what-helps");
    var answer =
        new Answer.Sorted(
            List.of(
                new Answer.Pile(
                    sort.piles().getFirst().id(), List.of(sort.cards().getFirst().id()))),
            List.of());
    scene
        .isRefused(
            NOOR, new Seal(where, Reach.THERAPIST, answer, SHOWN), Refusal.WIDER_THAN_THE_STEP)
        .does(NOOR, new Seal(where, Reach.REVEAL, answer, SHOWN))
        .does(MARTA, new OpenStep("closing"));
    assertThat(scene.received(MARTA, AnswerSealed.class)).isEmpty();
    scene
        .isRefused(
            NOOR,
            new Seal(at("closing"), Reach.THERAPIST, new Answer.Closed(7, "light"), SHOWN),
            Refusal.WIDER_THAN_THE_STEP)
        .does(NOOR, new Seal(at("closing"), Reach.THERAPIST, new Answer.Closed(7, null), SHOWN));
  }

  @Test
  void a_later_change_of_the_policy_binds_only_what_begins_later() {
    Scene scene = open(Scene.session(), "communicate-openly", "thank").under(Secrets.NO_SECRETS);
    scene.does(NOOR, seal(at("thank"), Reach.THERAPIST, "for Marta"));
  }

  @Test
  void what_all_have_read_is_not_taken_back() {
    Scene scene = open(Scene.session(), "communicate-openly", "thank");
    scene
        .does(NOOR, seal(at("thank"), Reach.ROOM, "That you waited."))
        .isRefused(NOOR, new Reopen(at("thank")), Refusal.ALREADY_OPENED)
        .does(DANIEL, seal(at("thank"), Reach.THERAPIST, "For Marta."))
        .does(DANIEL, new Reopen(at("thank")));
    assertThat(scene.received(MARTA, AnswerReopened.class)).hasSize(1);
    assertThat(scene.received(NOOR, AnswerReopened.class)).isEmpty();
  }

  @Test
  void who_left_it_empty_may_still_answer_and_nobody_notices() {
    Scene scene = sorting().does(NOOR, new Skip(SORT)).changesNothing(NOOR, new Skip(SORT));
    int martas = scene.streamOf(MARTA).size();
    scene.does(NOOR, sealed(NOOR)).isRefused(NOOR, new Skip(SORT), Refusal.ALREADY_SEALED);
    assertThat(scene.streamOf(MARTA)).hasSize(martas);
    scene
        .isRefused(NOOR, sealed(NOOR), Refusal.ALREADY_SEALED)
        .isRefused(NOOR, new PlaceCard(SORT, "saying-no", "trust", 0, null), Refusal.ALREADY_SEALED)
        .isRefused(DANIEL, new Reopen(SORT), Refusal.NOT_SEALED);
  }

  @Test
  void who_still_writes_when_the_room_moves_on_may_seal_until_the_exercise_ends() {
    Scene scene = open(Scene.session(), "communicate-openly", "my-words");
    scene
        .does(MARTA, new SkipStep())
        .does(NOOR, seal(at("my-words"), Reach.ME, "I need to know early."))
        .does(MARTA, new EndExercise())
        .isRefused(DANIEL, seal(at("my-words"), Reach.ME, "late"), Refusal.NOT_RUNNING);
  }

  @Test
  void adapted_words_stay_in_the_round_until_somebody_has_finished() {
    Scene scene = sorting();
    int from = scene.happened().size();
    var adapt = new AdaptStep(Map.of("prompt", "Does it calm you?", "card:looking-bag", "A bag"));
    scene.does(MARTA, adapt).does(DANIEL, new Skip(SORT)).does(MARTA, adapt);
    assertThat(scene.told(from))
        .containsExactly(
            "M StepAdapted NDM",
            "D LeftEmpty D",
            "D WorkFinished DM",
            "– StepOpened NDM",
            "M StepAdapted NDM");
    scene
        .isRefused(NOOR, sealed(NOOR), Refusal.STEP_IS_NOT_OPEN)
        .isRefused(MARTA, new AdaptStep(Map.of("piles", "no")), Refusal.WRONG_KIND)
        .isRefused(MARTA, new AdaptStep(Map.of()), Refusal.NOTHING_WRITTEN);
  }

  private static app.accord.exercise.Step.Sort sortOf(String exercise, String step) {
    return (app.accord.exercise.Step.Sort) Scene.exercise(exercise).step(step).orElseThrow();
  }
}
