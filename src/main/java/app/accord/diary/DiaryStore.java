package app.accord.diary;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of journals' pages. */
final class DiaryStore {
  private static final String PAGES =
      """
      select p.page_id, p.version, p.made_at, p.key_id, p.sealed, s.shared_at
      from diary_page p left join diary_share s on s.page_id = p.page_id
      """;

  private DiaryStore() {}

  /** A page as it lies in the database. */
  record Kept(UUID id, Sealed words, Instant at, int version, @Nullable Instant sharedAt) {
    static Kept of(Row row) {
      @Nullable OffsetDateTime shared = row.getOffsetDateTime("shared_at");
      return new Kept(
          row.getUUID("page_id"),
          sealed(row),
          row.getOffsetDateTime("made_at").toInstant(),
          row.getInteger("version"),
          shared == null ? null : shared.toInstant());
    }
  }

  /** A shared page as it lies in the database. */
  record Shared(UUID id, Seat by, Sealed words, Instant at, Instant sharedAt) {}

  /** To whom somebody may show a page. */
  record Therapist(CoupleId couple, PersonId id, String name) {}

  /** Whoever is, or was, a partner somewhere: one's own words stay when one has left. */
  static Future<Boolean> keepsOne(Tx tx, PersonId me) {
    return tx.one("select from case_seat where person_id = $1 and seat <= 5 limit 1", _ -> true, me)
        .map(found -> found.orElse(false));
  }

  /** None without secrets, before all have joined and after the end (R10). */
  static Future<Optional<Therapist>> therapist(Tx tx, PersonId me) {
    return tx.one(
        """
        select c.couple_id, r.person_id, p.short_name
        from case_seat mine
          join couple c on c.couple_id = mine.couple_id
          join roster r on r.couple_id = c.couple_id and r.seat = 6
          join person p on p.person_id = r.person_id
        where mine.person_id = $1 and mine.until is null and mine.seat <= 5
          and c.secrets <> 'no-secrets' and c.state in ('active', 'paused')
        order by c.since desc limit 1\
        """,
        row ->
            new Therapist(
                new CoupleId(row.getUUID("couple_id")),
                new PersonId(row.getUUID("person_id")),
                row.getString("short_name")),
        me);
  }

  static Future<List<Kept>> list(Tx tx, PersonId me) {
    return tx.list(
        PAGES + "where p.person_id = $1 order by p.made_at desc, p.page_id", Kept::of, me);
  }

  static Future<Optional<Kept>> one(Tx tx, PersonId me, UUID page) {
    return tx.one(PAGES + "where p.page_id = $1 and p.person_id = $2", Kept::of, page, me);
  }

  static Future<Optional<Written.Before>> there(Tx tx, PersonId me, UUID page) {
    return one(tx, me, page)
        .map(found -> found.map(kept -> new Written.Before(kept.words(), kept.version())));
  }

  static Future<Integer> begin(Tx tx, PersonId me, UUID page, Sealed words, Instant at) {
    return tx.run(
        """
        insert into diary_page (page_id, person_id, made_at, changed_at, key_id, sealed)
        values ($1, $2, $3, $3, $4, $5) on conflict do nothing\
        """,
        page,
        me,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> change(
      Tx tx, PersonId me, UUID page, int version, Sealed words, Instant at) {
    return tx.run(
        """
        update diary_page set version = version + 1, changed_at = $4, key_id = $5, sealed = $6
        where page_id = $1 and person_id = $2 and version = $3\
        """,
        page,
        me,
        version,
        at,
        words.key(),
        words.bytes());
  }

  /** The copy first: no page is gone while somebody can still read it. */
  static Future<Integer> tearOut(Tx tx, PersonId me, UUID page) {
    return takeBack(tx, me, page)
        .compose(
            _ -> tx.run("delete from diary_page where page_id = $1 and person_id = $2", page, me));
  }

  /** What is shared already stays as it was shared. */
  static Future<Integer> share(
      Tx tx, PersonId me, Kept page, Therapist with, Sealed copy, Instant at) {
    return tx.run(
        """
        insert into diary_share (page_id, person_id, couple_id, therapist, made_at, shared_at, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing\
        """,
        page.id(),
        me,
        with.couple(),
        with.id(),
        page.at(),
        at,
        copy.key(),
        copy.bytes());
  }

  static Future<Integer> takeBack(Tx tx, PersonId me, UUID page) {
    return tx.run("delete from diary_share where page_id = $1 and person_id = $2", page, me);
  }

  static Future<List<Shared>> sharedWith(Tx tx, PersonId therapist, CoupleId couple) {
    return tx.list(
        """
        select s.page_id, r.seat, s.made_at, s.shared_at, s.key_id, s.sealed
        from diary_share s join roster r on r.couple_id = s.couple_id and r.person_id = s.person_id
        where s.couple_id = $1 and s.therapist = $2 order by s.shared_at desc, s.page_id\
        """,
        row ->
            new Shared(
                row.getUUID("page_id"),
                Seat.at(row.getShort("seat")),
                sealed(row),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getOffsetDateTime("shared_at").toInstant()),
        couple,
        therapist);
  }

  private static Sealed sealed(Row row) {
    return new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes());
  }
}
