package app.accord.library;

import app.accord.db.Tx;
import app.accord.exercise.Edition;
import app.accord.exercise.Exercise;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Files of exercises that were ever started. Rows are added, never changed. */
final class LibraryStore {
  private LibraryStore() {}

  static Future<List<Kept>> all(Tx tx) {
    return tx.list(
        """
        select digest, language, exercise, version, encode(sha256(bytes), 'hex') from exercise_file\
        """,
        LibraryStore::kept);
  }

  static Future<List<Kept>> ofVersion(Tx tx, Edition edition) {
    return tx.list(
        """
        select digest, language, exercise, version, encode(sha256(bytes), 'hex') from exercise_file
        where exercise = $1 and version = $2\
        """,
        LibraryStore::kept,
        edition.english().id(),
        edition.english().version());
  }

  /** By digest and language. */
  static Future<Map<String, Map<String, SourceFile>>> files(Tx tx, Set<String> digests) {
    return tx.list(
            "select digest, language, exercise, bytes from exercise_file where digest = any ($1)",
            row -> row,
            (Object) digests.toArray(String[]::new))
        .map(
            rows -> {
              Map<String, Map<String, SourceFile>> found = new HashMap<>();
              for (Row row : rows) {
                found
                    .computeIfAbsent(row.getString(0), _ -> new HashMap<>())
                    .put(
                        row.getString(1),
                        new SourceFile(row.getString(2), row.getBuffer(3).getBytes()));
              }
              return found;
            });
  }

  static Future<Void> add(Tx tx, Edition edition) {
    List<Future<Integer>> rows = new ArrayList<>();
    edition.files().forEach((language, file) -> rows.add(row(tx, edition, language, file)));
    return Future.all(rows).mapEmpty();
  }

  /** Another server of the practice may keep the same one at the same moment. */
  private static Future<Integer> row(Tx tx, Edition edition, String language, SourceFile file) {
    return tx.run(
        """
        insert into exercise_file (digest, language, exercise, version, bytes, practice_id)
        values ($1, $2, $3, $4, $5, (select practice_id from own_published where digest = $1))
        on conflict (digest, language) do nothing\
        """,
        edition.digest(),
        language,
        edition.english().id(),
        edition.english().version(),
        file.bytes());
  }

  /** The newest version of each own exercise that this reader may begin or has written. */
  static Future<List<OnShelf>> shelf(Tx tx) {
    return tx.list(
        """
        select distinct on (exercise) exercise, digest, author, withdrawn_at from own_published
        order by exercise, version desc\
        """,
        row ->
            new OnShelf(
                row.getString("exercise"),
                row.getString("digest"),
                new PersonId(row.getUUID("author")),
                row.getOffsetDateTime("withdrawn_at") != null));
  }

  /** By digest. */
  static Future<Map<String, Map<String, SourceFile>>> published(Tx tx, Set<String> digests) {
    return tx.list(
            "select digest, exercise, bytes from own_published where digest = any ($1)",
            row ->
                Map.entry(
                    row.getString(0),
                    Map.of(
                        Exercise.ENGLISH,
                        new SourceFile(row.getString(1), row.getBuffer(2).getBytes()))),
            (Object) digests.toArray(String[]::new))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getString(0), row.getString(1), row.getString(2), row.getInteger(3), row.getString(4));
  }
}
