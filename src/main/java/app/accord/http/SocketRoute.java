package app.accord.http;

import io.vertx.core.http.HttpServerRequest;

/** What takes a WebSocket. */
@FunctionalInterface
public interface SocketRoute {
  /**
   * Called when cookie, session and Origin have been found good. The request is paused; the route
   * looks at all else, then upgrades it or answers with a status.
   */
  void open(Caller caller, HttpServerRequest request);
}
