package app.accord.identity;

import app.accord.http.SessionWatch;
import app.accord.http.SessionWatch.Why;
import app.accord.kernel.Role;
import app.accord.kernel.Settings;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of browser sessions: begun, seen, locked, ended. */
final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final int MOST_OF_STAFF = 3;
  private static final int MOST_OF_CLIENTS = 5;

  private final SessionStore store;
  private final Seal seal;
  private final Keycloak keycloak;
  private final Settings.Limits limits;
  private final Clock clock;
  private final LookUps lookUps;
  private final Remembered remembered = new Remembered();
  private final Watches watches = new Watches();

  Sessions(SessionStore store, Seal seal, Keycloak keycloak, Settings.Limits limits, Clock clock) {
    this.store = store;
    this.lookUps = new LookUps(store::byHash);
    this.seal = seal;
    this.keycloak = keycloak;
    this.limits = limits;
    this.clock = clock;
  }

  SessionWatch watch() {
    return watches;
  }

  Set<String> watched() {
    return watches.watched();
  }

  /** What the database says, or said less than a second ago. */
  Future<Optional<Session>> byHash(String hash) {
    return remembered.get(hash, lookUps::byHash);
  }

  Future<List<Session>> all(Set<String> hashes) {
    return store.byHash(hashes);
  }

  /** Begins a session under a new secret, which is the result; whatever was before it is over. */
  Future<String> begin(IdToken token, Tokens tokens) {
    String secret = Random256.text();
    String hash = Random256.hex(Random256.hash(secret));
    boolean staff =
        token.roles().contains(Role.THERAPIST) || token.roles().contains(Role.PRACTICE_ADMIN);
    Instant now = clock.instant();
    return store
        .person(token)
        .map(
            person ->
                new Session(
                    hash,
                    person,
                    token.issuer(),
                    token.sid(),
                    token.roles(),
                    sealed(hash, tokens),
                    now,
                    staff ? limits.staffIdle() : limits.partnerIdle(),
                    now.plus(limits.absolute()),
                    null,
                    now.plus(tokens.good())))
        .compose(
            session ->
                store.begin(
                    session,
                    token.authTime(),
                    token.acr(),
                    staff ? MOST_OF_STAFF : MOST_OF_CLIENTS))
        .map(
            tooMany -> {
              tooMany.forEach(gone -> forget(gone.hash(), gone.refresh()));
              return secret;
            });
  }

  /** An act, or a moment in an open room. */
  void seen(Session session) {
    Instant now = clock.instant();
    if (session.isToBeSeen(now)) {
      remembered.put(session.seen(now));
      store
          .seen(session, now)
          .onFailure(failure -> LOG.warn("a session could not be marked as seen"));
    }
  }

  Future<Void> lock(Session session) {
    return store.lock(session, clock.instant()).onSuccess(_ -> over(session.hash(), Why.LOCKED));
  }

  /** Nobody acted for too long, and nobody sits in an open room. */
  boolean isLeftAlone(Session session) {
    return session.isIdle(clock.instant()) && !watches.isWatched(session.hash());
  }

  boolean isOver(Session session) {
    return session.isOver(clock.instant());
  }

  /** Ends it here; Keycloak's own session is left as it is. */
  Future<Void> end(Session session) {
    return store
        .end(session.person(), session.hash())
        .onSuccess(_ -> over(session.hash(), Why.SIGNED_OUT))
        .mapEmpty();
  }

  /** Ends the session that a sign-in takes the place of. */
  Future<Void> endByHash(String hash) {
    return store
        .byHash(List.of(hash))
        .compose(found -> found.isEmpty() ? Future.succeededFuture() : end(found.getFirst()));
  }

  /** Also at Keycloak. Fails with {@link Away} when that could not be done; it is over here. */
  Future<Void> endEverywhere(Session session) {
    return end(session).compose(_ -> endAtKeycloak(session));
  }

  /** Only there. */
  Future<Void> endAtKeycloak(Session session) {
    return endAtKeycloak(session.hash(), session.refresh());
  }

  Future<Void> endedByKeycloak(LogoutToken token) {
    Future<List<String>> ended =
        token
            .sid()
            .map(sid -> store.endBySid(token.issuer(), sid))
            .orElseGet(() -> store.endBySubject(token.issuer(), token.sub().orElseThrow()));
    return ended.onSuccess(hashes -> hashes.forEach(hash -> over(hash, Why.SIGNED_OUT))).mapEmpty();
  }

  /** What Keycloak says now of somebody who is in. */
  Future<Session> refreshed(Session session, IdToken token, Tokens tokens) {
    Session fresh =
        session.refreshed(
            token.roles(), sealed(session.hash(), tokens), clock.instant().plus(tokens.good()));
    remembered.put(fresh);
    return store.refreshed(fresh).map(fresh);
  }

  /** Empty: there is none. */
  Optional<String> refreshToken(Session session) {
    return Optional.ofNullable(session.refresh())
        .map(
            bytes ->
                new String(
                    seal.openForHouse(place(session.hash()), bytes), StandardCharsets.UTF_8));
  }

  boolean isDue(Session session, Duration before) {
    return session.refresh() != null && !clock.instant().plus(before).isBefore(session.goodUntil());
  }

  void over(String hash, Why why) {
    remembered.forget(hash);
    watches.over(hash, why);
  }

  void sweep() {
    remembered.sweep();
  }

  private void forget(String hash, byte @Nullable [] refresh) {
    over(hash, Why.SIGNED_OUT);
    endAtKeycloak(hash, refresh)
        .onFailure(failure -> LOG.warn("a session ended here and not at Keycloak"));
  }

  private Future<Void> endAtKeycloak(String hash, byte @Nullable [] refresh) {
    return refresh == null
        ? Future.succeededFuture()
        : keycloak.end(new String(seal.openForHouse(place(hash), refresh), StandardCharsets.UTF_8));
  }

  private byte[] sealed(String hash, Tokens tokens) {
    return seal.sealForHouse(place(hash), tokens.refreshToken().getBytes(StandardCharsets.UTF_8));
  }

  private static Place place(String hash) {
    return Place.of("browser_session", "refresh", hash);
  }
}
