package app.accord.instrument;

import app.accord.instrument.AskedStore.Kept;
import app.accord.kernel.PersonId;
import app.accord.seal.Owner;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Answers, sealed as words are: with what their author tells the therapist. */
final class Answers {
  /** Skipped. */
  private static final String NONE = "-";

  private final Seal seal;

  Answers(Seal seal) {
    this.seal = seal;
  }

  /**
   * What one person answered to one asking.
   *
   * @param values by item; empty where the item was skipped
   */
  record Sheet(Map<String, OptionalInt> values) {
    static final Sheet EMPTY = new Sheet(Map.of());

    Sheet {
      values = Map.copyOf(values);
    }

    /** Those that have a value. */
    Map<String, Integer> given() {
      var given = new HashMap<String, Integer>();
      values.forEach((item, value) -> value.ifPresent(it -> given.put(item, it)));
      return given;
    }
  }

  private record Opened(UUID asked, String item, OptionalInt value) {}

  Future<Sealed> seal(PersonId me, UUID asked, String item, OptionalInt value) {
    String text = value.isPresent() ? String.valueOf(value.getAsInt()) : NONE;
    return seal.seal(Owner.told(me), me, AskedStore.place(asked, item), text);
  }

  /** By asking; what is gone is not there. */
  Future<Map<UUID, Sheet>> open(PersonId as, Collection<Kept> all) {
    return Future.all(all.stream().map(kept -> open(as, kept)).toList())
        .map(
            opened -> {
              var values = new HashMap<UUID, Map<String, OptionalInt>>();
              opened.<Optional<Opened>>list().stream()
                  .flatMap(Optional::stream)
                  .forEach(
                      one ->
                          values
                              .computeIfAbsent(one.asked(), _ -> new HashMap<>())
                              .put(one.item(), one.value()));
              var sheets = new HashMap<UUID, Sheet>();
              values.forEach((asked, of) -> sheets.put(asked, new Sheet(of)));
              return sheets;
            });
  }

  private Future<Optional<Opened>> open(PersonId as, Kept kept) {
    return seal.open(as, kept.place(), kept.value())
        .map(text -> text.map(it -> new Opened(kept.asked(), kept.item(), value(it))));
  }

  private static OptionalInt value(String text) {
    return text.equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }
}
