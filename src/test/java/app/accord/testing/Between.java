package app.accord.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands between Accord and Keycloak: counts what is asked, and can be away. */
public final class Between {
  private final URI target;
  private final HttpServer server;
  private final HttpClient client;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  private Between(Vertx vertx, URI target) {
    this.target = target;
    this.client = vertx.createHttpClient();
    this.server =
        vertx.createHttpServer().requestHandler(this::pass).listen(0, "127.0.0.1").await();
  }

  /** Passes on to that address what comes to {@link #address}. */
  public static Between before(Vertx vertx, URI target) {
    return new Between(vertx, target);
  }

  public URI address() {
    return URI.create("http://localhost:" + server.actualPort() + target.getPath());
  }

  /** From now on nobody is there; or somebody again. */
  public void away(boolean isAway) {
    away = isAway;
  }

  /** How often this was asked for, by the end of its address. */
  public long asked(String what) {
    return asked.stream().filter(path -> path.endsWith(what)).count();
  }

  private void pass(HttpServerRequest request) {
    if (away) {
      request.connection().close();
      return;
    }
    asked.add(request.path());
    request
        .body()
        .compose(
            body ->
                client
                    .request(
                        new RequestOptions()
                            .setMethod(request.method())
                            .setAbsoluteURI("http://" + target.getAuthority() + request.uri()))
                    .compose(
                        on -> {
                          request.headers().remove("Host");
                          on.headers().addAll(request.headers());
                          return on.send(body);
                        }))
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        body ->
                            reply(
                                request,
                                answer.statusCode(),
                                answer.getHeader("Content-Type"),
                                body)))
        .onFailure(_ -> request.connection().close());
  }

  private static Future<Void> reply(
      HttpServerRequest request, int status, @Nullable String type, Buffer body) {
    if (type != null) {
      request.response().putHeader("Content-Type", type);
    }
    return request.response().setStatusCode(status).end(body);
  }
}
