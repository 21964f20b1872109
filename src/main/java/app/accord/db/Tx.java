package app.accord.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of one person. Ids of {@code kernel}, {@code Instant} and {@code byte[]} may be
 * given as they are. Statements may be sent without waiting for each other; they run in order.
 */
public final class Tx {
  private final SqlConnection connection;

  Tx(SqlConnection connection) {
    this.connection = connection;
  }

  /** All rows. */
  public <T> Future<List<T>> list(String sql, Function<Row, T> mapper, @Nullable Object... args) {
    return query(sql, Args.of(args))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(mapper).toList());
  }

  /** The first row, if there is one. */
  public <T> Future<Optional<T>> one(
      String sql, Function<Row, T> mapper, @Nullable Object... args) {
    return list(sql, mapper, args).map(rows -> rows.stream().findFirst());
  }

  /** How many rows were written. */
  public Future<Integer> run(String sql, @Nullable Object... args) {
    return query(sql, Args.of(args)).map(RowSet::rowCount);
  }

  Future<RowSet<Row>> query(String sql, Tuple args) {
    return connection
        .preparedQuery(sql)
        .execute(args)
        .recover(failure -> Future.failedFuture(Trouble.of(failure)));
  }
}
