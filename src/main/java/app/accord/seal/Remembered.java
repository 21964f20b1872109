package app.accord.seal;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute at the most: after that a shredded key is gone here too. Asked again while
 * the answer is on its way, it asks once.
 */
final class Remembered<K, V> {
  private static final long LIFE = Duration.ofSeconds(60).toNanos();
  private static final int SWEEP_AT = 1_000;

  private final Clock clock;
  private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private volatile int sweepAt = SWEEP_AT;

  Remembered(Clock clock) {
    this.clock = clock;
  }

  /** Monotonic nanoseconds: setting the clock back must not make a key live longer. */
  interface Clock {
    long nanos();
  }

  private record Entry<V>(Future<V> value, long since) {}

  Future<V> get(K key, Supplier<Future<V>> read) {
    long now = clock.nanos();
    @Nullable Entry<V> known = entries.get(key);
    if (known != null && now - known.since() < LIFE && !known.value().failed()) {
      return known.value();
    }
    return renew(key, read);
  }

  /**
   * Reads it anew. It is remembered from before the reading on, so that what is forgotten meanwhile
   * stays forgotten.
   */
  Future<V> renew(K key, Supplier<Future<V>> read) {
    long now = clock.nanos();
    sweep(now);
    var fresh = new Entry<>(read.get(), now);
    entries.put(key, fresh);
    fresh.value().onFailure(_ -> entries.remove(key, fresh));
    return fresh.value();
  }

  void put(K key, V value) {
    renew(key, () -> Future.succeededFuture(value));
  }

  /** What is remembered now, without asking for it. */
  Optional<V> now(K key) {
    @Nullable Entry<V> known = entries.get(key);
    return known != null && clock.nanos() - known.since() < LIFE && known.value().succeeded()
        ? Optional.of(known.value().result())
        : Optional.empty();
  }

  /**
   * More is known; for no longer than what was known before, and not if that has been forgotten.
   */
  void replace(K key, V known, V more) {
    entries.computeIfPresent(
        key,
        (_, entry) ->
            entry.value().result() == known
                ? new Entry<>(Future.succeededFuture(more), entry.since())
                : entry);
  }

  void forget(K key) {
    entries.remove(key);
  }

  void clear() {
    entries.clear();
  }

  private void sweep(long now) {
    if (entries.size() >= sweepAt) {
      entries.values().removeIf(entry -> now - entry.since() >= LIFE);
      sweepAt = Math.max(SWEEP_AT, 2 * entries.size());
    }
  }
}
