package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.at;
import static app.accord.room.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomCommand.*;
import app.accord.room.RoomEvent.AgreementMade;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgreeingTest {
  private static final Where STEP = at("small-step");

  private static Scene agreeing() {
    return Scene.session()
        .does(MARTA, new StartExercise("trust-vs-control", List.of(), false))
        .does(MARTA, new OpenStep("small-step"))
        .does(NOOR, new AddLine(STEP, id(1), "I ask first"));
  }

  private static Sign sign(String name, String... lines) {
    return new Sign(STEP, Agreement.digest(name, List.of(lines)));
  }

  @Test
  void ones_own_line_is_changed_and_the_others_is_suggested_to() {
    agreeing()
        .isRefused(DANIEL, new ChangeOwnLine(STEP, id(1), 1, "You ask"), Refusal.NOT_YOUR_LINE)
        .isRefused(DANIEL, new RemoveOwnLine(STEP, id(1)), Refusal.NOT_YOUR_LINE)
        .isRefused(DANIEL, new ChangeOwnLine(STEP, id(9), 1, "You ask"), Refusal.NO_SUCH_LINE)
        .isRefused(NOOR, new SuggestChange(STEP, id(1), 1, id(2), "x"), Refusal.BAD_VALUE)
        .does(DANIEL, new SuggestChange(STEP, id(1), 1, id(2), "I ask first, and wait"))
        .isRefused(DANIEL, new TakeSuggestion(STEP, id(2)), Refusal.NOT_YOUR_LINE)
        .does(NOOR, new ChangeOwnLine(STEP, id(1), 1, "I ask you first"))
        .isRefused(NOOR, new TakeSuggestion(STEP, id(2)), Refusal.LINE_HAS_MOVED_ON)
        .isRefused(NOOR, new ChangeOwnLine(STEP, id(1), 1, "old"), Refusal.LINE_HAS_MOVED_ON)
        .does(NOOR, new LeaveSuggestion(STEP, id(2)))
        .isRefused(NOOR, new LeaveSuggestion(STEP, id(2)), Refusal.NO_SUCH_LINE);
  }

  @Test
  void the_therapist_reads_and_does_not_write_or_sign() {
    agreeing()
        .isRefused(MARTA, new AddLine(STEP, id(5), "You both"), Refusal.NOT_YOURS_TO_DO)
        .isRefused(MARTA, sign("", "I ask first"), Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void nobody_signs_words_that_are_not_on_their_page() {
    agreeing()
        .does(DANIEL, new AddLine(STEP, id(2), "I answer"))
        .isRefused(NOOR, sign("", "I ask first"), Refusal.WORDS_HAVE_CHANGED)
        .does(NOOR, sign("", "I ask first", "I answer"))
        .changesNothing(NOOR, sign("", "I ask first", "I answer"));
  }

  @Test
  void any_change_of_words_takes_off_every_signature() {
    Scene scene =
        agreeing()
            .does(NOOR, sign("", "I ask first"))
            .does(DANIEL, new NameAgreement(STEP, "We ask"))
            .does(DANIEL, sign("We ask", "I ask first"));
    assertThat(scene.received(NOOR, AgreementMade.class)).isEmpty();
    scene.does(NOOR, sign("We ask", "I ask first"));
    assertThat(scene.received(NOOR, AgreementMade.class)).hasSize(1);
  }

  @Test
  void a_signature_can_be_taken_back_until_both_have_signed() {
    agreeing()
        .changesNothing(NOOR, new TakeBackSignature(STEP))
        .does(NOOR, sign("", "I ask first"))
        .does(NOOR, new TakeBackSignature(STEP))
        .does(DANIEL, sign("", "I ask first"))
        .does(NOOR, sign("", "I ask first"))
        .isRefused(NOOR, new TakeBackSignature(STEP), Refusal.TOO_LATE)
        .isRefused(NOOR, new SetReviewDay(STEP, 7), Refusal.TOO_LATE);
  }

  @Test
  void the_day_to_look_again_is_counted_where_the_couple_lives() {
    Scene scene =
        agreeing()
            .isRefused(NOOR, new SetReviewDay(STEP, 2), Refusal.BAD_VALUE)
            .isRefused(NOOR, new SetReviewDay(STEP, 121), Refusal.BAD_VALUE)
            .does(NOOR, new SetReviewDay(STEP, 7))
            .changesNothing(DANIEL, new SetReviewDay(STEP, 7))
            .later(java.time.Duration.ofHours(10)) // 22:30 in UTC is past midnight in Berlin
            .does(NOOR, sign("", "I ask first"))
            .does(DANIEL, sign("", "I ask first"));
    assertThat(scene.received(NOOR, AgreementMade.class).getFirst().reviewOn())
        .isEqualTo(LocalDate.of(2026, 5, 22));
  }

  @Test
  void an_empty_page_is_not_signed_and_a_full_one_takes_no_more_lines() {
    Scene scene =
        agreeing()
            .does(NOOR, new RemoveOwnLine(STEP, id(1)))
            .isRefused(NOOR, sign(""), Refusal.NOTHING_TO_SIGN);
    for (int i = 10; i < 14; i++) {
      scene.does(DANIEL, new AddLine(STEP, id(i), "line " + i));
    }
    scene.isRefused(NOOR, new AddLine(STEP, id(20), "one more"), Refusal.TOO_MANY_LINES);
  }

  @Test
  void the_digest_is_what_a_browser_computes() {
    // printf 'accord.agreement.1\x1fWe ask\x1fé\x1fline' | sha256sum
    assertThat(Agreement.digest("We ask", List.of("é", "line")))
        .isEqualTo("8318a8dc6e3a4f8bcdb519085e080a07d8b9c8f2aac311cb0d55bdd815d7c751");
  }
}
