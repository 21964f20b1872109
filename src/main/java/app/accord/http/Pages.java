package app.accord.http;

import app.accord.kernel.ClassPathFolder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web app's files, read once from the class path folder {@code webroot}. Only what was found
 * there is served, by its exact name: there is no path that could lead out of it.
 */
final class Pages {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "webp", "image/webp",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  /** Vite's name for a file that never changes: it carries a hash of its content. */
  private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

  private static final String SHELL = "/index.html";

  private final Map<String, Page> pages;

  private record Page(String type, Buffer bytes, Optional<Buffer> brotli) {}

  private Pages(Map<String, Page> pages) {
    this.pages = pages;
  }

  static Pages ofClassPath(String folder) {
    try {
      return of(ClassPathFolder.files(folder));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Pages of(Map<String, byte[]> files) {
    Map<String, Page> pages = new HashMap<>();
    files.forEach(
        (name, bytes) -> {
          String type = TYPES.get(extension(name));
          if (type != null && !isHidden(name)) {
            byte[] smaller = files.get(name + ".br");
            pages.put(
                "/" + name,
                new Page(
                    type, Buffer.buffer(bytes), Optional.ofNullable(smaller).map(Buffer::buffer)));
          }
        });
    return new Pages(Map.copyOf(pages));
  }

  /** A file, or the app's shell for any address of the app; what looks like a file is missing. */
  void serveApp(RoutingContext context) {
    String path = context.normalizedPath();
    if (pages.containsKey(path) || path.contains(".")) {
      serve(context, "");
    } else {
      shell(context);
    }
  }

  /** The file that the rest of the path names, or nothing. */
  void serve(RoutingContext context, String under) {
    String path = context.normalizedPath().substring(under.length());
    Page page = pages.get(path);
    if (page == null) {
      context.next();
    } else {
      send(context, path, page);
    }
  }

  private void shell(RoutingContext context) {
    Page shell = pages.get(SHELL);
    if (shell == null) {
      context
          .response()
          .setStatusCode(503)
          .putHeader("Content-Type", "text/plain; charset=utf-8")
          .end("Accord runs, but its pages were not built into it.\n");
    } else {
      send(context, SHELL, shell);
    }
  }

  private static void send(RoutingContext context, String path, Page page) {
    HttpServerResponse response = context.response().putHeader("Content-Type", page.type());
    if (HASHED.matcher(path).matches()) {
      response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else if (!page.type().startsWith("text/html")) {
      response.putHeader("Cache-Control", "no-cache");
    }
    if (page.brotli().isPresent()) {
      response.putHeader("Vary", "Accept-Encoding");
      if (takesBrotli(context.request().getHeader("Accept-Encoding"))) {
        response.putHeader("Content-Encoding", "br").end(page.brotli().get());
        return;
      }
    }
    response.end(page.bytes());
  }

  private static boolean takesBrotli(@Nullable String accepted) {
    return accepted != null
        && Pattern.compile("[,;\\s]+").splitAsStream(accepted).anyMatch("br"::equals);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
