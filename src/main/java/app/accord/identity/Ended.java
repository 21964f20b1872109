package app.accord.identity;

/** Keycloak says that this sign-in is over. */
final class Ended extends RuntimeException {
  Ended() {
    super("invalid_grant", null, false, false);
  }
}
