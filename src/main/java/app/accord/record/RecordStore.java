package app.accord.record;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.room.Seat;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of session records. */
final class RecordStore {
  private RecordStore() {}

  /**
   * A session that is over, as one of its therapists finds it.
   *
   * @param language the leading therapist's, in which the record is written
   */
  record Over(
      SessionId id,
      CoupleId couple,
      RoomId room,
      int number,
      Instant startsAt,
      String place,
      String zone,
      Seat you,
      String language,
      @Nullable Signature signed) {}

  /** The signature; bytes are null for a record from before they were kept. */
  @SuppressWarnings("ArrayRecordComponent") // It goes to a column and is never compared.
  record Signature(String by, Instant at, @Nullable Sealed words, byte @Nullable [] digest) {
    @Nullable String hex() {
      return digest == null ? null : HexFormat.of().formatHex(digest);
    }
  }

  /** An addition as it lies in the database. */
  record Added(UUID id, String by, Instant at, Sealed words) {}

  static Future<Optional<Over>> over(Tx tx, PersonId me, CoupleId couple, SessionId session) {
    return tx.one(
        """
        select p.session_id, p.couple_id, p.room_id, p.number, p.starts_at, p.place, c.zone, s.seat,
          coalesce(lead.language, 'en') as language,
          r.signed_at, r.key_id, r.sealed, r.digest, coalesce(signer.name, '') as signer
        from planned_session p
          join couple c on c.couple_id = p.couple_id
          join case_seat s on s.couple_id = p.couple_id and s.person_id = $1 and s.until is null and s.seat between 6 and 10
          left join roster l on l.couple_id = p.couple_id and l.seat = 6
          left join person lead on lead.person_id = l.person_id
          left join session_record r on r.session_id = p.session_id
          left join person signer on signer.person_id = r.signed_by
        where p.session_id = $3 and p.couple_id = $2 and p.state = 'closed'\
        """,
        RecordStore::over,
        me,
        couple,
        session);
  }

  private static Over over(Row row) {
    return new Over(
        new SessionId(row.getUUID("session_id")),
        new CoupleId(row.getUUID("couple_id")),
        new RoomId(row.getUUID("room_id")),
        row.getInteger("number"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getString("place"),
        row.getString("zone"),
        Seat.at(row.getShort("seat")),
        row.getString("language"),
        signature(row));
  }

  private static @Nullable Signature signature(Row row) {
    @Nullable OffsetDateTime at = row.getOffsetDateTime("signed_at");
    if (at == null) {
      return null;
    }
    @Nullable Buffer bytes = row.getBuffer("sealed");
    return new Signature(
        row.getString("signer"),
        at.toInstant(),
        bytes == null ? null : new Sealed(row.getUUID("key_id"), bytes.getBytes()),
        bytes == null ? null : row.getBuffer("digest").getBytes());
  }

  static Future<Optional<Written.Before>> words(Tx tx, SessionId session) {
    return tx.one(
        "select version, key_id, sealed from record_words where session_id = $1",
        row ->
            new Written.Before(
                new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
                row.getInteger("version")),
        session);
  }

  static Future<Integer> begin(Tx tx, Over session, Sealed words, Instant at) {
    return tx.run(
        """
        insert into record_words (session_id, couple_id, changed_at, key_id, sealed)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        session.id(),
        session.couple(),
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> change(Tx tx, Over session, int version, Sealed words, Instant at) {
    return tx.run(
        """
        update record_words set version = version + 1, changed_at = $3, key_id = $4, sealed = $5
        where session_id = $1 and version = $2\
        """,
        session.id(),
        version,
        at,
        words.key(),
        words.bytes());
  }

  /** Nothing when it is signed already. */
  static Future<Integer> sign(
      Tx tx, PersonId me, Over session, Instant at, Sealed words, byte[] digest) {
    return tx.run(
        """
        insert into session_record (session_id, couple_id, signed_by, signed_at, key_id, sealed, digest)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
        """,
        session.id(),
        session.couple(),
        me,
        at,
        words.key(),
        words.bytes(),
        digest);
  }

  static Future<List<Added>> additions(Tx tx, SessionId session) {
    return tx.list(
        """
        select a.addition_id, a.at, a.key_id, a.sealed, coalesce(p.name, '') as author
        from record_addition a left join person p on p.person_id = a.author
        where a.session_id = $1 order by a.at, a.addition_id\
        """,
        row ->
            new Added(
                row.getUUID("addition_id"),
                row.getString("author"),
                row.getOffsetDateTime("at").toInstant(),
                new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes())),
        session);
  }

  static Future<Integer> add(Tx tx, PersonId me, Over session, UUID id, Instant at, Sealed words) {
    return tx.run(
        """
        insert into record_addition (addition_id, session_id, couple_id, author, at, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
        """,
        id,
        session.id(),
        session.couple(),
        me,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Boolean> hasAddition(Tx tx, PersonId me, Over session, UUID id) {
    return tx.one(
            "select from record_addition where addition_id = $1 and session_id = $2 and author = $3",
            _ -> true,
            id,
            session.id(),
            me)
        .map(found -> found.orElse(false));
  }
}
