package app.accord.seal;

import app.accord.db.Db;
import app.accord.db.Engine;
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
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds keys, makes the first of each owner, and remembers them for a minute at the most. */
public final class Keys {
  private static final int WITH_KEYS = 2;
  private static final int HOLDER = 1;
  private static final int KEY = 2;
  private static final String COLUMNS =
      "key_id, owner_kind, owner, version, wrapped as sealed from data_key";

  private final Db db;
  private final KeyRing ring;
  private final Remembered<RoomId, RoomKeys> rooms;
  private final Remembered<Asked<Owner>, DataKey> owners;
  private final Remembered<Asked<UUID>, DataKey> ids;

  /** First keys on their way to the database. */
  private final Map<Owner, Wrapped> making = new ConcurrentHashMap<>();

  /**
   * First keys that have arrived there. A room's keys may have been read just before that, and are
   * remembered for as long as these.
   */
  private final Remembered<Owner, DataKey> arrived;

  Keys(Db db, KeyRing ring, Remembered.Clock clock) {
    this.db = db;
    this.ring = ring;
    this.rooms = new Remembered<>(clock);
    this.owners = new Remembered<>(clock);
    this.ids = new Remembered<>(clock);
    this.arrived = new Remembered<>(clock);
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

  /**
   * With a key for each of these owners. What is missing is made, and kept by nobody yet; rooms
   * that need it at the same time share it.
   */
  public SealingKeys forSealing(RoomKeys known, Collection<Owner> needed) {
    var more = new ArrayList<DataKey>();
    var first = new ArrayList<FirstKey>();
    for (Owner owner : needed) {
      if (known.of(owner).isEmpty()) {
        @Nullable Wrapped underWay = making.get(owner);
        var there = underWay == null ? arrived.now(owner) : Optional.<DataKey>empty();
        more.add(there.orElseGet(() -> make(owner, first)));
      }
    }
    return new SealingKeys(known, more.isEmpty() ? known : known.with(more), first);
  }

  private DataKey make(Owner owner, List<FirstKey> first) {
    Wrapped made = making.computeIfAbsent(owner, ring::make);
    first.add(FirstKey.of(made));
    return ring.unwrap(made);
  }

  /** What was sealed with these is kept now, and so are the keys. */
  public void kept(RoomId room, SealingKeys keys) {
    for (FirstKey key : keys.first()) {
      // In this order, and looked for in the other: at no moment is it in neither.
      keys.all().byId(key.id()).ifPresent(made -> arrived.put(key.owner(), made));
      leave(key);
    }
    rooms.replace(room, keys.known(), keys.all());
  }

  /** It is not, perhaps since somebody else has made a key first: the next question reads it. */
  public void notKept(RoomId room, SealingKeys keys) {
    if (!keys.first().isEmpty()) {
      keys.first().forEach(this::leave);
      rooms.forget(room);
    }
  }

  private void leave(FirstKey key) {
    making.computeIfPresent(
        key.owner(), (_, wrapped) -> wrapped.id().equals(key.id()) ? null : wrapped);
  }

  /** The keys that come along with a room's journal, remembered like any that were read. */
  public Future<RoomKeys> along(RoomId room, Future<List<Row>> loaded) {
    return rooms.renew(room, () -> loaded.map(rows -> in(room, rows)));
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
    making.clear();
    arrived.clear();
  }

  /** Only where somebody else was first is there anything to read. */
  private Future<DataKey> first(Owner owner, PersonId as) {
    return make(owner, as)
        .compose(made -> made.isPresent() ? known(made) : read(owner, as).compose(Keys::known));
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

  private RoomKeys in(RoomId room, List<Row> loaded) {
    if (loaded.isEmpty()) {
      throw new NoSuchElementException("no room " + room);
    }
    return new RoomKeys(
        new CoupleId(loaded.getFirst().getUUID("couple")),
        loaded.stream()
            .filter(row -> row.getInteger("kind") == HOLDER)
            .collect(
                Collectors.toMap(
                    row -> row.getInteger("seat"), row -> new PersonId(row.getUUID("person")))),
        loaded.stream().filter(row -> row.getInteger("kind") == KEY).map(this::unwrap).toList());
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
