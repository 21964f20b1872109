package app.accord.message;

import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Which thread of a case: that of all, or between one partner and the therapist.
 *
 * @param partner empty: of all
 */
record ThreadName(Optional<Seat> partner) {
  private static final String ALL_OF_THEM = "all";
  static final ThreadName ALL = new ThreadName(Optional.empty());

  static ThreadName with(Seat partner) {
    return new ThreadName(Optional.of(partner));
  }

  /** Reads what the contract has let in. */
  static ThreadName of(String wire) {
    return wire.equals(ALL_OF_THEM) ? ALL : with(Seat.of(wire));
  }

  @JsonValue
  String wire() {
    return partner.map(Seat::wire).orElse(ALL_OF_THEM);
  }
}
