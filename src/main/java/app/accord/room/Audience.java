package app.accord.room;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The seats that an event reaches. Decided once, with the event, and never widened. */
public record Audience(int bits) {

  public static Audience of(Seat... seats) {
    return of(Arrays.asList(seats));
  }

  public static Audience of(Collection<Seat> seats) {
    int bits = 0;
    for (Seat seat : seats) {
      bits |= 1 << seat.bit();
    }
    return new Audience(bits);
  }

  public boolean reaches(Seat seat) {
    return (bits >> seat.bit() & 1) == 1;
  }

  public Set<Seat> seats() {
    var seats = EnumSet.noneOf(Seat.class);
    for (Seat seat : Seat.values()) {
      if (reaches(seat)) {
        seats.add(seat);
      }
    }
    return seats;
  }
}
