package app.accord.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/** Knows who stands behind a request's cookie. */
public interface Doorkeeper {

  /** Fails only when the sessions cannot be read now. The request is paused. */
  Future<Entry> who(HttpServerRequest request);

  /** What the cookie is good for. */
  sealed interface Entry {

    /** A live session. */
    record In(Caller caller) implements Entry {}

    /** A session that waits to be unlocked: it gets no content. */
    record Locked(Caller caller) implements Entry {}

    /** No cookie, or one whose session is over. */
    record Nobody() implements Entry {}
  }
}
