package app.accord.identity;

import java.time.Duration;

/** What Keycloak gives for a code or a refresh token. It prints itself without them. */
record Tokens(String idToken, String refreshToken, Duration good) {
  @Override
  public String toString() {
    return "Tokens[for " + good + "]";
  }
}
