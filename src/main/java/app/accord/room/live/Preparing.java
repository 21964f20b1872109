package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomCommand;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some commands need before they can be decided: what is agreed in the case, read anew; the
 * exercise kept for good, since a room whose exercise is nowhere could not be opened again; and the
 * words from homework that shall be seen here.
 */
final class Preparing {
  private final RoomId room;
  private final Shared shared;
  private final Staging staging;

  Preparing(RoomId room, Shared shared) {
    this.room = room;
    this.shared = shared;
    this.staging = new Staging(shared);
  }

  /** Empty: whoever asks has no seat there any more. */
  Future<Optional<Table.Policy>> of(List<Ask> asks, Table table) {
    @Nullable PersonId asker = asks.isEmpty() ? null : asks.getFirst().person();
    @Nullable PersonId reader = asker != null ? asker : table.therapist();
    Future<Optional<Place>> place =
        reader == null
            ? Future.succeededFuture(Optional.empty())
            : shared.store().place(reader, room);
    return shared.inTime(
        place.compose(
            found ->
                Future.all(keep(asks, table), bring(asks, table))
                    .map(_ -> found.map(Place::policy))));
  }

  private Future<?> bring(List<Ask> asks, Table table) {
    return Future.all(asks.stream().flatMap(ask -> bring(ask, table)).toList());
  }

  private Stream<Future<Void>> bring(Ask ask, Table table) {
    return ask.command() instanceof RoomCommand.PutOnStage wanted
        ? Stream.of(staging.bring(wanted, table).map(found -> become(ask, found)))
        : Stream.empty();
  }

  private static @Nullable Void become(Ask ask, Optional<RoomCommand.ShowOnStage> found) {
    found.ifPresent(ask::becomes);
    return null;
  }

  private Future<Void> keep(List<Ask> asks, Table table) {
    @Nullable PersonId therapist = table.therapist();
    return therapist == null
        ? Future.succeededFuture()
        : Future.all(asks.stream().flatMap(ask -> keep(ask, therapist)).toList()).mapEmpty();
  }

  private Stream<Future<Void>> keep(Ask ask, PersonId therapist) {
    return switch (ask.command()) {
      case RoomCommand.StartExercise start -> keep(start.exercise(), therapist);
      case RoomCommand.GiveHomework give -> keep(give.exercise(), therapist);
      default -> Stream.empty();
    };
  }

  private Stream<Future<Void>> keep(String exercise, PersonId therapist) {
    var library = shared.library();
    return Stream.of(
        library
            .visit(therapist)
            .compose(
                _ ->
                    library
                        .shelf(therapist)
                        .current(exercise)
                        .map(current -> library.keep(therapist, current.digest()))
                        .orElseGet(Future::succeededFuture)));
  }
}
