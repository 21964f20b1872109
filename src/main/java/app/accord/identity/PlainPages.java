package app.accord.identity;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The few pages that must be there when nothing else is: without script, in the house's look. */
final class PlainPages {

  /** One each. */
  enum Page {
    /** Keycloak, or the database, cannot be reached. */
    AWAY(503),
    /** A sign-in that was too old, was used, or did not hold. */
    FAILED(400),
    /** Signed in, and nothing here is for them. */
    NO_ROLE(403);

    private final int status;

    Page(int status) {
      this.status = status;
    }
  }

  private final Map<Page, String> pages = new EnumMap<>(Page.class);

  PlainPages() {
    String frame = text("/pages/plain.html");
    JsonObject words = new JsonObject(text("/pages/plain.en.json"));
    for (Page page : Page.values()) {
      String filled = filled(frame, words);
      pages.put(page, filled(filled, words.getJsonObject(page.name().toLowerCase(Locale.ROOT))));
    }
  }

  private static String filled(String frame, JsonObject words) {
    String filled = frame;
    for (String name : words.fieldNames()) {
      if (words.getValue(name) instanceof String word) {
        filled = filled.replace("{" + name + "}", word);
      }
    }
    return filled;
  }

  void send(RoutingContext context, Page page) {
    context
        .response()
        .setStatusCode(page.status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(pages.get(page));
  }

  private static String text(String resource) {
    try (InputStream in = PlainPages.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
