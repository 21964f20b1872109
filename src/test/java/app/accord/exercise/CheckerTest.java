package app.accord.exercise;

import static app.accord.exercise.Small.ENGLISH;
import static app.accord.exercise.Small.GERMAN;
import static app.accord.exercise.Small.NAME;
import static app.accord.exercise.Small.changed;
import static app.accord.exercise.Small.file;
import static app.accord.exercise.Small.mistakes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckerTest {

  @Test
  void a_good_file_has_no_mistakes() {
    assertThat(mistakes(ENGLISH)).isEmpty();
  }

  /** One broken file for each rule: what is changed, into what, and what the author is told. */
  @ParameterizedTest(name = "{0}: {1} => {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          X0 anchor     | title: A small one   | title: &name A small one         |  5 | Anchors (&name) are not allowed
          X0 alias      | low: Far             | low: *name                       | 39 | Aliases (*name) are not allowed
          X0 tag        | minutes: 24          | minutes: !!int 24                |  8 | Tags (!name) are not allowed
          X0 merge key  | text: Sit down.      | <<: {text: Sit down.}            | 20 | Merge keys (<<) are not allowed
          X0 double key | title: Arrive        | id: arrive                       | 18 | This field is here twice
          X0 odd name   | title: Arrive        | [title]: Arrive                  | 18 | A field's name must be one short word
          X0 directive  | format: accord       | `%YAML 1.1\\n---\\nformat: accord` |  1 | Directives are not allowed
          X0 no YAML    | title: Arrive        | title: 'Arrive                   | 18 | This is no YAML
          X0 tab        | title: Arrive        | `\\ttitle: Arrive`               | 18 | This is no YAML
          X0 second     | kind: agree          | `kind: agree\\n---\\nid: x`      | 94 | A second document begins here
          schema        | minutes: 1           | minutes: one                     | 25 | Must be a whole number
          schema        | minutes: 1           | minutes: 1.5                     | 25 | Must be a whole number
          schema        | minutes: 1           | minutes: 99999999999             | 25 | Must be a whole number
          schema        | optional: true       | optional: yes                    | 46 | Must be true or false
          schema        | format: accord       | format: discord                  |  1 | Must be accord.exercise.1
          schema        | review_days: 7       | review_days: 2                   | 97 | Must not be less than 3
          schema        | review_days: 7       | review_days: 700                 | 97 | Must not be more than 120
          schema        | review_days: 7       | review: 7                        | 92 | The field review_days is missing
          schema        | review_days: 7       | `review_days: 7\\n    colour: red` | 98 | There is no such field here
          schema        | kind: talk           | kind: tlak                       | 84 | Must be one of: read, write
          schema        | {partner}            | {wife}                           | 31 | Only {me}, {partner} and {therapist}
          schema        | A small one          | A small one for {me}             |  5 | no placeholders here
          schema        | Sit down.            | Sit <b>down</b>.                 | 20 | HTML, links
          schema        | id: how-near         | id: How Near                     | 34 | lower-case words joined by hyphens
          schema        | text: Left           | text: Left of everything that we know | 60 | Is longer than 24 characters
          schema        | [talk-openly]        | []                               | 10 | Needs at least 1
          schema        | [talk-openly]        | [talk-openly, talk-openly]       | 10 | Names the same thing twice
          schema        | for: [live]          | for: [live, solo]                |  9 | A solo exercise is solo only
          schema        | for: [live]          | for: [together, solo]            |  9 | A solo exercise is solo only
          schema        | language: en         | language: english                |  4 | Must be a language
          schema        | next: See you soon.  | `next: See you soon.\\n    minutes: 1` | 106 | A closing has no minutes
          schema        | audience: room       | `audience: room\\n    therapist_sees: at-once` | 32 | therapist_sees goes with the audience reveal
          X1            | id: first            | id: arrive                       | 22 | The id arrive is here twice
          X2 unknown    | [how-near, which]    | [how-near, which, what]          | 80 | There is no earlier step called what
          X2 no reveal  | [how-near, which]    | [how-near, which, own-words]     | 80 | do not wait for a reveal
          X2 twice      | [how-near, which]    | [how-near, which, cards]         | 80 | The answers of cards are revealed before
          X2 never      | [how-near, which]    | [how-near]                       | 52 | No later step reveals these answers
          X2 compare    | view: side-by-side   | view: compare                    | 81 | compare is for exactly one sort
          X3 wider      | audience: room       | audience: me                     | 33 | is not narrower than me
          X4 options    | {id: two,            | {id: one,                        | 50 | The id one is here twice
          X4 piles      | {id: right,          | {id: left,                       | 61 | The id left is here twice
          X4 cards      | {id: d,              | {id: a,                          | 66 | The id a is here twice
          X4 most       | most: 2              | most: 3                          | 51 | There are only 2 options
          X5            | minutes: 24          | minutes: 25                      |  8 | take 24 minutes
          X6            | kind: read           | kind: closing                    | 22 | The closing must be the last step
          X7            | about: both-cards    | about: cards                     | 87 | There is no earlier reveal called cards
          X9            | id: a-small-one      | id: another                      |  2 | must be called another.yaml
          """)
  void a_broken_file_names_the_line(String rule, String that, String by, int line, String words) {
    List<Mistake> mistakes = mistakes(changed(that, by.replace("\\n", "\n").replace("\\t", "\t")));
    assertThat(mistakes)
        .as(rule)
        .anySatisfy(
            mistake -> {
              assertThat(mistake.words()).contains(words);
              assertThat(mistake.line()).isEqualTo(line);
              assertThat(mistake.file()).isEqualTo(NAME);
            });
  }

  @Test
  void a_needed_step_may_not_hang_on_an_optional_one() {
    String reveal = changed("of: [how-near, which]", "of: [which]");
    assertThat(mistakes(reveal))
        .anyMatch(it -> it.words().contains("all that it reveals is optional"));
    String talk = changed("    title: See both\n", "    title: See both\n    optional: true\n");
    assertThat(mistakes(talk)).anyMatch(it -> it.words().contains("what it is about is optional"));
  }

  @Test
  void all_mistakes_come_at_once_by_line() {
    String text =
        changed("minutes: 24", "minutes: 20")
            .replace("id: first", "id: arrive")
            .replace("most: 2", "most: many")
            .replace("review_days: 7", "review: 7");
    assertThat(mistakes(text)).extracting(Mistake::line).containsExactly(8, 22, 51, 92, 97);
  }

  @Test
  void a_mistake_prints_as_a_place_that_editors_open() {
    assertThat(mistakes(changed("most: 2", "most: 3")))
        .extracting(Mistake::toString)
        .containsExactly("a-small-one.yaml:51: /steps/4/most: There are only 2 options.");
  }

  @Test
  void a_file_that_is_too_large_or_empty_or_not_utf_8_is_refused() {
    assertThat(mistakes(ENGLISH + "#".repeat(64 * 1024)))
        .singleElement()
        .satisfies(it -> assertThat(it.words()).contains("larger than 64 KiB"));
    assertThat(mistakes(""))
        .singleElement()
        .satisfies(it -> assertThat(it.words()).contains("empty"));
    var latin = new SourceFile(NAME, changed("Sit down", "Sétzen").getBytes(ISO_8859_1));
    assertThat(Checker.check(List.of(latin)).mistakes())
        .singleElement()
        .satisfies(it -> assertThat(it.line()).isEqualTo(20))
        .satisfies(it -> assertThat(it.words()).contains("not UTF-8"));
  }

  @Test
  void yes_and_no_and_on_are_words() {
    var outcome = Checker.check(List.of(file(NAME, changed("high: Near", "high: no"))));
    assertThat(outcome.mistakes()).isEmpty();
    assertThat(outcome.editions().getFirst().english().step("how-near"))
        .get()
        .isInstanceOfSatisfying(Step.Scale.class, it -> assertThat(it.high()).isEqualTo("no"));
  }

  @Test
  void a_billion_laughs_are_not_laughed() {
    var text = new StringBuilder("a0: &a0 [ha]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a%1$d: &a%1$d [%2$s]\n".formatted(i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    assertThat(mistakes(text.toString())).anyMatch(it -> it.words().contains("Aliases"));
  }

  @Test
  void depth_ends_before_the_stack_does() {
    assertThat(mistakes("a: " + "[".repeat(60_000))).anyMatch(it -> it.words().contains("deeply"));
    assertThat(mistakes("- ".repeat(30_000))).anyMatch(it -> it.words().contains("deeply"));
    assertThat(mistakes("? ".repeat(30_000))).anyMatch(it -> it.words().contains("deeply"));
  }

  @Test
  void a_very_long_text_is_one_mistake_and_no_work_for_patterns() {
    String text = changed("text: Sit down.", "text: " + "a".repeat(60_000));
    assertThat(mistakes(text)).extracting(Mistake::line).containsExactly(20);
  }

  @Test
  void a_broken_file_stops_no_other() {
    var outcome =
        Checker.check(
            List.of(
                file(NAME, ENGLISH),
                file("another.yaml", changed("a-small-one", "another")),
                file("broken.yaml", "id: broken\n  - x"),
                file("third.yaml", changed("a-small-one", "third").replace("most: 2", "most: 9"))));
    assertThat(outcome.editions())
        .extracting(it -> it.english().id())
        .containsExactly("a-small-one", "another");
    assertThat(outcome.mistakes())
        .extracting(Mistake::file)
        .containsOnly("broken.yaml", "third.yaml");
  }

  @Test
  void languages_of_one_exercise_share_the_digest_of_the_english_bytes() {
    SourceFile english = file(NAME, ENGLISH);
    var outcome = Checker.check(List.of(file("a-small-one.de.yaml", GERMAN), english));
    assertThat(outcome.mistakes()).isEmpty();
    assertThat(outcome.editions())
        .singleElement()
        .satisfies(
            edition -> {
              assertThat(edition.languages().values())
                  .extracting(Exercise::digest)
                  .containsOnly(english.digest());
              assertThat(edition.in("de").language()).isEqualTo("de");
              assertThat(edition.in("fr").language()).isEqualTo("en");
            });
  }

  @ParameterizedTest(name = "{0} => {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 1          | version: 2              |  3 | In the English file this is 1
          id: how-near        | id: how-far             | 34 | In the English file how-near (scale) stands here
          audience: room      | audience: reveal        | 32 | In the English file this is room
          {id: d, text: D}    | {id: e, text: D}        | 66 | In the English file d stands here
          review_days: 7      | review_days: 14         | 97 | In the English file this is 7
          title: Arrive       | therapist_hint: Wait.   | 16 | The English file has the field title here
          title: Arrive       | therapist_hint: Wait.   | 18 | The English file has no such field here
          - Somebody is afraid. | [Somebody, Nobody]    | 13 | The English file has 1 here
          """)
  void x8_only_the_words_of_a_translation_differ(String that, String by, int line, String words) {
    String german = GERMAN.replace(that, by);
    var outcome = Checker.check(List.of(file(NAME, ENGLISH), file("a-small-one.de.yaml", german)));
    assertThat(outcome.mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.words()).contains(words);
              assertThat(mistake.line()).isEqualTo(line);
              assertThat(mistake.file()).isEqualTo("a-small-one.de.yaml");
            });
    assertThat(outcome.editions())
        .singleElement()
        .satisfies(it -> assertThat(it.languages()).hasSize(1));
  }

  @Test
  void x8_a_translation_does_not_stand_alone() {
    var alone = Checker.check(List.of(file("a-small-one.de.yaml", GERMAN)));
    assertThat(alone.mistakes())
        .extracting(Mistake::words)
        .containsExactly("There is no English file of this exercise.");
    var broken = changed("most: 2", "most: 3");
    var beside = Checker.check(List.of(file(NAME, broken), file("a-small-one.de.yaml", GERMAN)));
    assertThat(beside.editions()).isEmpty();
    assertThat(beside.mistakes()).hasSize(2);
  }

  @Test
  void what_is_left_out_gets_its_default() {
    Exercise exercise = Checker.check(List.of(file(NAME, ENGLISH))).editions().getFirst().english();
    assertThat(exercise.places()).containsExactly(Exercise.Place.LIVE);
    assertThat(exercise.step("own-words"))
        .get()
        .isInstanceOfSatisfying(
            Step.Write.class,
            write -> {
              assertThat(write.max()).isEqualTo(1500);
              assertThat(write.sharing().allows(Reach.ME)).isTrue();
              assertThat(write.sharing().allows(Reach.REVEAL)).isFalse();
            });
    assertThat(exercise.step("cards"))
        .get()
        .isInstanceOfSatisfying(
            Step.Sort.class, sort -> assertThat(sort.sharing().therapistAtOnce()).isTrue());
  }
}
