package app.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookUpsTest {
  private final List<Set<String>> questions = new ArrayList<>();
  private final List<Promise<List<Session>>> answers = new ArrayList<>();
  private final LookUps lookUps = new LookUps(this::ask);

  @Test
  void what_is_asked_while_a_question_is_under_way_is_one_question_afterwards() {
    var one = lookUps.byHash("one");
    var two = lookUps.byHash("two");
    var three = lookUps.byHash("three");
    var twoAgain = lookUps.byHash("two");
    assertThat(questions).containsExactly(Set.of("one"));
    answers.getFirst().complete(List.of(session("one")));
    assertThat(questions).containsExactly(Set.of("one"), Set.of("two", "three"));
    assertThat(one.result()).contains(session("one"));
    answers.getLast().complete(List.of(session("two")));
    assertThat(two.result()).contains(session("two"));
    assertThat(twoAgain.result()).contains(session("two"));
    assertThat(three.result()).isEqualTo(Optional.empty());
  }

  /** Else somebody who was signed out a moment ago would be let in by an answer from before. */
  @Test
  void nobody_gets_the_answer_to_a_question_that_was_asked_before() {
    lookUps.byHash("one");
    var later = lookUps.byHash("one");
    answers.getFirst().complete(List.of(session("one")));
    assertThat(later.isComplete()).isFalse();
    answers.getLast().complete(List.of());
    assertThat(later.result()).isEmpty();
  }

  @Test
  void a_question_that_fails_is_told_to_those_who_asked_it_and_the_next_is_asked() {
    var one = lookUps.byHash("one");
    var two = lookUps.byHash("two");
    answers.getFirst().fail("away");
    assertThat(one.failed()).isTrue();
    answers.getLast().complete(List.of(session("two")));
    assertThat(two.result()).contains(session("two"));
  }

  private Future<List<Session>> ask(Set<String> hashes) {
    questions.add(hashes);
    answers.add(Promise.promise());
    return answers.getLast().future();
  }

  private static Session session(String hash) {
    return new Session(
        hash,
        PERSON,
        "iss",
        "sid",
        Set.of(),
        null,
        Instant.EPOCH,
        Duration.ofMinutes(1),
        Instant.EPOCH,
        null,
        Instant.EPOCH);
  }

  private static final PersonId PERSON = new PersonId(Ids.random());
}
