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
import org.jspecify.annotations.Nullable;

/** Looks up who may sit where, each under their own policies. */
final class RoomStore {
  private static final String PLACE =
      """
      select h.seat, r.couple_id, c.secrets, c.ceiling, c.zone, s.starts_at, s.state, o.seat as other, p.short_name
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
    @Nullable OffsetDateTime startsAt = one.getOffsetDateTime("starts_at");
    return new Place(
        Seat.at(one.getShort("seat")),
        new CoupleId(one.getUUID("couple_id")),
        names,
        new Table.Policy(
            secrets(one.getString("secrets")),
            one.getShort("ceiling"),
            ZoneId.of(one.getString("zone"))),
        // Before its time a door is opened for all of the case at once, so this tells nothing.
        startsAt == null || !"planned".equals(one.getString("state"))
            ? null
            : startsAt.toInstant());
  }

  private static Circumstances.Secrets secrets(String column) {
    return Circumstances.Secrets.valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
