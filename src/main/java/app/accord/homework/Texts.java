package app.accord.homework;

import app.accord.exercise.Exercise;
import app.accord.kernel.PersonId;
import app.accord.library.Library;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HomeworkGiven;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What homework is called in a reader's language. */
record Texts(Library library, String language) {

  /** Also those whose files an upgrade has dropped. */
  static Future<Void> learn(Library library, PersonId as, List<HomeworkRoom> rooms) {
    return library.know(as, rooms.stream().flatMap(Texts::digests).collect(Collectors.toSet()));
  }

  private static Stream<String> digests(HomeworkRoom room) {
    return Stream.concat(
        room.assignment().map(HomeworkGiven::digest).stream(),
        room.givenToAll().values().stream().map(GivenToAll::digest));
  }

  Optional<Exercise> of(String digest) {
    return library.inLanguage(digest, language);
  }

  /** The title; the id of one that is nowhere any more. */
  String title(HomeworkGiven given) {
    return of(given.digest()).map(Exercise::title).orElse(given.exercise());
  }
}
