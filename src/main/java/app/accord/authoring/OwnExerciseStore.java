package app.accord.authoring;

import app.accord.db.Tx;
import app.accord.exercise.Exercise;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of exercises that therapists write. */
final class OwnExerciseStore {
  private static final String DRAFTS =
      """
      select d.draft_id, d.version, d.changed_at, d.key_id, d.sealed,
        p.exercise, p.version as published, p.shared, p.bytes, p.written
      from own_exercise d left join lateral (
        select * from own_published p where p.draft_id = d.draft_id and p.withdrawn_at is null
        order by p.version desc limit 1) p on true
      """;

  private OwnExerciseStore() {}

  /** A draft as it lies in the database, with the newest version that was published. */
  record Kept(UUID id, int version, Instant changedAt, Sealed words, @Nullable Newest newest) {
    static Kept of(Row row) {
      return new Kept(
          row.getUUID("draft_id"),
          row.getInteger("version"),
          row.getOffsetDateTime("changed_at").toInstant(),
          new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
          row.getString("exercise") == null ? null : Newest.of(row));
    }
  }

  /** {@code written}: which writing of the draft it was made of. */
  record Newest(String exercise, int version, boolean shared, int written, SourceFile file) {
    static Newest of(Row row) {
      String exercise = row.getString("exercise");
      return new Newest(
          exercise,
          row.getInteger("published"),
          row.getBoolean("shared"),
          row.getInteger("written"),
          new SourceFile(exercise + ".yaml", row.getBuffer("bytes").getBytes()));
    }
  }

  /** Empty: no therapist of any practice now. */
  static Future<Optional<PracticeId>> practice(Tx tx, PersonId me) {
    return tx.one(
        """
        select practice_id from staff where person_id = $1 and role = 'therapist' and until is null
        order by practice_id limit 1\
        """,
        row -> new PracticeId(row.getUUID(0)),
        me);
  }

  static Future<List<Kept>> list(Tx tx, PersonId me) {
    return tx.list(DRAFTS + "where d.author = $1 order by d.changed_at desc", Kept::of, me);
  }

  static Future<Optional<Kept>> one(Tx tx, PersonId me, UUID draft) {
    return tx.one(DRAFTS + "where d.author = $1 and d.draft_id = $2", Kept::of, me, draft);
  }

  static Future<Integer> begin(
      Tx tx, PersonId me, PracticeId practice, UUID draft, Sealed words, Instant at) {
    return tx.run(
        """
        insert into own_exercise (draft_id, author, practice_id, made_at, changed_at, key_id, sealed)
        values ($1, $2, $3, $4, $4, $5, $6) on conflict do nothing\
        """,
        draft,
        me,
        practice,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> change(
      Tx tx, PersonId me, UUID draft, int version, Sealed words, Instant at) {
    return tx.run(
        """
        update own_exercise set version = version + 1, changed_at = $4, key_id = $5, sealed = $6
        where draft_id = $1 and author = $2 and version = $3\
        """,
        draft,
        me,
        version,
        at,
        words.key(),
        words.bytes());
  }

  static Future<Integer> discard(Tx tx, PersonId me, UUID draft) {
    return tx.run("delete from own_exercise where draft_id = $1 and author = $2", draft, me);
  }

  static Future<Integer> withdraw(Tx tx, PersonId me, UUID draft, Instant at) {
    return tx.run(
        """
        update own_published set withdrawn_at = $3
        where draft_id = $1 and author = $2 and withdrawn_at is null\
        """,
        draft,
        me,
        at);
  }

  /** The version that was made of this writing, if it was published before. */
  static Future<Optional<Integer>> madeOf(Tx tx, UUID draft, int written) {
    return tx.one(
        "select version from own_published where draft_id = $1 and written = $2",
        row -> row.getInteger(0),
        draft,
        written);
  }

  static Future<Integer> newest(Tx tx, UUID draft) {
    return tx.one(
            "select coalesce(max(version), 0) from own_published where draft_id = $1",
            row -> row.getInteger(0),
            draft)
        .map(Optional::orElseThrow);
  }

  /** Zero: somebody published a version of this number at the same moment. */
  static Future<Integer> publish(
      Tx tx,
      PersonId me,
      PracticeId practice,
      UUID draft,
      int written,
      boolean shared,
      Exercise exercise,
      SourceFile file,
      Instant at) {
    return tx.run(
        """
        insert into own_published (digest, draft_id, exercise, version, written, author, practice_id, shared, made_at, bytes)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing\
        """,
        exercise.digest(),
        draft,
        exercise.id(),
        exercise.version(),
        written,
        me,
        practice,
        shared,
        at,
        file.bytes());
  }
}
