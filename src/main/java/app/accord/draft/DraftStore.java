package app.accord.draft;

import app.accord.db.Tx;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** The SQL of drafts. */
final class DraftStore {
  private DraftStore() {}

  /** A draft as it lies in the database. */
  record Kept(String field, Sealed words, Instant at) {}

  /** Whoever has left a room finds nothing there, the own words come with the person's data. */
  static Future<Boolean> isSeated(Tx tx, PersonId me, RoomId room) {
    return tx.one(
            "select from seat_holder where room_id = $1 and person_id = $2 and until is null",
            _ -> true,
            room,
            me)
        .map(found -> found.orElse(false));
  }

  static Future<List<Kept>> list(Tx tx, PersonId me, RoomId room) {
    return tx.list(
        """
        select field, key_id, sealed, at from draft
        where room_id = $1 and person_id = $2 order by field\
        """,
        row ->
            new Kept(
                row.getString("field"),
                new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
                row.getOffsetDateTime("at").toInstant()),
        room,
        me);
  }

  static Future<Integer> put(
      Tx tx, PersonId me, RoomId room, String field, Sealed words, Instant at) {
    return tx.run(
        """
        insert into draft (room_id, person_id, field, key_id, sealed, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (room_id, person_id, field)
          do update set key_id = excluded.key_id, sealed = excluded.sealed, at = excluded.at\
        """,
        room,
        me,
        field,
        words.key(),
        words.bytes(),
        at);
  }

  static Future<Integer> delete(Tx tx, PersonId me, RoomId room, String field) {
    return tx.run(
        "delete from draft where room_id = $1 and person_id = $2 and field = $3", room, me, field);
  }
}
