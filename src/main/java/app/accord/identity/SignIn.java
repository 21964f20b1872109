package app.accord.identity;

import app.accord.db.Trouble;
import app.accord.http.Contexts;
import app.accord.identity.Attempts.Attempt;
import app.accord.identity.PlainPages.Page;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to Keycloak and back, with code, PKCE, state and nonce (S-31, S-32). */
final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Keycloak keycloak;
  private final TokenCheck check;
  private final PlainPages pages;
  private final Clock clock;

  SignIn(
      Gatekeeper gatekeeper,
      Sessions sessions,
      Attempts attempts,
      Keycloak keycloak,
      TokenCheck check,
      PlainPages pages,
      Clock clock) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
    this.attempts = attempts;
    this.keycloak = keycloak;
    this.check = check;
    this.pages = pages;
    this.clock = clock;
  }

  /** {@code /auth/login?to=…}: also the way to unlock, since the password is always asked for. */
  void begin(RoutingContext context) {
    if (!isVisit(context.request())) {
      pages.send(context, Page.FAILED);
      return;
    }
    String state = Random256.text();
    String browser = Random256.text();
    String nonce = Random256.text();
    String verifier = Random256.text();
    String target = Target.of(context.request().getParam("to"));
    Future<Void> begun =
        keycloak
            .reachable()
            .compose(_ -> gatekeeper.session(context.request()))
            .compose(
                before ->
                    attempts.begin(
                        state,
                        browser,
                        new Attempt(nonce, verifier, target, before.map(Session::hash))));
    Contexts.here(context.vertx(), begun)
        .onSuccess(
            _ -> {
              Cookies.setAttempt(context.request(), context.response(), state, browser);
              go(context.response(), keycloak.signInAddress(state, nonce, challenge(verifier)));
            })
        .onFailure(failure -> fail(context, failure));
  }

  /** Where Keycloak sends the browser back to. */
  void end(RoutingContext context) {
    HttpServerRequest request = context.request();
    String state = secret(request.getParam("state"));
    String code = request.getParam("code");
    Optional<String> browser = state == null ? Optional.empty() : Cookies.attempt(request, state);
    if (state == null || browser.isEmpty()) {
      pages.send(context, Page.FAILED);
      return;
    }
    Cookies.dropAttempt(context.response(), state);
    Contexts.here(
            context.vertx(),
            attempts.take(state, browser.get()).compose(found -> enter(found, code, request)))
        .onSuccess(
            entered -> {
              Cookies.setSession(context.response(), entered.secret());
              go(context.response(), entered.target());
            })
        .onFailure(failure -> fail(context, failure));
  }

  private record Entered(String secret, String target) {}

  private Future<Entered> enter(
      Optional<Attempt> found, @Nullable String code, HttpServerRequest request) {
    String issuer = request.getParam("iss");
    if (found.isEmpty() || code == null || (issuer != null && !issuer.equals(keycloak.issuer()))) {
      return Future.failedFuture(new Untrusted("no such sign-in, or Keycloak refused it"));
    }
    Attempt attempt = found.get();
    return keycloak
        .exchange(code, attempt.verifier())
        .compose(
            tokens ->
                check
                    .atSignIn(tokens.idToken(), attempt.nonce())
                    .compose(token -> admit(token, tokens)))
        .compose(
            secret ->
                attempt
                    .replaces()
                    .map(sessions::endByHash)
                    .orElseGet(Future::succeededFuture)
                    .map(new Entered(secret, attempt.target())));
  }

  private Future<String> admit(IdToken token, Tokens tokens) {
    if (token.authTime().isBefore(clock.instant().minus(FRESH).minus(SKEW))) {
      return Future.failedFuture(new Untrusted("the password was not asked for"));
    }
    return token.roles().isEmpty()
        ? Future.failedFuture(new NoRole())
        : sessions.begin(token, tokens);
  }

  private void fail(RoutingContext context, Throwable failure) {
    switch (failure) {
      case Away away -> {
        LOG.warn("nobody can sign in: Keycloak is away ({})", away.getMessage());
        pages.send(context, Page.AWAY);
      }
      case NoRole _ -> pages.send(context, Page.NO_ROLE);
      case Ended _ -> pages.send(context, Page.FAILED);
      case Untrusted untrusted -> {
        LOG.warn("a sign-in failed: {}", untrusted.getMessage());
        pages.send(context, Page.FAILED);
      }
      case Trouble trouble -> {
        LOG.warn("nobody can sign in: {}", trouble.getMessage());
        pages.send(context, Page.AWAY);
      }
      default -> context.fail(failure);
    }
  }

  /** Another site's pictures and frames could otherwise begin sign-ins by the thousand. */
  private static boolean isVisit(HttpServerRequest request) {
    String destination = request.getHeader("Sec-Fetch-Dest");
    return destination == null || destination.equals("document");
  }

  private static @Nullable String secret(@Nullable String text) {
    return text != null && Random256.looksLikeOne(text) ? text : null;
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Random256.hash(verifier));
  }

  private static void go(HttpServerResponse response, String where) {
    response.setStatusCode(302).putHeader("Location", where).end();
  }

  /** Keycloak knows this person and gives no role that opens anything here. */
  private static final class NoRole extends RuntimeException {
    NoRole() {
      super("no role", null, false, false);
    }
  }
}
