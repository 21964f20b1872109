package app.accord.room;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changed copies of small collections. They keep their order: the same commands must give the same
 * events on every node, and {@code Map.copyOf} shuffles by a number of each process.
 */
final class Copies {
  private Copies() {}

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    var copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableMap(copy);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    var copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return Collections.unmodifiableMap(copy);
  }

  static <T> Set<T> with(Set<T> set, T one) {
    var copy = new LinkedHashSet<>(set);
    copy.add(one);
    return Collections.unmodifiableSet(copy);
  }

  static <T> Set<T> without(Set<T> set, T one) {
    var copy = new LinkedHashSet<>(set);
    copy.remove(one);
    return Collections.unmodifiableSet(copy);
  }

  static <T> Set<T> joined(Set<T> one, Set<T> other) {
    var copy = new LinkedHashSet<>(one);
    copy.addAll(other);
    return Collections.unmodifiableSet(copy);
  }
}
