package app.accord.progress;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of progress. Policies hold it from everybody outside the case. */
final class ProgressStore {
  private ProgressStore() {}

  /** A letter as it lies in the database. */
  record KeptLetter(UUID id, Instant at, Sealed words) {}

  /** A small win as it lies in the database. */
  record KeptWin(UUID id, PersonId author, @Nullable Seat by, Instant at, Sealed words) {}

  /** A line as it lies in the database. */
  record KeptLine(RoomId room, UUID id, LocalDate on, UUID textId, Sealed words) {}

  /** An exercise that was done together, by its id. */
  record DoneOne(String exercise, LocalDate on, boolean inSession) {}

  static Future<List<KeptLetter>> letters(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select letter_id, at, key_id, sealed from letter
        where couple_id = $1 order by at desc, letter_id\
        """,
        ProgressStore::letter,
        couple);
  }

  static Future<List<KeptWin>> wins(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select w.win_id, w.author, r.seat, w.at, w.key_id, w.sealed
        from win w left join roster r on r.couple_id = w.couple_id and r.person_id = w.author
        where w.couple_id = $1 order by w.at desc, w.win_id\
        """,
        ProgressStore::win,
        couple);
  }

  static Future<List<KeptLine>> lines(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select k.room_id, k.line_id, k.kept_on, k.text_id, k.text_key, k.text from line_kept k
        where k.couple_id = $1 and not exists (
          select from line_down d where d.room_id = k.room_id and d.line_id = k.line_id)
        order by k.kept_on desc, k.room_id desc, k.line_id\
        """,
        row ->
            new KeptLine(
                new RoomId(row.getUUID("room_id")),
                row.getUUID("line_id"),
                row.getLocalDate("kept_on"),
                row.getUUID("text_id"),
                new Sealed(row.getUUID("text_key"), row.getBuffer("text").getBytes())),
        couple);
  }

  /** In sessions and at home, where it is done once all have handed it in. */
  static Future<List<DoneOne>> done(Tx tx, CoupleId couple, ZoneId zone) {
    return tx.list(
        """
        select exercise, done_on, true as in_session, room_id, run from exercise_done where couple_id = $1
        union all
        select given.facts ->> 'exercise', (over.at at time zone $2)::date, false, r.room_id, 1
        from room r
          join room_event given on given.room_id = r.room_id and given.type = 'HomeworkGiven'
          join room_event over on over.room_id = r.room_id and over.type = 'HandedOver'
        where r.couple_id = $1 and r.kind = 'homework' and r.for_seat is null
        order by done_on desc, room_id desc, run desc\
        """,
        row ->
            new DoneOne(
                row.getString("exercise"),
                row.getLocalDate("done_on"),
                row.getBoolean("in_session")),
        couple,
        zone.getId());
  }

  static Future<List<LocalDate>> sessions(Tx tx, CoupleId couple, ZoneId zone) {
    return tx.list(
        """
        select (starts_at at time zone $2)::date as day from planned_session
        where couple_id = $1 and state = 'closed' order by starts_at desc\
        """,
        row -> row.getLocalDate("day"),
        couple,
        zone.getId());
  }

  // Letters

  /** Of two that come with one id the first stands. */
  static Future<Integer> send(Tx tx, PersonId me, CoupleId couple, UUID id, Sealed words) {
    return tx.run(
        """
        insert into letter (letter_id, couple_id, author, key_id, sealed)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        id,
        couple,
        me,
        words.key(),
        words.bytes());
  }

  static Future<Optional<KeptLetter>> sent(Tx tx, PersonId me, CoupleId couple, UUID id) {
    return tx.one(
        """
        select letter_id, at, key_id, sealed from letter
        where letter_id = $1 and couple_id = $2 and author = $3\
        """,
        ProgressStore::letter,
        id,
        couple,
        me);
  }

  static Future<Optional<Written.Before>> draft(Tx tx, PersonId me, CoupleId couple) {
    return tx.one(
        "select version, key_id, sealed from letter_draft where couple_id = $1 and author = $2",
        row -> new Written.Before(sealed(row), row.getInteger("version")),
        couple,
        me);
  }

  static Future<Integer> begin(Tx tx, PersonId me, CoupleId couple, Sealed words, Instant at) {
    return tx.run(
        """
        insert into letter_draft (couple_id, author, changed_at, key_id, sealed)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        couple,
        me,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> change(
      Tx tx, PersonId me, CoupleId couple, int version, Sealed words, Instant at) {
    return tx.run(
        """
        update letter_draft set version = version + 1, changed_at = $4, key_id = $5, sealed = $6
        where couple_id = $1 and author = $2 and version = $3\
        """,
        couple,
        me,
        version,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> dropDraft(Tx tx, PersonId me, CoupleId couple) {
    return tx.run("delete from letter_draft where couple_id = $1 and author = $2", couple, me);
  }

  // Small wins and kept lines

  /** Of two that come with one id the first stands. */
  static Future<Integer> add(Tx tx, PersonId me, CoupleId couple, UUID id, Sealed words) {
    return tx.run(
        """
        insert into win (win_id, couple_id, author, key_id, sealed)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        id,
        couple,
        me,
        words.key(),
        words.bytes());
  }

  static Future<Optional<KeptWin>> added(Tx tx, PersonId me, CoupleId couple, UUID id) {
    return tx.one(
        """
        select w.win_id, w.author, r.seat, w.at, w.key_id, w.sealed
        from win w left join roster r on r.couple_id = w.couple_id and r.person_id = w.author
        where w.win_id = $1 and w.couple_id = $2 and w.author = $3\
        """,
        ProgressStore::win,
        id,
        couple,
        me);
  }

  static Future<Integer> takeDown(Tx tx, PersonId me, UUID win) {
    return tx.run("delete from win where win_id = $1 and author = $2", win, me);
  }

  /** 1 also for one that is down already: whoever took it down is not told apart. */
  static Future<Integer> takeDown(Tx tx, CoupleId couple, RoomId room, UUID line) {
    return tx.run(
            """
            insert into line_down (room_id, line_id, couple_id)
            select room_id, line_id, couple_id from line_kept
            where room_id = $1 and line_id = $2 and couple_id = $3 on conflict do nothing\
            """,
            room,
            line,
            couple)
        .compose(
            _ ->
                tx.one(
                    "select from line_down where room_id = $1 and line_id = $2 and couple_id = $3",
                    _ -> 1,
                    room,
                    line,
                    couple))
        .map(found -> found.orElse(0));
  }

  private static KeptLetter letter(Row row) {
    return new KeptLetter(
        row.getUUID("letter_id"), row.getOffsetDateTime("at").toInstant(), sealed(row));
  }

  private static KeptWin win(Row row) {
    @Nullable Short seat = row.getShort("seat");
    return new KeptWin(
        row.getUUID("win_id"),
        new PersonId(row.getUUID("author")),
        seat == null ? null : Seat.at(seat),
        row.getOffsetDateTime("at").toInstant(),
        sealed(row));
  }

  private static Sealed sealed(Row row) {
    return new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes());
  }
}
