package app.accord.faults;

import app.accord.kernel.RoomId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One kind of data, put there once.
 *
 * @param mark stands in whatever holds its content, and nowhere else
 * @param rows where it lies: the digests of its sealed bytes, by table
 * @param told the seats whose stream has grown with it, as room and number, whatever they were told
 * @param acts what would write it
 */
record Kind(
    String name, String mark, Map<String, Set<String>> rows, Set<String> told, List<Act> acts) {

  /** A try to write. */
  sealed interface Act {}

  /**
   * Over HTTP; done when the answer is below 300.
   *
   * @param named whether the address says which case or thing; if not, it is that of whoever asks
   */
  record Request(String method, String path, String body, boolean named) implements Act {}

  /** Over the socket of a room; done when it is acknowledged. */
  record Command(RoomId room, String type, String data) implements Act {}

  /** The tables' rows that are there now and were not before. */
  static Map<String, Set<String>> since(
      Map<String, Set<String>> before, Map<String, Set<String>> now) {
    var fresh = new TreeMap<String, Set<String>>();
    now.forEach(
        (table, rows) -> {
          var added = new HashSet<>(rows);
          added.removeAll(before.getOrDefault(table, Set.of()));
          if (!added.isEmpty()) {
            fresh.put(table, added);
          }
        });
    return fresh;
  }
}
