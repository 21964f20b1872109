package app.accord.faults;

import java.util.Locale;

/** Who asks: the columns of {@code who-may-what.txt}. */
enum Who {
  ONE("client"),
  TWO("client"),
  THERAPIST("therapist"),
  CO("therapist"),
  OTHER_THERAPIST("therapist"),
  OTHER_PARTNER("client"),
  ADMIN("practice-admin"),
  FORMER("client"),

  /** The same person as {@link #ONE}, after leaving the case. */
  LEFT("client"),

  /** Whoever has the database in hand, and no key. */
  OPERATOR("");

  /** The role that Keycloak gives. */
  final String role;

  Who(String role) {
    this.role = role;
  }

  static Who of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
