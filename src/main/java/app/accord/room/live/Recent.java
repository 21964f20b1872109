package app.accord.room.live;

import app.accord.room.Audience;
import app.accord.room.Seat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last events of a room as text, so that who comes back soon needs no database. */
final class Recent {
  static final int MOST = 256;
  private static final int MOST_CHARS = 1 << 18;

  private final ArrayDeque<Kept> kept = new ArrayDeque<>();
  private int chars;

  private record Kept(Audience audience, String body) {}

  /** An event's text, with the number that it has for one seat. */
  record Past(long n, String body) {}

  void add(Audience audience, String body) {
    kept.add(new Kept(audience, body));
    chars += body.length();
    while (kept.size() > MOST || chars > MOST_CHARS) {
      chars -= kept.remove().body().length();
    }
  }

  /**
   * What reached this seat after a number.
   *
   * @param head the seat's number now
   * @return empty when it goes further back than memory does
   */
  Optional<List<Past>> since(Seat seat, long after, long head) {
    var found = new ArrayList<Past>();
    long n = head;
    for (var back = kept.descendingIterator(); n > after && back.hasNext(); ) {
      Kept event = back.next();
      if (event.audience().reaches(seat)) {
        found.add(new Past(n, event.body()));
        n--;
      }
    }
    return n > after ? Optional.empty() : Optional.of(found.reversed());
  }
}
