package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes fields as a file that {@link YamlReader} reads back as the same fields, whatever they
 * hold. Only what is plain beyond doubt is written plainly; all else is quoted.
 */
public final class ExerciseYaml {
  /** As the shipped files have them; what is not among these comes last, as it came. */
  private static final List<String> ORDER =
      List.of(
          "format",
          "id",
          "version",
          "language",
          "kind",
          "title",
          "summary",
          "purpose",
          "minutes",
          "optional",
          "for",
          "themes",
          "safety",
          "level",
          "not_when",
          "watch_for",
          "about",
          "of",
          "view",
          "text",
          "prompt",
          "help",
          "points",
          "starter",
          "heading",
          "starters",
          "options",
          "most",
          "own_words",
          "piles",
          "cards",
          "own_cards",
          "low",
          "high",
          "word",
          "next",
          "keep_a_line",
          "mark_to_talk",
          "speaker",
          "listener",
          "confirm",
          "rounds",
          "speak_seconds",
          "reflect_seconds",
          "most_lines",
          "review_days",
          "instead",
          "breaths",
          "max",
          "audience",
          "may_narrow_to",
          "therapist_sees",
          "therapist_hint",
          "steps");

  private static final Pattern PLAIN =
      Pattern.compile("\\p{L}[\\p{L}\\p{N}\\p{M} .,;’“”'()?!/+…–-]*(?<! )");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Set<String> NO_WORDS = Set.of("true", "false", "null");

  private final StringBuilder out = new StringBuilder();

  private ExerciseYaml() {}

  /** The file's text, which ends with a line break. */
  public static String write(JsonNode fields) {
    var yaml = new ExerciseYaml();
    yaml.value(fields, 0);
    String text = yaml.out.toString().stripLeading();
    return text.endsWith("\n") ? text : text + "\n";
  }

  /** After a key or a dash: a blank and the value, or a line break and what is in it. */
  private void value(JsonNode value, int indent) {
    if (value.isObject() && !value.isEmpty()) {
      out.append('\n');
      fields(value, indent);
    } else if (value.isArray() && !value.isEmpty()) {
      list(value, indent);
    } else {
      out.append(' ').append(scalar(value, indent)).append('\n');
    }
  }

  private void fields(JsonNode object, int indent) {
    for (String name : names(object)) {
      out.append(" ".repeat(indent)).append(quotedUnlessPlain(name)).append(':');
      value(object.get(name), indent + 2);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.sort(
        Comparator.comparingInt(name -> ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size()));
    return names;
  }

  private void list(JsonNode list, int indent) {
    List<String> words = words(list);
    if (!words.isEmpty()) {
      out.append(" [").append(String.join(", ", words)).append("]\n");
      return;
    }
    out.append('\n');
    for (JsonNode item : list) {
      int start = out.length() + indent + 2;
      out.append(" ".repeat(indent)).append('-');
      value(item, indent + 2);
      // The first field stands beside the dash.
      if (item.isObject() && !item.isEmpty()) {
        out.replace(start - 1, start + indent + 2, " ");
      }
    }
  }

  /** All of a list of plain words, such as themes; else none. */
  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isTextual() || !WORD.matcher(item.textValue()).matches() || isNoWord(item)) {
        return List.of();
      }
      words.add(item.textValue());
    }
    return words;
  }

  private static boolean isNoWord(JsonNode item) {
    return NO_WORDS.contains(item.textValue());
  }

  private static String scalar(JsonNode value, int indent) {
    if (value.isObject()) {
      return "{}";
    }
    if (value.isArray()) {
      return "[]";
    }
    if (!value.isTextual()) {
      return value.asText();
    }
    String text = value.textValue();
    return isBlock(text) ? block(text, indent) : quotedUnlessPlain(text);
  }

  private static String quotedUnlessPlain(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !NO_WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  /** Paragraphs, without anything at the ends of lines that a block would lose. */
  private static boolean isBlock(String text) {
    return text.contains("\n")
        && !text.endsWith("\n")
        && text.lines().allMatch(line -> line.isEmpty() || !Character.isWhitespace(line.charAt(0)))
        && !text.startsWith("\n")
        && text.codePoints().allMatch(point -> point == '\n' || isPrintable(point));
  }

  private static String block(String text, int indent) {
    String margin = " ".repeat(indent);
    StringBuilder all = new StringBuilder("|-");
    for (String line : text.split("\n", -1)) {
      all.append('\n').append(line.isEmpty() ? "" : margin + line);
    }
    return all.toString();
  }

  private static String quoted(String text) {
    StringBuilder all = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> all.append("\\\"");
                case '\\' -> all.append("\\\\");
                case '\n' -> all.append("\\n");
                default -> {
                  if (isPrintable(point)) {
                    all.appendCodePoint(point);
                  } else {
                    all.append("\\u%04x".formatted(point));
                  }
                }
              }
            });
    return all.append('"').toString();
  }

  /** What YAML lets stand as it is, and an editor shows. */
  private static boolean isPrintable(int point) {
    return (point >= ' ' && point < 0x7F)
        || (point > 0xA0
            && point < 0xFFFE
            && point != 0x2028
            && point != 0x2029
            && point != 0xFEFF
            && !(point >= 0xD800 && point < 0xE000))
        || point > 0xFFFF;
  }
}
