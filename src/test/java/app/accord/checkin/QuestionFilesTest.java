package app.accord.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Mistake;
import app.accord.exercise.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionFilesTest {

  @Test
  void the_shipped_files_have_no_mistakes() {
    assertThat(QuestionFiles.read(QuestionFiles.shippedFiles()).mistakes()).isEmpty();
  }

  @Test
  void the_week_s_questions_are_read_as_they_stand_there() {
    Weekly weekly = QuestionFiles.shipped().weekly();
    assertThat(weekly.languages().keySet()).containsExactlyInAnyOrder("en", "de");
    assertThat(weekly.english().items())
        .extracting(Questions.Item::id)
        .containsExactly("closeness", "reliance", "openness", "ease-apart", "finding-back");
    assertThat(weekly.rhythm().opens())
        .isEqualTo(new Rhythm.Moment(DayOfWeek.FRIDAY, LocalTime.of(8, 0)));
    assertThat(weekly.rhythm().closes())
        .isEqualTo(new Rhythm.Moment(DayOfWeek.MONDAY, LocalTime.of(3, 0)));
    assertThat(weekly.firstChartAfter()).isEqualTo(3);
    assertThat(weekly.flags().rules())
        .containsExactly(
            new FlagRules.AllLower("both-lower", 3, 5),
            new FlagRules.OneLower("clear-drop", 1, 25),
            new FlagRules.ItemLower("one-item", 1, 50),
            new FlagRules.Apart("apart", 3, 20));
    assertThat(weekly.flags().says("both-lower", "de"))
        .isEqualTo("Seit drei Wochen bei beiden niedriger");
    assertThat(weekly.flags().says("both-lower", "fr")).isEqualTo("Both lower for three weeks");
  }

  /** R24. */
  @Test
  void how_freely_one_could_speak_and_how_at_ease_one_was_apart_can_be_shared_by_nobody() {
    QuestionFiles.Both both = QuestionFiles.shipped();
    both.weekly()
        .languages()
        .values()
        .forEach(
            questions ->
                assertThat(questions.items().stream().filter(Questions.Item::shareable))
                    .extracting(Questions.Item::id)
                    .containsExactly("closeness", "reliance", "finding-back"));
    assertThat(both.afterSession().english().items())
        .hasSize(4)
        .noneMatch(Questions.Item::shareable);
  }

  @Test
  void after_a_session_there_are_48_hours_and_four_is_low() {
    AfterSession after = QuestionFiles.shipped().afterSession();
    assertThat(after.openFor()).isEqualTo(Duration.ofDays(2));
    assertThat(after.lowAtMost()).isEqualTo(4);
    assertThat(after.says("en")).isEqualTo("One answer after the session was low");
  }

  @Test
  void every_mistake_of_a_broken_file_is_named_with_its_line_at_once() {
    List<Mistake> mistakes =
        withWeekly(
            text ->
                text.replace("version: 1", "version: one")
                    .replace("    low: Far apart", "    lowest: Far apart")
                    .replace("id: reliance", "id: closeness")
                    .replace("below_baseline_by: 0.5", "below_baseline_by: a bit"));
    assertThat(mistakes)
        .extracting(Mistake::toString)
        .contains(
            "weekly.yaml:3: /version: Must be a whole number.",
            "weekly.yaml:13: /items/0: The field low is missing.",
            "weekly.yaml:15: /items/0/lowest: There is no such field here.",
            "weekly.yaml:17: /items/1/id: The id closeness is here twice.",
            "weekly.yaml:63: /flags/rules/0/below_baseline_by: Must be points of the scale with at most one decimal, like 0.5.")
        .hasSize(5);
  }

  @Test
  void a_translation_may_differ_in_words_only() {
    List<SourceFile> files =
        QuestionFiles.shippedFiles().stream()
            .map(
                file ->
                    file.name().equals("weekly.de.yaml")
                        ? changed(file, text -> text.replace("max: 280", "max: 300"))
                        : file)
            .toList();
    assertThat(QuestionFiles.read(files).mistakes())
        .extracting(Mistake::path, Mistake::words)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "/line/max", "Must be as in the English file; only words may differ."));
  }

  @Test
  void an_item_that_must_not_be_shared_cannot_be_shared_in_another_language_either() {
    List<SourceFile> files =
        QuestionFiles.shippedFiles().stream()
            .map(
                file ->
                    file.name().equals("weekly.de.yaml")
                        ? changed(file, text -> text.replaceFirst("    share: never\n", ""))
                        : file)
            .toList();
    assertThat(QuestionFiles.read(files).mistakes()).isNotEmpty();
  }

  @Test
  void without_a_file_for_every_week_there_are_no_questions() {
    List<SourceFile> files =
        QuestionFiles.shippedFiles().stream()
            .filter(file -> !file.name().startsWith("weekly"))
            .toList();
    assertThat(QuestionFiles.read(files).questions()).isEmpty();
    assertThat(QuestionFiles.read(files).mistakes())
        .extracting(Mistake::words)
        .containsExactly("There must be one English file for every week, not 0.");
  }

  private static List<Mistake> withWeekly(java.util.function.UnaryOperator<String> change) {
    return QuestionFiles.read(
            QuestionFiles.shippedFiles().stream()
                .map(file -> file.name().equals("weekly.yaml") ? changed(file, change) : file)
                .toList())
        .mistakes();
  }

  private static SourceFile changed(
      SourceFile file, java.util.function.UnaryOperator<String> change) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    String other = change.apply(text);
    assertThat(other).isNotEqualTo(text);
    return new SourceFile(file.name(), other.getBytes(StandardCharsets.UTF_8));
  }
}
