package app.accord.http;

import app.accord.kernel.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;

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
    Patience patience = new Patience(vertx);
    return vertx
        .createHttpServer(options())
        .connectionHandler(patience::opened)
        .requestHandler(
            request -> {
              patience.asked(request);
              router.handle(request);
            })
        .invalidRequestHandler(request -> request.connection().close())
        .listen(settings.port(), settings.host());
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setIdleTimeout(75)
            // What lies in a frame is random to others; compressed, its length would tell of it,
            // and a small frame could unfold to a large one before any limit is looked at.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(16 * 1024)
            .setMaxWebSocketMessageSize(32 * 1024)
            .setWebSocketSubProtocols(java.util.List.of("accord.room.v1"))
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
