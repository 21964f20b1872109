package app.accord.checkin;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.seal.Place;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The SQL of what is asked after a session. */
final class SessionScaleStore {
  /**
   * The last closing that nobody took back, in a session that this reader was let in to: who never
   * was does not learn from this that there was one.
   */
  private static final String ENDED =
      """
      select p.session_id, p.couple_id, p.room_id, c.at from planned_session p
      join lateral (
        select e.at, e.seq from room_event e
        where e.room_id = p.room_id and e.type = 'RoomClosed' order by e.seq desc limit 1) c on true
      where exists (select from room_event e where e.room_id = p.room_id and e.type = 'DoorOpened')
        and not exists (
          select from room_event e where e.room_id = p.room_id and e.type = 'RoomReopened' and e.seq > c.seq)
      """;

  private SessionScaleStore() {}

  /** A session that is over. */
  record Ended(SessionId session, CoupleId couple, RoomId room, Instant at) {}

  /** What one partner answered, still sealed. */
  record Kept(
      SessionId session,
      CoupleId couple,
      RoomId room,
      int number,
      Instant startsAt,
      PersonId person,
      Sealed answers) {}

  static Place place(SessionId session, PersonId person) {
    return Place.of("session_scales", "sealed", session + "|" + person);
  }

  static Future<Optional<Ended>> ended(Tx tx, PersonId me, RoomId room) {
    return tx.one(
        ENDED
            + """
              and p.room_id = $1 and exists (
                select from seat_holder h where h.room_id = p.room_id and h.person_id = $2 and h.until is null and h.seat <= 5)\
              """,
        SessionScaleStore::ended,
        room,
        me);
  }

  /** The last one that ended after that, and that this person has not answered for. */
  static Future<Optional<Ended>> unanswered(
      Tx tx, PersonId me, CoupleId couple, Instant startedAfter, Instant endedAfter) {
    return tx.one(
        ENDED
            + """
              and p.couple_id = $1 and p.starts_at > $3 and c.at > $4
              and not exists (select from session_scales s where s.session_id = p.session_id and s.person_id = $2)
              order by c.at desc limit 1\
              """,
        SessionScaleStore::ended,
        couple,
        me,
        startedAfter,
        endedAfter);
  }

  static Future<Optional<Sealed>> of(Tx tx, PersonId me, SessionId session) {
    return tx.one(
        "select key_id, sealed from session_scales where session_id = $1 and person_id = $2",
        row -> CheckinStore.sealed(row, "sealed"),
        session,
        me);
  }

  static Future<Integer> put(Tx tx, PersonId me, Ended ended, Sealed answers) {
    return tx.run(
        """
        insert into session_scales (session_id, couple_id, person_id, key_id, sealed)
        values ($1, $2, $3, $4, $5)
        on conflict (session_id, person_id)
          do update set key_id = excluded.key_id, sealed = excluded.sealed\
        """,
        ended.session(),
        ended.couple(),
        me,
        answers.key(),
        answers.bytes());
  }

  /** From new to old. */
  static Future<List<Kept>> all(Tx tx, Collection<CoupleId> of) {
    return tx.list(
        """
        select p.session_id, p.couple_id, p.room_id, p.number, p.starts_at, s.person_id, s.key_id, s.sealed
        from session_scales s join planned_session p on p.session_id = s.session_id
        where s.couple_id = any ($1) order by p.starts_at desc, s.person_id\
        """,
        row ->
            new Kept(
                new SessionId(row.getUUID("session_id")),
                new CoupleId(row.getUUID("couple_id")),
                new RoomId(row.getUUID("room_id")),
                row.getInteger("number"),
                row.getOffsetDateTime("starts_at").toInstant(),
                new PersonId(row.getUUID("person_id")),
                CheckinStore.sealed(row, "sealed")),
        CheckinStore.ids(of));
  }

  /** The days of sessions that were, from old to new, by the couple's clock. */
  static Future<List<LocalDate>> days(Tx tx, CoupleId couple, ZoneId zone) {
    return tx.list(
        """
        select starts_at from planned_session
        where couple_id = $1 and state = 'closed' order by starts_at\
        """,
        row -> day(row, zone),
        couple);
  }

  /** The same of those that this partner was let in to: of the others nothing is told. */
  static Future<List<LocalDate>> daysOfPartner(Tx tx, CoupleId couple, ZoneId zone) {
    return tx.list(
        """
        select p.starts_at from planned_session p
        where p.couple_id = $1 and p.state = 'closed'
          and exists (select from room_event e where e.room_id = p.room_id and e.type = 'DoorOpened')
        order by p.starts_at\
        """,
        row -> day(row, zone),
        couple);
  }

  private static LocalDate day(Row row, ZoneId zone) {
    return row.getOffsetDateTime("starts_at").atZoneSameInstant(zone).toLocalDate();
  }

  private static Ended ended(Row row) {
    return new Ended(
        new SessionId(row.getUUID("session_id")),
        new CoupleId(row.getUUID("couple_id")),
        new RoomId(row.getUUID("room_id")),
        row.getOffsetDateTime("at").toInstant());
  }
}
