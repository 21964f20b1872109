package app.accord.seal;

import app.accord.kernel.CoupleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys of one room: its couple's, its case's and those of everyone who sits or sat there. */
public final class RoomKeys {
  private final CoupleId couple;
  private final Map<UUID, DataKey> byId = new HashMap<>();
  private final Map<Owner, DataKey> newest = new HashMap<>();

  RoomKeys(CoupleId couple, List<DataKey> keys) {
    this.couple = couple;
    for (DataKey key : keys) {
      byId.put(key.id(), key);
      newest.merge(key.owner(), key, (one, two) -> one.version() > two.version() ? one : two);
    }
  }

  RoomKeys with(List<DataKey> more) {
    var all = new ArrayList<>(byId.values());
    all.addAll(more);
    return new RoomKeys(couple, all);
  }

  public CoupleId couple() {
    return couple;
  }

  /** The key that seals now. */
  public Optional<DataKey> of(Owner owner) {
    return Optional.ofNullable(newest.get(owner));
  }

  /** The key that sealed then; empty when it was shredded. */
  public Optional<DataKey> byId(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }
}
