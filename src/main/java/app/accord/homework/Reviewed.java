package app.accord.homework;

import app.accord.homework.Assignment.Piece;
import app.accord.homework.Assignment.Remark;
import app.accord.homework.Assignment.Review;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.Commented;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HandInRead;
import app.accord.room.RoomEvent.Handed;
import app.accord.room.RoomEvent.HandedOver;
import app.accord.room.RoomEvent.HomeworkGiven;
import app.accord.room.RoomEvent.Opened;
import app.accord.room.RoomEvent.Theirs;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One room of homework with the therapist's own stream of it, words included. */
record Reviewed(HomeworkRoom room, List<Journal.Numbered> stream) {

  static Review together(Assignment line, String digest, List<Reviewed> rooms) {
    return new Review(
        line,
        digest,
        rooms.stream().flatMap(room -> room.note().stream()).findFirst().orElse(null),
        rooms.stream().flatMap(Reviewed::pieces).toList(),
        rooms.stream().flatMap(Reviewed::comments).distinct().toList());
  }

  private Optional<String> note() {
    return events()
        .flatMap(
            event ->
                event instanceof HomeworkGiven given
                    ? Stream.ofNullable(given.note())
                    : Stream.empty())
        .findFirst();
  }

  private Stream<Piece> pieces() {
    return events().flatMap(event -> pieces(room.id(), event));
  }

  private static Stream<Piece> pieces(RoomId room, RoomEvent event) {
    return switch (event) {
      case HandInRead(_, Seat by, List<Handed> answers) -> pieces(room, by, answers, false);
      case GivenToAll(_, Seat by, _, List<Handed> answers) -> pieces(room, by, answers, true);
      case HandedOver(_, List<Opened> opened) ->
          opened.stream().flatMap(step -> pieces(room, step));
      case RoomEvent _ -> Stream.empty();
    };
  }

  private static Stream<Piece> pieces(RoomId room, Seat by, List<Handed> answers, boolean forAll) {
    return answers.stream()
        .map(answer -> new Piece(room, answer.step(), by, answer.value(), forAll));
  }

  private static Stream<Piece> pieces(RoomId room, Opened step) {
    return step.answers().stream()
        .map((Theirs theirs) -> new Piece(room, step.step(), theirs.seat(), theirs.value(), true));
  }

  private Stream<Remark> comments() {
    return events()
        .flatMap(
            event ->
                event instanceof Commented(String text, Seat to)
                    ? Stream.of(new Remark(text, to))
                    : Stream.empty());
  }

  private Stream<RoomEvent> events() {
    return stream.stream().map(Journal.Numbered::event);
  }
}
