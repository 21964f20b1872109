package app.accord.identity;

import app.accord.http.Doorkeeper;
import app.accord.http.SessionWatch.Why;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/** Decides for each request, from its cookie, whether somebody is in, locked out, or nobody. */
final class Gatekeeper implements Doorkeeper {
  /** In the background from here on; after the end, the request waits for Keycloak's word. */
  private static final Duration AHEAD = Duration.ofSeconds(20);

  private final Sessions sessions;
  private final Refresher refresher;

  Gatekeeper(Sessions sessions, Refresher refresher) {
    this.sessions = sessions;
    this.refresher = refresher;
  }

  @Override
  public Future<Entry> who(HttpServerRequest request) {
    return session(request)
        .compose(
            found ->
                found.isEmpty()
                    ? nobody()
                    : entry(found.get(), !"/api/session".equals(request.path())));
  }

  /** The row behind the cookie, in whatever state. */
  Future<Optional<Session>> session(HttpServerRequest request) {
    return Cookies.session(request)
        .map(secret -> sessions.byHash(Random256.hex(Random256.hash(secret))))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /**
   * @param act asking whether one is still in is none
   */
  private Future<Entry> entry(Session session, boolean act) {
    if (sessions.isOver(session)) {
      sessions.over(session.hash(), Why.SIGNED_OUT);
      return nobody();
    }
    if (session.isLocked()) {
      return Future.succeededFuture(new Entry.Locked(session.caller()));
    }
    if (sessions.isLeftAlone(session)) {
      return sessions.lock(session).map(new Entry.Locked(session.caller()));
    }
    if (act) {
      sessions.seen(session);
    }
    if (sessions.isDue(session, Duration.ZERO)) {
      return refresher.refresh(session).compose(Gatekeeper::after);
    }
    if (sessions.isDue(session, AHEAD)) {
      refresher.refresh(session);
    }
    return Future.succeededFuture(new Entry.In(session.caller()));
  }

  private static Future<Entry> after(Optional<Session> refreshed) {
    return refreshed
        .map(session -> Future.<Entry>succeededFuture(new Entry.In(session.caller())))
        .orElseGet(Gatekeeper::nobody);
  }

  private static Future<Entry> nobody() {
    return Future.succeededFuture(new Entry.Nobody());
  }
}
