package app.accord.library;

import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Checker;
import app.accord.exercise.Edition;
import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.exercise.ShippedExercises;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every exercise that can be started, and every one that a room ever started with: those are kept
 * in the database with all their languages, so that an upgrade that drops or changes a file breaks
 * no room. What was published never changes; a file of the same id and version with other bytes is
 * therefore put away, loudly, and stops no other.
 *
 * <p>Answers come from memory, from any thread. What is missing there, {@link #know} brings.
 */
public final class Library implements Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);

  private final Db db;
  private final Map<String, Edition> current = new ConcurrentHashMap<>();
  private final Map<String, Edition> known = new ConcurrentHashMap<>();
  private final Map<PersonId, Map<String, OnShelf>> shelves = new ConcurrentHashMap<>();
  private volatile boolean compared;

  private Library(Db db, Checker.Outcome shipped) {
    this.db = db;
    shipped.mistakes().forEach(mistake -> LOG.warn("exercise left out: {}", mistake));
    for (Edition edition : shipped.editions()) {
      current.put(edition.english().id(), edition);
      known.put(edition.digest(), edition);
    }
  }

  /** With the exercises that come with Accord; what is wrong with one is logged. */
  public static Library shipped(Db db) {
    return new Library(db, ShippedExercises.read());
  }

  static Library of(Db db, Collection<SourceFile> files) {
    return new Library(db, Checker.check(files));
  }

  /** What can be started, in English, by title. */
  public List<Exercise> newest() {
    return current.values().stream()
        .map(Edition::english)
        .sorted(Comparator.comparing(Exercise::title))
        .toList();
  }

  /** What this therapist can start, in English, by title. To be {@link #visit}ed before. */
  public List<Exercise> newest(PersonId therapist) {
    return Stream.concat(newest().stream(), own(therapist))
        .sorted(Comparator.comparing(Exercise::title))
        .toList();
  }

  private Stream<Exercise> own(PersonId therapist) {
    return shelves.getOrDefault(therapist, Map.of()).values().stream()
        .filter(one -> !one.withdrawn())
        .flatMap(one -> byDigest(one.digest()).stream());
  }

  /**
   * What this therapist may start: what comes with Accord, what she has published, and what
   * colleagues published for the practice. To be {@link #visit}ed before.
   *
   * @param therapist null: what comes with Accord alone
   */
  public Shelf shelf(@Nullable PersonId therapist) {
    return new Shelf() {
      @Override
      public Optional<Exercise> current(String id) {
        return find(therapist, id).filter(one -> !one.withdrawn()).isPresent()
            ? named(therapist, id)
            : Library.this.current(id);
      }

      @Override
      public Optional<Exercise> byDigest(String digest) {
        return Library.this.byDigest(digest);
      }
    };
  }

  /** For its title: also one that was withdrawn. To be {@link #visit}ed before. */
  public Optional<Exercise> named(@Nullable PersonId therapist, String id) {
    return find(therapist, id)
        .flatMap(one -> byDigest(one.digest()))
        .or(() -> Library.this.current(id));
  }

  /** Who has written it; empty: it comes with Accord. To be {@link #visit}ed before. */
  public Optional<PersonId> author(PersonId therapist, String id) {
    return find(therapist, id).map(OnShelf::author);
  }

  /** The file in English. */
  public Optional<SourceFile> file(String digest) {
    return Optional.ofNullable(known.get(digest))
        .map(edition -> edition.files().get(Exercise.ENGLISH));
  }

  private Optional<OnShelf> find(@Nullable PersonId therapist, String id) {
    return therapist == null
        ? Optional.empty()
        : Optional.ofNullable(shelves.getOrDefault(therapist, Map.of()).get(id));
  }

  /** Brings what therapists have written, as this one may see it now. */
  public Future<Void> visit(Tx tx, PersonId therapist) {
    return LibraryStore.shelf(tx)
        .compose(
            rows -> {
              Set<String> missing =
                  missing(rows.stream().map(OnShelf::digest).collect(Collectors.toSet()));
              Future<Map<String, Map<String, SourceFile>>> files =
                  missing.isEmpty()
                      ? Future.succeededFuture(Map.of())
                      : LibraryStore.published(tx, missing);
              return files.map(
                  found -> {
                    missing.forEach(digest -> learn(digest, found));
                    shelves.put(
                        therapist,
                        rows.stream()
                            .collect(Collectors.toUnmodifiableMap(OnShelf::exercise, row -> row)));
                    return null;
                  });
            });
  }

  /** The same in a transaction of its own. */
  public Future<Void> visit(PersonId therapist) {
    return db.readAs(therapist, tx -> visit(tx, therapist));
  }

  @Override
  public Optional<Exercise> current(String id) {
    return Optional.ofNullable(current.get(id)).map(Edition::english);
  }

  @Override
  public Optional<Exercise> byDigest(String digest) {
    return Optional.ofNullable(known.get(digest)).map(Edition::english);
  }

  /** In that language if there is a file, else in English. Empty if it is not {@link #know}n. */
  public Optional<Exercise> inLanguage(String digest, String language) {
    return Optional.ofNullable(known.get(digest)).map(edition -> edition.in(language));
  }

  /**
   * Brings what a room started with, before the room is loaded. The first call also compares what
   * ships with what was ever started here. A digest that nobody kept stays unknown, and is logged.
   */
  public Future<Void> know(PersonId as, Set<String> digests) {
    if (compared && known.keySet().containsAll(digests)) {
      return Future.succeededFuture();
    }
    return db.readAs(
        as,
        tx ->
            LibraryStore.all(tx)
                .compose(
                    rows -> {
                      compare(rows);
                      compared = true;
                      return LibraryStore.files(tx, missing(digests));
                    })
                .map(
                    files -> {
                      missing(digests).forEach(digest -> learn(digest, files));
                      return null;
                    }));
  }

  /**
   * Keeps all languages of it. To be done before the start is journaled: a room whose exercise is
   * nowhere could not be opened after the next upgrade. Fails if it is unknown, or was put away.
   */
  public Future<Void> keep(PersonId therapist, String digest) {
    Edition edition = known.get(digest);
    if (edition == null) {
      return Future.failedFuture(new IllegalArgumentException("no exercise " + digest));
    }
    return db.as(
        therapist,
        tx ->
            LibraryStore.ofVersion(tx, edition)
                .compose(
                    rows -> {
                      compare(rows);
                      return known.containsKey(digest)
                          ? LibraryStore.add(tx, edition)
                          : Future.failedFuture(
                              new IllegalStateException("exercise put away: " + digest));
                    }));
  }

  private Set<String> missing(Set<String> digests) {
    return digests.stream().filter(it -> !known.containsKey(it)).collect(Collectors.toSet());
  }

  private void learn(String digest, Map<String, Map<String, SourceFile>> files) {
    Edition.kept(digest, files.getOrDefault(digest, Map.of()))
        .ifPresentOrElse(
            edition -> known.put(digest, edition),
            () -> LOG.error("exercise {} was kept nowhere, or is damaged", digest));
  }

  private void compare(List<Kept> rows) {
    for (Kept row : rows) {
      Edition edition = current.get(row.exercise());
      if (edition != null && contradicts(row, edition)) {
        current.remove(row.exercise(), edition);
        known.remove(edition.digest(), edition);
        LOG.error(
            "exercise {} version {} ({}) was started here with other bytes; it is put away. What"
                + " was published never changes: give the new file a new version.",
            row.exercise(),
            row.version(),
            row.language());
      }
    }
  }

  /** A language that came later is no contradiction; other bytes in the same one are. */
  private static boolean contradicts(Kept row, Edition edition) {
    if (row.version() != edition.english().version()) {
      return false;
    }
    SourceFile ours = edition.files().get(row.language());
    return !row.digest().equals(edition.digest())
        || (ours != null && !ours.digest().equals(row.fingerprint()));
  }
}
