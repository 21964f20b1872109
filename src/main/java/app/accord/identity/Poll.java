package app.accord.identity;

import app.accord.http.SessionWatch.Why;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second after the sessions of open rooms: whoever was signed out on another server is
 * out here too, and whoever sits in a room counts as there. While the database is away nobody is
 * put out: a room must not break up because of it.
 */
final class Poll {
  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
  private static final Duration AHEAD = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final Sessions sessions;
  private final Refresher refresher;
  private final long timer;
  private boolean underWay;

  Poll(Vertx vertx, Sessions sessions, Refresher refresher) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.refresher = refresher;
    this.timer = vertx.setPeriodic(1_000, _ -> look());
  }

  void close() {
    vertx.cancelTimer(timer);
  }

  private void look() {
    sessions.sweep();
    refresher.sweep();
    Set<String> watched = sessions.watched();
    if (underWay || watched.isEmpty()) {
      return;
    }
    underWay = true;
    sessions
        .all(watched)
        .onComplete(
            result -> {
              underWay = false;
              if (result.succeeded()) {
                found(watched, result.result());
              } else {
                LOG.warn("sessions cannot be looked after: {}", result.cause().getMessage());
              }
            });
  }

  private void found(Set<String> watched, List<Session> there) {
    Set<String> gone = new HashSet<>(watched);
    for (Session session : there) {
      if (!sessions.isOver(session)) {
        gone.remove(session.hash());
        tend(session);
      }
    }
    gone.forEach(hash -> sessions.over(hash, Why.SIGNED_OUT));
  }

  private void tend(Session session) {
    if (session.isLocked()) {
      sessions.over(session.hash(), Why.LOCKED);
      return;
    }
    sessions.seen(session);
    if (sessions.isDue(session, AHEAD)) {
      refresher
          .refresh(session)
          .onFailure(failure -> LOG.error("a session could not be refreshed", failure));
    }
  }
}
