package app.accord.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedExercisesTest {

  @Test
  void every_file_that_ships_is_sound() {
    var outcome = ShippedExercises.read();
    assertThat(outcome.mistakes()).isEmpty();
    assertThat(outcome.editions()).hasSize(21);
    assertThat(outcome.editions().stream().mapToInt(it -> it.languages().size()).sum())
        .isEqualTo(34);
  }

  @Test
  void from_level_two_on_heavy_matter_ends_with_a_way_to_settle_or_an_agreement() {
    assertThat(ShippedExercises.read().editions())
        .filteredOn(edition -> edition.english().safety().level() == 3)
        .allSatisfy(
            edition -> {
              var steps = edition.english().steps();
              assertThat(steps.get(steps.size() - 2)).isInstanceOf(Step.Ground.class);
            });
  }
}
