package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static app.accord.room.Sessions.seal;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HandInRead;
import app.accord.room.RoomEvent.Handed;
import app.accord.room.RoomEvent.HandedOver;
import app.accord.room.RoomEvent.Revealed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HomeworkTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 17);
  private static final Where FELT_SAFE = at("felt-safe");
  private static final Where SMALL_THING = at("small-thing");
  private static final Where CLOSING = at("closing");
  private static final Where MOMENT = at("moment");

  /** "What helps me feel safe", for Noor alone. */
  private static Scene alone() {
    return Scene.homework(NOOR)
        .does(MARTA, give("what-helps-me-feel-safe", null, Opens.IN_SESSION));
  }

  /** "A good moment this week", for both together. */
  private static Scene together(Opens opens) {
    return Scene.homework(NOOR, DANIEL)
        .arrives(NOOR)
        .arrives(DANIEL)
        .does(MARTA, give("a-good-moment-this-week", SUNDAY, opens));
  }

  private static GiveHomework give(String exercise, @Nullable LocalDate until, Opens opens) {
    return new GiveHomework(Scene.id(7), exercise, Map.of(), "For the week.", until, opens);
  }

  /** All three, Marta and me, only me: one of each. */
  private static Scene answered() {
    return alone()
        .does(NOOR, seal(FELT_SAFE, Reach.ROOM, "on the phone"))
        .does(NOOR, seal(SMALL_THING, Reach.THERAPIST, "a word before"))
        .does(NOOR, seal(at("by-myself"), Reach.ME, "I count to ten"));
  }

  @Test
  void it_is_given_to_whoever_does_it_and_the_therapist_who_gave_it() {
    assertThat(alone().told(0)).containsExactly("M HomeworkGiven NM", "M ExerciseStarted NM");
    assertThat(together(Opens.IN_SESSION).told(0))
        .containsExactly("M HomeworkGiven NDM", "M ExerciseStarted NDM");
  }

  @Test
  void words_of_its_own_stand_in_place_of_the_exercise_s() {
    Scene scene = Scene.homework(NOOR);
    var words = Map.of("felt-safe.prompt", "When was it easy?", "felt-safe.help", "Today counts.");
    scene.does(
        MARTA,
        new GiveHomework(
            Scene.id(7), "what-helps-me-feel-safe", words, null, null, Opens.IN_SESSION));
    assertThat(scene.received(NOOR, RoomEvent.StepAdapted.class))
        .containsExactly(
            new RoomEvent.StepAdapted(
                FELT_SAFE, Map.of("prompt", "When was it easy?", "help", "Today counts.")));
  }

  @Test
  void only_the_therapist_beyond_the_room_gives_it_and_only_once() {
    alone()
        .isRefused(
            MARTA, give("what-helps-me-here", null, Opens.IN_SESSION), Refusal.ALREADY_RUNNING)
        .isRefused(
            NOOR, give("what-helps-me-here", null, Opens.IN_SESSION), Refusal.NOT_YOURS_TO_DO)
        .isRefused(
            NOOR,
            new StartExercise("what-helps-me-here", List.of(), false),
            Refusal.NOT_YOURS_TO_DO)
        .isRefused(NOOR, new EndExercise(), Refusal.NOT_YOURS_TO_DO)
        .isRefused(MARTA, new OpenRoom(), Refusal.NOT_YOURS_TO_DO);
    Scene.session()
        .isRefused(
            MARTA, give("what-helps-me-here", null, Opens.IN_SESSION), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void what_is_for_live_sessions_is_no_homework_and_what_is_for_two_is_not_for_one() {
    Scene.homework(NOOR, DANIEL)
        .isRefused(
            MARTA, give("trust-vs-control", null, Opens.IN_SESSION), Refusal.NO_SUCH_EXERCISE);
    Scene.homework(NOOR)
        .isRefused(
            MARTA,
            give("a-good-moment-this-week", null, Opens.IN_SESSION),
            Refusal.NO_SUCH_EXERCISE);
    Scene.homework(NOOR, DANIEL)
        .withCeiling(0)
        .isRefused(MARTA, give("small-steps", null, Opens.IN_SESSION), Refusal.NOT_NOW);
    Scene.homework(NOOR, DANIEL)
        .isRefused(
            MARTA, give("a-good-moment-this-week", null, Opens.ON_THE_DAY), Refusal.BAD_VALUE);
  }

  @Test
  void the_therapist_learns_that_it_was_begun_and_nothing_of_what_is_in_it() {
    Scene scene = alone();
    int from = scene.happened().size();
    scene
        .does(NOOR, seal(FELT_SAFE, Reach.ROOM, "on the phone"))
        .does(NOOR, seal(SMALL_THING, Reach.THERAPIST, "a word before"))
        .does(NOOR, new Skip(CLOSING));
    assertThat(scene.told(from))
        .containsExactly(
            "N AnswerSealed N",
            "N WorkFinished N",
            "N WorkBegun NM",
            "N AnswerSealed N",
            "N WorkFinished N",
            "N LeftEmpty N",
            "N WorkFinished N");
  }

  @Test
  void until_it_is_handed_in_its_author_may_choose_other_words_and_other_readers() {
    answered()
        .does(NOOR, new Reopen(FELT_SAFE))
        .does(NOOR, seal(FELT_SAFE, Reach.ME, "on the phone"))
        .does(NOOR, new HandIn(true))
        .isRefused(NOOR, new Reopen(FELT_SAFE), Refusal.HANDED_IN)
        .isRefused(NOOR, new Skip(CLOSING), Refusal.HANDED_IN);
  }

  @Test
  void handing_in_for_all_three_gives_each_answer_to_those_whom_its_label_named() {
    Scene scene = answered();
    int from = scene.happened().size();
    scene.does(NOOR, new HandIn(true)).does(MARTA, new ReadHandIn(NOOR));
    assertThat(scene.told(from))
        .containsExactly("N HandedIn NM", "N GivenToAll NDM", "M HandInRead NM");
    assertThat(scene.received(DANIEL, GivenToAll.class).getFirst().answers())
        .containsExactly(new Handed("felt-safe", new Answer.Written("on the phone")));
    assertThat(scene.received(MARTA, HandInRead.class).getFirst().answers())
        .containsExactly(new Handed("small-thing", new Answer.Written("a word before")));
    assertThat(scene.streamOf(MARTA).toString()).doesNotContain("I count to ten");
  }

  @Test
  void handing_in_to_the_therapist_alone_narrows_everything() {
    Scene scene = answered().does(NOOR, new HandIn(false));
    assertThat(scene.streamOf(DANIEL)).isEmpty();
    scene.does(MARTA, new ReadHandIn(NOOR));
    assertThat(scene.streamOf(DANIEL)).isEmpty();
    assertThat(scene.received(MARTA, HandInRead.class).getFirst().answers())
        .extracting(Handed::step)
        .containsExactly("felt-safe", "small-thing");
  }

  @Test
  void under_no_secrets_nothing_goes_to_the_therapist_alone() {
    Scene.homework(NOOR)
        .under(Circumstances.Secrets.NO_SECRETS)
        .does(MARTA, give("what-helps-me-feel-safe", null, Opens.IN_SESSION))
        .does(NOOR, seal(FELT_SAFE, Reach.ROOM, "on the phone"))
        .isRefused(NOOR, new HandIn(false), Refusal.WIDER_THAN_THE_STEP)
        .does(NOOR, new HandIn(true));
  }

  @Test
  void it_can_be_taken_back_until_somebody_has_read_it() {
    Scene scene =
        answered()
            .isRefused(NOOR, new TakeBackHandIn(), Refusal.NOT_HANDED_IN)
            .isRefused(MARTA, new ReadHandIn(NOOR), Refusal.NOT_HANDED_IN)
            .does(NOOR, new HandIn(false))
            .isRefused(NOOR, new HandIn(true), Refusal.HANDED_IN)
            .does(NOOR, new TakeBackHandIn())
            .does(NOOR, new Reopen(FELT_SAFE))
            .isRefused(MARTA, new ReadHandIn(NOOR), Refusal.NOT_HANDED_IN);
    assertThat(scene.streamOf(MARTA).toString()).doesNotContain("on the phone", "a word before");
    scene
        .does(NOOR, new HandIn(false))
        .does(MARTA, new ReadHandIn(NOOR))
        .changesNothing(MARTA, new ReadHandIn(NOOR))
        .isRefused(NOOR, new TakeBackHandIn(), Refusal.TOO_LATE);
    answered().does(NOOR, new HandIn(true)).isRefused(NOOR, new TakeBackHandIn(), Refusal.TOO_LATE);
  }

  @Test
  void a_comment_reaches_whom_it_is_for() {
    Scene scene = together(Opens.IN_SESSION);
    int from = scene.happened().size();
    scene
        .does(MARTA, new Comment("Thank you both.", null))
        .does(MARTA, new Comment("Shall we speak of it?", DANIEL))
        .isRefused(MARTA, new Comment(" ", null), Refusal.NOTHING_WRITTEN)
        .isRefused(NOOR, new Comment("No.", null), Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.told(from)).containsExactly("M Commented NDM", "M Commented DM");
  }

  @Test
  void what_was_put_away_takes_no_more_work() {
    answered()
        .does(MARTA, new PutAway())
        .changesNothing(MARTA, new PutAway())
        .isRefused(NOOR, new HandIn(false), Refusal.PUT_AWAY)
        .isRefused(NOOR, seal(CLOSING, Reach.ME, "x"), Refusal.PUT_AWAY);
  }

  @Test
  void together_neither_learns_what_the_other_has_done_and_the_therapist_reads_nothing_of_it() {
    Scene scene = together(Opens.IN_SESSION);
    int daniels = scene.streamOf(DANIEL).size();
    scene.does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread.")).does(NOOR, new HandIn(false));
    assertThat(scene.streamOf(DANIEL)).hasSize(daniels);
    scene.does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."));
    assertThat(scene.received(NOOR, RoomEvent.BothFinished.class)).isEmpty();
    assertThat(scene.streamOf(MARTA).toString()).doesNotContain("The bread.", "Your call.");
  }

  @Test
  void what_both_have_sealed_opens_in_the_session_and_goes_to_the_therapist_once_both_hand_it_in() {
    Scene scene =
        together(Opens.IN_SESSION)
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, seal(MOMENT, Reach.REVEAL, "Your call."))
            .does(MARTA, new OpenInSession());
    assertThat(scene.received(NOOR, Revealed.class)).hasSize(1);
    assertThat(scene.received(MARTA, Revealed.class)).isEmpty();
    scene.does(NOOR, new HandIn(false));
    assertThat(scene.received(MARTA, HandedOver.class)).isEmpty();
    scene.does(DANIEL, new HandIn(true));
    assertThat(scene.received(MARTA, HandedOver.class).getFirst().opened())
        .isEqualTo(scene.received(NOOR, Revealed.class).getFirst().opened());
    scene.isRefused(NOOR, new TakeBackHandIn(), Refusal.TOO_LATE);
  }

  @Test
  void with_one_answer_alone_there_is_nothing_to_open_and_both_read_the_same() {
    Scene scene =
        together(Opens.ON_THE_DAY)
            .does(NOOR, seal(MOMENT, Reach.REVEAL, "The bread."))
            .does(DANIEL, new OpenDue());
    assertThat(scene.received(DANIEL, Revealed.class)).isEmpty();
    assertThat(scene.received(DANIEL, RoomEvent.StepLeftClosed.class)).hasSize(1);
    scene.isRefused(NOOR, seal(at("moment"), Reach.REVEAL, "Later"), Refusal.LEFT_CLOSED);
  }
}
