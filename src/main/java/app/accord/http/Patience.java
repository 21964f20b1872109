package app.accord.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections that do not get to the end of a request's head. Vert.x itself waits for ever
 * as long as a byte comes now and then, so that a few hundred slow lines would use up the server.
 * Of one event loop.
 */
final class Patience {
  private final Vertx vertx;
  private final long firstMs;
  private final long nextMs;
  private final Map<HttpConnection, Long> waiting = new HashMap<>();

  /**
   * @param firstMs until a new connection has asked something
   * @param nextMs until it asks again
   */
  Patience(Vertx vertx, long firstMs, long nextMs) {
    this.vertx = vertx;
    this.firstMs = firstMs;
    this.nextMs = nextMs;
  }

  void opened(HttpConnection connection) {
    await(connection, firstMs);
    connection.closeHandler(_ -> stop(connection));
  }

  void asked(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    stop(connection);
    request
        .response()
        .endHandler(
            _ -> {
              if (request.response().getStatusCode() != 101) {
                await(connection, nextMs);
              }
            });
  }

  private void await(HttpConnection connection, long ms) {
    stop(connection);
    waiting.put(connection, vertx.setTimer(ms, _ -> connection.close()));
  }

  private void stop(HttpConnection connection) {
    Long timer = waiting.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
