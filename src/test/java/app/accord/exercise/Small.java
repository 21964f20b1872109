package app.accord.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A small exercise with every kind once, to be broken in one place. */
final class Small {
  static final String NAME = "a-small-one.yaml";
  static final String ENGLISH = text();
  static final String GERMAN =
      changed("language: en", "language: de").replace("Sit down.", "Setzt euch.");

  private Small() {}

  /** The file with this put in place of that. */
  static String changed(String that, String by) {
    if (!ENGLISH.contains(that)) {
      throw new IllegalArgumentException("not in the file: " + that);
    }
    return ENGLISH.replace(that, by);
  }

  /** The line in which this stands first. */
  static int line(String text, String words) {
    return 1 + (int) text.substring(0, text.indexOf(words)).chars().filter(c -> c == '\n').count();
  }

  static SourceFile file(String name, String text) {
    return new SourceFile(name, text.getBytes(UTF_8));
  }

  static List<Mistake> mistakes(String text) {
    return Checker.check(List.of(file(NAME, text))).mistakes();
  }

  private static String text() {
    try (InputStream file = Small.class.getResourceAsStream("/small/" + NAME)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
