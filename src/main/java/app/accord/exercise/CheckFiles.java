package app.accord.exercise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code check FILE…} does for an author. */
public final class CheckFiles {
  private CheckFiles() {}

  /** Prints every mistake in these files; true if there is none. */
  public static boolean check(List<String> names, PrintStream out) {
    Map<String, SourceFile> files = new TreeMap<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (String name : names) {
      read(Path.of(name), files, mistakes);
    }
    List<String> given = List.copyOf(files.keySet());
    given.forEach(name -> alsoEnglish(Path.of(name), files));
    // What is wrong with a file that was only looked at beside another was not asked for.
    Checker.check(files.values()).mistakes().stream()
        .filter(mistake -> given.contains(mistake.file()))
        .forEach(mistakes::add);
    mistakes.stream().sorted().forEach(out::println);
    out.printf("Files: %d. Mistakes: %d.%n", given.size(), mistakes.size());
    return mistakes.isEmpty();
  }

  /** A translation is compared with the English file beside it. */
  private static void alsoEnglish(Path translation, Map<String, SourceFile> files) {
    String[] parts = translation.getFileName().toString().split("\\.", -1);
    if (parts.length == 3) {
      Path english = translation.resolveSibling(parts[0] + "." + parts[2]);
      if (!files.containsKey(english.toString()) && Files.isRegularFile(english)) {
        read(english, files, new ArrayList<>());
      }
    }
  }

  private static void read(Path path, Map<String, SourceFile> files, List<Mistake> mistakes) {
    try (var file = Files.newInputStream(path)) {
      // One byte more than allowed is enough to see that it is too large.
      byte[] bytes = file.readNBytes(YamlText.MOST_BYTES + 1);
      files.put(path.toString(), new SourceFile(path.toString(), bytes));
    } catch (IOException e) {
      mistakes.add(new Mistake(path.toString(), 1, "", "This file cannot be read."));
    }
  }
}
