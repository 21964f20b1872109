package app.accord.identity;

import app.accord.http.Doorkeeper.Entry;
import app.accord.http.Reply;
import app.accord.kernel.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways out: quick exit, sign-out, and Keycloak's word that somebody has left there. */
final class SignOut {
  private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);
  private static final Problem BAD =
      Problem.of("bad-request", 400, "This does not fit the contract");
  private static final long REMEMBERED = Duration.ofMinutes(10).toNanos();

  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final Keycloak keycloak;
  private final TokenCheck check;
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  SignOut(Gatekeeper gatekeeper, Sessions sessions, Keycloak keycloak, TokenCheck check) {
    this.gatekeeper = gatekeeper;
    this.sessions = sessions;
    this.keycloak = keycloak;
    this.check = check;
  }

  /** Where to go afterwards; no token is in the address, since addresses are remembered. */
  record SignedOut(String to) {}

  /** Quick exit waits for nothing but our own database. */
  Future<Reply> endSession(Entry entry, RoutingContext context) {
    return gatekeeper
        .session(context.request())
        .compose(found -> found.map(this::endHereFirst).orElseGet(Future::succeededFuture))
        .map(
            _ -> {
              leave(context.response());
              return Reply.empty();
            });
  }

  /** Waits for Keycloak, so that "signed out" is true when it is said. */
  Future<Reply> signOut(Entry entry, RoutingContext context) {
    return gatekeeper
        .session(context.request())
        .compose(
            found ->
                found
                    .map(sessions::endEverywhere)
                    .orElseGet(Future::succeededFuture)
                    .map("/signin"))
        // Over here, and perhaps not there: the browser can still go and end it there.
        .recover(
            failure ->
                failure instanceof Away
                    ? Future.succeededFuture(keycloak.signOutAddress())
                    : Future.failedFuture(failure))
        .map(
            to -> {
              leave(context.response());
              return Reply.ok(new SignedOut(to));
            });
  }

  /** Keycloak's back-channel logout (S-37). */
  Future<Reply> fromKeycloak(Buffer body) {
    return token(body)
        .map(
            token ->
                check
                    .atLogout(token)
                    .compose(
                        logout ->
                            isFirst(logout.id())
                                ? sessions.endedByKeycloak(logout)
                                : Future.<Void>failedFuture(new Untrusted("used before")))
                    .map(Reply.empty())
                    .recover(
                        failure -> {
                          if (failure instanceof Untrusted untrusted) {
                            LOG.warn("a logout token does not hold: {}", untrusted.getMessage());
                            return Future.succeededFuture(new Reply.Failed(BAD));
                          }
                          return Future.failedFuture(failure);
                        }))
        .orElseGet(() -> Future.succeededFuture(new Reply.Failed(BAD)));
  }

  private Future<Void> endHereFirst(Session session) {
    return sessions
        .end(session)
        .onSuccess(
            _ ->
                sessions
                    .endAtKeycloak(session)
                    .onFailure(away -> LOG.warn("a session ended here and not at Keycloak")));
  }

  private static void leave(HttpServerResponse response) {
    Cookies.dropSession(response);
    response.putHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
  }

  private boolean isFirst(String id) {
    long now = System.nanoTime();
    used.values().removeIf(at -> now - at > REMEMBERED);
    return used.putIfAbsent(id, now) == null;
  }

  private static Optional<String> token(Buffer body) {
    return Arrays.stream(body.toString(StandardCharsets.US_ASCII).split("&", -1))
        .filter(each -> each.startsWith("logout_token="))
        .map(each -> URLDecoder.decode(each.substring(13), StandardCharsets.US_ASCII))
        .findFirst();
  }
}
