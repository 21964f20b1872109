package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What a file says, and in which line it says it.
 *
 * @param lines by JSON pointer
 * @param unsound pointers of what could not be read: the mistake is named already, and what the
 *     schema would say of the gap is no news
 */
public record Tree(
    SourceFile file, JsonNode root, Map<String, Integer> lines, Set<String> unsound) {

  /** The line of that place, or of the nearest one around it that is there. */
  public int line(String pointer) {
    String place = pointer;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 1);
  }

  /** A mistake at that place. */
  public Mistake mistake(String pointer, String words) {
    return new Mistake(file.name(), line(pointer), pointer, words);
  }

  /** Whether what stands there could not be read. */
  public boolean isUnsound(String pointer) {
    return unsound.stream().anyMatch(gap -> pointer.equals(gap) || pointer.startsWith(gap + "/"));
  }

  /** A text of the uppermost level; empty if there is none. */
  public String text(String field) {
    return root.path(field).asText("");
  }
}
