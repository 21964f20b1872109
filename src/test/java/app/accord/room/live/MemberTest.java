package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances;
import app.accord.room.Seat;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MemberTest {
  private long nanos = 5;
  private final Outbox outbox = new Outbox(new ReadsAll(), () -> nanos);
  private final Member member =
      new Member(
          new Place(
              Seat.PARTNER_1,
              new CoupleId(UUID.randomUUID()),
              Map.of(),
              new Table.Policy(Circumstances.Secrets.LIMITED, 2, ZoneOffset.UTC, null, false),
              null),
          new PersonId(UUID.randomUUID()),
          outbox,
          Runnable::run,
          nanos);

  @Test
  void who_waits_for_the_welcome_is_not_taken_for_silent() {
    after(Duration.ofSeconds(9));
    assertThat(isLost()).isFalse();
    member.begin(List.of("welcome"));
    after(Duration.ofSeconds(4));
    assertThat(isLost()).isFalse();
  }

  @Test
  void who_says_nothing_after_the_welcome_is_taken_for_gone() {
    member.begin(List.of("welcome"));
    after(Duration.ofSeconds(6));
    assertThat(isLost()).isTrue();
  }

  @Test
  void a_long_welcome_has_the_time_that_a_slow_line_needs_for_it() {
    member.begin(List.of("x".repeat(Outbox.LINE_BUFFER + 60 * Outbox.SLOWEST)));
    after(Duration.ofSeconds(64));
    assertThat(isLost()).isFalse();
    after(Duration.ofSeconds(2));
    assertThat(isLost()).isTrue();
  }

  @Test
  void who_spoke_is_lost_only_after_a_long_silence() {
    member.begin(List.of("welcome"));
    member.heard(nanos);
    after(Duration.ofSeconds(29));
    assertThat(isLost()).isFalse();
    after(Duration.ofSeconds(2));
    assertThat(isLost()).isTrue();
  }

  private boolean isLost() {
    return member.isLost(Times.USUAL, nanos);
  }

  private void after(Duration time) {
    nanos += time.toNanos();
  }
}
