package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.room.Seat;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoneTest {
  private final Done done = new Done();

  @Test
  void the_same_id_of_another_author_is_another_command() {
    var mine = key(Seat.PARTNER_1);
    done.add(mine, 7);
    assertThat(done.find(mine)).hasValue(7);
    assertThat(done.find(new Done.Key(Seat.PARTNER_2, mine.id()))).isEmpty();
  }

  @Test
  void memory_is_bounded_and_the_oldest_go_first() {
    var first = key(Seat.PARTNER_1);
    done.add(first, 1);
    fill(2_047);
    assertThat(done.find(first)).hasValue(1);
    fill(1);
    assertThat(done.find(first)).isEmpty();
  }

  @Test
  void what_somebody_waits_for_stays() {
    var first = key(Seat.PARTNER_1);
    done.recall(Set.of(first));
    done.add(first, 1);
    fill(10_000);
    assertThat(done.find(first)).hasValue(1);
  }

  private void fill(int count) {
    IntStream.range(0, count).forEach(i -> done.add(key(Seat.PARTNER_2), i));
  }

  private static Done.Key key(Seat seat) {
    return new Done.Key(seat, new CommandId(Ids.random()));
  }
}
