package app.accord.room.live;

import static app.accord.room.Seat.PARTNER_1;
import static app.accord.room.Seat.PARTNER_2;
import static app.accord.room.Seat.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.Audience;
import app.accord.room.Circumstances.Kind;
import app.accord.room.Room;
import app.accord.room.RoomEvent;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import app.accord.room.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PresenceTest {
  private static final List<Seat> TABLE = List.of(PARTNER_1, PARTNER_2, THERAPIST);
  private final Presence presence = new Presence(Duration.ofNanos(100));

  @Test
  void at_the_door_a_partner_learns_nothing_about_the_other() {
    presence.arrived(PARTNER_1);
    var alone = presence.seenBy(PARTNER_1, TABLE, RoomState.EMPTY, Kind.SESSION);
    presence.arrived(PARTNER_2);
    assertThat(presence.seenBy(PARTNER_1, TABLE, RoomState.EMPTY, Kind.SESSION))
        .isEqualTo(alone)
        .isEqualTo(Map.of(PARTNER_1, true));
    assertThat(presence.seenBy(THERAPIST, TABLE, RoomState.EMPTY, Kind.SESSION))
        .isEqualTo(Map.of(PARTNER_1, true, PARTNER_2, true, THERAPIST, false));
  }

  @Test
  void whoever_is_inside_is_not_shown_who_stands_at_the_door() {
    presence.arrived(PARTNER_1);
    presence.arrived(PARTNER_2);
    var onlyOne =
        Room.evolve(
            RoomState.EMPTY,
            new Told(new RoomEvent.DoorOpened(), THERAPIST, Audience.of(PARTNER_1, THERAPIST)),
            Instant.EPOCH);
    assertThat(presence.seenBy(PARTNER_1, TABLE, onlyOne, Kind.SESSION))
        .isEqualTo(Map.of(PARTNER_1, true, PARTNER_2, false, THERAPIST, false));
    assertThat(presence.seenBy(PARTNER_2, TABLE, onlyOne, Kind.SESSION))
        .isEqualTo(Map.of(PARTNER_2, true));
  }

  @Test
  void in_a_room_that_stays_open_for_days_nobody_learns_who_looks_at_it() {
    presence.arrived(PARTNER_1);
    presence.arrived(PARTNER_2);
    presence.arrived(THERAPIST);
    for (Kind kind : List.of(Kind.AGREEMENT, Kind.HOMEWORK)) {
      for (Seat seat : TABLE) {
        assertThat(presence.seenBy(seat, TABLE, RoomState.EMPTY, kind))
            .isEqualTo(Map.of(seat, true));
      }
    }
  }

  @Test
  void who_is_back_within_the_grace_never_left() {
    assertThat(presence.arrived(PARTNER_1)).isTrue();
    presence.left(PARTNER_1, 1_000);
    assertThat(presence.settle(1_099)).isFalse();
    assertThat(presence.arrived(PARTNER_1)).isFalse();
    assertThat(presence.settle(2_000)).isFalse();
    assertThat(presence.here()).containsExactly(PARTNER_1);
    presence.left(PARTNER_1, 3_000);
    assertThat(presence.settle(3_100)).isTrue();
    assertThat(presence.here()).isEmpty();
  }
}
