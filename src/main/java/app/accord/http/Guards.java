package app.accord.http;

import app.accord.kernel.Problem;
import app.accord.kernel.Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is looked at before anything of a request's body is read. */
final class Guards {
  private static final Set<HttpMethod> METHODS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "::1");

  private final String origin;
  private final boolean onLocalhost;
  private final Set<String> fromServers;

  /**
   * @param fromServers paths that no browser posts to, so that a browser's marks are not asked for
   */
  Guards(Settings.Http settings, Set<String> fromServers) {
    this.origin = origin(settings.publicUrl());
    this.onLocalhost = "localhost".equals(settings.publicUrl().getHost());
    this.fromServers = Set.copyOf(fromServers);
  }

  static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  void known(RoutingContext context) {
    if (!METHODS.contains(context.request().method())) {
      context.fail(new Refused(Refused.METHOD));
    } else if (!hasPath(context)) {
      context.fail(new Refused(Refused.BAD));
    } else {
      context.next();
    }
  }

  private static boolean hasPath(RoutingContext context) {
    try {
      return context.normalizedPath().startsWith("/");
    } catch (IllegalArgumentException notDecodable) {
      return false;
    }
  }

  /** The cookie belongs to localhost; at the number of this machine it would not be found. */
  void atItsName(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (onLocalhost
        && SAFE.contains(request.method())
        && request.authority() != null
        && LOOPBACK.contains(request.authority().host())
        && !context.normalizedPath().startsWith("/api/")
        && !isProbe(context)) {
      context.response().setStatusCode(302).putHeader("Location", origin + request.uri()).end();
    } else {
      context.next();
    }
  }

  private static boolean isProbe(RoutingContext context) {
    return Set.of("/health", "/ready").contains(context.normalizedPath());
  }

  /** S-44: another site can send a form or a beacon, but none of these marks. */
  void ownPages(RoutingContext context) {
    Optional<Problem> wrong =
        fromServers.contains(context.normalizedPath())
            ? Optional.empty()
            : wrong(context.request());
    wrong.ifPresentOrElse(problem -> context.fail(new Refused(problem)), context::next);
  }

  private Optional<Problem> wrong(HttpServerRequest request) {
    if (SAFE.contains(request.method())) {
      return Optional.empty();
    }
    if (!"1".equals(request.getHeader("X-Accord")) || !fromHere(request)) {
      return Optional.of(Refused.ELSEWHERE);
    }
    if (Bodies.announced(request) && !isJson(request.getHeader("Content-Type"))) {
      return Optional.of(Refused.NOT_JSON);
    }
    return Optional.empty();
  }

  private boolean fromHere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null ? "same-origin".equals(site) : isOwn(request.getHeader("Origin"));
  }

  /** A missing Origin is not ours: browsers always send one where it is asked for. */
  boolean isOwn(@Nullable String given) {
    return origin.equals(given);
  }

  private static boolean isJson(@Nullable String type) {
    if (type == null) {
      return false;
    }
    String plain = type.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.equals("application/json") || plain.equals("application/json;charset=utf-8");
  }
}
