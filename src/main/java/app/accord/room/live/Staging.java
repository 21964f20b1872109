package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomCommand;
import app.accord.room.RoomCommand.PutOnStage;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HandedOver;
import app.accord.room.RoomEvent.Theirs;
import app.accord.room.Seat;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings words from homework into a session: only such as everybody of the case may read, copied
 * from that homework's own journal, as the therapist may read it.
 */
final class Staging {
  private final Shared shared;

  Staging(Shared shared) {
    this.shared = shared;
  }

  /** Empty: nothing was given to all there, or it is another couple's. */
  Future<Optional<RoomCommand.ShowOnStage>> bring(PutOnStage wanted, Table table) {
    @Nullable PersonId therapist = table.therapist();
    return therapist == null
        ? Future.succeededFuture(Optional.empty())
        : Future.all(wanted.homework().stream().map(id -> streamOf(id, therapist, table)).toList())
            .map(all -> show(wanted.step(), all.<List<RoomEvent>>list()));
  }

  private Future<List<RoomEvent>> streamOf(UUID id, PersonId therapist, Table table) {
    var room = new RoomId(id);
    return shared
        .store()
        .place(therapist, room)
        .compose(
            place ->
                place.filter(there -> isHomeworkOf(there, table)).isPresent()
                    ? shared
                        .journal()
                        .read(room, therapist, Seat.THERAPIST, 0)
                        .map(all -> all.stream().map(Journal.Numbered::event).toList())
                    : Future.succeededFuture(List.of()));
  }

  private static boolean isHomeworkOf(Place place, Table table) {
    return place.policy().homework() != null
        && place.couple().equals(table.couple())
        && place.seat() == Seat.THERAPIST;
  }

  private static Optional<RoomCommand.ShowOnStage> show(String step, List<List<RoomEvent>> rooms) {
    List<Theirs> answers =
        rooms.stream()
            .flatMap(List::stream)
            .flatMap(event -> given(event, step))
            .sorted(Comparator.comparing(Theirs::seat))
            .toList();
    return rooms.stream()
        .flatMap(List::stream)
        .flatMap(Staging::digest)
        .findFirst()
        .filter(_ -> !answers.isEmpty())
        .map(digest -> new RoomCommand.ShowOnStage(digest, step, answers));
  }

  private static Stream<String> digest(RoomEvent event) {
    return event instanceof ExerciseStarted started ? Stream.of(started.digest()) : Stream.empty();
  }

  private static Stream<Theirs> given(RoomEvent event, String step) {
    return switch (event) {
      case GivenToAll given ->
          given.answers().stream()
              .filter(one -> one.step().equals(step))
              .map(one -> new Theirs(given.seat(), one.value()));
      case HandedOver over ->
          over.opened().stream()
              .filter(one -> one.step().equals(step))
              .flatMap(one -> one.answers().stream());
      case RoomEvent _ -> Stream.empty();
    };
  }
}
