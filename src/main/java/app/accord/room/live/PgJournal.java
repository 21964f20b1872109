package app.accord.room.live;

import app.accord.db.Db;
import app.accord.db.Engine;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.seal.Keys;
import app.accord.seal.Seal;
import app.accord.seal.SealingKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The journals in PostgreSQL. */
public final class PgJournal implements Journal {
  private static final int HEAD = 0;
  private static final int WHOLE = 3;

  /** One of the engine's three connections is left to sessions and to what other servers wrote. */
  private static final int OPENED_AT_ONCE = 2;

  /** Backwards from the head: a resume reads what was missed and not what came before. */
  private static final String STREAM =
      """
      select e.seq, e.at, e.by_seat, e.type, e.v, e.facts::text as facts, e.words_id, w.key_id, w.sealed,
        h.until is null as seated
      from seat_holder h
        join room_event e on e.room_id = h.room_id and (e.audience >> h.seat) & 1 = 1
        left join words w on w.room_id = e.room_id and w.seq = e.seq
      where h.room_id = $1 and h.seat = $3 and e.seq <= $2
      order by e.seq desc limit $4\
      """;

  private final Vertx vertx;
  private final Db db;
  private final Keys keys;
  private final JournalWriter writer;
  private final Turns openings = new Turns(OPENED_AT_ONCE);

  public PgJournal(Vertx vertx, Db db, Seal seal) {
    this.vertx = vertx;
    this.db = db;
    this.keys = seal.keys();
    this.writer = new JournalWriter(db.engine());
  }

  @Override
  public Future<Appended> append(Batch batch) {
    var open = Sealing.takeApart(batch);
    return keys.ofRoom(batch.room())
        .compose(known -> append(open, keys.forSealing(known, Sealing.owners(open, known))))
        .recover(JournalWriter::outcome);
  }

  private Future<Appended> append(Sealing.OpenBatch open, SealingKeys sealing) {
    RoomId room = open.batch().room();
    return writer
        .append(Sealing.seal(open, sealing))
        .onComplete(
            result -> {
              if (result.succeeded() && result.result() instanceof Appended.Committed) {
                keys.kept(room, sealing);
              } else {
                keys.notKept(room, sealing);
              }
            });
  }

  @Override
  public Future<Head> head(RoomId room) {
    return db.engine()
        .call(Engine.Call.ROOM_LOAD, JournalRows::head, Tuple.of(room.value(), HEAD))
        .map(
            heads -> {
              if (heads.isEmpty()) {
                throw new NoSuchElementException("no room " + room);
              }
              return heads.getFirst();
            });
  }

  @Override
  public Future<Map<RoomId, Standing>> standing(Collection<RoomId> rooms) {
    UUID[] ids = rooms.stream().map(RoomId::value).toArray(UUID[]::new);
    return db.engine()
        .call(Engine.Call.ROOM_HEADS, JournalRows::standing, Tuple.tuple().addArrayOfUUID(ids))
        .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Future<Loaded> load(RoomId room) {
    return openings.take(() -> loadNow(room));
  }

  private Future<Loaded> loadNow(RoomId room) {
    Future<List<Row>> rows =
        db.engine().call(Engine.Call.ROOM_LOAD, row -> row, Tuple.of(room.value(), WHOLE));
    return keys.along(room, rows)
        // A long room takes tens of milliseconds to open: not on an event loop.
        .compose(
            known ->
                vertx.executeBlocking(() -> JournalRows.whole(room, rows.result(), known), false));
  }

  @Override
  public Future<List<Numbered>> read(RoomId room, PersonId reader, Seat seat, long after) {
    return head(room).compose(head -> read(room, reader, seat, after, head));
  }

  private Future<List<Numbered>> read(
      RoomId room, PersonId reader, Seat seat, long after, Head head) {
    long count = head.counts().get(seat.bit());
    if (after >= count) {
      return Future.succeededFuture(List.of());
    }
    return stream(room, reader, seat, head.seq(), count - after)
        .compose(
            rows ->
                rows.isEmpty() || rows.getFirst().getBoolean("seated")
                    ? numbered(room, rows, count - rows.size())
                    : stopped(room, reader, seat, head, after));
  }

  /** A seat that has ended: its stream stops before the head, so it is counted from its start. */
  private Future<List<Numbered>> stopped(
      RoomId room, PersonId reader, Seat seat, Head head, long after) {
    return stream(room, reader, seat, head.seq(), Long.MAX_VALUE)
        .compose(rows -> numbered(room, rows, 0))
        .map(all -> all.stream().filter(event -> event.n() > after).toList());
  }

  private Future<List<Row>> stream(RoomId room, PersonId reader, Seat seat, long upTo, long limit) {
    return db.readAs(
        reader, tx -> tx.list(STREAM, row -> row, room, upTo, (short) seat.bit(), limit));
  }

  private Future<List<Numbered>> numbered(RoomId room, List<Row> newestFirst, long after) {
    var used =
        newestFirst.stream().map(row -> row.getUUID("key_id")).filter(Objects::nonNull).toList();
    return keys.ofRoomWith(room, used)
        .compose(
            known ->
                vertx.executeBlocking(
                    () -> JournalRows.numbered(room, newestFirst.reversed(), known, after), false));
  }
}
