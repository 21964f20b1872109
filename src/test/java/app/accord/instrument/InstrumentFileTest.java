package app.accord.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Mistake;
import app.accord.exercise.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstrumentFileTest {
  private static final String EXAMPLE = example();

  @Test
  void the_empty_example_can_be_read() {
    InstrumentFile.Outcome outcome = read(EXAMPLE);
    assertThat(outcome.mistakes()).isEmpty();
    Instrument read = outcome.instrument().orElseThrow();
    assertThat(read.items()).hasSize(3);
    assertThat(read.items().get(1).reverse()).isTrue();
    assertThat(read.items().get(2).answers()).hasSize(5);
    assertThat(read.score().subscales().getFirst().items()).containsExactly("item-1", "item-2");
    assertThat(read.cutOff().value()).isNull();
    assertThat(read.mayBeShown()).isFalse();
  }

  @Test
  void all_mistakes_are_named_at_once_and_each_with_its_line() {
    String broken =
        EXAMPLE
            .replace("range: {min: 0, max: 14}", "range: {min: 0, max: 15}")
            .replace(
                "id: item-3, text: Third item (placeholder), answers: frequency",
                "id: item-3, text: Third item (placeholder), answers: seldom")
            .replace("min_answered: 3", "min_answered: 4")
            .replace("points: null", "points: 2.5");
    assertThat(says(broken))
        .containsExactly(
            "%d /items/2/answers: This file has no answers called seldom."
                .formatted(line(broken, "answers: seldom")),
            "%d /score/min_answered: There are only 3 items."
                .formatted(line(broken, "min_answered")),
            "%d /reliable_change/source: Reliable change has a number but no source. Add the source, or null: then the page makes no statement."
                .formatted(line(broken, "points: 2.5") + 1));
  }

  @Test
  void the_stated_range_is_the_one_that_the_items_give() {
    assertThat(words(EXAMPLE.replace("max: 14", "max: 15")))
        .containsExactly("The items give 0 to 14, not 0 to 15.");
    assertThat(words(EXAMPLE.replace("max: 10}", "max: 9}")))
        .containsExactly("The items give 0 to 10, not 0 to 9.");
    // (5 + 5 + 4) / 3, to two decimals
    String mean = EXAMPLE.replace("method: sum", "method: mean").replace("max: 10}", "max: 5}");
    assertThat(words(mean)).containsExactly("The items give 0 to 4.67, not 0 to 14.");
    assertThat(words(mean.replace("max: 14", "max: 4.67"))).isEmpty();
  }

  @Test
  void a_number_comes_with_its_source_and_lies_inside_the_range() {
    String cutOff = EXAMPLE.replace("value: null\n", "value: 20\n");
    assertThat(words(cutOff))
        .containsExactly(
            "The cut-off lies outside the range.",
            "The cut-off has a number but no source. Add the source, or null: then the page makes no statement.");
    String sourced =
        EXAMPLE
            .replace("value: null\n", "value: 7.5\n")
            .replace(
                "counts_as_distress: below\n  source: \"\"",
                "counts_as_distress: below\n  source: A publication");
    assertThat(words(sourced)).isEmpty();
    assertThat(
            words(
                EXAMPLE.replace(
                    "points: null\n  source: \"\"", "points: 15\n  source: A publication")))
        .containsExactly("These are more points than the range has.");
  }

  @Test
  void ids_are_used_once_and_parts_do_not_overlap() {
    String twice = EXAMPLE.replace("id: item-2", "id: item-1");
    assertThat(words(twice)).contains("The id item-1 is here twice.");
    assertThat(words(twice)).contains("This file has no item called item-2.");
    String part = "range: {min: 0, max: 10}}\n";
    String overlap =
        EXAMPLE.replace(
            part,
            part
                + "    - {id: item-3, name: Second part, items: [item-2, item-3], range: {min: 0, max: 9}}\n");
    assertThat(words(overlap))
        .containsExactly(
            "An item has this id already.", "The item item-2 is in another part already.");
    assertThat(words(EXAMPLE.replace("{value: 1, text: A little}", "{value: 0, text: A little}")))
        .contains("The value 0 is here twice.");
  }

  @Test
  void what_is_not_of_the_form_is_said_in_plain_words() {
    assertThat(words(EXAMPLE.replace("shown_to: [therapist]", "shown_to: [me]")))
        .containsExactly("Must name therapist.");
    assertThat(words(EXAMPLE.replace("value: null", "value: low")))
        .containsExactly("Must be a number.");
    assertThat(words(EXAMPLE + "colour: red\n")).containsExactly("There is no such field here.");
  }

  @Test
  void instructions_may_be_longer_than_any_text_of_an_exercise() {
    String words = "The introduction that belongs to the instrument";
    assertThat(words(EXAMPLE.replace(words, "x".repeat(1_900)))).isEmpty();
    assertThat(words(EXAMPLE.replace(words, "x".repeat(2_001))))
        .containsExactly("This text is longer than 2000 characters.");
  }

  @Test
  void a_file_of_four_megabytes_and_one_that_would_grow_are_refused_in_a_sentence() {
    assertThat(words("# " + "x".repeat(4 << 20)))
        .containsExactly("The file is larger than 64 KiB.");
    assertThat(words("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"))
        .contains("Aliases (*name) are not allowed: write the words out.");
    assertThat(words("[".repeat(5_000))).hasSize(1);
    assertThat(words("")).containsExactly("The file is empty.");
  }

  private static InstrumentFile.Outcome read(String text) {
    return InstrumentFile.read(new SourceFile("made.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> words(String text) {
    return read(text).mistakes().stream().map(Mistake::words).toList();
  }

  private static List<String> says(String text) {
    return read(text).mistakes().stream()
        .map(mistake -> mistake.line() + " " + mistake.path() + ": " + mistake.words())
        .toList();
  }

  private static int line(String text, String at) {
    return 1 + (int) text.substring(0, text.indexOf(at)).chars().filter(c -> c == '\n').count();
  }

  private static String example() {
    try (InputStream file =
        InstrumentFileTest.class.getResourceAsStream("/instruments/example.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
