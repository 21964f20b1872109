package app.accord.session;

import app.accord.db.Tx;
import app.accord.exercise.Exercise;
import app.accord.exercise.ExerciseJson;
import app.accord.exercise.ExerciseJson.Reader;
import app.accord.kernel.PersonId;
import app.accord.library.Library;
import app.accord.session.SessionSummary.Named;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The library as a therapist's pages show it, in the reader's language. */
public final class Exercises {
  private final Library library;

  public Exercises(Library library) {
    this.library = library;
  }

  /**
   * Brings what therapists have written, as this one may see it now; to be done before the rest.
   */
  public Future<Void> visit(Tx tx, PersonId therapist) {
    return library.visit(tx, therapist);
  }

  /** All that this therapist can start, in short. */
  public List<ObjectNode> all(PersonId me, String language) {
    return library.newest(me).stream().map(exercise -> summary(me, exercise, language)).toList();
  }

  private ObjectNode summary(PersonId me, Exercise exercise, String language) {
    ObjectNode json = ExerciseJson.summary(inLanguage(exercise, language), Reader.THERAPIST);
    library
        .author(me, exercise.id())
        .ifPresent(author -> json.put("from", author.equals(me) ? "me" : "practice"));
    return json;
  }

  /** Those of these ids that the library still has, in short. */
  List<ObjectNode> summaries(PersonId me, List<String> ids, String language) {
    return find(me, ids, language).stream()
        .map(exercise -> ExerciseJson.summary(exercise, Reader.THERAPIST))
        .toList();
  }

  /** By their titles; one that an upgrade dropped is left out. */
  List<Named> named(PersonId me, List<String> ids, String language) {
    return find(me, ids, language).stream().map(Exercises::named).toList();
  }

  /** The title; empty for one that an upgrade dropped. */
  public Optional<String> title(PersonId me, String id, String language) {
    return find(me, List.of(id), language).stream().map(Exercise::title).findFirst();
  }

  /** What this therapist may start by that id. */
  Optional<Exercise> current(PersonId me, String id) {
    return library.shelf(me).current(id);
  }

  private List<Exercise> find(PersonId me, List<String> ids, String language) {
    return ids.stream()
        .flatMap(id -> library.named(me, id).stream())
        .map(exercise -> inLanguage(exercise, language))
        .toList();
  }

  private Exercise inLanguage(Exercise exercise, String language) {
    return library.inLanguage(exercise.digest(), language).orElse(exercise);
  }

  private static Named named(Exercise exercise) {
    var kinds = ExerciseJson.summary(exercise, Reader.PARTNER).findValuesAsText("kind");
    return new Named(
        exercise.id(), exercise.title(), exercise.minutes(), kinds.stream().distinct().toList());
  }
}
