package app.accord.seal;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys of one room: its couple's, its case's and those of everyone who sits or sat there. */
public final class RoomKeys {
  private final CoupleId couple;
  private final Map<Integer, PersonId> holders;
  private final Map<UUID, DataKey> byId = new HashMap<>();
  private final Map<Owner, DataKey> newest = new HashMap<>();

  RoomKeys(CoupleId couple, Map<Integer, PersonId> holders, List<DataKey> keys) {
    this.couple = couple;
    this.holders = holders;
    for (DataKey key : keys) {
      byId.put(key.id(), key);
      newest.merge(key.owner(), key, (one, two) -> one.version() > two.version() ? one : two);
    }
  }

  RoomKeys with(List<DataKey> more) {
    var all = new ArrayList<>(byId.values());
    all.addAll(more);
    return new RoomKeys(couple, holders, all);
  }

  public CoupleId couple() {
    return couple;
  }

  /** Who sits at this place of the room, counted as the journal does. */
  public Optional<PersonId> holder(int seat) {
    return Optional.ofNullable(holders.get(seat));
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
