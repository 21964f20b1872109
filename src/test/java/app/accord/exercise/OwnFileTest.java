package app.accord.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the form writes, and what is read of a draft. */
class OwnFileTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Example
  void every_shipped_exercise_that_went_through_the_form_is_the_same_exercise() {
    List<SourceFile> files = ShippedExercises.files();
    assertThat(files).hasSizeGreaterThan(20);
    for (SourceFile file : files) {
      ObjectNode form = OwnFile.form(file);
      String written = ExerciseYaml.write(form);
      assertThat(fields(written)).as(file.name()).isEqualTo(form);
      assertThat(ExerciseYaml.write(fields(written))).as("written again").isEqualTo(written);
    }
  }

  @Property(tries = 1_000)
  void whatever_the_fields_hold_reading_gives_them_back(@ForAll("forms") ObjectNode form) {
    String written = ExerciseYaml.write(form);
    assertThat(fields(written)).as(written).isEqualTo(form);
  }

  /** In the words of a person, and in those of somebody who wants to break out of the quotes. */
  @Provide
  Arbitrary<ObjectNode> forms() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "no",
                "true",
                "Null",
                "12",
                "0x1F",
                "1e3",
                "- a",
                "a: b",
                "a #b",
                "[x]",
                "{me}",
                "'",
                "\"",
                "\\",
                "two\n\nparagraphs",
                "ends\n",
                "\nbegins",
                " indented\nx",
                "x\n  y",
                "tab\there",
                "\r\n",
                "\u0000\u001f",
                "\u2028",
                "\uFEFFx",
                "שלום",
                "👩‍👧",
                "---",
                "...",
                "%YAML",
                "&a",
                "*a",
                "!!str",
                "|-",
                ">",
                "~",
                "<<",
                "?",
                "a ",
                "é"),
            Arbitraries.strings().ofMaxLength(30),
            Arbitraries.strings().ascii().ofMaxLength(30));
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            texts.filter(OwnFileTest::isText).map(JSON::textNode),
            Arbitraries.integers().greaterOrEqual(-Integer.MAX_VALUE).map(JSON::numberNode),
            Arbitraries.of(JSON.booleanNode(true), JSON.booleanNode(false), JSON.nullNode()));
    Arbitrary<JsonNode> trees = scalars;
    for (int depth = 0; depth < 3; depth++) {
      Arbitrary<JsonNode> inner = trees;
      trees = Arbitraries.oneOf(scalars, lists(inner), objects(inner).map(it -> it));
    }
    return objects(trees);
  }

  private static Arbitrary<JsonNode> lists(Arbitrary<JsonNode> inner) {
    return inner
        .list()
        .ofMaxSize(4)
        .map(
            all -> {
              ArrayNode array = JSON.arrayNode();
              return array.addAll(all);
            });
  }

  private static Arbitrary<ObjectNode> objects(Arbitrary<JsonNode> inner) {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of("title", "steps", "true", "own words", "x-y", "1", "é", "a: b", "#"),
            Arbitraries.strings().alpha().ofMaxLength(8));
    return Combinators.combine(names.list().uniqueElements().ofMaxSize(4), inner.list().ofSize(4))
        .as(
            (keys, values) -> {
              ObjectNode object = JSON.objectNode();
              for (int i = 0; i < keys.size(); i++) {
                object.set(keys.get(i), values.get(i));
              }
              return object;
            });
  }

  /** Half a character is no text: no browser sends one that a person wrote. */
  private static boolean isText(String text) {
    return text.equals(new String(text.getBytes(UTF_8), UTF_8));
  }

  private static ObjectNode fields(String text) {
    var yaml = YamlReader.read(new SourceFile("x.yaml", text.getBytes(UTF_8)));
    assertThat(yaml.mistakes()).as(text).isEmpty();
    return (ObjectNode) yaml.tree().orElseThrow().root();
  }

  @Example
  void a_broken_text_gives_no_form_and_says_what_and_where() {
    var read = OwnFile.read("title: \"Trust\nsteps:\n  - id: x\n");
    assertThat(read.form()).isEmpty();
    assertThat(read.mistakes()).isNotEmpty().allSatisfy(it -> assertThat(it.line()).isPositive());
  }

  @Example
  void a_text_that_lacks_much_is_a_form_with_all_that_is_missing_at_once() {
    var read = OwnFile.read("title: Trust\n");
    assertThat(read.text("title")).isEqualTo("Trust");
    assertThat(read.mistakes()).extracting(Mistake::words).contains("The field steps is missing.");
    assertThat(read.mistakes()).hasSizeGreaterThan(5);
  }

  @Example
  void what_a_form_would_lose_is_not_shown_as_a_form() {
    String tooLong = "a".repeat(10_000);
    assertThat(OwnFile.read("title: Trust\nsummary: " + tooLong + "\n").form()).isEmpty();
    assertThat(OwnFile.read("title: Trust\ntitle: Control\n").form()).isEmpty();
    assertThat(OwnFile.read("- a\n- b\n").form()).isEmpty();
    assertThat(OwnFile.read("").form()).isEmpty();
  }

  @Example
  void a_text_that_explodes_or_is_too_large_is_a_sentence() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\n";
    assertThat(OwnFile.read(bomb).form()).isEmpty();
    assertThat(OwnFile.read(bomb).mistakes())
        .extracting(Mistake::words)
        .contains("Aliases (*name) are not allowed: write the words out.");
    String large = "x".repeat(4 * 1024 * 1024);
    assertThat(OwnFile.isTooLarge(large)).isTrue();
    assertThat(OwnFile.read(large).mistakes())
        .extracting(Mistake::words)
        .containsExactly("The file is larger than 64 KiB.");
  }

  @Example
  void an_own_exercise_may_be_called_anything_since_it_has_no_file() {
    String typed = Small.ENGLISH.replace("id: a-small-one", "id: something-else");
    assertThat(OwnFile.read(typed).mistakes()).isEmpty();
  }

  @Example
  void no_shipped_exercise_is_called_like_an_own_one() {
    assertThat(ShippedExercises.files())
        .noneMatch(file -> OwnFile.form(file).path("id").asText().startsWith("own-"));
  }
}
