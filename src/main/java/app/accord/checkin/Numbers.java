package app.accord.checkin;

import app.accord.checkin.CheckinStore.Kept;
import app.accord.checkin.CheckinStore.Spot;
import app.accord.kernel.PersonId;
import app.accord.seal.Owner;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers, sealed as words are: that somebody answered with 2 is theirs to tell. */
final class Numbers {
  static final String ANSWERS = "checkin_answer";
  static final String COPIES = "checkin_shared";

  /** Skipped. Sealed it is as long as a number, so a row tells nothing of which it is. */
  private static final String NONE = "-";

  private final Seal seal;

  Numbers(Seal seal) {
    this.seal = seal;
  }

  /** A number that was opened; without one the question was skipped. */
  record Opened(Spot spot, OptionalInt number) {}

  Future<Sealed> seal(Owner owner, Spot spot, String table, OptionalInt number) {
    String text = number.isPresent() ? String.valueOf(number.getAsInt()) : NONE;
    return seal.seal(owner, spot.person(), spot.place(table), text);
  }

  /** Those that are still there. */
  Future<List<Opened>> open(PersonId as, String table, Collection<Kept> all) {
    return Future.all(all.stream().map(kept -> open(as, table, kept)).toList())
        .map(opened -> opened.<Optional<Opened>>list().stream().flatMap(Optional::stream).toList());
  }

  private Future<Optional<Opened>> open(PersonId as, String table, Kept kept) {
    return seal.open(as, kept.spot().place(table), kept.number())
        .map(text -> text.map(it -> new Opened(kept.spot(), number(it))));
  }

  private static OptionalInt number(String text) {
    return text.equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }
}
