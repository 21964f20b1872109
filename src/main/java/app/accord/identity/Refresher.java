package app.accord.identity;

import app.accord.db.Trouble;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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

  private static final long GOOD = Duration.ofSeconds(5).toNanos();

  private final Sessions sessions;
  private final Keycloak keycloak;
  private final TokenCheck check;
  private final Map<String, Asked> lately = new ConcurrentHashMap<>();

  /** Good for a while after it came, too: others still hold the session as it was before. */
  private record Asked(Future<Optional<Session>> answer, long at) {
    boolean isOld() {
      return answer.isComplete() && System.nanoTime() - at > GOOD;
    }
  }

  Refresher(Sessions sessions, Keycloak keycloak, TokenCheck check) {
    this.sessions = sessions;
    this.keycloak = keycloak;
    this.check = check;
  }

  /** The session as it goes on; empty when Keycloak says that it is over. */
  Future<Optional<Session>> refresh(Session session) {
    if (keycloak.seemsAway()) {
      return Future.succeededFuture(Optional.of(session));
    }
    Promise<Optional<Session>> fresh = Promise.promise();
    Asked mine = new Asked(fresh.future(), System.nanoTime());
    Asked asked =
        lately.merge(session.hash(), mine, (known, other) -> known.isOld() ? other : known);
    if (asked.answer() == mine.answer()) {
      ask(session).onComplete(fresh);
    }
    return asked.answer();
  }

  void sweep() {
    lately.values().removeIf(Asked::isOld);
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
      case Away _, Trouble _ -> Future.succeededFuture(Optional.of(session));
      default -> Future.failedFuture(failure);
    };
  }

  private Future<Optional<Session>> over(Session session) {
    return sessions.end(session).map(Optional.empty());
  }
}
