package app.accord.room.live;

import app.accord.db.Db;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Circumstances;
import app.accord.room.Seat;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up who may sit where, each under their own policies. */
final class RoomStore {
  // That the door opened counts for whom it opened, as their policies show it: to the other one a
  // door that answers early would tell of a talk with one alone.
  private static final String PLACE =
      """
      select h.seat, r.couple_id, r.kind, r.for_seat, c.secrets, c.ceiling, c.zone, o.seat as other, p.short_name,
        case when s.state = 'planned' or s.state = 'open' and not exists (
          select from room_event e where e.room_id = r.room_id and e.type = 'DoorOpened') then s.starts_at end as waits_for
      from seat_holder h
        join room r on r.room_id = h.room_id
        join couple c on c.couple_id = r.couple_id
        join roster o on o.couple_id = r.couple_id
        join person p on p.person_id = o.person_id
        left join planned_session s on s.room_id = h.room_id
      where h.room_id = $1 and h.person_id = $2 and h.until is null\
      """;

  private final Db db;

  RoomStore(Db db) {
    this.db = db;
  }

  /** Empty: no such room, or no seat of this person's in it now. The two look the same. */
  Future<Optional<Place>> place(PersonId person, RoomId room) {
    return db.readAs(person, tx -> tx.list(PLACE, row -> row, room, person))
        .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(place(rows)));
  }

  private static Place place(List<Row> rows) {
    var names = new EnumMap<Seat, String>(Seat.class);
    rows.forEach(row -> names.put(Seat.at(row.getShort("other")), row.getString("short_name")));
    Row one = rows.getFirst();
    @Nullable OffsetDateTime waitsFor = one.getOffsetDateTime("waits_for");
    return new Place(
        Seat.at(one.getShort("seat")),
        new CoupleId(one.getUUID("couple_id")),
        names,
        new Table.Policy(
            secrets(one.getString("secrets")),
            one.getShort("ceiling"),
            ZoneId.of(one.getString("zone")),
            "homework".equals(one.getString("kind"))
                ? new Table.Homework(Set.copyOf(names.keySet()), seat(one.getShort("for_seat")))
                : null,
            "agreement".equals(one.getString("kind"))),
        waitsFor == null ? null : waitsFor.toInstant());
  }

  private static @Nullable Seat seat(@Nullable Short bit) {
    return bit == null ? null : Seat.at(bit);
  }

  private static Circumstances.Secrets secrets(String column) {
    return Circumstances.Secrets.valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
