package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Pretended wire = new Pretended();
  private long nanos = 5;
  private final Outbox outbox = new Outbox(wire, () -> nanos);

  @Test
  void what_is_told_goes_at_once_while_the_client_reads() {
    outbox.tell("a");
    outbox.show("beat", "b");
    outbox.tell("c");
    assertThat(wire.written).containsExactly("a", "b", "c");
  }

  @Test
  void what_is_told_waits_in_order_and_of_what_is_shown_the_latest() {
    wire.room = 0;
    outbox.tell("a");
    outbox.show("presence", "old");
    outbox.tell("b");
    outbox.show("presence", "new");
    wire.room = 10;
    outbox.drained();
    assertThat(wire.written).containsExactly("a", "b", "new");
  }

  @Test
  void the_257th_frame_that_waits_ends_it() {
    wire.room = 0;
    IntStream.range(0, Outbox.MOST_FRAMES).forEach(i -> outbox.tell("f" + i));
    assertThat(wire.closed).isNull();
    outbox.tell("one more");
    assertThat(wire.closed).isEqualTo(CloseCode.SLOW);
  }

  @Test
  void a_megabyte_may_wait_and_not_a_byte_more() {
    wire.room = 0;
    outbox.tell("\u00e4".repeat(Outbox.MOST_BYTES / 2));
    assertThat(wire.closed).isNull();
    outbox.tell("a");
    assertThat(wire.closed).isEqualTo(CloseCode.SLOW);
  }

  @Test
  void what_was_missed_is_no_backlog_and_goes_before_what_comes() {
    wire.room = 1;
    outbox.begin(IntStream.range(0, 1_000).mapToObj(i -> "past" + i).toList());
    outbox.tell("live");
    assertThat(wire.closed).isNull();
    wire.room = 2_000;
    outbox.drained();
    assertThat(wire.written).hasSize(1_001).startsWith("past0", "past1").endsWith("live");
  }

  @Test
  void since_when_a_client_reads_nothing_is_known_and_forgotten_when_it_reads() {
    assertThat(outbox.stuckSince()).isEqualTo(Outbox.NOT_STUCK);
    wire.room = 1;
    outbox.tell("a");
    assertThat(outbox.stuckSince()).isEqualTo(5);
    nanos = 99;
    outbox.tell("b");
    assertThat(outbox.stuckSince()).as("since the first").isEqualTo(5);
    wire.room = 10;
    outbox.drained();
    assertThat(outbox.stuckSince()).isEqualTo(Outbox.NOT_STUCK);
  }

  @Test
  void a_long_past_has_the_time_that_a_slow_line_needs_for_it() {
    wire.room = 1;
    outbox.begin(List.of("x".repeat(Outbox.LINE_BUFFER + 10 * Outbox.SLOWEST)));
    assertThat(outbox.stuckSince()).isBetween(9_999_999_999L, 10_000_000_010L);
    wire.room = 10;
    outbox.drained();
    assertThat(outbox.stuckSince()).isEqualTo(Outbox.NOT_STUCK);
  }

  @Test
  void after_the_end_nothing_is_written() {
    outbox.end(CloseCode.GOING_DOWN);
    outbox.tell("a");
    outbox.show("beat", "b");
    outbox.drained();
    assertThat(wire.written).isEmpty();
    assertThat(wire.closed).isEqualTo(CloseCode.GOING_DOWN);
  }

  @Property
  void whatever_the_client_reads_it_gets_all_that_was_told_in_order_or_is_sent_away(
      @ForAll @Size(max = 600) List<@IntRange(min = -3, max = 3) Integer> steps) {
    var pretended = new Pretended();
    pretended.room = 2;
    var out = new Outbox(pretended, () -> 1);
    int told = 0;
    for (int step : steps) {
      if (step <= 0) {
        out.tell("f" + told++);
      } else {
        pretended.room += step;
        out.drained();
      }
    }
    pretended.room = 10_000;
    out.drained();
    var all = IntStream.range(0, told).mapToObj(i -> "f" + i).toList();
    if (pretended.closed == null) {
      assertThat(pretended.written).isEqualTo(all);
    } else {
      assertThat(all).startsWith(pretended.written.toArray(String[]::new));
    }
  }

  private static final class Pretended implements Wire {
    private final List<String> written = new ArrayList<>();
    private int room = 1_000;
    private @Nullable CloseCode closed;

    @Override
    public void write(String frame) {
      written.add(frame);
      room--;
    }

    @Override
    public boolean isFull() {
      return room <= 0;
    }

    @Override
    public void close(CloseCode why) {
      closed = why;
    }
  }
}
