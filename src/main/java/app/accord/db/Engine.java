package app.accord.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The functions that act for the house and not for a person. There is no other way to them. */
public final class Engine {

  /** The whole list (decisions.md 1). */
  public enum Call {
    ROOM_APPEND(20),
    ROOM_LOAD(2),
    ROOM_HEADS(1),
    SESSION_BY_HASH(1),
    SESSIONS_BY_SID(2);

    private final String sql;

    Call(int arity) {
      var places = new StringBuilder("$1");
      for (int i = 2; i <= arity; i++) {
        places.append(", $").append(i);
      }
      // In a list, so that a function that gives one value and one that gives rows read alike.
      this.sql = "select * from accord.%s(%s)".formatted(name().toLowerCase(Locale.ROOT), places);
    }
  }

  private final Pool writing;
  private final Pool reading;

  /** Two pools, since a storm of people coming back to their rooms must not hold up the writer. */
  Engine(Pool writing, Pool reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /** Calls a function; each call is a transaction of its own. */
  public <T> Future<List<T>> call(Call call, Function<Row, T> mapper, Tuple args) {
    return (call == Call.ROOM_APPEND ? writing : reading)
        .getConnection()
        .recover(failure -> Future.failedFuture(Trouble.of(failure)))
        .compose(
            connection ->
                connection
                    .preparedQuery(call.sql)
                    .execute(args)
                    .recover(failure -> Future.failedFuture(Trouble.ofCommit(failure)))
                    .eventually(connection::close))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(mapper).toList());
  }
}
