package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.ProgressMade;
import app.accord.room.RoomEvent.Revealed;
import app.accord.room.RoomEvent.SuggestionTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeSessionTest {

  private static final Pattern ROW = Pattern.compile("\\s*\\d+(?:×(\\d+))? *\\| (.+)");

  /**
   * The table of content.md 8: the row, who it comes from (– is the room), the event, and whom it
   * reaches. {@code ×} repeats the row and the one after it.
   */
  private static final String TRUST_OR_CONTROL =
      """
       1    | M ExerciseStarted NDM
       2    | – StepOpened NDM
       3    | – StepOpened NDM
       4    | – StepOpened NDM
       5    | N CardPlaced N
       6    | N ProgressMade M
       7    | D CardPlaced D
       8    | D ProgressMade M
       9×10 | N CardPlaced N
       9    | N ProgressMade M
       9×11 | D CardPlaced D
       9    | D ProgressMade M
      10    | N AnswerSealed N
      11    | N WorkFinished NM
      12    | D PauseAsked DM
      13    | – PauseBegan NDM
      14    | – PauseEnded NDM
      15    | D AnswerSealed D
      16    | D WorkFinished DM
      17    | – BothFinished NDM
      18    | – OpenableChanged M
      19    | – Revealed NDM
      20    | – StepOpened NDM
      21    | D TalkMarked NDM
      22    | M RowChosen NDM
      23    | – StepOpened NDM
      24    | M TurnGiven NDM
      25    | D WordsKept D
      26    | N SpokenToEnd NDM
      27    | D SaidBack NDM
      28    | N NotQuiteSaid NDM
      29    | D SaidBack NDM
      30    | N TurnConfirmed NDM
      31    | M TurnGiven NDM
      32    | N WordsKept N
      33    | D SpokenToEnd NDM
      34    | N SaidBack NDM
      35    | D TurnConfirmed NDM
      36    | – StepOpened NDM
      37    | N LineAdded NDM
      38    | D ChangeSuggested NDM
      39    | N SuggestionTaken NDM
      40    | N AgreementSigned NDM
      41    | D AgreementSigned NDM
      42    | – AgreementMade NDM
      43    | – StepOpened NDM
      44    | N AnswerSealed NM
      45    | N WorkFinished NM
      46    | D LeftEmpty D
      47    | D WorkFinished DM
      48    | – BothFinished NDM
      49    | D LineOffered NDM
      50    | N LineKept NDM
      51    | M ExerciseEnded NDM
      """;

  private static final String COMMUNICATE_OPENLY =
      """
       1 | M ExerciseStarted NDM
       2 | – StepOpened NDM
       3 | – StepOpened NDM
       4 | – StepOpened NDM
       5 | N AnswerSealed N
       6 | N WorkFinished NM
       7 | D LeftEmpty D
       8 | D WorkFinished DM
       9 | – BothFinished NDM
      10 | M TimerSet NDM
      11 | M TimerCleared NDM
      12 | – StepOpened NDM
      13 | M TurnGiven NDM
      14 | D SpokenToEnd NDM
      15 | N SaidBack NDM
      16 | D TurnConfirmed NDM
      17 | M TurnGiven NDM
      18 | – TurnPassed NDM
      19 | – StepOpened NDM
      20 | N AnswerSealed NDM
      21 | N WorkFinished NM
      22 | D AnswerSealed DM
      23 | D WorkFinished DM
      24 | – BothFinished NDM
      25 | N Said NDM
      26 | – StepOpened NDM
      27 | N LeftEmpty N
      28 | N WorkFinished NM
      29 | D AnswerSealed D
      30 | D WorkFinished DM
      31 | – BothFinished NDM
      32 | N LineOffered NDM
      33 | D LineKept NDM
      34 | M ExerciseEnded NDM
      35 | M RoomClosed NDM
      """;

  @Test
  void trust_or_control_is_the_table_of_the_design_event_by_event() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    Sessions.trustOrControl(scene);
    assertThat(scene.told(from)).containsExactlyElementsOf(rows(TRUST_OR_CONTROL));
  }

  @Test
  void each_of_the_three_receives_what_the_table_says_and_nothing_more() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    Sessions.trustOrControl(scene);
    for (Seat seat : List.of(NOOR, DANIEL, MARTA)) {
      String initial = seat == NOOR ? "N" : seat == DANIEL ? "D" : "M";
      List<String> mine =
          rows(TRUST_OR_CONTROL).stream()
              .filter(row -> row.substring(row.lastIndexOf(' ')).contains(initial))
              .map(row -> row.substring(2, row.lastIndexOf(' ')))
              .toList();
      assertThat(
              scene.streamOf(seat).stream()
                  .filter(one -> scene.happened().indexOf(one) >= from)
                  .map(one -> one.told().event().getClass().getSimpleName()))
          .containsExactlyElementsOf(mine);
    }
  }

  @Test
  void the_therapist_sees_counts_of_cards_and_no_card() {
    Scene scene = Scene.session();
    Sessions.trustOrControl(scene);
    assertThat(scene.received(MARTA, RoomEvent.CardPlaced.class)).isEmpty();
    assertThat(scene.received(MARTA, ProgressMade.class))
        .filteredOn(progress -> progress.seat() == NOOR)
        .extracting(ProgressMade::done)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(scene.received(MARTA, ProgressMade.class))
        .allSatisfy(progress -> assertThat(progress.of()).isEqualTo(12));
  }

  @Test
  void what_noor_left_out_is_in_no_frame_that_opens() {
    Scene scene = Scene.session();
    Sessions.trustOrControl(scene);
    Revealed revealed = scene.received(NOOR, Revealed.class).getFirst();
    assertThat(scene.received(DANIEL, Revealed.class)).containsExactly(revealed);
    assertThat(revealed.closed()).isEmpty();
    assertThat(revealed.opened().getFirst().answers())
        .extracting(RoomEvent.Theirs::seat)
        .containsExactly(NOOR, DANIEL);
    assertThat(revealed.opened().getFirst().answers())
        .allSatisfy(
            theirs -> assertThat(cards(theirs.value())).hasSize(11).doesNotContain("looking-bag"));
  }

  @Test
  void the_agreement_is_of_the_second_version_and_looked_at_again_in_fourteen_days() {
    Scene scene = Scene.session();
    Sessions.trustOrControl(scene);
    assertThat(scene.received(NOOR, SuggestionTaken.class).getFirst().version()).isEqualTo(2);
    AgreementMade made = scene.received(NOOR, AgreementMade.class).getFirst();
    assertThat(made.version()).isEqualTo(2);
    assertThat(made.reviewOn()).isEqualTo(LocalDate.of(2026, 5, 28));
  }

  @Test
  void talk_openly_event_by_event() {
    Scene scene = Scene.session();
    int from = scene.happened().size();
    Sessions.communicateOpenly(scene);
    assertThat(scene.told(from)).containsExactlyElementsOf(rows(COMMUNICATE_OPENLY));
  }

  private static List<String> cards(Answer value) {
    return ((Answer.Sorted) value).piles().stream().flatMap(pile -> pile.cards().stream()).toList();
  }

  private static List<String> rows(String table) {
    var rows = new ArrayList<String>();
    List<Matcher> lines = table.lines().map(ROW::matcher).filter(Matcher::matches).toList();
    for (int i = 0; i < lines.size(); i++) {
      String times = lines.get(i).group(1);
      for (int time = 1; times != null && time < Integer.parseInt(times); time++) {
        rows.add(lines.get(i).group(2));
        rows.add(lines.get(i + 1).group(2));
      }
      rows.add(lines.get(i).group(2));
    }
    return rows;
  }
}
