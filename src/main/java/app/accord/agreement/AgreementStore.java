package app.accord.agreement;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of agreements. Their words and marks are in journals; here is only where these are. */
final class AgreementStore {
  private AgreementStore() {}

  /** A session's room, or the one in which an agreement lives on. */
  record Session(CoupleId couple, ZoneId zone) {}

  /** Which session and which run of an exercise in it an agreement comes from. */
  record Source(CoupleId couple, RoomId room, int run) {}

  /** An agreement's own room. */
  record Own(Source from, ZoneId zone) {}

  /** From old to new, as far as the reader sits in them. */
  static Future<List<RoomId>> ofCouple(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select room_id from room where couple_id = $1 and kind = 'agreement'
        order by created_at, room_id\
        """,
        row -> new RoomId(row.getUUID("room_id")),
        couple);
  }

  /** Empty: it is no session's room. */
  static Future<Optional<Session>> session(Tx tx, RoomId room) {
    return tx.one(
        """
        select p.couple_id, c.zone
        from planned_session p join couple c on c.couple_id = p.couple_id where p.room_id = $1\
        """,
        row ->
            new Session(new CoupleId(row.getUUID("couple_id")), ZoneId.of(row.getString("zone"))),
        room);
  }

  /**
   * Sessions that are over, in which something was written, and from which nothing was taken up.
   */
  static Future<List<RoomId>> behind(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select p.room_id from planned_session p
        where p.couple_id = $1 and p.state = 'closed'
          and exists (select from room_event e where e.room_id = p.room_id and e.type = 'LineAdded')
          and not exists (select from room r where r.from_room = p.room_id)\
        """,
        row -> new RoomId(row.getUUID("room_id")),
        couple);
  }

  /** Empty: it is no agreement's room, or none of the reader's. */
  static Future<Optional<Own>> own(Tx tx, RoomId room) {
    return tx.one(
        """
        select r.couple_id, r.from_room, r.from_run, c.zone
        from room r join couple c on c.couple_id = r.couple_id
        where r.room_id = $1 and r.kind = 'agreement'\
        """,
        row ->
            new Own(
                new Source(
                    new CoupleId(row.getUUID("couple_id")),
                    new RoomId(row.getUUID("from_room")),
                    row.getInteger("from_run")),
                ZoneId.of(row.getString("zone"))),
        room);
  }

  /** A room with a seat for everybody of the case, if it is not there yet. */
  static Future<Void> make(Tx tx, RoomId room, Source from) {
    return tx.run(
            """
            insert into room (room_id, couple_id, kind, from_room, from_run)
            values ($1, $2, 'agreement', $3, $4) on conflict do nothing\
            """,
            room,
            from.couple(),
            from.room(),
            from.run())
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
                                    select $1, seat, person_id from roster where couple_id = $2\
                                    """,
                                    room,
                                    from.couple())))
        .mapEmpty();
  }

  /** What pages of the case say of it: its title, when it is looked at again, whether it ended. */
  record Row(
      ExerciseStarted exercise,
      int signed,
      LocalDate madeOn,
      LocalDate lookOn,
      @Nullable LocalDate endedOn,
      UUID titleId,
      Sealed title) {}

  static Future<Integer> copy(Tx tx, Source from, Row row) {
    return tx.run(
        """
        insert into agreement_made
          (room_id, run, couple_id, exercise, version, made_on, review_on, ended_on, signed, title_id, title_key, title)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (room_id, run) do update set
          made_on = excluded.made_on, review_on = excluded.review_on, ended_on = excluded.ended_on,
          signed = excluded.signed,
          title_id = excluded.title_id, title_key = excluded.title_key, title = excluded.title
        where agreement_made.signed <= excluded.signed\
        """,
        from.room(),
        from.run(),
        from.couple(),
        row.exercise().exercise(),
        row.exercise().version(),
        row.madeOn(),
        row.lookOn(),
        row.endedOn(),
        row.signed(),
        row.titleId(),
        row.title().key(),
        row.title().bytes());
  }
}
