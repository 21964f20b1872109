package app.accord.homework;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Events;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of homework. What a reader gets of a room is what row-level security leaves of it. */
final class HomeworkStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Object TYPES =
      HomeworkRoom.TYPES.stream().map(Class::getSimpleName).toArray(String[]::new);

  private HomeworkStore() {}

  /** Where somebody sits in a room of homework. */
  record Seated(Seat seat, CoupleId couple, @Nullable Seat only, String secrets, String zone) {
    boolean takesPart() {
      return only == null || only == seat;
    }
  }

  /** A room with a seat for whoever does it and one for the therapist, if it is not there yet. */
  static Future<Void> make(Tx tx, CoupleId couple, RoomId room, @Nullable Seat only) {
    @Nullable Short seat = only == null ? null : (short) only.bit();
    return tx.run(
            """
            insert into room (room_id, couple_id, kind, for_seat)
            values ($1, $2, 'homework', $3) on conflict do nothing\
            """,
            room,
            couple,
            seat)
        .compose(
            made ->
                made == 0
                    ? Future.succeededFuture()
                    : tx.run("insert into room_head (room_id) values ($1)", room)
                        .compose(
                            _ ->
                                tx.run(
                                    """
                                    insert into seat_holder (room_id, seat, person_id)
                                    select $1, seat, person_id from roster
                                    where couple_id = $2 and (seat = 6 or seat <= 5 and seat = coalesce($3, seat))\
                                    """,
                                    room,
                                    couple,
                                    seat)))
        .mapEmpty();
  }

  /** Lets the others of the case read what the author of this room has given to all. */
  static Future<Integer> seatReaders(Tx tx, RoomId room) {
    return tx.run(
        """
        insert into seat_holder (room_id, seat, person_id)
        select r.room_id, o.seat, o.person_id from room r join roster o on o.couple_id = r.couple_id
        where r.room_id = $1 and o.seat <= 5 and o.seat <> r.for_seat
        on conflict do nothing\
        """,
        room);
  }

  /** From new to old. */
  static Future<List<HomeworkRoom>> ofCouple(Tx tx, CoupleId couple) {
    return ofCouples(tx, List.of(couple));
  }

  /** Of all of these, from new to old. */
  static Future<List<HomeworkRoom>> ofCouples(Tx tx, Collection<CoupleId> couples) {
    return tx.list(
            """
            select r.room_id, r.couple_id, r.for_seat, e.type, e.v, e.facts::text as facts
            from room r join room_event e on e.room_id = r.room_id
            where r.couple_id = any ($1) and r.kind = 'homework' and e.type = any ($2)
            order by r.created_at desc, r.room_id, e.seq\
            """,
            row -> row,
            couples.stream().map(CoupleId::value).toArray(UUID[]::new),
            TYPES)
        .map(HomeworkStore::rooms);
  }

  static Future<Optional<Seated>> seated(Tx tx, PersonId me, RoomId room) {
    return tx.one(
        """
        select h.seat, r.couple_id, r.for_seat, c.secrets, c.zone
        from seat_holder h
          join room r on r.room_id = h.room_id and r.kind = 'homework'
          join couple c on c.couple_id = r.couple_id
        where h.room_id = $1 and h.person_id = $2 and h.until is null\
        """,
        row ->
            new Seated(
                Seat.at(row.getShort("seat")),
                new CoupleId(row.getUUID("couple_id")),
                seat(row.getShort("for_seat")),
                row.getString("secrets"),
                row.getString("zone")),
        room,
        me);
  }

  private static List<HomeworkRoom> rooms(List<Row> rows) {
    var events = new LinkedHashMap<RoomId, List<RoomEvent>>();
    var first = new LinkedHashMap<RoomId, Row>();
    for (Row row : rows) {
      var room = new RoomId(row.getUUID("room_id"));
      first.putIfAbsent(room, row);
      events.computeIfAbsent(room, _ -> new ArrayList<>()).add(event(row));
    }
    return first.entrySet().stream()
        .map(
            room ->
                HomeworkRoom.of(
                    room.getKey(),
                    new CoupleId(room.getValue().getUUID("couple_id")),
                    seat(room.getValue().getShort("for_seat")),
                    events.getOrDefault(room.getKey(), List.of())))
        .toList();
  }

  private static RoomEvent event(Row row) {
    try {
      ObjectNode facts = JSON.readValue(row.getString("facts"), ObjectNode.class);
      return Events.withWordsGone(row.getString("type"), row.getShort("v"), facts);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("facts that cannot be read");
    }
  }

  private static @Nullable Seat seat(@Nullable Short bit) {
    return bit == null ? null : Seat.at(bit);
  }
}
