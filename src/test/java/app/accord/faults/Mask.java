package app.accord.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes from a recording what differs between any two runs: an id becomes its place in the order of
 * first appearance, a time becomes the word. Which id comes again where is kept.
 */
final class Mask {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");

  /** Of an instant the digits after the point are as many as it needs, so lengths differ too. */
  private static final Pattern LENGTH = Pattern.compile("content-length: \\[\\d+]");

  private final Map<String, String> ids = new HashMap<>();

  private Mask() {}

  static List<String> masked(List<String> recording) {
    var mask = new Mask();
    return recording.stream().map(mask::one).toList();
  }

  private String one(String text) {
    String timeless = TIME.matcher(text).replaceAll("<time>");
    String masked =
        ID.matcher(timeless)
            .replaceAll(id -> ids.computeIfAbsent(id.group(), _ -> "<id " + ids.size() + ">"));
    return LENGTH.matcher(masked).replaceAll("content-length: <" + masked.length() + ">");
  }
}
