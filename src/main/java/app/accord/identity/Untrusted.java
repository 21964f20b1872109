package app.accord.identity;

/** A token, or a sign-in, that does not hold. The reason is for the log and quotes nothing. */
final class Untrusted extends RuntimeException {
  Untrusted(String reason) {
    super(reason, null, false, false);
  }
}
