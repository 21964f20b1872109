package app.accord.identity;

/** Keycloak could not be reached, or was in no state to answer. Nothing is known by it. */
final class Away extends RuntimeException {
  Away(String how) {
    super(how, null, false, false);
  }
}
