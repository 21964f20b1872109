package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rule X8: in another language only the words differ. Partners of one couple may read different
 * languages; with one card more, or another audience, they would not do the same exercise.
 */
final class Translations {
  private static final Set<String> WORDS =
      Set.of(
          "language",
          "title",
          "summary",
          "purpose",
          "not_when",
          "watch_for",
          "therapist_hint",
          "text",
          "points",
          "prompt",
          "help",
          "starters",
          "low",
          "high",
          "starter",
          "speaker",
          "listener",
          "confirm",
          "heading",
          "instead",
          "word",
          "next");

  private final Tree translation;
  private final List<Mistake> mistakes = new ArrayList<>();

  private Translations(Tree translation) {
    this.translation = translation;
  }

  static List<Mistake> mistakes(Tree english, Tree translation) {
    Translations compared = new Translations(translation);
    compared.fields(english.root(), translation.root(), "");
    return compared.mistakes;
  }

  private void fields(JsonNode english, JsonNode other, String at) {
    if (!english.path("id").equals(other.path("id"))
        || !english.path("kind").equals(other.path("kind"))) {
      wrong(at, "In the English file %s stands here.".formatted(name(english)));
      return;
    }
    Set<String> names = new TreeSet<>();
    english.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      field(english, other, at, name);
    }
  }

  private void field(JsonNode english, JsonNode other, String at, String name) {
    if (!other.has(name)) {
      wrong(at, "The English file has the field " + name + " here.");
    } else if (!english.has(name)) {
      wrong(at + "/" + name, "The English file has no such field here.");
    } else {
      values(english.get(name), other.get(name), at + "/" + name, WORDS.contains(name));
    }
  }

  private void values(JsonNode english, JsonNode other, String at, boolean words) {
    if (english.isObject() && other.isObject()) {
      fields(english, other, at);
    } else if (english.isArray() && other.isArray()) {
      lists(english, other, at, words);
    } else if (words ? english.getNodeType() != other.getNodeType() : !english.equals(other)) {
      wrong(at, "In the English file this is " + english.asText("a list") + ".");
    }
  }

  private void lists(JsonNode english, JsonNode other, String at, boolean words) {
    if (english.size() != other.size()) {
      wrong(at, "The English file has %d here, not %d.".formatted(english.size(), other.size()));
    }
    for (int i = 0; i < Math.min(english.size(), other.size()); i++) {
      values(english.get(i), other.get(i), at + "/" + i, words);
    }
  }

  private static String name(JsonNode english) {
    String kind = english.path("kind").asText("");
    return english.path("id").asText("") + (kind.isEmpty() ? "" : " (" + kind + ")");
  }

  private void wrong(String at, String words) {
    mistakes.add(translation.mistake(at, words));
  }
}
