package app.accord.session;

import app.accord.couple.Couples;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.ExerciseJson;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/**
 * The exercises that a room runs or ran, in each reader's language. Hints and warnings are the
 * therapist's: read by the one that they speak of, they do harm.
 */
public final class RoomExercises {
  private final Db db;
  private final Couples couples;
  private final Library library;

  public RoomExercises(Db db, Couples couples, Library library) {
    this.db = db;
    this.couples = couples;
    this.library = library;
  }

  private record Asker(String language, ExerciseJson.Reader reads) {}

  /** Empty: no such room, no seat there, or an exercise that this room never ran. */
  public Future<Optional<ObjectNode>> of(PersonId me, RoomId room, String digest) {
    return db.readAs(me, tx -> asker(tx, me, room, digest))
        .compose(
            asker ->
                asker
                    .map(one -> library.know(me, Set.of(digest)).map(_ -> text(one, digest)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Asker>> asker(Tx tx, PersonId me, RoomId room, String digest) {
    Future<Optional<Seat>> seat = SessionStore.seat(tx, me, room);
    Future<Boolean> started = SessionStore.wasStarted(tx, room, digest);
    Future<Reader> reader = couples.reader(tx, me);
    return Future.all(seat, started, reader)
        .map(
            _ ->
                seat.result()
                    .filter(_ -> started.result())
                    .map(there -> new Asker(reader.result().language(), reads(there))));
  }

  private Optional<ObjectNode> text(Asker asker, String digest) {
    return library
        .inLanguage(digest, asker.language())
        .map(exercise -> ExerciseJson.whole(exercise, asker.reads()));
  }

  private static ExerciseJson.Reader reads(Seat seat) {
    return seat.isPartner() ? ExerciseJson.Reader.PARTNER : ExerciseJson.Reader.THERAPIST;
  }
}
