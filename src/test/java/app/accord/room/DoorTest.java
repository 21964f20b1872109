package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.Attended;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoorTest {

  @Test
  void until_the_therapist_opens_nobody_reads_anything_of_the_other() {
    Scene scene = Scene.atTheDoor();
    assertThat(scene.streamOf(NOOR)).isEmpty();
    assertThat(scene.streamOf(DANIEL)).isEmpty();
    scene
        .isRefused(NOOR, new Say("hello"), Refusal.DOOR_IS_CLOSED)
        .isRefused(NOOR, new LeaveForToday(), Refusal.DOOR_IS_CLOSED)
        .isRefused(NOOR, new OpenRoom(), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void all_come_in_at_the_same_moment() {
    Scene scene = Scene.session();
    assertThat(scene.told(3)).containsExactly("M DoorOpened NDM");
    scene.changesNothing(MARTA, new OpenRoom());
  }

  @Test
  void who_was_there_is_noted_once_and_for_the_therapist_only() {
    Scene scene = Scene.session().goes(NOOR).arrives(NOOR);
    assertThat(scene.received(MARTA, Attended.class)).hasSize(3);
    assertThat(scene.received(DANIEL, Attended.class)).isEmpty();
  }

  @Test
  void a_word_alone_can_be_asked_for_at_the_door() {
    Scene scene = Scene.atTheDoor().does(NOOR, new AskWordAlone());
    assertThat(scene.told(3)).containsExactly("N WordAloneAsked NM");
  }

  @Test
  void if_only_one_has_come_the_other_reads_nothing_about_the_door_or_the_talk() {
    Scene scene = Scene.of(NOOR, DANIEL, MARTA).arrives(MARTA).arrives(NOOR);
    scene
        .does(MARTA, new OpenRoom())
        .does(NOOR, new Say("He is late."))
        .does(MARTA, new Say("Let us begin with you."))
        .arrives(DANIEL);
    assertThat(scene.streamOf(DANIEL)).isEmpty();
    assertThat(scene.state().isIn(DANIEL)).isFalse();
    scene
        .isRefused(DANIEL, new Say("hello"), Refusal.DOOR_IS_CLOSED)
        .isRefused(
            MARTA, new StartExercise("trust-vs-control", List.of(), false), Refusal.NOT_BOTH_HERE);
  }

  @Test
  void who_comes_later_is_in_when_the_therapist_says_so() {
    Scene scene =
        Scene.of(NOOR, DANIEL, MARTA)
            .arrives(MARTA)
            .arrives(NOOR)
            .does(MARTA, new OpenRoom())
            .arrives(DANIEL)
            .does(MARTA, new OpenRoom())
            .does(NOOR, new Say("Good that you are here."));
    assertThat(scene.streamOf(DANIEL)).hasSize(2);
  }

  @Test
  void closing_can_be_taken_back_for_a_minute() {
    Scene scene = Scene.session().does(MARTA, new CloseRoom());
    scene
        .isRefused(NOOR, new Say("wait"), Refusal.ROOM_HAS_CLOSED)
        .isRefused(NOOR, new TakeBackClose(), Refusal.NOT_YOURS_TO_DO)
        .does(MARTA, new TakeBackClose())
        .does(NOOR, new Say("good"))
        .does(MARTA, new CloseRoom())
        .later(Duration.ofSeconds(61))
        .isRefused(MARTA, new TakeBackClose(), Refusal.TOO_LATE);
  }

  @Test
  void leaving_for_today_ends_nothing() {
    Scene scene = Scene.session();
    scene.does(MARTA, new StartExercise("communicate-openly", List.of(), false));
    scene.does(NOOR, new LeaveForToday()).does(MARTA, new OpenStep("my-words"));
    scene.does(DANIEL, new Skip(at("my-words")));
    assertThat(scene.state().isClosed()).isFalse();
  }

  @Test
  void a_co_therapist_may_speak_but_not_lead() {
    Scene scene =
        Scene.of(NOOR, DANIEL, MARTA, Seat.CO_1)
            .arrives(MARTA)
            .arrives(NOOR)
            .arrives(DANIEL)
            .arrives(Seat.CO_1)
            .isRefused(Seat.CO_1, new OpenRoom(), Refusal.NOT_YOURS_TO_DO)
            .does(MARTA, new OpenRoom())
            .does(Seat.CO_1, new Say("Good afternoon."));
    scene
        .isRefused(
            Seat.CO_1,
            new StartExercise("communicate-openly", List.of(), false),
            Refusal.NOT_YOURS_TO_DO)
        .isRefused(Seat.CO_1, new Skip(at("sort")), Refusal.NOT_YOURS_TO_DO);
    scene.does(NOOR, new AskForHelp());
    assertThat(scene.received(Seat.CO_1, RoomEvent.HelpAsked.class)).isEmpty();
  }

  @Test
  void who_has_no_seat_does_nothing() {
    Scene.session().isRefused(Seat.GUEST_1, new Say("hello"), Refusal.NOT_YOURS_TO_DO);
  }
}
