package app.accord.checkin;

import app.accord.exercise.Form;
import app.accord.exercise.Mistake;
import app.accord.exercise.SourceFile;
import app.accord.exercise.Tree;
import app.accord.exercise.YamlReader;
import app.accord.kernel.ClassPathFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of check-ins (format {@code accord.checkin.1}), read as strictly as exercises are: all
 * mistakes of all files at once, each with its line.
 */
public final class QuestionFiles {
  static final String ENGLISH = "en";

  private static final String FOLDER = "checkins";
  private static final Form FORM = Form.of("/checkins/schema.json");

  /** Fields that hold words and may differ between languages. */
  private static final Set<String> WORDS =
      Set.of("language", "title", "intro", "prompt", "help", "low", "high", "thanks", "says");

  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Tree> sound = new ArrayList<>();

  private QuestionFiles() {}

  /** Both sets of questions. */
  public record Both(Weekly weekly, AfterSession afterSession) {}

  /** What the files say; empty if anything is wrong with them. */
  public record Outcome(Optional<Both> questions, List<Mistake> mistakes) {}

  /**
   * The questions that come with Accord.
   *
   * @throws IllegalStateException naming every mistake: a server without its questions must not
   *     start and lose what people would have answered
   */
  public static Both shipped() {
    Outcome outcome = read(shippedFiles());
    return outcome
        .questions()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    outcome.mistakes().stream()
                        .map(Mistake::toString)
                        .collect(Collectors.joining("\n", "The questions cannot be used:\n", ""))));
  }

  static List<SourceFile> shippedFiles() {
    try {
      return ClassPathFolder.files(FOLDER).entrySet().stream()
          .filter(file -> file.getKey().endsWith(".yaml"))
          .map(file -> new SourceFile(file.getKey(), file.getValue()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome read(Collection<SourceFile> files) {
    var reading = new QuestionFiles();
    files.forEach(reading::take);
    List<Tree> weekly = reading.ofKind("week");
    List<Tree> session = reading.ofKind("session");
    return new Outcome(
        reading.mistakes.isEmpty()
            ? Optional.of(
                new Both(QuestionMapper.weekly(weekly), QuestionMapper.afterSession(session)))
            : Optional.empty(),
        reading.mistakes.stream().sorted().toList());
  }

  private void take(SourceFile file) {
    YamlReader.Outcome yaml = YamlReader.read(file);
    var found = new ArrayList<>(yaml.mistakes());
    yaml.tree()
        .ifPresent(
            tree -> {
              found.addAll(FORM.mistakes(tree));
              found.addAll(beyondTheForm(tree));
              if (found.isEmpty()) {
                sound.add(tree);
              }
            });
    mistakes.addAll(found);
  }

  private static List<Mistake> beyondTheForm(Tree tree) {
    var found = new ArrayList<Mistake>();
    uniqueIds(tree, "items", found);
    JsonNode flags = tree.root().path("flags");
    uniqueIds(tree, flags.path("rules"), "/flags/rules", found);
    String language = tree.text("language");
    String name = tree.text("id") + (language.equals(ENGLISH) ? "" : "." + language) + ".yaml";
    if (tree.root().has("id") && tree.root().has("language") && !isCalled(tree, name)) {
      found.add(
          tree.mistake("/id", "By its id and language the file must be called " + name + "."));
    }
    return found;
  }

  private static boolean isCalled(Tree tree, String name) {
    return tree.file().shortName().equals(name);
  }

  private static void uniqueIds(Tree tree, String list, List<Mistake> found) {
    uniqueIds(tree, tree.root().path(list), "/" + list, found);
  }

  private static void uniqueIds(Tree tree, JsonNode list, String at, List<Mistake> found) {
    var seen = new HashSet<String>();
    for (int i = 0; i < list.size(); i++) {
      String id = list.path(i).path("id").asText("");
      if (!id.isEmpty() && !seen.add(id)) {
        found.add(tree.mistake(at + "/" + i + "/id", "The id " + id + " is here twice."));
      }
    }
  }

  /** The English file first. Exactly one check-in of each kind is asked. */
  private List<Tree> ofKind(String every) {
    List<Tree> all = sound.stream().filter(tree -> tree.text("every").equals(every)).toList();
    List<Tree> english =
        all.stream().filter(tree -> tree.text("language").equals(ENGLISH)).toList();
    if (english.size() != 1) {
      // One that is broken is named already.
      if (mistakes.isEmpty()) {
        mistakes.add(
            new Mistake(
                FOLDER,
                1,
                "",
                "There must be one English file for every %s, not %d."
                    .formatted(every, english.size())));
      }
      return List.of();
    }
    List<Tree> others = all.stream().filter(tree -> !english.contains(tree)).toList();
    others.forEach(tree -> compare(english.getFirst().root(), tree.root(), tree, ""));
    var ordered = new ArrayList<>(english);
    ordered.addAll(others);
    return ordered;
  }

  /** Only words may differ from the English file: one numbers' rule for all languages. */
  private void compare(JsonNode english, JsonNode here, Tree tree, String at) {
    if (english.isContainerNode() && here.isContainerNode() && english.size() == here.size()) {
      if (english.isArray()) {
        for (int i = 0; i < english.size(); i++) {
          compare(english.path(i), here.path(i), tree, at + "/" + i);
        }
      } else {
        for (var field : english.properties()) {
          if (!WORDS.contains(field.getKey()) || !here.has(field.getKey())) {
            compare(field.getValue(), here.path(field.getKey()), tree, at + "/" + field.getKey());
          }
        }
      }
    } else if (!english.equals(here)) {
      mistakes.add(tree.mistake(at, "Must be as in the English file; only words may differ."));
    }
  }
}
