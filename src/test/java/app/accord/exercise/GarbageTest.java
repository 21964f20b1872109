package app.accord.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Whatever a file holds: the answer is an exercise or mistakes, soon, and never an exception. */
class GarbageTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String[] PIECES = {
    "&a ",
    "*a",
    "!!int ",
    "!<tag:x> ",
    "<<: ",
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "|-\n",
    ">+9\n",
    "%YAML 1.2\n---\n",
    "---\n",
    "...\n",
    "\t",
    "\"",
    "'",
    "\\x",
    "\\u0000",
    "#",
    "~",
    "null",
    "0x",
    "0o9",
    "1e999999999",
    ".nan",
    "-.inf",
    "9".repeat(400),
    "a".repeat(2000),
    "\uFEFF",
    "\u2028",
    "\uD83D\uDE00",
    "{me}",
    "{{",
    "\r",
    "\r\n",
    "`",
    "@",
    "!",
    "!!",
    "%",
    "%41",
    ",",
    "\u0000"
  };

  @Property(tries = 300)
  void bytes_of_any_kind_give_an_answer(@ForAll @Size(max = 3_000) byte[] bytes) {
    answers(bytes);
  }

  @Property(tries = 1_000)
  void an_exercise_with_pieces_put_in_cut_out_and_moved_gives_an_answer(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String text = Small.ENGLISH;
    for (int i = 0; i < changes; i++) {
      text = changed(text, random);
    }
    answers(text.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void an_exercise_with_bytes_overwritten_gives_an_answer(@ForAll long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    byte[] bytes = Small.ENGLISH.getBytes(ISO_8859_1);
    for (int i = 0; i < 5; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    answers(bytes);
  }

  private static String changed(String text, RandomGenerator random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(20));
    return switch (random.nextInt(3)) {
      case 0 ->
          text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(from);
      case 1 -> text.substring(0, from) + text.substring(to);
      default -> text.substring(from) + text.substring(0, from);
    };
  }

  private static void answers(byte[] bytes) {
    var outcome =
        Assertions.assertTimeoutPreemptively(
            SOON, () -> Checker.check(List.of(new SourceFile(Small.NAME, bytes))));
    assertThat(outcome.editions().isEmpty()).isNotEqualTo(outcome.mistakes().isEmpty());
    assertThat(outcome.mistakes()).allSatisfy(it -> assertThat(it.line()).isPositive());
  }
}
