package app.accord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesNameRealFilesTest {
  private static final Pattern FILE =
      Pattern.compile("`([A-Za-z0-9_./-]+\\.(?:java|ts|tsx|sql|yaml|mjs|json))`");
  private static final List<Path> ROOTS = List.of(Path.of(""), Path.of("src/main/java/app/accord"));

  @ParameterizedTest
  @ValueSource(strings = {"ARCHITECTURE.md", "docs/adding-a-step.md"})
  void every_file_that_a_page_for_newcomers_names_exists(String page) throws IOException {
    List<String> named =
        FILE.matcher(Files.readString(Path.of(page)))
            .results()
            .map(found -> found.group(1))
            .filter(name -> name.contains("/"))
            .toList();

    assertThat(named).isNotEmpty();
    assertThat(named)
        .allSatisfy(
            name -> assertThat(ROOTS).as(name).anyMatch(root -> Files.exists(root.resolve(name))));
  }
}
