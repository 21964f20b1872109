import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Maven calls this to hold all Java to one format: {@code check}, or {@code apply}. */
final class Format {
  private static final JavaFormatterOptions OPTIONS = JavaFormatterOptions.defaultOptions();
  private static final Formatter FORMATTER = new Formatter(OPTIONS);

  public static void main(String[] words) throws IOException, FormatterException {
    boolean apply = words[0].equals("apply");
    List<Path> different = new ArrayList<>();
    for (String folder : List.of("build", "src")) {
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
          String is = Files.readString(file);
          String should = formatted(file, is);
          if (!is.equals(should)) {
            different.add(file);
            if (apply) {
              Files.writeString(file, should);
            }
          }
        }
      }
    }
    if (!apply && !different.isEmpty()) {
      System.err.println("\nNot formatted, `mvn validate -Pformat` does it:");
      different.forEach(file -> System.err.println("  " + file));
      System.exit(1);
    }
  }

  private static String formatted(Path file, String is) throws FormatterException {
    try {
      return FORMATTER.formatSource(
          RemoveUnusedImports.removeUnusedImports(
              ImportOrderer.reorderImports(is, OPTIONS.style())));
    } catch (FormatterException e) {
      System.err.println(file + " cannot be read as Java.");
      throw e;
    }
  }
}
