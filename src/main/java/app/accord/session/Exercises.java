package app.accord.session;

import app.accord.exercise.Exercise;
import app.accord.exercise.ExerciseJson;
import app.accord.exercise.ExerciseJson.Reader;
import app.accord.library.Library;
import app.accord.session.SessionSummary.Named;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The library as a therapist's pages show it, in the reader's language. */
public final class Exercises {
  private final Library library;

  public Exercises(Library library) {
    this.library = library;
  }

  /** All that can be started, in short. */
  public List<ObjectNode> all(String language) {
    return library.newest().stream()
        .map(exercise -> ExerciseJson.summary(inLanguage(exercise, language), Reader.THERAPIST))
        .toList();
  }

  /** Those of these ids that the library still has, in short. */
  List<ObjectNode> summaries(List<String> ids, String language) {
    return find(ids, language).stream()
        .map(exercise -> ExerciseJson.summary(exercise, Reader.THERAPIST))
        .toList();
  }

  /** By their titles; one that an upgrade dropped is left out. */
  List<Named> named(List<String> ids, String language) {
    return find(ids, language).stream().map(Exercises::named).toList();
  }

  /** The title; empty for one that an upgrade dropped. */
  public Optional<String> title(String id, String language) {
    return find(List.of(id), language).stream().map(Exercise::title).findFirst();
  }

  Optional<Exercise> current(String id) {
    return library.current(id);
  }

  private List<Exercise> find(List<String> ids, String language) {
    return ids.stream()
        .flatMap(id -> library.current(id).stream())
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
