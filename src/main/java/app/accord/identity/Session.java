package app.accord.identity;

import app.accord.http.Caller;
import app.accord.kernel.PersonId;
import app.accord.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One browser's session.
 *
 * @param hash of the cookie, in hexadecimal: it names the session and opens nothing
 * @param seenAt the last act, or the last moment in an open room
 * @param goodUntil until then Keycloak need not be asked whether it goes on
 */
@SuppressWarnings("ArrayRecordComponent") // It goes to and from a column and is never compared.
record Session(
    String hash,
    PersonId person,
    String issuer,
    String sid,
    Set<Role> roles,
    byte @Nullable [] refresh,
    Instant seenAt,
    Duration idle,
    Instant endsAt,
    @Nullable Instant lockedAt,
    Instant goodUntil) {

  Caller caller() {
    return new Caller(person, roles, hash);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }

  boolean isLocked() {
    return lockedAt != null;
  }

  boolean isIdle(Instant now) {
    return Duration.between(seenAt, now).compareTo(idle) > 0;
  }

  /**
   * Worth writing down: so rarely that it costs nothing, so often that no idle limit errs by it.
   */
  boolean isToBeSeen(Instant now) {
    Duration step = idle.dividedBy(30);
    return Duration.between(seenAt, now).compareTo(step) > 0;
  }

  Session seen(Instant now) {
    return new Session(
        hash, person, issuer, sid, roles, refresh, now, idle, endsAt, lockedAt, goodUntil);
  }

  Session refreshed(Set<Role> newRoles, byte[] newRefresh, Instant until) {
    return new Session(
        hash, person, issuer, sid, newRoles, newRefresh, seenAt, idle, endsAt, lockedAt, until);
  }

  @Override
  public String toString() {
    return "Session[" + hash.substring(0, 8) + "]";
  }
}
