package app.accord.room.live;

import app.accord.db.Trouble;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent;
import app.accord.room.live.Journal.Loaded;
import io.vertx.core.Future;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a room's journal, with the exercises that it started with. */
final class Reading {
  private final RoomId room;
  private final Shared shared;

  Reading(RoomId room, Shared shared) {
    this.room = room;
    this.shared = shared;
  }

  Future<Loaded> whole() {
    return shared.inTime(shared.journal().load(room).compose(this::knowExercises));
  }

  /** Whether it may go well a moment later. */
  static boolean isPassing(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof Trouble trouble
            && trouble.kind() != Trouble.Kind.BROKEN
            && trouble.kind() != Trouble.Kind.FORBIDDEN);
  }

  private Future<Loaded> knowExercises(Loaded loaded) {
    Set<String> digests =
        loaded.entries().stream().flatMap(Reading::digest).collect(Collectors.toSet());
    return digests.isEmpty() || loaded.holders().isEmpty()
        ? Future.succeededFuture(loaded)
        : shared.library().know(loaded.holders().values().iterator().next(), digests).map(loaded);
  }

  private static Stream<String> digest(Journal.Entry entry) {
    return entry.event() instanceof RoomEvent.ExerciseStarted started
        ? Stream.of(started.digest())
        : Stream.empty();
  }
}
