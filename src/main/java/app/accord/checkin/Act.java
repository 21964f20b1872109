package app.accord.checkin;

import java.util.OptionalInt;

/** What somebody may do with the own check-in while its week is open, and nobody else may. */
public sealed interface Act {

  /** Answers a question; without a number it is skipped. */
  record Answer(String item, OptionalInt number) implements Act {}

  /** Says something in own words. It prints itself without them. */
  record Say(String text, Reach reach) implements Act {
    @Override
    public String toString() {
      return "Say[" + text.length() + " chars, " + reach + "]";
    }
  }

  /** Takes back what was said; the therapist has not seen it before the week closes. */
  record Unsay() implements Act {}

  /** Who reads what somebody says: never the partner. */
  enum Reach {
    THERAPIST,
    ME;

    /** As the contract names it. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Reads the contract's name; anything else is an {@link IllegalArgumentException}. */
    public static Reach of(String wire) {
      return valueOf(wire.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
