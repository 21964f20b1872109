package app.accord.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.accord.authoring.OwnExercises;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;

/**
 * What Marta has written herself, as product.md 8 and mockup 12 have it: one exercise that is
 * published, and one that lacks its end.
 */
final class DemoExercises {
  private static final UUID PUBLISHED = UUID.fromString("6b1f0c52-0020-4000-8000-000000000001");
  private static final UUID DRAFT = UUID.fromString("6b1f0c52-0020-4000-8000-000000000002");

  private final OwnExercises own;

  DemoExercises(OwnExercises own) {
    this.own = own;
  }

  /** A start that was ended in the middle is gone on with. */
  Future<?> write(PersonId by) {
    return own.save(by, PUBLISHED, text("what-i-could-let-go-of"), 0)
        .compose(_ -> own.publish(by, PUBLISHED, 1, false))
        .compose(_ -> own.save(by, DRAFT, text("what-i-need-to-know"), 0));
  }

  private static String text(String name) {
    String file = "/demo/" + name + ".yaml";
    try (InputStream in = DemoExercises.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
