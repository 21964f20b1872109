package app.accord.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.accord.authoring.OwnDraft.Line;
import app.accord.authoring.OwnDraft.Wrong;
import app.accord.authoring.OwnExerciseStore.Kept;
import app.accord.authoring.OwnExerciseStore.Newest;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Edition;
import app.accord.exercise.Exercise;
import app.accord.exercise.ExerciseJson;
import app.accord.exercise.OwnFile;
import app.accord.exercise.OwnFile.Reading;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.kernel.Problem;
import app.accord.kernel.Saved;
import app.accord.library.Library;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Exercises that therapists write. A draft is kept as it was typed, whatever is wrong with it;
 * publishing makes a version of it that never changes, so that rooms and homework keep what they
 * began with.
 */
public final class OwnExercises {
  private final Db db;
  private final Seal seal;
  private final Library library;
  private final Clock clock;

  public OwnExercises(Db db, Seal seal, Library library, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.library = library;
    this.clock = clock;
  }

  // Reading

  /** One's own, from new to old. Empty for whoever is no therapist now. */
  public Future<Optional<List<Line>>> list(PersonId me) {
    return asTherapist(me, tx -> OwnExerciseStore.list(tx, me).map(Optional::of))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : Future.all(found.get().stream().map(kept -> line(me, kept)).toList())
                        .map(
                            all ->
                                Optional.of(
                                    all.<Optional<Line>>list().stream()
                                        .flatMap(Optional::stream)
                                        .toList())));
  }

  private Future<Optional<Line>> line(PersonId me, Kept kept) {
    return text(me, kept).map(text -> text.map(typed -> line(kept, OwnFile.read(typed))));
  }

  private static Line line(Kept kept, Reading read) {
    @Nullable Newest newest = kept.newest();
    return new Line(
        kept.id(),
        read.text("title"),
        read.text("summary"),
        read.form().map(form -> words(form.path("themes"))).orElse(List.of()),
        kept.changedAt(),
        newest == null ? null : newest.exercise(),
        newest == null ? null : newest.version(),
        newest == null || newest.written() != kept.version());
  }

  private static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Empty: no such draft of one's own. */
  public Future<Optional<OwnDraft>> draft(PersonId me, UUID id) {
    return asTherapist(me, tx -> OwnExerciseStore.one(tx, me, id))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : text(me, found.get()).map(text -> text.map(it -> draft(found.get(), it))));
  }

  private static OwnDraft draft(Kept kept, String text) {
    Reading read = OwnFile.read(text);
    @Nullable Newest newest = kept.newest();
    return new OwnDraft(
        kept.id(),
        kept.version(),
        kept.changedAt(),
        text,
        read.form().orElse(null),
        Wrong.all(read.mistakes()),
        newest == null
            ? null
            : new OwnDraft.Published(
                newest.exercise(), newest.version(), newest.shared(), OwnFile.form(newest.file())));
  }

  /** An exercise that this therapist can start, with all that it says. */
  public Future<Optional<ObjectNode>> whole(PersonId me, String exercise) {
    return onShelf(me, exercise)
        .map(found -> found.map(one -> ExerciseJson.whole(one, ExerciseJson.Reader.THERAPIST)));
  }

  /** An exercise as a file, by its name. */
  public Future<Optional<SourceFile>> file(PersonId me, String exercise) {
    return onShelf(me, exercise)
        .map(found -> found.flatMap(one -> library.file(one.digest())))
        .map(found -> found.map(file -> new SourceFile(exercise + ".yaml", file.bytes())));
  }

  private Future<Optional<Exercise>> onShelf(PersonId me, String exercise) {
    return asTherapist(
        me, tx -> library.visit(tx, me).map(_ -> library.shelf(me).current(exercise)));
  }

  /** A text as far as it can be read. It is kept nowhere. */
  public Future<Optional<Reading>> check(PersonId me, String text) {
    return asTherapist(me, _ -> Future.succeededFuture(Optional.of(OwnFile.read(text))));
  }

  // Writing

  /**
   * Keeps a draft as it is typed, also a broken one.
   *
   * @param on the version that it is written on; 0 for a draft that is begun
   */
  public Future<Saved> save(PersonId me, UUID id, String text, int on) {
    return seal.seal(Owner.person(me), me, place(id), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        practice(tx, me)
                            .compose(
                                practice ->
                                    practice.isEmpty()
                                        ? Future.succeededFuture(0)
                                        : on == 0
                                            ? OwnExerciseStore.begin(
                                                tx, me, practice.get(), id, words, clock.instant())
                                            : OwnExerciseStore.change(
                                                tx, me, id, on, words, clock.instant()))
                            .compose(rows -> written(tx, me, id, on, rows))))
        .compose(written -> written.saved(seal, me, place(id), text));
  }

  private static Future<Written> written(Tx tx, PersonId me, UUID id, int on, int rows) {
    return rows == 1
        ? Future.succeededFuture(new Written.Now(on + 1))
        : OwnExerciseStore.one(tx, me, id)
            .map(
                found ->
                    Written.instead(
                        found.map(kept -> new Written.Before(kept.words(), kept.version()))));
  }

  /** The file of an exercise that this therapist can start, as a draft of one's own. */
  public Future<Optional<String>> copyOf(PersonId me, UUID id, String exercise) {
    return file(me, exercise)
        .map(
            found ->
                found.map(file -> OwnFile.adapted(OwnFile.form(file), exercise(id), ", adapted")));
  }

  /**
   * Takes it away: the draft, and what was published of it from the shelf. Rooms and homework that
   * began with it keep it. False: there is no such draft of one's own.
   */
  public Future<Boolean> discard(PersonId me, UUID id) {
    return db.as(
        me,
        tx ->
            OwnExerciseStore.withdraw(tx, me, id, clock.instant())
                .compose(_ -> OwnExerciseStore.discard(tx, me, id))
                .map(rows -> rows == 1));
  }

  // Publishing

  /** What came of publishing. */
  public sealed interface Outcome {}

  public record Published(String exercise, int version) implements Outcome {}

  /** All that is wrong; nothing was published. */
  public record Unfit(List<Wrong> mistakes) implements Outcome {}

  public record Refused(Problem why) implements Outcome {}

  /**
   * Makes a version that never changes of the draft. Published again, the same writing is the same
   * version.
   *
   * @param on the writing that its author has looked at
   * @param shared for the therapists of the practice too
   */
  public Future<Outcome> publish(PersonId me, UUID id, int on, boolean shared) {
    return draft(me, id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(new Refused(Problem.NOT_FOUND));
              }
              OwnDraft draft = found.get();
              if (draft.version() != on) {
                return Future.succeededFuture(new Refused(Problem.CHANGED_ELSEWHERE));
              }
              return draft.form() == null || !draft.mistakes().isEmpty()
                  ? Future.succeededFuture(new Unfit(draft.mistakes()))
                  : publish(me, draft, draft.form(), shared);
            });
  }

  private Future<Outcome> publish(PersonId me, OwnDraft draft, ObjectNode form, boolean shared) {
    return db.as(
            me,
            tx ->
                OwnExerciseStore.madeOf(tx, draft.id(), draft.version())
                    .compose(
                        before ->
                            before.isPresent()
                                ? Future.succeededFuture(
                                    new Published(exercise(draft.id()), before.get()))
                                : add(tx, me, draft, form, shared)))
        .compose(outcome -> library.visit(me).map(outcome));
  }

  private Future<Outcome> add(Tx tx, PersonId me, OwnDraft draft, ObjectNode form, boolean shared) {
    String name = exercise(draft.id());
    Future<Integer> newest = OwnExerciseStore.newest(tx, draft.id());
    Future<Optional<PracticeId>> practice = practice(tx, me);
    return Future.all(newest, practice)
        .compose(
            _ -> {
              String text = OwnFile.rewritten(form, name, newest.result() + 1);
              var file = new SourceFile(name + ".yaml", text.getBytes(UTF_8));
              Exercise made =
                  OwnFile.edition(file)
                      .map(Edition::english)
                      .orElseThrow(IllegalStateException::new);
              return OwnExerciseStore.publish(
                      tx,
                      me,
                      practice.result().orElseThrow(),
                      draft.id(),
                      draft.version(),
                      shared,
                      made,
                      file,
                      clock.instant())
                  .map(
                      rows ->
                          rows == 1
                              ? new Published(name, made.version())
                              : new Refused(Problem.CHANGED_ELSEWHERE));
            });
  }

  // Who and where

  private <T> Future<Optional<T>> asTherapist(PersonId me, Function<Tx, Future<Optional<T>>> read) {
    return db.readAs(
        me,
        tx ->
            practice(tx, me)
                .compose(
                    practice ->
                        practice.isEmpty()
                            ? Future.succeededFuture(Optional.empty())
                            : read.apply(tx)));
  }

  private static Future<Optional<PracticeId>> practice(Tx tx, PersonId me) {
    return OwnExerciseStore.practice(tx, me);
  }

  private Future<Optional<String>> text(PersonId me, Kept kept) {
    return seal.open(me, place(kept.id()), kept.words());
  }

  /**
   * The name of what is published of a draft. No shipped exercise begins so, and nobody guesses it.
   */
  static String exercise(UUID draft) {
    return "own-" + draft.toString().replace("-", "");
  }

  private static Place place(UUID draft) {
    return Place.of("own_exercise", "sealed", draft);
  }
}
