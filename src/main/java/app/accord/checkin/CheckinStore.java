package app.accord.checkin;

import app.accord.checkin.Act.Reach;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.seal.Place;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of weekly check-ins. What a reader gets is what row-level security leaves of it. */
final class CheckinStore {
  private CheckinStore() {}

  /** Which answer it is. */
  record Spot(CoupleId couple, PersonId person, Week week, String item) {
    /** So that a number copied to another row does not open there. */
    Place place(String table) {
      return Place.of(
          table, "sealed", String.join("|", couple + "", person + "", week.monday() + "", item));
    }

    /** A line lies where its author and week say. */
    Place linePlace() {
      return place("checkin_line");
    }
  }

  /** A number, or that there is none. */
  record Kept(Spot spot, Sealed number) {}

  /** A line; its spot has no item. */
  record KeptLine(Spot spot, Reach reach, Sealed words, boolean read) {}

  /** Who sits there now: the partners of a case. */
  record Partner(CoupleId couple, Seat seat, PersonId person) {}

  static Future<List<Partner>> partners(Tx tx, Collection<CoupleId> of) {
    return tx.list(
        """
        select couple_id, seat, person_id from roster
        where couple_id = any ($1) and seat <= 5 order by couple_id, seat\
        """,
        row ->
            new Partner(
                new CoupleId(row.getUUID("couple_id")),
                Seat.at(row.getShort("seat")),
                new PersonId(row.getUUID("person_id"))),
        ids(of));
  }

  // Answers

  static Future<List<Kept>> answers(Tx tx, Collection<CoupleId> of, Week since) {
    return tx.list(
        """
        select couple_id, person_id, week, item, key_id, sealed from checkin_answer
        where couple_id = any ($1) and week >= $2 order by week, item\
        """,
        CheckinStore::kept,
        ids(of),
        since.monday());
  }

  static Future<List<Kept>> answersOf(Tx tx, PersonId me, CoupleId couple, Week week) {
    return tx.list(
        """
        select couple_id, person_id, week, item, key_id, sealed from checkin_answer
        where couple_id = $1 and person_id = $2 and week = $3\
        """,
        CheckinStore::kept,
        couple,
        me,
        week.monday());
  }

  static Future<Integer> answered(Tx tx, PersonId me, CoupleId couple, Week week) {
    return tx.one(
            """
            select count(*) as answered from checkin_answer
            where couple_id = $1 and person_id = $2 and week = $3\
            """,
            row -> row.getInteger("answered"),
            couple,
            me,
            week.monday())
        .map(found -> found.orElse(0));
  }

  static Future<Integer> answer(Tx tx, Spot spot, Instant closesAt, Sealed number) {
    return tx.run(
        """
        insert into checkin_answer (couple_id, person_id, week, item, closes_at, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (couple_id, person_id, week, item)
          do update set key_id = excluded.key_id, sealed = excluded.sealed\
        """,
        spot.couple(),
        spot.person(),
        spot.week().monday(),
        spot.item(),
        closesAt,
        number.key(),
        number.bytes());
  }

  // Sharing

