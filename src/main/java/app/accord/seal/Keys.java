package app.accord.seal;

import app.accord.db.Db;
import app.accord.db.Engine;
import app.accord.db.Trouble;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.seal.KeyRing.Wrapped;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Finds keys, makes the first of each owner, and remembers them for a minute at the most. */
public final class Keys {
  private static final int WITH_KEYS = 2;
  private static final String COLUMNS =
      "key_id, owner_kind, owner, version, wrapped as sealed from data_key";

  private final Db db;
  private final KeyRing ring;
  private final Remembered<RoomId, RoomKeys> rooms;
  private final Remembered<Asked<Owner>, DataKey> owners;
  private final Remembered<Asked<UUID>, DataKey> ids;

  Keys(Db db, KeyRing ring, Remembered.Clock clock) {
    this.db = db;
    this.ring = ring;
    this.rooms = new Remembered<>(clock);
    this.owners = new Remembered<>(clock);
    this.ids = new Remembered<>(clock);
  }

  /** Remembered with who asked: what one person may have is no answer to another. */
  private record Asked<T>(T what, PersonId by) {}

  /** The keys of a room. Fails with {@link NoSuchElementException} for an unknown room. */
  public Future<RoomKeys> ofRoom(RoomId room) {
    return rooms.get(room, () -> readRoom(room));
  }

  /**
   * As {@link #ofRoom}, read anew when one of these is not among what is remembered: another server
   * may have made it a moment ago, and taking its words for gone would be a lie.
   */
  public Future<RoomKeys> ofRoomWith(RoomId room, Collection<UUID> ids) {
    return ofRoom(room)
        .compose(
            keys -> {
              if (ids.stream().allMatch(id -> keys.byId(id).isPresent())) {
                return Future.succeededFuture(keys);
              }
              rooms.forget(room);
              return ofRoom(room);
            });
  }

  /** The keys that came along with a room's journal. */
  public RoomKeys in(RoomId room, List<Row> loaded) {
    if (loaded.isEmpty()) {
      throw new NoSuchElementException("no room " + room);
    }
    var holders = new ArrayList<PersonId>();
    var keys = new ArrayList<DataKey>();
    for (Row row : loaded) {
      switch (row.getInteger("kind")) {
        case 1 -> holders.add(new PersonId(row.getUUID("person")));
        case 2 -> keys.add(unwrap(row));
        default -> {}
      }
    }
    return new RoomKeys(new CoupleId(loaded.getFirst().getUUID("couple")), holders, keys);
  }

  /** As {@link #ofRoom}, with a key for each of these owners; missing ones are made. */
  public Future<RoomKeys> ofRoom(RoomId room, List<Owner> needed) {
    return ofRoom(room)
        .compose(
            keys -> {
              var missing = needed.stream().filter(owner -> keys.of(owner).isEmpty()).toList();
              return missing.isEmpty()
                  ? Future.succeededFuture(keys)
                  : makeFor(keys, missing).compose(made -> withMade(room, keys, made));
            });
  }

  /** Only where somebody else was first is there anything to read. */
  private Future<RoomKeys> withMade(RoomId room, RoomKeys keys, List<Optional<DataKey>> made) {
    if (made.stream().allMatch(Optional::isPresent)) {
      RoomKeys now = keys.with(made.stream().flatMap(Optional::stream).toList());
      rooms.replace(room, keys, now);
      return Future.succeededFuture(now);
    }
    rooms.forget(room);
    return ofRoom(room);
  }

  /** The key that seals now, as this person may have it; made when there is none yet. */
  Future<DataKey> of(Owner owner, PersonId as) {
    return owners.get(
        new Asked<>(owner, as),
        () ->
            read(owner, as).compose(found -> found.isPresent() ? known(found) : first(owner, as)));
  }

  /** The key that sealed then, as this person may have it; empty when it was shredded. */
  Future<Optional<DataKey>> byId(UUID id, PersonId as) {
    return ids.get(
            new Asked<>(id, as),
            () ->
                db.readAs(
                        as,
                        tx -> tx.one("select " + COLUMNS + " where key_id = $1", this::unwrap, id))
                    .compose(Keys::known))
        .map(Optional::of)
        .recover(
            failure ->
                failure instanceof NoSuchElementException
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(failure));
  }

  /** After a shredding: nothing that it sealed shall open for another minute. */
  public void forgetAll() {
    rooms.clear();
    owners.clear();
    ids.clear();
  }

  private Future<DataKey> first(Owner owner, PersonId as) {
    return make(owner, as).compose(_ -> read(owner, as)).compose(Keys::known);
  }

  private static Future<DataKey> known(Optional<DataKey> key) {
    return key.map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new NoSuchElementException("no such key")));
  }

  private Future<Optional<DataKey>> read(Owner owner, PersonId as) {
    return db.readAs(
        as,
        tx ->
            tx.one(
                "select %s where owner_kind = $1 and owner = $2 order by version desc limit 1"
                    .formatted(COLUMNS),
                this::unwrap,
                owner.kind().column(),
                owner.id()));
  }

  /** Each person makes the own key; a couple's or a case's is made by whoever there may. */
  private Future<List<Optional<DataKey>>> makeFor(RoomKeys keys, List<Owner> missing) {
    var making =
        missing.stream()
            .map(
                owner ->
                    owner.kind() == Owner.Kind.PERSON
                        ? make(owner, new PersonId(owner.id()))
                        : makeByAny(owner, keys.holders()))
            .toList();
    return Future.all(making).map(_ -> making.stream().map(Future::result).toList());
  }

  private Future<Optional<DataKey>> makeByAny(Owner owner, List<PersonId> holders) {
    if (holders.isEmpty()) {
      return Future.failedFuture(new NoSuchElementException("nobody there may make a key"));
    }
    return make(owner, holders.getFirst())
        .recover(
            failure ->
                failure instanceof Trouble trouble && trouble.kind() == Trouble.Kind.FORBIDDEN
                    ? makeByAny(owner, holders.subList(1, holders.size()))
                    : Future.failedFuture(failure));
  }

  /** Empty: somebody else was first, and wins; a policy lets only those make it whose key it is. */
  private Future<Optional<DataKey>> make(Owner owner, PersonId as) {
    Wrapped fresh = ring.make(owner);
    return db.as(
            as,
            tx ->
                tx.run(
                    """
                insert into data_key (key_id, owner_kind, owner, version, wrapped)
                values ($1, $2, $3, $4, $5) on conflict do nothing\
                """,
                    fresh.id(),
                    owner.kind().column(),
                    owner.id(),
                    fresh.version(),
                    fresh.bytes()))
        .map(rows -> rows == 1 ? Optional.of(ring.unwrap(fresh)) : Optional.empty());
  }

  private Future<RoomKeys> readRoom(RoomId room) {
    return db.engine()
        .call(Engine.Call.ROOM_LOAD, row -> row, Tuple.of(room.value(), WITH_KEYS))
        .map(rows -> in(room, rows));
  }

  private DataKey unwrap(Row row) {
    Buffer wrapped = row.getBuffer("sealed");
    return ring.unwrap(
        new Wrapped(
            row.getUUID("key_id"),
            new Owner(Owner.Kind.of(row.getString("owner_kind")), row.getUUID("owner")),
            row.getInteger("version"),
            wrapped.getBytes()));
  }
}
