package app.accord.room.live;

import app.accord.room.Audience;
import app.accord.room.Seat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The last events of a room as they go over the wire, so that most who come back need no question
 * to the database. What it gives is what the journal would give under the reader's own policies.
 */
final class Recent {
  private static final int MOST = 256;

  private final ArrayDeque<Kept> events = new ArrayDeque<>();

  private record Kept(Audience audience, String body) {}

  void add(Audience audience, String body) {
    events.addLast(new Kept(audience, body));
    if (events.size() > MOST) {
      events.removeFirst();
    }
  }

  /** The last {@code count} bodies that reach this seat, oldest first; empty: not all are here. */
  Optional<List<String>> last(Seat seat, long count) {
    List<String> found = new ArrayList<>();
    for (Iterator<Kept> back = events.descendingIterator(); back.hasNext(); ) {
      if (found.size() == count) {
        break;
      }
      Kept kept = back.next();
      if (kept.audience().reaches(seat)) {
        found.add(kept.body());
      }
    }
    return found.size() == count ? Optional.of(found.reversed()) : Optional.empty();
  }
}