  static Future<Map<String, Instant>> sharing(Tx tx, PersonId me, CoupleId couple) {
    return tx.list(
            "select item, since from checkin_sharing where couple_id = $1 and person_id = $2",
            row -> Map.entry(row.getString("item"), row.getOffsetDateTime("since").toInstant()),
            couple,
            me)
        .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  static Future<Integer> share(Tx tx, PersonId me, CoupleId couple, String item, Instant since) {
    return tx.run(
        """
        insert into checkin_sharing (couple_id, person_id, item, since) values ($1, $2, $3, $4)
        on conflict do nothing\
        """,
        couple,
        me,
        item,
        since);
  }

  /** The copies go with it. */
  static Future<Integer> stopSharing(Tx tx, PersonId me, CoupleId couple, String item) {
    return tx.run(
        "delete from checkin_sharing where couple_id = $1 and person_id = $2 and item = $3",
        couple,
        me,
        item);
  }

  /** One's own copies, and those of the others that the reader may read. */
  static Future<List<Kept>> shared(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select couple_id, person_id, week, item, key_id, sealed from checkin_shared
        where couple_id = $1 order by week, item\
        """,
        CheckinStore::kept,
        couple);
  }

  /** If its author has shared the item since before the week opened, and still does. */
  static Future<Integer> copy(Tx tx, Spot spot, Instant opensAt, Instant closesAt, Sealed number) {
    return tx.run(
        """
        insert into checkin_shared (couple_id, person_id, week, item, opens_at, closes_at, key_id, sealed)
        select couple_id, person_id, $3, item, $5, $6, $7, $8 from checkin_sharing
        where couple_id = $1 and person_id = $2 and item = $4 and since <= $5
        on conflict (couple_id, person_id, week, item)
          do update set key_id = excluded.key_id, sealed = excluded.sealed\
        """,
        spot.couple(),
        spot.person(),
        spot.week().monday(),
        spot.item(),
        opensAt,
        closesAt,
        number.key(),
        number.bytes());
  }

  static Future<Integer> dropCopy(Tx tx, Spot spot) {
    return tx.run(
        """
        delete from checkin_shared
        where couple_id = $1 and person_id = $2 and week = $3 and item = $4\
        """,
        spot.couple(),
        spot.person(),
        spot.week().monday(),
        spot.item());
  }

  // Lines

  static Future<List<KeptLine>> lineOf(Tx tx, PersonId me, CoupleId couple, Week week) {
    return tx.list(
        """
        select couple_id, person_id, week, for_therapist, key_id, sealed, false as read
        from checkin_line where couple_id = $1 and person_id = $2 and week = $3\
        """,
        CheckinStore::line,
        couple,
        me,
        week.monday());
  }

  /** From new to old. */
  static Future<List<KeptLine>> lines(Tx tx, Collection<CoupleId> of) {
    return tx.list(
        """
        select l.couple_id, l.person_id, l.week, l.for_therapist, l.key_id, l.sealed,
          exists (select from checkin_line_read r
            where r.couple_id = l.couple_id and r.person_id = l.person_id and r.week = l.week) as read
        from checkin_line l where l.couple_id = any ($1) order by l.week desc, l.person_id\
        """,
        CheckinStore::line,
        ids(of));
  }

  static Future<Integer> say(Tx tx, Spot spot, Reach reach, Instant closesAt, Sealed words) {
    return tx.run(
        """
        insert into checkin_line (couple_id, person_id, week, for_therapist, closes_at, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (couple_id, person_id, week) do update
          set for_therapist = excluded.for_therapist, key_id = excluded.key_id, sealed = excluded.sealed\
        """,
        spot.couple(),
        spot.person(),
        spot.week().monday(),
        reach == Reach.THERAPIST,
        closesAt,
        words.key(),
        words.bytes());
  }

  static Future<Integer> unsay(Tx tx, Spot spot) {
    return tx.run(
        "delete from checkin_line where couple_id = $1 and person_id = $2 and week = $3",
        spot.couple(),
        spot.person(),
        spot.week().monday());
  }

  static Future<Integer> read(Tx tx, PersonId reader, CoupleId couple, PersonId by, Week week) {
    return tx.run(
        """
        insert into checkin_line_read (couple_id, person_id, week, reader) values ($1, $2, $3, $4)
        on conflict do nothing\
        """,
        couple,
        by,
        week.monday(),
        reader);
  }

  private static Kept kept(Row row) {
    return new Kept(spot(row, row.getString("item")), sealed(row, "sealed"));
  }

  private static KeptLine line(Row row) {
    return new KeptLine(
        spot(row, ""),
        row.getBoolean("for_therapist") ? Reach.THERAPIST : Reach.ME,
        sealed(row, "sealed"),
        row.getBoolean("read"));
  }

  private static Spot spot(Row row, String item) {
    return new Spot(
        new CoupleId(row.getUUID("couple_id")),
        new PersonId(row.getUUID("person_id")),
        new Week(row.getLocalDate("week")),
        item);
  }

  static Sealed sealed(Row row, String column) {
    return new Sealed(row.getUUID("key_id"), row.getBuffer(column).getBytes());
  }

  static @Nullable Object ids(Collection<CoupleId> couples) {
    return couples.stream().map(CoupleId::value).toArray(UUID[]::new);
  }
}
