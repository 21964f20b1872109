package app.accord.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Brings results home. */
public final class Contexts {
  private Contexts() {}

  /**
   * The same result on the context of now: a result that several share arrives on the thread of
   * whoever asked first, and a request may be touched by its own event loop only.
   */
  public static <T> Future<T> here(Vertx vertx, Future<T> elsewhere) {
    Context context = vertx.getOrCreateContext();
    Promise<T> here = Promise.promise();
    elsewhere.onComplete(result -> context.runOnContext(_ -> here.handle(result)));
    return here.future();
  }
}
