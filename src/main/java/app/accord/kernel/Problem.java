package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it: the same object over HTTP and WebSocket. {@code type} is
 * {@code /problems/<name>}; the browser picks its words by it and never shows {@code detail}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, int status, String title, @Nullable String detail) {

  public static Problem of(String name, int status, String title) {
    return new Problem("/problems/" + name, status, title, null);
  }

  /** The same answer for what is missing and for what is somebody else's: existence is private. */
  public static final Problem NOT_FOUND = of("not-found", 404, "There is nothing here");

  /** Somebody's words are not written over unseen: two pages have changed the same. */
  public static final Problem CHANGED_ELSEWHERE =
      of("changed-elsewhere", 409, "This was changed on another page");
}
