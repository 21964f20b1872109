package app.accord.session;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.room.Seat;
import app.accord.session.PlannedSession.Place;
import app.accord.session.PlannedSession.State;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of planned sessions. */
final class SessionStore {
  private static final String SESSIONS =
      """
      select p.session_id, p.couple_id, p.room_id, p.number, p.starts_at, p.minutes, p.place, p.state,
        r.session_id is not null as signed,
        array(select e.exercise from planned_exercise e where e.session_id = p.session_id order by e.place) as planned,
        array(select d.exercise from exercise_done d where d.room_id = p.room_id order by d.run) as done
      from planned_session p left join session_record r on r.session_id = p.session_id
      """;

  private SessionStore() {}

  static Future<List<PlannedSession>> ofCouple(Tx tx, CoupleId couple) {
    return tx.list(
        SESSIONS + "where p.couple_id = $1 order by p.number desc", SessionStore::session, couple);
  }

  /** What a day's page needs: what is not over, what was since then, what is not signed. */
  static Future<List<PlannedSession>> current(Tx tx, Collection<CoupleId> couples, Instant since) {
    return tx.list(
        SESSIONS
            + """
              where p.couple_id = any ($1)
                and (p.state <> 'closed' or p.starts_at >= $2 or r.session_id is null)
              order by p.starts_at, p.session_id\
              """,
        SessionStore::session,
        ids(couples),
        since);
  }

  static Future<Optional<PlannedSession>> one(Tx tx, SessionId session) {
    return tx.one(SESSIONS + "where p.session_id = $1", SessionStore::session, session);
  }

  /**
   * Until this transaction ends nobody else plans for this couple: two who look for a session at
   * the same moment would both find none, and each make one.
   */
  static Future<?> oneAtATime(Tx tx, CoupleId couple) {
    return tx.one(
        "select from pg_advisory_xact_lock(hashtextextended('plan ' || $1::uuid::text, 0))",
        _ -> true,
        couple);
  }

  /** Started and not closed, or planned for that day; what runs before what is to come. */
  static Future<Optional<PlannedSession>> ofDay(
      Tx tx, CoupleId couple, Instant from, Instant until) {
    return tx.one(
        SESSIONS
            + """
              where p.couple_id = $1 and p.state <> 'closed' and p.starts_at >= $2 and p.starts_at < $3
              order by p.state = 'planned', p.starts_at limit 1\
              """,
        SessionStore::session,
        couple,
        from,
        until);
  }

  static Future<Map<CoupleId, PastSessions>> past(Tx tx, Collection<CoupleId> couples) {
    return tx.list(
            """
            select couple_id, count(*) as sessions, max(starts_at) as last from planned_session
            where couple_id = any ($1) and state = 'closed' group by couple_id\
            """,
            row -> row,
            ids(couples))
        .map(
            rows -> {
              var past = new HashMap<CoupleId, PastSessions>();
              for (Row row : rows) {
                past.put(
                    new CoupleId(row.getUUID("couple_id")),
                    new PastSessions(
                        row.getInteger("sessions"), row.getOffsetDateTime("last").toInstant()));
              }
              return past;
            });
  }

  /** Whether the door has opened for whoever asks: it may have opened for the other alone. */
  static Future<Boolean> doorOpened(Tx tx, RoomId room) {
    return tx.one(
            "select from room_event where room_id = $1 and type = 'DoorOpened' limit 1",
            _ -> true,
            room)
        .map(found -> found.orElse(false));
  }

  /** A session with its room, its journal's head and a seat for everyone of the case. */
  static Future<Void> plan(
      Tx tx, CoupleId couple, SessionId session, RoomId room, Instant startsAt, Place place) {
    return Future.all(
            List.of(
                tx.run(
                    "insert into room (room_id, couple_id, kind) values ($1, $2, 'live')",
                    room,
                    couple),
                tx.run("insert into room_head (room_id) values ($1)", room),
                tx.run(
                    """
                    insert into seat_holder (room_id, seat, person_id)
                    select $1, seat, person_id from roster where couple_id = $2\
                    """,
                    room,
                    couple),
                tx.run(
                    """
                    insert into planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place)
                    select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6 from planned_session where couple_id = $2\
                    """,
                    session,
                    couple,
                    room,
                    startsAt,
                    Sessions.MINUTES,
                    place.wire())))
        .mapEmpty();
  }

  static Future<Integer> move(Tx tx, SessionId session, Place place) {
    return tx.run(
        "update planned_session set place = $2 where session_id = $1", session, place.wire());
  }

  static Future<Integer> putIn(Tx tx, PlannedSession session, String exercise) {
    return tx.run(
        """
        insert into planned_exercise (session_id, couple_id, place, exercise)
        select $1, $2, coalesce(max(place), 0) + 1, $3 from planned_exercise where session_id = $1\
        """,
        session.id(),
        session.couple(),
        exercise);
  }

  /** The room as somebody who sits in it may know it. */
  static Future<Optional<Rooms.Seated>> seated(Tx tx, PersonId me, RoomId room) {
    return tx.one(
        """
        select h.seat, p.session_id, p.couple_id, c.secrets, c.zone
        from seat_holder h
          join planned_session p on p.room_id = h.room_id
          join couple c on c.couple_id = p.couple_id
        where h.room_id = $1 and h.person_id = $2 and h.until is null\
        """,
        Rooms.Seated::of,
        room,
        me);
  }

  /** Where somebody sits in a room of whatever kind. */
  static Future<Optional<Seat>> seat(Tx tx, PersonId me, RoomId room) {
    return tx.one(
        "select seat from seat_holder where room_id = $1 and person_id = $2 and until is null",
        row -> Seat.at(row.getShort("seat")),
        room,
        me);
  }

  /**
   * The journal says, within the reader's own part of it, that this exercise was started there,
   * handed in from there, or shown on its stage.
   */
  static Future<Boolean> wasStarted(Tx tx, RoomId room, String digest) {
    return tx.one(
            """
            select from room_event
            where room_id = $1 and type in ('ExerciseStarted', 'GivenToAll', 'StageShown') and facts ->> 'digest' = $2 limit 1\
            """,
            _ -> true,
            room,
            digest)
        .map(found -> found.orElse(false));
  }

  private static Object ids(Collection<CoupleId> couples) {
    return couples.stream().map(CoupleId::value).toArray(UUID[]::new);
  }

  private static PlannedSession session(Row row) {
    return new PlannedSession(
        new SessionId(row.getUUID("session_id")),
        new CoupleId(row.getUUID("couple_id")),
        new RoomId(row.getUUID("room_id")),
        row.getInteger("number"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getInteger("minutes"),
        Place.of(row.getString("place")),
        State.of(row.getString("state")),
        row.getBoolean("signed"),
        List.of(row.getArrayOfStrings("planned")),
        List.of(row.getArrayOfStrings("done")));
  }
}
