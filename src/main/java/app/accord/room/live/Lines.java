package app.accord.room.live;

import app.accord.room.Audience;
import app.accord.room.Seat;
import java.util.List;

/** How many events each seat's stream has: the last number that its holder knows. */
final class Lines {
  private final long[] counts = new long[Seat.values().length];

  void add(Audience audience) {
    for (int rest = audience.bits(); rest != 0; rest &= rest - 1) {
      counts[Integer.numberOfTrailingZeros(rest)]++;
    }
  }

  long at(Seat seat) {
    return counts[seat.bit()];
  }

  /** Whether these are the counts that the journal's head tells. */
  boolean agreeWith(List<Long> head) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != head.get(i)) {
        return false;
      }
    }
    return true;
  }
}
