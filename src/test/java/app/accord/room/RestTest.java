package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.TimerSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestTest {

  @Test
  void anyone_may_ask_for_a_pause_and_only_the_therapist_learns_who() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    scene.does(NOOR, new AskPause());
    assertThat(scene.told(from)).containsExactly("N PauseAsked NM", "– PauseBegan NDM");
  }

  @Test
  void asking_during_a_pause_shows_to_nobody_else() {
    Scene scene = Scene.session().does(NOOR, new AskPause());
    int from = scene.happened().size();
    scene.does(DANIEL, new AskPause()).changesNothing(DANIEL, new AskPause());
    assertThat(scene.told(from)).containsExactly("D PauseAsked DM");
  }

  @Test
  void the_therapist_may_ask_for_one_too() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    scene.does(MARTA, new AskPause());
    assertThat(scene.told(from)).containsExactly("M PauseAsked M", "– PauseBegan NDM");
  }

  @Test
  void only_the_therapist_goes_on() {
    Scene.session()
        .does(NOOR, new AskPause())
        .isRefused(NOOR, new EndPause(), Refusal.NOT_YOURS_TO_DO)
        .isRefused(MARTA, new OpenStep("sort"), Refusal.ROOM_IS_PAUSED)
        .isRefused(DANIEL, new Say("why?"), Refusal.ROOM_IS_PAUSED)
        .does(MARTA, new EndPause())
        .does(DANIEL, new Say("I am here."));
  }

  @Test
  void in_a_pause_without_the_therapist_partners_can_write_and_leave() {
    Scene.session()
        .does(NOOR, new AskPause())
        .goes(MARTA)
        .does(DANIEL, new Say("Are you all right?"))
        .does(NOOR, new LeaveForToday());
  }

  @Test
  void what_was_on_its_way_when_the_pause_began_is_not_lost() {
    Scene.session()
        .does(MARTA, new StartExercise("communicate-openly", List.of(), false))
        .does(MARTA, new OpenStep("my-words"))
        .does(DANIEL, new AskPause())
        .does(NOOR, Sessions.seal(at("my-words"), Reach.ME, "I get unsure when plans change."));
  }

  @Test
  void the_timer_rests_with_the_room() {
    Scene scene =
        Scene.session()
            .does(MARTA, new SetTimer(120))
            .later(Duration.ofSeconds(59))
            .does(NOOR, new AskPause())
            .later(Duration.ofMinutes(10))
            .does(MARTA, new EndPause());
    TimerSet last = scene.received(NOOR, TimerSet.class).getLast();
    assertThat(last).isEqualTo(new TimerSet(scene.now(), 60));
  }

  @Test
  void a_minute_more_is_added_to_the_end() {
    Scene scene = Scene.session().does(MARTA, new SetTimer(120)).does(MARTA, new AddMinute());
    assertThat(scene.received(NOOR, TimerSet.class))
        .extracting(TimerSet::seconds)
        .containsExactly(120, 180);
    scene
        .later(Duration.ofMinutes(5))
        .does(MARTA, new AddMinute())
        .isRefused(MARTA, new SetTimer(0), Refusal.BAD_VALUE)
        .isRefused(DANIEL, new SetTimer(60), Refusal.NOT_YOURS_TO_DO)
        .does(MARTA, new ClearTimer())
        .changesNothing(MARTA, new ClearTimer());
    assertThat(scene.received(NOOR, TimerSet.class).getLast().seconds()).isEqualTo(60);
  }

  @Test
  void a_word_alone_comes_to_each_so_that_nobody_can_tell_who_asked() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    scene
        .does(NOOR, new AskWordAlone())
        .changesNothing(NOOR, new AskWordAlone())
        .does(MARTA, new SpeakAlone(DANIEL))
        .isRefused(MARTA, new BackTogether(), Refusal.NOT_WITH_EACH_YET)
        .isRefused(NOOR, new Say("hello?"), Refusal.ROOM_IS_PAUSED)
        .does(MARTA, new SpeakAlone(NOOR))
        .does(MARTA, new BackTogether());
    assertThat(scene.told(from))
        .containsExactly(
            "N WordAloneAsked NM",
            "– AloneTurnGiven NDM",
            "– AloneTurnGiven NDM",
            "– CameBackTogether NDM");
  }

  @Test
  void words_out_of_turn_come_back_to_their_writer() {
    Scene.session()
        .does(MARTA, new GiveFloor(NOOR))
        .changesNothing(MARTA, new GiveFloor(NOOR))
        .isRefused(DANIEL, new Say("but"), Refusal.NOT_YOUR_TURN)
        .isRefused(DANIEL, new GiveFloor(DANIEL), Refusal.NOT_YOURS_TO_DO)
        .isRefused(MARTA, new GiveFloor(Seat.GUEST_2), Refusal.BAD_VALUE)
        .does(NOOR, new Say("When I come home"))
        .does(MARTA, new Say("Take your time."))
        .does(MARTA, new GiveFloor(null))
        .does(DANIEL, new Say("thank you"));
  }

  @Test
  void what_is_said_is_kept_as_typed_but_for_what_no_page_can_show() {
    Scene scene = Scene.session().does(NOOR, new Say("cafe\u0301\u0007\r\n\u200f\ud83dok"));
    assertThat(scene.received(DANIEL, RoomEvent.Said.class))
        .containsExactly(new RoomEvent.Said("caf\u00e9\n\u200fok"));
    scene
        .isRefused(NOOR, new Say(" \n\u0007"), Refusal.NOTHING_WRITTEN)
        .isRefused(NOOR, new Say("x".repeat(4001)), Refusal.TOO_LONG)
        .does(NOOR, new Say("\ud83d\ude42".repeat(4000)));
  }
}
