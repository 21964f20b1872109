package app.accord.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.record.FactsOfJournal.Happened;
import app.accord.room.PlayedSessions;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.AgreementSigned;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import app.accord.room.RoomEvent.SignatureTakenBack;
import app.accord.room.Scene;
import app.accord.room.Seat;
import app.accord.room.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactsTest {
  private static final Where PAGE = new Where(1, "promise", 1);
  private static final LocalDate REVIEW = LocalDate.of(2026, 5, 28);

  @Test
  void the_session_of_content_md_8_is_told_in_a_few_lines() {
    Facts facts = ofTherapist(PlayedSessions.trustOrControl());
    assertThat(facts.present()).containsExactly(Scene.NOOR, Scene.DANIEL, Scene.MARTA);
    assertThat(facts.startedAt()).isNotNull();
    assertThat(facts.endedAt()).isAfter(facts.startedAt());
    assertThat(facts.exercises()).hasSize(1);
    Facts.Exercise sort = facts.exercises().getFirst();
    assertThat(sort.title()).isEqualTo("Trust or control");
    assertThat(sort.minutes()).isNotNull();
    assertThat(sort.steps()).isNotEmpty().isSubsetOf(titles());
    assertThat(sort.opened())
        .singleElement()
        .satisfies(
            opened -> {
              assertThat(opened.kind()).isEqualTo("sort");
              assertThat(opened.cards()).isEqualTo(11);
            });
    assertThat(sort.closed()).isEmpty();
    assertThat(sort.chosen()).containsExactly("Checking where the other is");
    assertThat(sort.agreements())
        .singleElement()
        .satisfies(
            agreed -> {
              assertThat(agreed.signedBy()).containsExactly(Scene.NOOR, Scene.DANIEL);
              assertThat(agreed.reviewOn()).isNotNull();
            });
  }

  @Test
  void an_end_that_was_taken_back_is_none_until_the_next() {
    assertThat(facts(new DoorOpened(), new RoomClosed(), new RoomReopened()).endedAt()).isNull();
    assertThat(
            facts(new DoorOpened(), new RoomClosed(), new RoomReopened(), new RoomClosed())
                .endedAt())
        .isNotNull();
  }

  @Test
  void an_agreement_that_one_has_signed_says_who_and_has_no_day_to_look_at_it_again() {
    assertThat(
            agreements(
                new AgreementNamed(PAGE, 1, "We ask before we look"),
                new AgreementSigned(PAGE, 1, "d")))
        .containsExactly(
            new Facts.Agreed("We ask before we look", 1, List.of(Seat.PARTNER_1), null));
  }

  @Test
  void a_signature_that_was_taken_back_or_that_other_words_have_overtaken_is_none() {
    assertThat(
            agreements(
                new AgreementNamed(PAGE, 1, "We ask before we look"),
                new AgreementSigned(PAGE, 1, "d"),
                new SignatureTakenBack(PAGE, 1)))
        .isEmpty();
    assertThat(
            agreements(
                new AgreementNamed(PAGE, 1, "We ask before we look"),
                new AgreementSigned(PAGE, 1, "d"),
                new AgreementNamed(PAGE, 2, "We ask first")))
        .isEmpty();
  }

  @Test
  void what_all_have_signed_stays_when_the_words_change_and_nobody_signs_the_new_ones() {
    assertThat(
            agreements(
                new AgreementNamed(PAGE, 1, "We ask before we look"),
                new AgreementSigned(PAGE, 1, "d"),
                new AgreementMade(PAGE, 1, REVIEW),
                new AgreementNamed(PAGE, 2, "We ask first")))
        .containsExactly(
            new Facts.Agreed("We ask before we look", 1, List.of(Seat.PARTNER_1), REVIEW));
  }

  @Test
  void an_exercise_that_is_nowhere_any_more_goes_by_its_id() {
    var started =
        new ExerciseStarted(
            1,
            "long-gone",
            3,
            "0".repeat(64),
            List.of("arrive"),
            app.accord.room.Circumstances.Secrets.LIMITED);
    assertThat(facts(started).exercises())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.title()).isEqualTo("long-gone");
              assertThat(one.version()).isEqualTo(3);
            });
  }

  private static List<Facts.Agreed> agreements(app.accord.room.RoomEvent... events) {
    var exercise = Scene.exercise("being-trustworthy");
    var all = new ArrayList<app.accord.room.RoomEvent>();
    all.add(
        new ExerciseStarted(
            1,
            exercise.id(),
            exercise.version(),
            exercise.digest(),
            List.of("promise"),
            app.accord.room.Circumstances.Secrets.LIMITED));
    all.addAll(List.of(events));
    return facts(all.toArray(app.accord.room.RoomEvent[]::new)).exercises().getFirst().agreements();
  }

  private static Facts facts(app.accord.room.RoomEvent... events) {
    var journal = new ArrayList<Happened>();
    for (var event : events) {
      journal.add(
          new Happened(
              Instant.parse("2026-05-14T12:30:00Z").plusSeconds(journal.size()),
              Seat.PARTNER_1,
              event));
    }
    return FactsOfJournal.facts(journal, Scene.shelf()::byDigest);
  }

  private static Facts ofTherapist(Scene scene) {
    return FactsOfJournal.facts(
        scene.streamOf(Scene.MARTA).stream()
            .map(one -> new Happened(one.at(), one.told().by(), one.told().event()))
            .toList(),
        Scene.shelf()::byDigest);
  }

  private static List<String> titles() {
    return Scene.exercise("trust-vs-control").steps().stream()
        .map(step -> step.common().title())
        .toList();
  }
}
