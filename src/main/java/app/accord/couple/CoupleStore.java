package app.accord.couple;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Seat;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The SQL of cases. Policies hold it too; each statement still says whose it asks for. */
final class CoupleStore {
  private CoupleStore() {}

  /** A row of the roster. */
  record Place(CoupleId couple, Member member) {}

  /** An agreement whose title is still sealed. */
  record SealedAgreement(UUID titleId, Sealed title, LocalDate madeOn, LocalDate reviewOn) {}

  static Future<Optional<Reader>> reader(Tx tx, PersonId me) {
    return tx.one(
        "select person_id, short_name, language, zone from person where person_id = $1",
        row ->
            new Reader(
                new PersonId(row.getUUID("person_id")),
                row.getString("short_name"),
                row.getString("language"),
                ZoneId.of(row.getString("zone"))),
        me);
  }

  static Future<List<Couple>> caseload(Tx tx, PersonId me) {
    return tx.list(
        """
        select c.couple_id, c.secrets, c.ceiling, c.zone, c.state, c.since
        from couple c join case_seat s on s.couple_id = c.couple_id
        where s.person_id = $1 and s.until is null and s.seat between 6 and 10
        order by c.since, c.couple_id\
        """,
        CoupleStore::couple,
        me);
  }

  static Future<Optional<Couple>> inCaseload(Tx tx, PersonId me, CoupleId couple) {
    return tx.one(
        """
        select c.couple_id, c.secrets, c.ceiling, c.zone, c.state, c.since
        from couple c join case_seat s on s.couple_id = c.couple_id
        where c.couple_id = $2 and s.person_id = $1 and s.until is null and s.seat between 6 and 10\
        """,
        CoupleStore::couple,
        me,
        couple);
  }

  /** The one that was begun last, if somebody is a partner in several. */
  static Future<Optional<Couple>> ofPartner(Tx tx, PersonId me) {
    return tx.one(
        """
        select c.couple_id, c.secrets, c.ceiling, c.zone, c.state, c.since
        from couple c join case_seat s on s.couple_id = c.couple_id
        where s.person_id = $1 and s.until is null and s.seat between 0 and 5
        order by c.state = 'closed', c.since desc limit 1\
        """,
        CoupleStore::couple,
        me);
  }

  static Future<List<Place>> members(Tx tx, Collection<CoupleId> couples) {
    return tx.list(
        """
        select r.couple_id, r.seat, p.short_name
        from roster r join person p on p.person_id = r.person_id
        where r.couple_id = any ($1) order by r.couple_id, r.seat\
        """,
        row ->
            new Place(
                new CoupleId(row.getUUID("couple_id")),
                new Member(Seat.at(row.getShort("seat")), row.getString("short_name"))),
        (Object) couples.stream().map(CoupleId::value).toArray(UUID[]::new));
  }

  static Future<Optional<Seat>> seat(Tx tx, PersonId me, CoupleId couple) {
    return tx.one(
        "select seat from case_seat where couple_id = $1 and person_id = $2 and until is null",
        row -> Seat.at(row.getShort("seat")),
        couple,
        me);
  }

  static Future<List<SealedAgreement>> agreements(Tx tx, CoupleId couple, LocalDate today) {
    return tx.list(
        """
        select title_id, title_key, title, made_on, review_on from agreement_made
        where couple_id = $1 and title is not null and (ended_on is null or ended_on > $2)
        order by made_on, room_id, run\
        """,
        row ->
            new SealedAgreement(
                row.getUUID("title_id"),
                new Sealed(row.getUUID("title_key"), row.getBuffer("title").getBytes()),
                row.getLocalDate("made_on"),
                row.getLocalDate("review_on")),
        couple,
        today);
  }

  static Future<List<DoneTogether>> done(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select exercise, done_on from exercise_done where couple_id = $1
        order by done_on desc, room_id desc, run desc\
        """,
        row -> new DoneTogether(row.getString("exercise"), row.getLocalDate("done_on")),
        couple);
  }

  private static Couple couple(Row row) {
    return new Couple(
        new CoupleId(row.getUUID("couple_id")),
        Secrets.valueOf(named(row.getString("secrets"))),
        row.getShort("ceiling"),
        ZoneId.of(row.getString("zone")),
        Couple.State.valueOf(named(row.getString("state"))),
        row.getLocalDate("since"));
  }

  private static String named(String column) {
    return column.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
