package app.accord.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What somebody writes in the editor, before it is published and when it is. */
public final class OwnFile {
  /** In UTF-8 (rule X0). */
  public static final int MOST_BYTES = YamlText.MOST_BYTES;

  private OwnFile() {}

  /**
   * A text as far as it could be read.
   *
   * @param form its fields; empty where a form could not hold all of it, since the text itself is
   *     broken
   * @param mistakes all that keeps it from being published, by line
   */
  public record Reading(Optional<ObjectNode> form, List<Mistake> mistakes) {

    /** A text of the uppermost level; empty if there is none. */
    public String text(String field) {
      return form.map(fields -> fields.path(field).asText("")).orElse("");
    }
  }

  public static boolean isTooLarge(String text) {
    return text.getBytes(UTF_8).length > MOST_BYTES;
  }

  /** Whatever the text holds: soon, and never an exception. */
  public static Reading read(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    YamlReader.Outcome yaml = YamlReader.read(new SourceFile("own.yaml", bytes));
    Optional<ObjectNode> form =
        yaml.tree()
            .map(Tree::root)
            .filter(ObjectNode.class::isInstance)
            .filter(_ -> yaml.mistakes().isEmpty())
            .map(ObjectNode.class::cast);
    SourceFile named = new SourceFile(yaml.tree().map(OwnFile::name).orElse("own.yaml"), bytes);
    return new Reading(form, Checker.check(List.of(named)).mistakes());
  }

  /** An own exercise has no file whose name could be wrong (X9). */
  private static String name(Tree tree) {
    String language = tree.text("language");
    String name =
        tree.text("id") + (language.equals(Exercise.ENGLISH) ? "" : "." + language) + ".yaml";
    return name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '/') ? name : "own.yaml";
  }

  /** The same fields under another id and version. */
  public static String rewritten(ObjectNode form, String id, int version) {
    ObjectNode copy = form.deepCopy();
    copy.put("id", id).put("version", version);
    return ExerciseYaml.write(copy);
  }

  /** The same, by another title if it is not too long then. */
  public static String adapted(ObjectNode form, String id, String suffix) {
    ObjectNode copy = form.deepCopy();
    String title = copy.path("title").asText() + suffix;
    if (title.length() <= 60) {
      copy.put("title", title);
    }
    return rewritten(copy, id, 1);
  }

  /** The fields of a file that was checked. */
  public static ObjectNode form(SourceFile file) {
    JsonNode root = YamlReader.read(file).tree().orElseThrow().root();
    return (ObjectNode) root;
  }

  /** Checked once more: nothing is published on the word of whoever checked it before. */
  public static Optional<Edition> edition(SourceFile file) {
    return Checker.check(List.of(file)).editions().stream().findFirst();
  }
}
