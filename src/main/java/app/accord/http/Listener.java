package app.accord.http;

import app.accord.kernel.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import java.util.List;

/** Accepts connections on one event loop. All of them share port and routes. */
final class Listener extends VerticleBase {
  private final Settings.Http settings;
  private final Router router;

  Listener(Settings.Http settings, Router router) {
    this.settings = settings;
    this.router = router;
  }

  @Override
  public Future<?> start() {
    Patience patience = new Patience(vertx, 10_000, 60_000);
    return vertx
        .createHttpServer(options(settings))
        .connectionHandler(patience::opened)
        .requestHandler(
            request -> {
              patience.asked(request);
              router.handle(request);
            })
        .invalidRequestHandler(request -> request.connection().close())
        .listen(settings.port(), settings.host());
  }

  static HttpServerOptions options(Settings.Http settings) {
    HttpServerOptions options =
        new HttpServerOptions()
            // While it waits whether HTTP/2 comes, Vert.x tells nobody that a line is open.
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setIdleTimeout(75)
            // A compressed frame's length tells of the words in it, and a small one may unfold to a
            // huge one before any limit is looked at.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(16 * 1024)
            .setMaxWebSocketMessageSize(32 * 1024)
            .setWebSocketSubProtocols(List.of("accord.room.v1"))
            .setWebSocketClosingTimeout(1);
    settings
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PfxOptions()
                            .setPath(tls.pkcs12().toString())
                            .setPassword(tls.password())));
    return options;
  }
}
