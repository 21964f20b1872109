package app.accord.identity;

import app.accord.db.Trouble;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Keycloak whether a session goes on: once at a time for each, and after Keycloak was away not
 * at all for a while, so that people who are in do not wait for it with each page.
 */
final class Refresher {
  private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final Sessions sessions;
  private final Keycloak keycloak;
  private final TokenCheck check;
  private final Map<String, Future<Optional<Session>>> underWay = new ConcurrentHashMap<>();
  private volatile long quietSince = System.nanoTime() - PAUSE;

  Refresher(Sessions sessions, Keycloak keycloak, TokenCheck check) {
    this.sessions = sessions;
    this.keycloak = keycloak;
    this.check = check;
  }

  /** The session as it goes on; empty when Keycloak says that it is over. */
  Future<Optional<Session>> refresh(Session session) {
    if (System.nanoTime() - quietSince < PAUSE) {
      return Future.succeededFuture(Optional.of(session));
    }
    var fresh = io.vertx.core.Promise.<Optional<Session>>promise();
    Future<Optional<Session>> other = underWay.putIfAbsent(session.hash(), fresh.future());
    if (other != null) {
      return other;
    }
    ask(session)
        .onComplete(
            result -> {
              underWay.remove(session.hash());
              fresh.handle(result);
            });
    return fresh.future();
  }

  private Future<Optional<Session>> ask(Session session) {
    return keycloak
        .refresh(sessions.refreshToken(session).orElseThrow())
        .compose(
            tokens ->
                check
                    .atRefresh(tokens.idToken(), session.sid())
                    .compose(token -> goOn(session, token, tokens)))
        .recover(failure -> failed(session, failure));
  }

  private Future<Optional<Session>> goOn(Session session, IdToken token, Tokens tokens) {
    return token.roles().isEmpty()
        ? over(session)
        : sessions.refreshed(session, token, tokens).map(Optional::of);
  }

  private Future<Optional<Session>> failed(Session session, Throwable failure) {
    return switch (failure) {
      case Ended _ -> over(session);
      case Untrusted untrusted -> {
        LOG.error("a refreshed token does not hold: {}", untrusted.getMessage());
        yield over(session);
      }
      case Away _ -> {
        quietSince = System.nanoTime();
        yield Future.succeededFuture(Optional.of(session));
      }
      case Trouble _ -> Future.succeededFuture(Optional.of(session));
      default -> Future.failedFuture(failure);
    };
  }

  private Future<Optional<Session>> over(Session session) {
    return sessions.end(session).map(Optional.empty());
  }
}
