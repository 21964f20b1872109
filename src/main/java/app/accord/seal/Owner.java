package app.accord.seal;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import java.util.Locale;
import java.util.UUID;

/** Whose key seals: when it is shredded, this owner's words are gone and nobody else's. */
public record Owner(Kind kind, UUID id) {

  public enum Kind {
    /** What reaches its author, or in a room the author and the therapist. */
    PERSON,
    /** What somebody tells the therapists of their case outside of rooms, where both read it. */
    TOLD,
    /** What reaches all. */
    COUPLE,
    /** What reaches the therapists only. */
    CASE;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  public static Owner person(PersonId id) {
    return new Owner(Kind.PERSON, id.value());
  }

  public static Owner told(PersonId by) {
    return new Owner(Kind.TOLD, by.value());
  }

  public static Owner couple(CoupleId id) {
    return new Owner(Kind.COUPLE, id.value());
  }

  public static Owner caseOf(CoupleId id) {
    return new Owner(Kind.CASE, id.value());
  }
}
