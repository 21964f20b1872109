package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.room.Seat;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are committed, with their author's number after each, so that the same one sent
 * again gets the first answer. Those of long ago are forgotten; the database still knows them, and
 * {@link #recall} brings one back.
 */
final class Done {
  private static final int MOST = 2_048;

  private final LinkedHashMap<Key, Long> numbers = new LinkedHashMap<>();
  private final Set<Key> recalled = new HashSet<>();

  /** One author's command: the same id of somebody else is another command. */
  record Key(Seat author, CommandId id) {}

  void add(Key key, long n) {
    numbers.putLast(key, n);
    if (numbers.size() > MOST + recalled.size()) {
      numbers.remove(oldest());
    }
  }

  /** These shall be kept if they come by: somebody waits for their answer. */
  void recall(Set<Key> wanted) {
    recalled.clear();
    recalled.addAll(wanted);
  }

  OptionalLong find(Key key) {
    @Nullable Long n = numbers.get(key);
    return n == null ? OptionalLong.empty() : OptionalLong.of(n);
  }

  private Key oldest() {
    for (Key key : numbers.keySet()) {
      if (!recalled.contains(key)) {
        return key;
      }
    }
    throw new IllegalStateException("more are recalled than there are");
  }
}
