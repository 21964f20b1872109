package app.accord.http;

import app.accord.kernel.Problem;
import app.accord.kernel.Saved;
import io.vertx.core.buffer.Buffer;

/** What an operation answers. */
public sealed interface Reply {

  /** {@code body} becomes JSON by its record's components. */
  record Json(int status, Object body) implements Reply {}

  /** A file to keep, by its media type. */
  record File(String type, String name, Buffer bytes) implements Reply {}

  record Empty() implements Reply {}

  record Failed(Problem problem) implements Reply {}

  static Reply ok(Object body) {
    return new Json(200, body);
  }

  static Reply created(Object body) {
    return new Json(201, body);
  }

  /** A PDF. Its name on the reader's disk tells nothing to whoever shares that disk. */
  static Reply pdf(Buffer bytes) {
    return new File("application/pdf", "page.pdf", bytes);
  }

  /** 204. */
  static Reply empty() {
    return new Empty();
  }

  /** What is missing and what is somebody else's: the same. */
  static Reply notFound() {
    return new Failed(Problem.NOT_FOUND);
  }

  /** Answers 200 with the version that is kept now, or says why nothing was saved. */
  static Reply saved(Saved saved) {
    return switch (saved) {
      case Saved.Kept kept -> ok(kept);
      case Saved.Elsewhere() -> new Failed(Problem.CHANGED_ELSEWHERE);
      case Saved.Nowhere() -> notFound();
    };
  }
}
