package app.accord.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two kinds of cookie. {@code __Host-} makes the browser refuse one that another host, or a
 * page without TLS, tries to set in front of ours.
 */
final class Cookies {
  static final String SESSION = "__Host-accord";
  private static final String ATTEMPT = "__Host-accord-in-";
  private static final int MOST_ATTEMPTS = 8;
  private static final String PLAIN = "; Path=/; Secure; HttpOnly";
  private static final long ATTEMPT_SECONDS = 600;

  private Cookies() {}

  /** The session's secret as the browser brought it, if it can be one. */
  static Optional<String> session(HttpServerRequest request) {
    return secret(request, SESSION);
  }

  static void setSession(HttpServerResponse response, String secret) {
    add(response, SESSION + "=" + secret + PLAIN + "; SameSite=Strict");
  }

  static void dropSession(HttpServerResponse response) {
    add(response, SESSION + "=" + PLAIN + "; SameSite=Strict; Max-Age=0");
  }

  /** One for each sign-in under way, so that two tabs do not undo each other's. */
  static Optional<String> attempt(HttpServerRequest request, String state) {
    return secret(request, name(state));
  }

  /** Lax, not Strict: it must come along when Keycloak sends the browser back. */
  static void setAttempt(
      HttpServerRequest request, HttpServerResponse response, String state, String secret) {
    Set<String> left =
        request.cookies().stream()
            .map(Cookie::getName)
            .filter(each -> each.startsWith(ATTEMPT))
            .collect(Collectors.toSet());
    if (left.size() >= MOST_ATTEMPTS) {
      // Sign-ins begun and left: together they would grow longer than a request's head may be.
      left.forEach(each -> drop(response, each));
    }
    add(
        response,
        name(state) + "=" + secret + PLAIN + "; SameSite=Lax; Max-Age=" + ATTEMPT_SECONDS);
  }

  static void dropAttempt(HttpServerResponse response, String state) {
    drop(response, name(state));
  }

  private static void drop(HttpServerResponse response, String name) {
    add(response, name + "=" + PLAIN + "; SameSite=Lax; Max-Age=0");
  }

  private static String name(String state) {
    return ATTEMPT + state.substring(0, 8);
  }

  private static Optional<String> secret(HttpServerRequest request, String name) {
    return request.cookies(name).stream()
        .map(Cookie::getValue)
        .filter(Random256::looksLikeOne)
        .findFirst();
  }

  private static void add(HttpServerResponse response, String cookie) {
    response.headers().add("Set-Cookie", cookie);
  }
}
