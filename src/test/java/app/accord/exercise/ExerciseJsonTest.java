package app.accord.exercise;

import static app.accord.exercise.ExerciseJson.Reader.PARTNER;
import static app.accord.exercise.ExerciseJson.Reader.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExerciseJsonTest {
  private static final List<Exercise> ALL =
      ShippedExercises.read().editions().stream()
          .flatMap(edition -> edition.languages().values().stream())
          .toList();

  @Test
  void no_word_that_is_meant_for_the_therapist_is_in_what_a_partner_gets() {
    assertThat(ALL)
        .allSatisfy(
            exercise -> {
              // As values, not as text: a purpose may happen to share a sentence with a summary.
              List<String> sent = new ArrayList<>();
              values(ExerciseJson.whole(exercise, PARTNER), sent);
              values(ExerciseJson.summary(exercise, PARTNER), sent);
              assertThat(sent).doesNotContainAnyElementsOf(forTheTherapist(exercise));
            });
  }

  @Test
  void the_therapist_gets_hints_purpose_and_safety() {
    assertThat(ALL)
        .allSatisfy(
            exercise -> {
              List<String> sent = new ArrayList<>();
              values(ExerciseJson.whole(exercise, THERAPIST), sent);
              values(ExerciseJson.summary(exercise, THERAPIST), sent);
              assertThat(sent).containsAll(forTheTherapist(exercise));
            });
  }

  @Test
  void a_partner_learns_no_level() {
    assertThat(ExerciseJson.summary(ALL.getFirst(), PARTNER).has("level")).isFalse();
  }

  /** Written out once, so that a change of the form is a change here. */
  @Test
  void a_step_has_kind_common_and_the_fields_of_its_kind() throws Exception {
    Exercise small =
        Checker.check(List.of(Small.file(Small.NAME, Small.ENGLISH)))
            .editions()
            .getFirst()
            .english();
    JsonNode steps = ExerciseJson.whole(small, PARTNER).path("steps");
    var mapper = new ObjectMapper();
    assertThat(steps.get(5))
        .isEqualTo(
            mapper.readTree(
                """
                {"kind": "sort", "common": {"id": "cards", "title": "Sort", "optional": false, "minutes": 5},
                 "prompt": "Where does each belong?",
                 "piles": [{"id": "left", "text": "Left"}, {"id": "right", "text": "Right"}],
                 "cards": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}, {"id": "d", "text": "D"}],
                 "ownCards": 0, "sharing": {"widest": "reveal", "narrower": [], "therapistAtOnce": true}}
                """));
    assertThat(steps.get(7).path("view").asText()).isEqualTo("SIDE_BY_SIDE");
  }

  private static List<String> forTheTherapist(Exercise exercise) {
    return Stream.of(
            Stream.of(exercise.purpose()),
            exercise.safety().notWhen().stream(),
            exercise.safety().watchFor().stream(),
            exercise.steps().stream()
                .map(step -> step.common().therapistHint())
                .filter(Objects::nonNull))
        .flatMap(it -> it)
        .toList();
  }

  private static void values(JsonNode node, List<String> found) {
    if (node.isTextual()) {
      found.add(node.asText());
    }
    node.forEach(child -> values(child, found));
  }
}
