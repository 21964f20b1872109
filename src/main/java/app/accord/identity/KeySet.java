package app.accord.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's public keys. Asked for anew after ten minutes, so that a key that was taken away is
 * dead by then; for a key that is not among them at most once a minute, so that made-up tokens cost
 * Keycloak nothing; and never twice at the same time.
 */
final class KeySet {
  private static final long OLD = Duration.ofMinutes(10).toNanos();
  private static final long AGAIN = Duration.ofMinutes(1).toNanos();

  private final Supplier<Future<JWKSet>> fetch;
  private final LongSupplier nanos;
  private @Nullable JWKSet known;
  private long knownAt;
  private @Nullable Future<JWKSet> underWay;

  /**
   * @param nanos a clock that only ever goes forward
   */
  KeySet(Supplier<Future<JWKSet>> fetch, LongSupplier nanos) {
    this.fetch = fetch;
    this.nanos = nanos;
  }

  /** Empty: there is no such key. Fails when it is not known whether there is. */
  synchronized Future<Optional<JWK>> byId(String id) {
    JWKSet keys = known;
    if (keys == null || age() > OLD) {
      return fetched().map(all -> find(all, id));
    }
    Optional<JWK> found = find(keys, id);
    return found.isPresent() || age() < AGAIN
        ? Future.succeededFuture(found)
        : fetched().map(all -> find(all, id));
  }

  /** Keeps nothing of a failure. */
  private synchronized Future<JWKSet> fetched() {
    if (underWay == null) {
      Future<JWKSet> asked = fetch.get().onComplete(result -> arrived(result.result()));
      // It may have arrived within the call.
      if (!asked.isComplete()) {
        underWay = asked;
      }
      return asked;
    }
    return underWay;
  }

  private synchronized void arrived(@Nullable JWKSet keys) {
    underWay = null;
    if (keys != null) {
      known = keys;
      knownAt = nanos.getAsLong();
    }
  }

  private long age() {
    return nanos.getAsLong() - knownAt;
  }

  private static Optional<JWK> find(JWKSet keys, String id) {
    return Optional.ofNullable(keys.getKeyByKeyId(id));
  }
}
