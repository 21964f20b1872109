package app.accord.seal;

import app.accord.kernel.PersonId;
import app.accord.kernel.Saved;
import io.vertx.core.Future;
import java.util.Optional;

/** What became of sealed words on their way into a row that has a version. */
public sealed interface Written {

  /** They lie there now. */
  record Now(int version) implements Written {}

  /** Others lie there, or the same from before. */
  record Before(Sealed words, int version) implements Written {}

  /** There is no row for them. */
  record Nowhere() implements Written {}

  /** What was there when nothing was written. */
  static Written instead(Optional<Before> there) {
    return there.<Written>map(before -> before).orElseGet(Nowhere::new);
  }

  /** The same words, already there: an answer was lost, and they were sent again. */
  default Future<Saved> saved(Seal seal, PersonId as, Place place, String text) {
    return switch (this) {
      case Now(int version) -> Future.succeededFuture(new Saved.Kept(version));
      case Before(Sealed words, int version) ->
          seal.open(as, place, words)
              .map(
                  there ->
                      there.filter(text::equals).isPresent()
                          ? new Saved.Kept(version)
                          : new Saved.Elsewhere());
      case Nowhere() -> Future.succeededFuture(new Saved.Nowhere());
    };
  }
}
