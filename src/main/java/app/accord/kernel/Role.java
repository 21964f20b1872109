package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Keycloak admits somebody as. What they may then do comes from rows, not from here. */
public enum Role {
  THERAPIST,
  CLIENT,
  PRACTICE_ADMIN;

  /** As Keycloak's realm and our own pages name it. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty: a role of the realm that means nothing here. */
  public static Optional<Role> of(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
  }
}
