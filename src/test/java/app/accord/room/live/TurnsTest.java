package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TurnsTest {
  private final Turns turns = new Turns(2);
  private final List<Promise<Integer>> going = new ArrayList<>();

  @Test
  void only_so_many_go_at_once_and_the_others_follow_in_their_order() {
    var results = IntStream.range(0, 5).mapToObj(_ -> turns.take(this::begin)).toList();
    assertThat(going).hasSize(2);
    going.get(1).complete(1);
    assertThat(going).hasSize(3);
    assertThat(results.get(1).result()).isEqualTo(1);
    going.get(0).complete(0);
    going.get(2).complete(2);
    assertThat(going).hasSize(5);
    going.get(4).complete(4);
    going.get(3).complete(3);
    assertThat(results).extracting(Future::result).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void what_fails_or_throws_gives_its_turn_back() {
    turns.take(this::begin);
    Future<Integer> failed = turns.take(this::begin);
    going.get(1).fail("no");
    assertThat(failed.failed()).isTrue();
    Future<Integer> thrown =
        turns.take(
            () -> {
              throw new IllegalStateException("a bug");
            });
    assertThat(thrown.cause()).hasMessage("a bug");
    turns.take(this::begin);
    assertThat(going).hasSize(3);
  }

  @Test
  void a_hundred_thousand_quick_turns_that_waited_do_not_pile_up_on_the_stack() {
    turns.take(this::begin);
    turns.take(this::begin);
    var quick =
        IntStream.range(0, 100_000)
            .mapToObj(i -> turns.take(() -> Future.succeededFuture(i)))
            .toList();
    going.get(0).complete(0);
    assertThat(quick).allMatch(Future::succeeded);
  }

  private Future<Integer> begin() {
    Promise<Integer> promise = Promise.promise();
    going.add(promise);
    return promise.future();
  }
}
