package app.accord.http;

import app.accord.kernel.Settings;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer carries (S-73, S-74), whatever comes of the request. */
final class SecurityHeaders implements Handler<RoutingContext> {
  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(Settings settings) {
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " connect-src 'self'; media-src 'self'; worker-src 'self'; base-uri 'none';"
            + " form-action 'self' "
            + Guards.origin(settings.keycloak().issuer())
            + "; frame-ancestors 'none'; require-trusted-types-for 'script';"
            + " trusted-types accord");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(self), microphone=(self)");
    headers.put("Cache-Control", "no-store");
    if ("https".equals(settings.http().publicUrl().getScheme())) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap answer = context.response().headers();
    headers.forEach(answer::set);
    context.next();
  }
}
