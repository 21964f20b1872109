package app.accord.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A place in a room. It belongs to the case, not to a person: who holds it may change. The bit
 * stands in the database, so it never changes.
 */
public enum Seat {
  PARTNER_1(0),
  PARTNER_2(1),
  PARTNER_3(2),
  PARTNER_4(3),
  PARTNER_5(4),
  PARTNER_6(5),
  THERAPIST(6),
  CO_1(7),
  CO_2(8),
  CO_3(9),
  CO_4(10),
  GUEST_1(11),
  GUEST_2(12),
  GUEST_3(13),
  GUEST_4(14),
  GUEST_5(15);

  private final int bit;

  Seat(int bit) {
    this.bit = bit;
  }

  /** Its place in an {@link Audience} and in the journal's columns, 0 to 15. */
  public int bit() {
    return bit;
  }

  public static Seat at(int bit) {
    for (Seat seat : values()) {
      if (seat.bit == bit) {
        return seat;
      }
    }
    throw new IllegalArgumentException("no seat " + bit);
  }

  public boolean isPartner() {
    return bit <= PARTNER_6.bit;
  }

  /** The therapist and co-therapists. */
  public boolean isStaff() {
    return bit >= THERAPIST.bit && bit <= CO_4.bit;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the wire name; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Seat of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
