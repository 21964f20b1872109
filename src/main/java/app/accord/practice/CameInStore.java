package app.accord.practice;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.session.PlannedSession;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;

/** The SQL of what has come in. Policies leave of it what is the therapist's. */
final class CameInStore {
  private CameInStore() {}

  private record From(String what, Seat by) {
    static From of(Row row) {
      return new From(row.getString("what"), Seat.at(row.getShort("seat")));
    }
  }

  static Future<CameIn> since(Tx tx, PersonId me, CoupleId couple, PlannedSession last) {
    Instant from = last.startsAt();
    Future<Row> counted =
        tx.one(
                """
                select
                  (select count(*)::int from message m where m.couple_id = $1 and m.author <> $2 and not exists (
                    select from message_seen s where s.message_id = m.message_id and s.person_id = $2)) as messages,
                  (select count(*)::int from win w where w.couple_id = $1 and w.at > $3) as wins\
                """,
                row -> row,
                couple,
                me,
                from)
            .map(java.util.Optional::orElseThrow);
    Future<List<From>> came =
        tx.list(
            """
            select distinct came.what, r.seat from (
              select 'checkins' as what, person_id from checkin_answer where couple_id = $1 and closes_at > $2
              union all select 'pages', person_id from diary_share where couple_id = $1 and shared_at > $2
              union all select 'after', person_id from session_scales where session_id = $3) came
            join roster r on r.couple_id = $1 and r.person_id = came.person_id order by r.seat\
            """,
            From::of,
            couple,
            from,
            last.id());
    return Future.all(counted, came)
        .map(
            _ ->
                new CameIn(
                    from,
                    counted.result().getInteger("messages"),
                    counted.result().getInteger("wins"),
                    seats(came.result(), "checkins"),
                    seats(came.result(), "pages"),
                    seats(came.result(), "after")));
  }

  private static List<Seat> seats(List<From> came, String what) {
    return came.stream().filter(one -> one.what().equals(what)).map(From::by).toList();
  }
}
