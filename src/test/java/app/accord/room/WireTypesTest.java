package app.accord.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WireTypesTest {
  private static final Path FILE = Path.of("web/src/live/wire.ts");

  @Test
  void the_browser_has_the_types_of_the_records() throws IOException {
    String types = WireTypes.all();
    if (System.getProperty("write") != null) {
      Files.writeString(FILE, types);
    }
    assertThat(Files.readString(FILE))
        .as("the records have changed: write web/src/live/wire.ts anew, see its first lines")
        .isEqualTo(types);
  }
}
