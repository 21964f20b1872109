package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.room.live.Sealing.SealedBatch;
import app.accord.room.live.Sealing.SealedEntry;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Many rooms' batches as the arrays of {@code room_append}: one call, however many events. */
final class Columns {
  private Columns() {}

  private record Line(int room, SealedEntry of) {}

  static Tuple of(List<SealedBatch> batches) {
    List<Line> lines =
        java.util.stream.IntStream.range(0, batches.size())
            .boxed()
            .flatMap(i -> batches.get(i).entries().stream().map(entry -> new Line(i + 1, entry)))
            .toList();
    return Tuple.tuple()
        .addValue(batches.stream().map(batch -> batch.room().value()).toArray(UUID[]::new))
        .addValue(batches.stream().map(SealedBatch::expected).toArray(Long[]::new))
        .addValue(column(lines, Line::room, Integer[]::new))
        .addValue(column(lines, Columns::at, OffsetDateTime[]::new))
        .addValue(column(lines, line -> bit(line.of().entry().by()), Short[]::new))
        .addValue(column(lines, line -> bit(line.of().entry().author()), Short[]::new))
        .addValue(column(lines, line -> id(line.of().entry().person()), UUID[]::new))
        .addValue(column(lines, line -> id(line.of().command()), UUID[]::new))
        .addValue(column(lines, line -> line.of().entry().audience().bits(), Integer[]::new))
        .addValue(column(lines, line -> line.of().type(), String[]::new))
        .addValue(column(lines, line -> (short) line.of().version(), Short[]::new))
        .addValue(column(lines, line -> line.of().facts(), String[]::new))
        .addValue(column(lines, line -> line.of().wordsId(), UUID[]::new))
        .addValue(column(lines, Columns::key, UUID[]::new))
        .addValue(column(lines, Columns::sealed, Buffer[]::new));
  }

  private static <T> T[] column(
      List<Line> lines, Function<Line, @Nullable T> value, IntFunction<T[]> array) {
    return lines.stream().map(value).toArray(array);
  }

  private static OffsetDateTime at(Line line) {
    return line.of().entry().at().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Short bit(@Nullable Seat seat) {
    return seat == null ? null : (short) seat.bit();
  }

  private static @Nullable UUID id(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable UUID id(@Nullable CommandId command) {
    return command == null ? null : command.value();
  }

  private static @Nullable UUID key(Line line) {
    var words = line.of().words();
    return words == null ? null : words.key();
  }

  private static @Nullable Buffer sealed(Line line) {
    var words = line.of().words();
    return words == null ? null : Buffer.buffer(words.bytes());
  }
}
