package app.accord.exercise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks files of exercises, all rules of all files at once: an author who is told of one mistake
 * at a time gives up. A broken file is left out and stops no other; only a translation cannot stand
 * without its English file.
 */
public final class Checker {
  private static final Form FORM = Form.of("/exercises/schema.json");

  private final List<Mistake> mistakes = new ArrayList<>();

  private Checker() {}

  /** What can be used, and everything that is wrong, by file and line. */
  public record Outcome(List<Edition> editions, List<Mistake> mistakes) {}

  /** One file that was read; the tree is empty if that failed. */
  private record Read(SourceFile file, Optional<Tree> tree, List<Mistake> mistakes) {
    String text(String field) {
      return tree.map(it -> it.text(field)).orElse("");
    }

    boolean isEnglish() {
      return text("language").equals(Exercise.ENGLISH);
    }
  }

  public static Outcome check(Collection<SourceFile> files) {
    Checker checker = new Checker();
    Map<String, List<Read>> exercises = new TreeMap<>();
    for (SourceFile file : files) {
      Read read = read(file);
      exercises.computeIfAbsent(file.folder() + read.text("id"), _ -> new ArrayList<>()).add(read);
    }
    List<Edition> editions =
        exercises.values().stream().flatMap(all -> checker.edition(all).stream()).toList();
    return new Outcome(editions, checker.mistakes.stream().sorted().toList());
  }

  private static Read read(SourceFile file) {
    YamlReader.Outcome yaml = YamlReader.read(file);
    List<Mistake> mistakes = new ArrayList<>(yaml.mistakes());
    yaml.tree().ifPresent(tree -> mistakes.addAll(ofForm(tree)));
    return new Read(file, yaml.tree(), mistakes);
  }

  private static List<Mistake> ofForm(Tree tree) {
    return Stream.concat(FORM.mistakes(tree).stream(), Rules.mistakes(tree).stream()).toList();
  }

  private Optional<Edition> edition(List<Read> all) {
    all.forEach(read -> mistakes.addAll(read.mistakes()));
    Optional<Read> english = all.stream().filter(Read::isEnglish).findFirst();
    Map<String, SourceFile> sound = new HashMap<>();
    for (Read read : all) {
      if (read.isEnglish() ? english.filter(read::equals).isPresent() : fits(read, english)) {
        if (read.mistakes().isEmpty()) {
          sound.putIfAbsent(read.text("language"), read.file());
        }
      }
    }
    return Optional.ofNullable(sound.get(Exercise.ENGLISH))
        .map(file -> mapped(file.digest(), sound));
  }

  /** X8. */
  private boolean fits(Read translation, Optional<Read> english) {
    if (translation.text("language").isEmpty() || translation.text("id").isEmpty()) {
      return false;
    }
    List<Mistake> found = compared(translation.tree().orElseThrow(), english);
    mistakes.addAll(found);
    return found.isEmpty();
  }

  private static List<Mistake> compared(Tree translation, Optional<Read> english) {
    if (english.isEmpty()) {
      return List.of(translation.mistake("/id", "There is no English file of this exercise."));
    }
    if (!english.get().mistakes().isEmpty()) {
      return List.of(translation.mistake("/id", "The English file has mistakes itself."));
    }
    return Translations.mistakes(english.get().tree().orElseThrow(), translation);
  }

  private static Edition mapped(String digest, Map<String, SourceFile> files) {
    Map<String, Exercise> languages = new HashMap<>();
    files.forEach(
        (language, file) ->
            languages.put(
                language,
                ExerciseMapper.exercise(
                    YamlReader.read(file).tree().orElseThrow().root(), digest)));
    return new Edition(languages.get(Exercise.ENGLISH), languages, files);
  }

  /** See {@link Edition#kept}. A translation that cannot be read any more is left out. */
  static Optional<Edition> kept(String digest, Map<String, SourceFile> files) {
    Map<String, SourceFile> readable = new HashMap<>();
    files.forEach(
        (language, file) -> {
          YamlReader.Outcome yaml = YamlReader.read(file);
          if (yaml.mistakes().isEmpty()
              && yaml.tree().filter(tree -> FORM.mistakes(tree).isEmpty()).isPresent()) {
            readable.put(language, file);
          }
        });
    return readable.containsKey(Exercise.ENGLISH)
        ? Optional.of(mapped(digest, readable))
        : Optional.empty();
  }
}
