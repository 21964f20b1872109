package app.accord.room.live;

import app.accord.room.Circumstances.Kind;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is here. A line that is lost and found again within a moment is no leaving: three people
 * would otherwise watch each other's bad networks.
 */
final class Presence {
  private final long grace;
  private final EnumSet<Seat> here = EnumSet.noneOf(Seat.class);
  private final EnumMap<Seat, Long> leaving = new EnumMap<>(Seat.class);

  Presence(Duration grace) {
    this.grace = grace.toNanos();
  }

  Set<Seat> here() {
    return here.clone();
  }

  /** Whether this one was away before. */
  boolean arrived(Seat seat) {
    leaving.remove(seat);
    return here.add(seat);
  }

  /** The last socket of this seat has gone. */
  void left(Seat seat, long nanos) {
    leaving.put(seat, nanos);
  }

  /** Whether somebody's grace is over. */
  boolean settle(long nanos) {
    return leaving
        .entrySet()
        .removeIf(
            gone -> {
              boolean over = nanos - gone.getValue() >= grace;
              if (over) {
                here.remove(gone.getKey());
              }
              return over;
            });
  }

  boolean isNobodyHere() {
    return here.isEmpty();
  }

  /**
   * What one member may know. At the door each knows of themselves only: whether the other has come
   * is nothing that one partner may read off, before the therapist has let both in. Staff see who
   * is at the door. A room that stays open for days has no door, and there nobody learns when
   * somebody else looks at it (R30).
   */
  Map<Seat, Boolean> seenBy(Seat seat, Collection<Seat> table, RoomState state, Kind kind) {
    var seen = new EnumMap<Seat, Boolean>(Seat.class);
    if (kind != Kind.SESSION) {
      seen.put(seat, here.contains(seat));
      return seen;
    }
    if (!seat.isPartner()) {
      table.forEach(other -> seen.put(other, here.contains(other)));
    } else if (state.isIn(seat)) {
      table.forEach(other -> seen.put(other, here.contains(other) && state.isIn(other)));
    }
    seen.put(seat, here.contains(seat));
    return seen;
  }
}
