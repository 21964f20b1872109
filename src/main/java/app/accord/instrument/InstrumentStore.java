package app.accord.instrument;

import app.accord.db.Tx;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of a practice's questionnaires. */
final class InstrumentStore {
  private static final String BROUGHT =
      """
      select i.instrument_id, i.practice_id, i.file, i.imported_on,
        p.permission, p.confirmed_by, p.confirmed_on, p.withdrawn_on, b.name as confirmed_name
      from instrument i
      left join instrument_permission p on p.instrument_id = i.instrument_id
      left join person b on b.person_id = p.confirmed_by
      """;

  private InstrumentStore() {}

  /** The practice that somebody works for as a therapist now. */
  static Future<Optional<PracticeId>> practice(Tx tx, PersonId me) {
    return tx.one(
        """
        select practice_id from staff
        where person_id = $1 and role = 'therapist' and until is null order by practice_id limit 1\
        """,
        row -> new PracticeId(row.getUUID("practice_id")),
        me);
  }

  static Future<List<Brought>> list(Tx tx, PracticeId of) {
    return tx.list(
        BROUGHT + "where i.practice_id = $1 order by i.instrument, i.language, i.version",
        InstrumentStore::brought,
        of);
  }

  static Future<Optional<Brought>> one(Tx tx, PracticeId of, UUID id) {
    return tx.one(
        BROUGHT + "where i.practice_id = $1 and i.instrument_id = $2",
        InstrumentStore::brought,
        of,
        id);
  }

  /** Writes nothing where this version, or this id, is there already. */
  static Future<Integer> bring(
      Tx tx, PersonId me, PracticeId of, UUID id, Instrument read, byte[] file, LocalDate on) {
    return tx.run(
        """
        insert into instrument
          (instrument_id, practice_id, instrument, version, language, file, imported_by, imported_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing\
        """,
        id,
        of,
        read.id(),
        read.version(),
        read.language(),
        file,
        me,
        on);
  }

  static Future<Integer> standFor(
      Tx tx, PersonId me, PracticeId of, UUID id, String permission, LocalDate on) {
    return tx.run(
        """
        insert into instrument_permission (instrument_id, practice_id, permission, confirmed_by, confirmed_on)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        id,
        of,
        permission,
        me,
        on);
  }

  /**
   * Withdraws the permission, or takes that back.
   *
   * @param on null: it is in use again
   */
  static Future<Integer> withdraw(Tx tx, PracticeId of, UUID id, @Nullable LocalDate on) {
    return tx.run(
        "update instrument_permission set withdrawn_on = $3 where practice_id = $1 and instrument_id = $2",
        of,
        id,
        on);
  }

  static Future<Integer> throwAway(Tx tx, PracticeId of, UUID id) {
    return tx.run("delete from instrument where practice_id = $1 and instrument_id = $2", of, id);
  }

  private static Brought brought(Row row) {
    @Nullable UUID by = row.getUUID("confirmed_by");
    UUID id = row.getUUID("instrument_id");
    return new Brought(
        id,
        new PracticeId(row.getUUID("practice_id")),
        new SourceFile(id + ".yaml", row.getBuffer("file").getBytes()),
        row.getLocalDate("imported_on"),
        by == null
            ? Optional.empty()
            : Optional.of(
                new Brought.Permission(
                    row.getString("permission"),
                    new PersonId(by),
                    Optional.ofNullable(row.getString("confirmed_name")).orElse(""),
                    row.getLocalDate("confirmed_on"),
                    Optional.ofNullable(row.getLocalDate("withdrawn_on")))));
  }
}
