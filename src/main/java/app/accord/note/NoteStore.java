package app.accord.note;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of private notes. */
final class NoteStore {
  private static final String NOTES =
      """
      select n.note_id, n.version, n.made_at, n.key_id, n.sealed, p.room_id
      from note n left join planned_session p on p.session_id = n.session_id
      """;

  private NoteStore() {}

  /** A note as it lies in the database. */
  record Kept(UUID id, Sealed words, Instant at, int version, @Nullable RoomId room) {
    static Kept of(Row row) {
      @Nullable UUID room = row.getUUID("room_id");
      return new Kept(
          row.getUUID("note_id"),
          new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
          row.getOffsetDateTime("made_at").toInstant(),
          row.getInteger("version"),
          room == null ? null : new RoomId(room));
    }
  }

  static Future<List<Kept>> list(Tx tx, PersonId me, CoupleId couple) {
    return tx.list(
        NOTES + "where n.couple_id = $1 and n.author = $2 order by n.made_at, n.note_id",
        Kept::of,
        couple,
        me);
  }

  static Future<Optional<Written.Before>> one(Tx tx, PersonId me, CoupleId couple, UUID note) {
    return tx.one(
            NOTES + "where n.note_id = $1 and n.couple_id = $2 and n.author = $3",
            Kept::of,
            note,
            couple,
            me)
        .map(found -> found.map(kept -> new Written.Before(kept.words(), kept.version())));
  }

  /** A room that is not one of this couple's sessions is no room of the note's. */
  static Future<Integer> begin(
      Tx tx,
      PersonId me,
      CoupleId couple,
      UUID note,
      @Nullable RoomId room,
      Sealed words,
      Instant at) {
    return tx.run(
        """
        insert into note (note_id, author, couple_id, session_id, made_at, changed_at, key_id, sealed)
        values ($1, $2, $3,
          (select session_id from planned_session where room_id = $4 and couple_id = $3), $5, $5, $6, $7)
        on conflict do nothing\
        """,
        note,
        me,
        couple,
        room,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> change(
      Tx tx, PersonId me, CoupleId couple, UUID note, int version, Sealed words, Instant at) {
    return tx.run(
        """
        update note set version = version + 1, changed_at = $5, key_id = $6, sealed = $7
        where note_id = $1 and couple_id = $2 and author = $3 and version = $4\
        """,
        note,
        couple,
        me,
        version,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> tearOut(Tx tx, PersonId me, CoupleId couple, UUID note) {
    return tx.run(
        "delete from note where note_id = $1 and couple_id = $2 and author = $3", note, couple, me);
  }
}
