package app.accord.room.live;

import app.accord.room.live.Journal.Head;
import io.vertx.sqlclient.Row;

/**
 * A room whose batch was written.
 *
 * @param room its place in the call, from 1
 */
record Won(int room, Head head) {
  static Won of(Row row) {
    return new Won(row.getInteger("room"), JournalRows.head(row));
  }
}
