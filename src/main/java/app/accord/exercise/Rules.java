package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules X1 to X7 and X9: what a schema cannot say. They hold for files that the schema refused too,
 * so that an author reads everything at once; so nothing here believes that a field is there.
 */
final class Rules {
  private final Tree tree;
  private final List<Placed> steps;
  private final List<Mistake> mistakes = new ArrayList<>();

  /** A step and where it stands. */
  private record Placed(int number, JsonNode step) {
    String at(String field) {
      return "/steps/" + number + (field.isEmpty() ? "" : "/" + field);
    }

    String text(String field) {
      return step.path(field).asText("");
    }

    boolean is(String kind) {
      return text("kind").equals(kind);
    }

    boolean isOptional() {
      return step.path("optional").asBoolean(false);
    }
  }

  private Rules(Tree tree) {
    this.tree = tree;
    JsonNode list = tree.root().path("steps");
    this.steps =
        IntStream.range(0, list.size()).mapToObj(i -> new Placed(i, list.path(i))).toList();
  }

  static List<Mistake> mistakes(Tree tree) {
    Rules rules = new Rules(tree);
    rules.uniqueIds(tree.root().path("steps"), "/steps");
    rules.steps.forEach(rules::narrowing);
    rules.steps.forEach(rules::choices);
    rules.minutes();
    rules.closingIsLast();
    rules.reveals();
    rules.steps.forEach(rules::talkIsAboutAReveal);
    rules.fileName();
    return rules.mistakes;
  }

  private void wrong(String pointer, String words) {
    mistakes.add(tree.mistake(pointer, words));
  }

  /** X1 and X4. */
  private void uniqueIds(JsonNode list, String at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String id = list.path(i).path("id").asText("");
      if (!id.isEmpty() && !seen.add(id)) {
        wrong(at + "/" + i + "/id", "The id " + id + " is here twice.");
      }
    }
  }

  /** X3. */
  private void narrowing(Placed step) {
    Optional<Reach> widest = reach(step.text("audience"));
    JsonNode list = step.step().path("may_narrow_to");
    for (int i = 0; i < list.size(); i++) {
      boolean narrower =
          reach(list.path(i).asText())
              .flatMap(it -> widest.map(most -> most.isWiderThan(it)))
              .orElse(true);
      if (!narrower) {
        wrong(
            step.at("may_narrow_to/" + i),
            "%s is not narrower than %s.".formatted(list.path(i).asText(), step.text("audience")));
      }
    }
  }

  private static Optional<Reach> reach(String word) {
    return Stream.of(Reach.values())
        .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** X4. */
  private void choices(Placed step) {
    for (String list : List.of("options", "piles", "cards")) {
      uniqueIds(step.step().path(list), step.at(list));
    }
    JsonNode options = step.step().path("options");
    if (options.isArray() && step.step().path("most").asInt(0) > options.size()) {
      wrong(step.at("most"), "There are only " + options.size() + " options.");
    }
  }

  /** X5. */
  private void minutes() {
    int sum =
        steps.stream()
            .filter(step -> !step.isOptional())
            .mapToInt(step -> step.step().path("minutes").asInt(0))
            .sum();
    JsonNode said = tree.root().path("minutes");
    if (said.isInt() && said.intValue() != sum && !steps.isEmpty()) {
      wrong("/minutes", "The steps that are not optional take " + sum + " minutes.");
    }
  }

  /** X6. */
  private void closingIsLast() {
    steps.stream()
        .filter(step -> step.is("closing") && step.number() < steps.size() - 1)
        .forEach(step -> wrong(step.at(""), "The closing must be the last step."));
  }

  /** X2. */
  private void reveals() {
    Map<String, Placed> opened = new HashMap<>();
    for (Placed reveal : steps) {
      if (reveal.is("reveal")) {
        JsonNode of = reveal.step().path("of");
        for (int i = 0; i < of.size(); i++) {
          opens(reveal, "of/" + i, of.path(i).asText(), opened);
        }
        wholeReveal(reveal, of);
      }
    }
    steps.stream()
        .filter(step -> step.text("audience").equals("reveal"))
        .filter(step -> !opened.containsKey(step.text("id")))
        .forEach(step -> wrong(step.at("audience"), "No later step reveals these answers."));
  }

  private void opens(Placed reveal, String field, String id, Map<String, Placed> opened) {
    Optional<Placed> step = earlier(reveal, id);
    if (step.isEmpty()) {
      wrong(reveal.at(field), "There is no earlier step called " + id + ".");
    } else if (!step.get().text("audience").equals("reveal")) {
      wrong(reveal.at(field), "The answers of " + id + " do not wait for a reveal.");
    } else if (opened.putIfAbsent(id, reveal) != null) {
      wrong(reveal.at(field), "The answers of " + id + " are revealed before.");
    }
  }

  private void wholeReveal(Placed reveal, JsonNode of) {
    List<Placed> sources =
        steps.stream().filter(step -> step.number() < reveal.number() && names(of, step)).toList();
    boolean oneSort = of.size() == 1 && sources.stream().allMatch(step -> step.is("sort"));
    if (reveal.text("view").equals("compare") && !oneSort) {
      wrong(reveal.at("view"), "compare is for exactly one sort.");
    }
    if (!reveal.isOptional()
        && !sources.isEmpty()
        && sources.stream().allMatch(Placed::isOptional)) {
      wrong(reveal.at("of"), "This step is needed, and all that it reveals is optional.");
    }
  }

  private static boolean names(JsonNode of, Placed step) {
    for (JsonNode id : of) {
      if (id.asText().equals(step.text("id"))) {
        return true;
      }
    }
    return false;
  }

  /** X7, and the end of X2. */
  private void talkIsAboutAReveal(Placed talk) {
    if (!talk.is("talk") || !talk.step().has("about")) {
      return;
    }
    Optional<Placed> reveal = earlier(talk, talk.text("about")).filter(step -> step.is("reveal"));
    if (reveal.isEmpty()) {
      wrong(talk.at("about"), "There is no earlier reveal called " + talk.text("about") + ".");
    } else if (reveal.get().isOptional() && !talk.isOptional()) {
      wrong(talk.at("about"), "This step is needed, and what it is about is optional.");
    }
  }

  private Optional<Placed> earlier(Placed than, String id) {
    return steps.stream()
        .filter(step -> step.number() < than.number() && step.text("id").equals(id))
        .findFirst();
  }

  /** X9. */
  private void fileName() {
    String language = tree.text("language");
    String name = tree.text("id") + (language.equals("en") ? "" : "." + language) + ".yaml";
    if (tree.root().has("id")
        && tree.root().has("language")
        && !tree.file().shortName().equals(name)) {
      wrong("/id", "By its id and language the file must be called " + name + ".");
    }
  }
}
