package app.accord.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks at most once a second, since anybody may ask us. */
final class Readiness {
  private final Supplier<Future<?>> ready;
  private long askedAt;
  private Future<?> answer = Future.succeededFuture();

  Readiness(Supplier<Future<?>> ready) {
    this.ready = ready;
    this.askedAt = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
  }

  void answer(RoutingContext context) {
    Contexts.here(context.vertx(), latest())
        .onComplete(
            result -> context.response().setStatusCode(result.succeeded() ? 204 : 503).end());
  }

  private synchronized Future<?> latest() {
    if (System.nanoTime() - askedAt > TimeUnit.SECONDS.toNanos(1) && answer.isComplete()) {
      askedAt = System.nanoTime();
      answer = ready.get();
    }
    return answer;
  }
}
