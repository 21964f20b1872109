package app.accord.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Sessions for one second, so that a page that asks ten things asks the database once. Longer, and
 * a session that was ended on another server would go on here for as long.
 */
final class Remembered {
  private static final long ONE_SECOND = Duration.ofSeconds(1).toNanos();

  private final Map<String, Read> sessions = new ConcurrentHashMap<>();

  private record Read(Future<Optional<Session>> session, long at) {
    boolean isOld() {
      return System.nanoTime() - at >= ONE_SECOND || session.failed();
    }
  }

  Future<Optional<Session>> get(String hash, Function<String, Future<Optional<Session>>> read) {
    Read found = sessions.get(hash);
    if (found != null && !found.isOld()) {
      return found.session();
    }
    Read now = new Read(read.apply(hash), System.nanoTime());
    sessions.put(hash, now);
    return now.session();
  }

  void put(Session session) {
    sessions.put(
        session.hash(), new Read(Future.succeededFuture(Optional.of(session)), System.nanoTime()));
  }

  void forget(String hash) {
    sessions.remove(hash);
  }

  /** Whatever nobody asked for lately would stay for ever. */
  void sweep() {
    sessions.values().removeIf(Read::isOld);
  }
}
