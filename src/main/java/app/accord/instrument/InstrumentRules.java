package app.accord.instrument;

import static app.accord.instrument.InstrumentMapper.each;

import app.accord.exercise.Mistake;
import app.accord.exercise.Tree;
import app.accord.instrument.Instrument.Item;
import app.accord.instrument.Instrument.Range;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a schema cannot say (I1 to I6 of {@code instruments/schema.json}). A rule looks at what is
 * there and of its form; what is missing, the schema names.
 */
final class InstrumentRules {
  private final Tree tree;
  private final JsonNode file;
  private final JsonNode score;

  /** The items whose answers are known and sound, by their ids. */
  private final Map<String, Item> items = new LinkedHashMap<>();

  private final List<Mistake> mistakes = new ArrayList<>();

  private InstrumentRules(Tree tree) {
    this.tree = tree;
    this.file = tree.root();
    this.score = file.path("score");
  }

  static List<Mistake> mistakes(Tree tree) {
    var rules = new InstrumentRules(tree);
    rules.answers();
    rules.items();
    rules.range("/score/range", rules.file.path("items"));
    rules.subscales();
    rules.minAnswered();
    rules.cutOff();
    rules.reliableChange();
    return rules.mistakes;
  }

  /** An answer is kept as its value: two with the same one could not be told apart. */
  private void answers() {
    file.path("answers")
        .properties()
        .forEach(set -> twice("/answers/" + set.getKey(), set.getValue(), "value"));
  }

  /** I1 and I2. */
  private void items() {
    JsonNode all = file.path("items");
    twice("/items", all, "id");
    for (int i = 0; i < all.size(); i++) {
      JsonNode item = all.path(i);
      String set = item.path("answers").asText("");
      if (!set.isEmpty() && !file.path("answers").has(set)) {
        wrong("/items/" + i + "/answers", "This file has no answers called " + set + ".");
      } else if (isSound(file.path("answers").path(set))) {
        items.putIfAbsent(
            item.path("id").asText(), InstrumentMapper.item(item, file.path("answers")));
      }
    }
  }

  private static boolean isSound(JsonNode set) {
    return !set.isEmpty() && each(set).allMatch(answer -> answer.path("value").isInt());
  }

  /** I4. */
  private void subscales() {
    JsonNode parts = score.path("subscales");
    twice("/score/subscales", parts, "id");
    Set<String> used = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      String at = "/score/subscales/" + i;
      JsonNode named = parts.path(i).path("items");
      if (items.containsKey(parts.path(i).path("id").asText())) {
        wrong(at + "/id", "An item has this id already.");
      }
      for (int k = 0; k < named.size(); k++) {
        String id = named.path(k).asText();
        if (!isItem(id)) {
          wrong(at + "/items/" + k, "This file has no item called " + id + ".");
        } else if (!used.add(id)) {
          wrong(at + "/items/" + k, "The item " + id + " is in another part already.");
        }
      }
      range(at + "/range", named);
    }
  }

  private boolean isItem(String id) {
    return each(file.path("items")).anyMatch(item -> item.path("id").asText().equals(id));
  }

  /**
   * I3. Without all items nothing can be counted, and what is missing has been named.
   *
   * @param of items, or their ids
   */
  private void range(String at, JsonNode of) {
    JsonNode stated = file.at(at);
    List<Item> counted =
        each(of)
            .map(one -> one.isObject() ? one.path("id").asText() : one.asText())
            .flatMap(id -> Stream.ofNullable(items.get(id)))
            .toList();
    if (!isRange(stated) || counted.isEmpty() || counted.size() != of.size()) {
      return;
    }
    Range range = InstrumentScoring.range(InstrumentMapper.method(score), counted);
    Range says = InstrumentMapper.range(stated);
    if (!range.equals(says)) {
      wrong(
          at,
          "The items give %s to %s, not %s to %s."
              .formatted(text(range.min()), text(range.max()), text(says.min()), text(says.max())));
    }
  }

  private static boolean isRange(JsonNode range) {
    return range.path("min").isNumber() && range.path("max").isNumber();
  }

  private void minAnswered() {
    int least = score.path("min_answered").asInt(0);
    int all = file.path("items").size();
    if (all > 0 && least > all) {
      wrong("/score/min_answered", "There are only " + all + " items.");
    }
  }

  /** I5 and I6. */
  private void cutOff() {
    JsonNode value = file.path("cut_off").path("value");
    if (!value.isNumber()) {
      return;
    }
    sourced("/cut_off/source", "The cut-off has a number but no source.");
    JsonNode range = score.path("range");
    if (isRange(range) && !InstrumentMapper.range(range).holds(InstrumentMapper.number(value))) {
      wrong("/cut_off/value", "The cut-off lies outside the range.");
    }
  }

  /** I6, and no change can be larger than the range. */
  private void reliableChange() {
    JsonNode points = file.path("reliable_change").path("points");
    if (!points.isNumber()) {
      return;
    }
    sourced("/reliable_change/source", "Reliable change has a number but no source.");
    JsonNode stated = score.path("range");
    if (isRange(stated)) {
      Range range = InstrumentMapper.range(stated);
      if (InstrumentMapper.number(points).compareTo(range.max().subtract(range.min())) > 0) {
        wrong("/reliable_change/points", "These are more points than the range has.");
      }
    }
  }

  private void sourced(String at, String words) {
    if (file.at(at).asText("").isBlank()) {
      wrong(at, words + " Add the source, or null: then the page makes no statement.");
    }
  }

  private void twice(String at, JsonNode list, String field) {
    var seen = new HashSet<String>();
    for (int i = 0; i < list.size(); i++) {
      String name = list.path(i).path(field).asText("");
      if (!name.isEmpty() && !seen.add(name)) {
        wrong(at + "/" + i + "/" + field, "The " + field + " " + name + " is here twice.");
      }
    }
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }

  private void wrong(String at, String words) {
    mistakes.add(tree.mistake(at, words));
  }
}
