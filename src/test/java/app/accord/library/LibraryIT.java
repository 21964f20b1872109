package app.accord.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.accord.db.Db;
import app.accord.db.Trouble;
import app.accord.exercise.Exercise;
import app.accord.exercise.SourceFile;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.testing.Behind;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LibraryIT {
  private static final String ENGLISH = small();
  private static final String GERMAN = ENGLISH.replace("language: en", "language: de");
  private static final String OTHER = ENGLISH.replace("a-small-one", "another");
  private static Database database;
  private static Vertx vertx;
  private static Db db;
  private TestCase house;

  @BeforeAll
  static void connect() {
    database = TestPostgres.migratedDatabase();
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    db = Db.of(vertx, database.asApp(), 4);
    wait(connected(10));
  }

  /** On a busy machine the first connection takes longer than a person would be let wait. */
  private static Future<Void> connected(int tries) {
    return db.readAs(new PersonId(Ids.random()), _ -> Future.<Void>succeededFuture())
        .recover(failure -> tries > 1 ? connected(tries - 1) : Future.failedFuture(failure));
  }

  @AfterAll
  static void end() {
    wait(db.close());
    wait(vertx.close());
  }

  @BeforeEach
  void nothingWasEverStarted() {
    Behind.run(database, "delete from accord.exercise_file");
    house = TestCase.in(database);
  }

  @Test
  void an_upgrade_that_drops_a_file_breaks_no_room() {
    String digest = startedBefore(english(ENGLISH), german(GERMAN));
    Library upgraded = Library.of(db, List.of(other()));
    assertThat(upgraded.current("a-small-one")).isEmpty();
    assertThat(upgraded.byDigest(digest)).isEmpty();
    wait(upgraded.know(house.one(), Set.of(digest)));
    assertThat(upgraded.byDigest(digest))
        .get()
        .extracting(Exercise::title)
        .isEqualTo("A small one");
    assertThat(upgraded.inLanguage(digest, "de"))
        .get()
        .extracting(Exercise::language)
        .isEqualTo("de");
    assertThat(upgraded.inLanguage(digest, "es"))
        .get()
        .extracting(Exercise::language)
        .isEqualTo("en");
    assertThat(upgraded.current("a-small-one")).as("not to be started any more").isEmpty();
  }

  @Test
  void an_upgrade_to_a_new_version_leaves_the_old_one_to_those_who_began_it() {
    String old = startedBefore(english(ENGLISH));
    Library upgraded =
        Library.of(db, List.of(english(ENGLISH.replace("version: 1", "version: 2"))));
    wait(upgraded.know(house.one(), Set.of(old)));
    assertThat(upgraded.current("a-small-one")).get().extracting(Exercise::version).isEqualTo(2);
    assertThat(upgraded.byDigest(old)).get().extracting(Exercise::version).isEqualTo(1);
  }

  @Test
  void other_bytes_under_the_same_version_are_put_away_and_stop_no_other() {
    String old = startedBefore(english(ENGLISH));
    Library changed =
        Library.of(db, List.of(english(ENGLISH.replace("Sit down", "Lie down")), other()));
    wait(changed.know(house.two(), Set.of(old)));
    assertThat(changed.newest()).extracting(Exercise::id).containsExactly("another");
    assertThat(changed.byDigest(old)).as("rooms that began it").isPresent();
  }

  @Test
  void other_bytes_in_a_translation_are_put_away_too() {
    String digest = startedBefore(english(ENGLISH), german(GERMAN));
    Library changed =
        Library.of(db, List.of(english(ENGLISH), german(GERMAN.replace("Sit down", "Setzt euch"))));
    wait(changed.know(house.one(), Set.of(digest)));
    assertThat(changed.current("a-small-one")).isEmpty();
    assertThat(changed.inLanguage(digest, "de").orElseThrow().steps())
        .isEqualTo(changed.byDigest(digest).orElseThrow().steps());
  }

  @Test
  void a_translation_that_came_later_is_no_contradiction() {
    String digest = startedBefore(english(ENGLISH));
    Library more = Library.of(db, List.of(english(ENGLISH), german(GERMAN)));
    wait(more.keep(house.therapist(), digest));
    assertThat(more.current("a-small-one")).isPresent();
    assertThat(Behind.read(database, "select language from accord.exercise_file order by 1"))
        .containsExactly("de", "en");
  }

  @Test
  void what_contradicts_cannot_be_started() {
    startedBefore(english(ENGLISH));
    Library changed = Library.of(db, List.of(english(ENGLISH.replace("Sit down", "Lie down"))));
    String digest = changed.current("a-small-one").orElseThrow().digest();
    assertThatThrownBy(() -> wait(changed.keep(house.therapist(), digest)))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(changed.current("a-small-one")).isEmpty();
  }

  @Test
  void keeping_twice_is_keeping_once() {
    Library library = Library.of(db, List.of(english(ENGLISH), german(GERMAN)));
    String digest = library.current("a-small-one").orElseThrow().digest();
    wait(Future.all(keep(library, digest), keep(library, digest), keep(library, digest)));
    assertThat(Behind.read(database, "select count(*) from accord.exercise_file"))
        .containsExactly("2");
  }

  @Test
  void a_partner_may_not_keep() {
    Library library = Library.of(db, List.of(english(ENGLISH)));
    String digest = library.current("a-small-one").orElseThrow().digest();
    assertThatThrownBy(() -> wait(library.keep(house.one(), digest)))
        .hasRootCauseInstanceOf(Trouble.class);
  }

  @Test
  void damaged_bytes_are_no_exercise_and_stop_no_other() {
    String digest = startedBefore(english(ENGLISH));
    String sound = startedBefore(other());
    Behind.run(
        database,
        "update accord.exercise_file set bytes = 'x' where digest = '%s'".formatted(digest));
    Library library = Library.of(db, List.of());
    wait(library.know(house.one(), Set.of(digest, sound, "0".repeat(64))));
    assertThat(library.byDigest(digest)).isEmpty();
    assertThat(library.byDigest(sound)).isPresent();
  }

  @Test
  void all_that_ships_can_be_kept() {
    Library library = Library.shipped(db);
    assertThat(library.newest()).hasSize(21);
    for (Exercise exercise : library.newest()) {
      wait(library.keep(house.therapist(), exercise.digest()));
    }
    Library none = Library.of(db, List.of());
    wait(
        none.know(
            house.one(), Set.copyOf(library.newest().stream().map(Exercise::digest).toList())));
    assertThat(library.newest())
        .allSatisfy(exercise -> assertThat(none.byDigest(exercise.digest())).contains(exercise));
  }

  private Future<Void> keep(Library library, String digest) {
    return library.keep(house.therapist(), digest);
  }

  private String startedBefore(SourceFile... files) {
    Library before = Library.of(db, List.of(files));
    String digest = before.newest().getFirst().digest();
    wait(before.keep(house.therapist(), digest));
    return digest;
  }

  private static SourceFile english(String text) {
    return new SourceFile("a-small-one.yaml", text.getBytes(UTF_8));
  }

  private static SourceFile german(String text) {
    return new SourceFile("a-small-one.de.yaml", text.getBytes(UTF_8));
  }

  private static SourceFile other() {
    return new SourceFile("another.yaml", OTHER.getBytes(UTF_8));
  }

  private static String small() {
    try (InputStream file = LibraryIT.class.getResourceAsStream("/small/a-small-one.yaml")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T wait(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure.getCause() == null ? failure : failure.getCause());
    }
  }
}
