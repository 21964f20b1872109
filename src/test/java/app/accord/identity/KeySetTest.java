package app.accord.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeySetTest {
  private final List<Promise<JWKSet>> asked = new ArrayList<>();
  private long nanos;
  private final KeySet keys =
      new KeySet(
          () -> {
            Promise<JWKSet> answer = Promise.promise();
            asked.add(answer);
            return answer.future();
          },
          () -> nanos);

  private static JWK key(String id) {
    return new OctetSequenceKey.Builder(new byte[32]).keyID(id).build();
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }

  private void answer(String... ids) {
    List<JWK> all = List.of(ids).stream().map(KeySetTest::key).toList();
    asked.getLast().complete(new JWKSet(all));
  }

  @Test
  void a_thousand_made_up_keys_cost_one_question_a_minute() {
    var first = keys.byId("a");
    answer("a");
    assertThat(first.await()).isPresent();
    for (int i = 0; i < 1_000; i++) {
      assertThat(keys.byId("made-up-" + i).await()).isEmpty();
    }
    assertThat(asked).hasSize(1);

    passes(Duration.ofSeconds(61));
    var late = keys.byId("b");
    assertThat(asked).hasSize(2);
    answer("a", "b");
    assertThat(late.await()).isPresent();
    assertThat(keys.byId("made-up").await()).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void those_who_ask_at_the_same_time_wait_for_one_answer() {
    Future<?> one = keys.byId("a");
    Future<?> other = keys.byId("b");
    assertThat(asked).hasSize(1);
    answer("a");
    assertThat(one.succeeded() && other.succeeded()).isTrue();
  }

  @Test
  void a_key_that_was_taken_away_is_dead_after_ten_minutes() {
    keys.byId("a");
    answer("a");
    passes(Duration.ofMinutes(9));
    assertThat(keys.byId("a").await()).isPresent();
    passes(Duration.ofMinutes(2));
    var now = keys.byId("a");
    answer("b");
    assertThat(now.await()).isEmpty();
  }

  @Test
  void when_nobody_answers_nothing_is_believed_and_the_next_asks_again() {
    var first = keys.byId("a");
    asked.getLast().fail(new Away("gone"));
    assertThatThrownBy(first::await).isInstanceOf(Away.class);
    var second = keys.byId("a");
    answer("a");
    assertThat(second.await()).isPresent();
  }
}
