package app.accord.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaperTest {
  private static final PaperWords WORDS = new PaperWords("en");

  @Test
  void all_that_is_put_on_it_can_be_read_from_the_file() throws IOException {
    String read =
        text(
            new Paper(WORDS).title("Título").heading("Überschrift").words("Дом, σπίτι").small("x"));
    assertThat(read).contains("Título", "Überschrift", "Дом, σπίτι");
    assertThat(read).doesNotContain("cannot be set");
  }

  @Test
  void a_character_that_no_font_has_is_a_square_and_the_sheet_says_so() throws IOException {
    assertThat(text(new Paper(WORDS).words("well 🙂 done")))
        .contains("□")
        .contains(WORDS.say("cannotBeSet"));
  }

  @Test
  void long_words_go_on_on_the_next_sheet() throws IOException {
    var paper = new Paper(WORDS).words("word ".repeat(4000) + "END");
    try (var reader = new PdfReader(paper.pdf())) {
      int sheets = reader.getNumberOfPages();
      assertThat(sheets).isGreaterThan(3);
      assertThat(new PdfTextExtractor(reader).getTextFromPage(sheets)).contains("END");
    }
  }

  @Test
  void a_language_without_words_reads_english_and_its_own_dates() {
    var words = new PaperWords("de");
    assertThat(words.say("progress.done")).isEqualTo("Done together");
    assertThat(words.day(Instant.parse("2026-05-14T22:30:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("15. Mai 2026");
    assertThat(WORDS.day(Instant.parse("2026-05-14T12:30:00Z"), ZoneId.of("UTC")))
        .isEqualTo("14 May 2026");
  }

  private static String text(Paper paper) throws IOException {
    try (var reader = new PdfReader(paper.pdf())) {
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }
}
