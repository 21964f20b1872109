package app.accord.room.live;

import app.accord.db.Db;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Circumstances;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Seat;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who sits where, as that person may see it. */
final class PlaceStore {
  private static final String MINE =
      """
      select h.seat, h.from_seq, r.couple_id, c.secrets, c.ceiling, c.zone, p.starts_at
      from seat_holder h
        join room r on r.room_id = h.room_id
        join couple c on c.couple_id = r.couple_id
        join planned_session p on p.room_id = r.room_id
      where h.room_id = $1 and h.person_id = $2 and h.until is null\
      """;
  private static final String CASE =
      """
      select s.seat, s.person_id, p.short_name
      from roster s join room r on r.couple_id = s.couple_id join person p on p.person_id = s.person_id
      where r.room_id = $1 order by s.seat\
      """;

  private final Db db;

  PlaceStore(Db db) {
    this.db = db;
  }

  /** Empty: no such room, or no seat of theirs in it. */
  Future<Optional<Place>> of(PersonId person, RoomId room) {
    return db.readAs(
        person,
        tx -> {
          // Sent together: one way there and back for both.
          Future<Optional<Row>> mine = tx.one(MINE, row -> row, room, person);
          Future<List<Row>> all = tx.list(CASE, row -> row, room);
          return Future.all(mine, all)
              .map(_ -> mine.result().map(row -> place(person, row, all.result())));
        });
  }

  private static Place place(PersonId person, Row mine, List<Row> all) {
    Map<Seat, String> names = new LinkedHashMap<>();
    Map<Seat, PersonId> holders = new LinkedHashMap<>();
    for (Row row : all) {
      Seat seat = Seat.at(row.getShort("seat"));
      names.put(seat, row.getString("short_name"));
      holders.put(seat, new PersonId(row.getUUID("person_id")));
    }
    return new Place(
        person,
        Seat.at(mine.getShort("seat")),
        mine.getLong("from_seq"),
        new CoupleId(mine.getUUID("couple_id")),
        names,
        holders,
        new Circumstances(
            new LinkedHashSet<>(names.keySet()),
            Secrets.valueOf(mine.getString("secrets").toUpperCase(Locale.ROOT).replace('-', '_')),
            mine.getShort("ceiling"),
            ZoneId.of(mine.getString("zone"))),
        mine.getOffsetDateTime("starts_at").toInstant());
  }
}
