package app.accord.room.live;

import static app.accord.room.live.Allowance.Verdict.FLOOD;
import static app.accord.room.live.Allowance.Verdict.GRANTED;
import static app.accord.room.live.Allowance.Verdict.TOO_FAST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void three_times_a_second_s_worth_may_come_at_once_and_no_more() {
    var allowance = new Allowance(20, 0);
    assertThat(IntStream.range(0, 60).mapToObj(_ -> allowance.take(0))).containsOnly(GRANTED);
    assertThat(allowance.take(0)).isEqualTo(TOO_FAST);
  }

  @Test
  void it_grows_again_with_time() {
    var allowance = new Allowance(20, 0);
    IntStream.range(0, 60).forEach(_ -> allowance.take(0));
    assertThat(IntStream.range(0, 20).mapToObj(_ -> allowance.take(SECOND))).containsOnly(GRANTED);
    assertThat(allowance.take(SECOND)).isEqualTo(TOO_FAST);
  }

  @Test
  void whoever_goes_on_when_told_to_stop_is_a_flood() {
    var allowance = new Allowance(20, 0);
    IntStream.range(0, 120).forEach(_ -> allowance.take(0));
    assertThat(allowance.take(0)).isEqualTo(FLOOD);
  }

  @Property
  void no_second_ever_grants_more_than_its_worth_and_the_burst(
      @ForAll @Size(max = 400) java.util.List<@IntRange(max = 50_000_000) Integer> gaps) {
    var allowance = new Allowance(20, 0);
    long now = 0;
    int granted = 0;
    for (int gap : gaps) {
      now += gap;
      granted += allowance.take(now) == GRANTED ? 1 : 0;
    }
    assertThat(granted).isLessThanOrEqualTo((int) (60 + now * 20 / SECOND) + 1);
  }
}
