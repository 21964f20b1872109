package app.accord.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that both write and each signs. Any change of words makes a new version and takes every
 * signature off: nobody may ever have signed words that they did not see.
 *
 * @param version counts the changes of words, from 0 for a blank page
 * @param name in the couple's own words; empty: the page shows the exercise's heading
 * @param lines in the order of the page
 * @param reviewDays null: as the exercise suggests
 * @param made whether all have signed this version
 */
public record Agreement(
    int version,
    String name,
    Map<UUID, Line> lines,
    Map<UUID, Suggestion> suggestions,
    @Nullable Integer reviewDays,
    Set<Seat> signed,
    boolean made) {

  static final Agreement BLANK = new Agreement(0, "", Map.of(), Map.of(), null, Set.of(), false);

  /** One sentence. {@code version} counts its own changes, from 1. */
  public record Line(Seat by, int version, String text) {
    @Override
    public String toString() {
      return "Line[masked]";
    }
  }

  /** Other words for somebody else's line, for that version of it. */
  public record Suggestion(Seat by, UUID line, int lineVersion, String text) {
    @Override
    public String toString() {
      return "Suggestion[masked]";
    }
  }

  /**
   * What a signature signs: the SHA-256, in lower-case hex, of the UTF-8 bytes of {@code
   * accord.agreement.1}, the name (empty if none was given) and each line's text in the order of
   * the page, joined by U+001F. Texts are as the events hold them; no text holds that character, so
   * two different agreements never have one digest. In a browser: {@code ["accord.agreement.1",
   * name, ...texts].join("\u005cu001f")}.
   */
  public static String digest(String name, List<String> texts) {
    return Words.digest(
        Stream.concat(Stream.of("accord.agreement.1", name), texts.stream())
            .toArray(String[]::new));
  }

  String digest() {
    return digest(name, lines.values().stream().map(Line::text).toList());
  }

  Agreement named(int then, String text) {
    return reworded(then, text, lines, suggestions);
  }

  Agreement line(int then, UUID id, Line line) {
    return reworded(then, name, Copies.with(lines, id, line), suggestions);
  }

  Agreement suggested(UUID id, Suggestion suggestion) {
    return new Agreement(
        version, name, lines, Copies.with(suggestions, id, suggestion), reviewDays, signed, made);
  }

  Agreement took(int then, UUID suggestion, int lineVersion) {
    Suggestion taken = suggestions.get(suggestion);
    Line line = taken == null ? null : lines.get(taken.line());
    return taken == null || line == null
        ? this
        : reworded(
            then,
            name,
            Copies.with(lines, taken.line(), new Line(line.by(), lineVersion, taken.text())),
            Copies.without(suggestions, suggestion));
  }

  Agreement left(UUID suggestion) {
    return new Agreement(
        version, name, lines, Copies.without(suggestions, suggestion), reviewDays, signed, made);
  }

  Agreement removed(int then, UUID id) {
    var open = new LinkedHashMap<>(suggestions);
    open.values().removeIf(suggestion -> suggestion.line().equals(id));
    return reworded(
        then, name, Copies.without(lines, id), java.util.Collections.unmodifiableMap(open));
  }

  Agreement reviewedIn(int days) {
    return new Agreement(version, name, lines, suggestions, days, signed, made);
  }

  Agreement signedBy(Seat seat) {
    return new Agreement(
        version, name, lines, suggestions, reviewDays, Copies.with(signed, seat), made);
  }

  Agreement unsignedBy(Seat seat) {
    return new Agreement(
        version, name, lines, suggestions, reviewDays, Copies.without(signed, seat), made);
  }

  Agreement done() {
    return new Agreement(version, name, lines, suggestions, reviewDays, signed, true);
  }

  /** Without signatures, to be changed. */
  Agreement opened() {
    return new Agreement(version, name, lines, suggestions, reviewDays, Set.of(), false);
  }

  private Agreement reworded(
      int then, String nowNamed, Map<UUID, Line> now, Map<UUID, Suggestion> open) {
    return new Agreement(then, nowNamed, now, open, reviewDays, Set.of(), false);
  }

  @Override
  public String toString() {
    return "Agreement[version=" + version + ", signed=" + signed + ", made=" + made + "]";
  }
}
