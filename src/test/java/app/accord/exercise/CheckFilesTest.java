package app.accord.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckFilesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  @TempDir private Path dir;

  @Test
  void a_good_file_and_its_translation_pass() throws IOException {
    String english = write("a-small-one.yaml", Small.ENGLISH);
    String german = write("a-small-one.de.yaml", Small.GERMAN);
    assertThat(check(english, german)).isTrue();
    assertThat(printed()).contains("Files: 2. Mistakes: 0.");
  }

  @Test
  void a_translation_alone_is_compared_with_the_english_file_beside_it() throws IOException {
    write("a-small-one.yaml", Small.ENGLISH);
    String german = write("a-small-one.de.yaml", Small.GERMAN.replace("most: 2", "most: 1"));
    assertThat(check(german)).isFalse();
    assertThat(printed())
        .contains("a-small-one.de.yaml:51: /steps/4/most")
        .contains("Files: 1. Mistakes: 1.");
  }

  @Test
  void every_mistake_of_every_file_is_printed() throws IOException {
    String broken = write("a-small-one.yaml", Small.changed("most: 2", "most: 7"));
    assertThat(check(broken, write("b.yaml", "a: ["), dir.resolve("missing.yaml").toString()))
        .isFalse();
    assertThat(printed().lines())
        .anyMatch(line -> line.startsWith(broken + ":51: "))
        .anyMatch(line -> line.contains("b.yaml:1: This is no YAML"))
        .anyMatch(line -> line.contains("missing.yaml:1: This file cannot be read."));
  }

  private boolean check(String... files) {
    return CheckFiles.check(List.of(files), new PrintStream(out, true, UTF_8));
  }

  private String printed() {
    return out.toString(UTF_8);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }
}
