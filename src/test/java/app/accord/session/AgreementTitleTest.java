package app.accord.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.ChangeSuggested;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.LineRemoved;
import app.accord.room.RoomEvent.SuggestionTaken;
import app.accord.room.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgreementTitleTest {
  private static final Where HERE = new Where(2, "page", 1);
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final UUID OTHER_WORDS = new UUID(0, 3);
  private static final AgreementMade MADE = new AgreementMade(HERE, 9, LocalDate.of(2026, 6, 1));

  @Test
  void it_is_the_name_that_the_couple_gave() {
    assertThat(title(line(ONE, "A line"), new AgreementNamed(HERE, 2, "Our name"), MADE))
        .isEqualTo("Our name");
  }

  @Test
  void without_a_name_it_is_the_first_line_that_is_left() {
    assertThat(title(line(ONE, "First"), line(TWO, "Second"), new LineRemoved(HERE, 3, ONE), MADE))
        .isEqualTo("Second");
  }

  @Test
  void a_line_s_place_stays_when_its_words_change() {
    assertThat(
            title(
                line(ONE, "First"),
                line(TWO, "Second"),
                new LineChanged(HERE, 3, ONE, 2, "First, in other words"),
                MADE))
        .isEqualTo("First, in other words");
  }

  @Test
  void a_suggestion_counts_once_it_is_taken() {
    var suggested = new ChangeSuggested(HERE, ONE, 1, OTHER_WORDS, "Suggested");
    assertThat(title(line(ONE, "First"), suggested, MADE)).isEqualTo("First");
    assertThat(
            title(
                line(ONE, "First"),
                suggested,
                new SuggestionTaken(HERE, 2, OTHER_WORDS, ONE, 2),
                MADE))
        .isEqualTo("Suggested");
  }

  @Test
  void what_comes_after_the_last_signature_does_not_count() {
    assertThat(title(line(ONE, "Signed"), MADE, new AgreementNamed(HERE, 10, "Not signed")))
        .isEqualTo("Signed");
  }

  @Test
  void another_page_s_words_do_not_count() {
    assertThat(
            title(
                new AgreementNamed(new Where(1, "page", 1), 1, "Another run's"),
                new AgreementNamed(new Where(2, "other", 1), 1, "Another step's"),
                line(ONE, "Ours"),
                MADE))
        .isEqualTo("Ours");
  }

  @Test
  void an_agreement_whose_words_are_gone_has_none() {
    assertThat(title(MADE)).isEmpty();
  }

  private static LineAdded line(UUID id, String text) {
    return new LineAdded(HERE, 1, id, text);
  }

  private static String title(RoomEvent... stream) {
    return AgreementTitle.of(List.of(stream), MADE);
  }
}
