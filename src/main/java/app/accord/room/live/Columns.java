package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.room.live.Sealing.SealedBatch;
import app.accord.room.live.Sealing.SealedEntry;
import app.accord.seal.FirstKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many rooms' batches as the arrays of {@code room_append}: one call, however many events. */
final class Columns {
  private Columns() {}

  /**
   * Something of a room's.
   *
   * @param room its place in the call, from 1
   */
  private record Line<T>(int room, T of) {}

  static Tuple of(List<SealedBatch> batches) {
    List<Line<SealedEntry>> lines = lines(batches, SealedBatch::entries);
    List<Line<FirstKey>> keys = lines(batches, SealedBatch::firstKeys);
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
        .addValue(column(lines, Columns::sealed, Buffer[]::new))
        .addValue(column(keys, Line::room, Integer[]::new))
        .addValue(column(keys, key -> key.of().id(), UUID[]::new))
        .addValue(column(keys, key -> key.of().kind(), String[]::new))
        .addValue(column(keys, key -> key.of().owner().id(), UUID[]::new))
        .addValue(column(keys, key -> Buffer.buffer(key.of().wrapped()), Buffer[]::new));
  }

  private static <T> List<Line<T>> lines(
      List<SealedBatch> batches, Function<SealedBatch, List<T>> what) {
    return IntStream.range(0, batches.size())
        .boxed()
        .flatMap(i -> what.apply(batches.get(i)).stream().map(one -> new Line<>(i + 1, one)))
        .toList();
  }

  private static <L, T> T[] column(
      List<Line<L>> lines, Function<Line<L>, @Nullable T> value, IntFunction<T[]> array) {
    return lines.stream().map(value).toArray(array);
  }

  private static OffsetDateTime at(Line<SealedEntry> line) {
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

  private static @Nullable UUID key(Line<SealedEntry> line) {
    var words = line.of().words();
    return words == null ? null : words.key();
  }

  private static @Nullable Buffer sealed(Line<SealedEntry> line) {
    var words = line.of().words();
    return words == null ? null : Buffer.buffer(words.bytes());
  }
}
