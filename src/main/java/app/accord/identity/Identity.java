package app.accord.identity;

import app.accord.db.Db;
import app.accord.http.Doorkeeper;
import app.accord.http.Http;
import app.accord.http.SessionWatch;
import app.accord.kernel.Settings;
import app.accord.seal.Seal;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Who is who: all that signing in needs, put together. */
public final class Identity implements AutoCloseable {
  private final Keycloak keycloak;
  private final Gatekeeper gatekeeper;
  private final Sessions sessions;
  private final SignIn signIn;
  private final SignOut signOut;
  private final WhoAmI whoAmI;
  private final Poll poll;

  private Identity(Vertx vertx, Db db, Seal seal, Settings settings, Clock clock) {
    this.keycloak = new Keycloak(vertx, settings);
    KeySet keys = new KeySet(keycloak::keys, System::nanoTime);
    TokenCheck check =
        new TokenCheck(keycloak.issuer(), Settings.Keycloak.CLIENT, keys::byId, clock);
    this.sessions = new Sessions(new SessionStore(db), seal, keycloak, settings.limits(), clock);
    Refresher refresher = new Refresher(sessions, keycloak, check);
    this.gatekeeper = new Gatekeeper(sessions, refresher);
    this.signIn =
        new SignIn(
            gatekeeper,
            sessions,
            new Attempts(db, seal, clock),
            keycloak,
            check,
            new PlainPages(),
            clock);
    this.signOut = new SignOut(gatekeeper, sessions, keycloak, check);
    this.whoAmI = new WhoAmI(db, seal, clock);
    this.poll = new Poll(vertx, sessions, refresher);
  }

  /** Talks to Keycloak only when somebody signs in: it starts, and goes on, without it. */
  public static Identity of(Vertx vertx, Db db, Seal seal, Settings settings, Clock clock) {
    return new Identity(vertx, db, seal, settings, clock);
  }

  /** For the server. */
  public Doorkeeper doorkeeper() {
    return gatekeeper;
  }

  /** For open sockets. */
  public SessionWatch watch() {
    return sessions.watch();
  }

  /** Hangs up its operations and pages. */
  public void hangUp(Http http) {
    http.on("getSession", whoAmI::session).on("getSealKey", whoAmI::sealKey);
    http.onOpen("endSession", signOut::endSession);
    http.onOpen("signOut", signOut::signOut);
    http.page("/auth/login", signIn::begin)
        .page("/auth/callback", signIn::end)
        .files("/auth/look", "keycloak/themes/accord/login/resources")
        .fromServer("/auth/back-channel", signOut::fromKeycloak);
  }

  @Override
  public void close() {
    poll.close();
    keycloak.close();
  }
}
