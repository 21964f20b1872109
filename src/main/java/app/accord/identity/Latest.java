package app.accord.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks a thing once for all who want to know it at about the same time. What went wrong is told to
 * those who waited and asked again for the next.
 */
final class Latest {
  private final long nanos;
  private long askedAt;
  private Future<?> answer = Future.failedFuture("not asked yet");

  Latest(Duration good) {
    this.nanos = good.toNanos();
    this.askedAt = System.nanoTime() - nanos;
  }

  synchronized Future<?> latest(Supplier<? extends Future<?>> ask) {
    boolean old = answer.failed() || System.nanoTime() - askedAt >= nanos;
    if (answer.isComplete() && old) {
      askedAt = System.nanoTime();
      answer = ask.get();
    }
    return answer;
  }
}
