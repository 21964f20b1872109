package app.accord.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {

  @Test
  void text_is_kept_as_typed_but_for_control_characters() {
    assertThat(Words.clean("a\r\nb\rc\td\u0000\u0085\u007f")).isEqualTo("a\nb\nc d");
    assertThat(Words.clean("  spaces stay  ")).isEqualTo("  spaces stay  ");
    assertThat(Words.clean("\u202bdirection marks stay\u202c"))
        .isEqualTo("\u202bdirection marks stay\u202c");
  }

  @Test
  void accents_are_composed_also_where_a_control_character_stood_between() {
    assertThat(Words.clean("e\u0301")).isEqualTo("é");
    assertThat(Words.clean("e\u0007\u0301")).isEqualTo("é");
  }

  @Test
  void half_a_character_is_left_out_and_a_whole_one_stays() {
    assertThat(Words.clean("\ud83d\ude42 \ud83d \ude42")).isEqualTo("\ud83d\ude42  ");
  }

  @Test
  void cleaning_twice_is_cleaning_once() {
    String once = Words.clean("e\u0007\u0301\r\n\t\ud83d");
    assertThat(Words.clean(once)).isEqualTo(once);
  }

  @Test
  void lengths_are_counted_as_a_person_counts() {
    assertThat(Words.misfit("\ud83d\ude42\ud83d\ude42", 2)).isNull();
    assertThat(Words.misfit("abc", 2)).isEqualTo(Refusal.TOO_LONG);
    assertThat(Words.misfit(" \n", 2)).isEqualTo(Refusal.NOTHING_WRITTEN);
  }

  @Test
  void the_hash_of_what_was_shown_is_what_a_browser_computes() {
    // printf 'accord.shown.1\x1fWhy?\x1fOnly you' | sha256sum
    assertThat(Words.shown("Why?", "Only you"))
        .isEqualTo("4e3ce80e2dedd00985d97ef41b046ba4eddb2fd30f30e55f56921fbba5ecf750");
  }
}
