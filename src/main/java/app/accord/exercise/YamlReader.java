package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file as YAML 1.2 core and nothing beyond it (rule X0). It builds its tree from the
 * parser's events: so each node has its line, an alias is a mistake and never expanded (a file of
 * one kilobyte can name a billion nodes), and depth has a limit before the stack has.
 */
public final class YamlReader {
  private static final int DEEPEST = 12;
  private static final int LONGEST_NAME = 48;

  /** No pointer begins so: the place of what is read over. */
  private static final String SKIPPED = "~";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SourceFile file;
  private final Kind kind;
  private final Iterator<Event> events;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> unsound = new HashSet<>();

  /** The tree is empty when the file could not be read to its end. */
  public record Outcome(Optional<Tree> tree, List<Mistake> mistakes) {}

  /**
   * What a kind of file may hold.
   *
   * @param longestText that any field may hold, in characters: patterns are never tried on more
   * @param decimals whether a number such as 51.5 is one; otherwise it is a text
   */
  public record Kind(int longestText, boolean decimals) {
    static final Kind OF_EXERCISES = new Kind(1600, false);
  }

  private YamlReader(SourceFile file, Kind kind, Iterator<Event> events) {
    this.file = file;
    this.kind = kind;
    this.events = events;
  }

  /** Reads it, as far as it can be read, and names every mistake with its line. */
  public static Outcome read(SourceFile file) {
    return read(file, Kind.OF_EXERCISES);
  }

  /** The same for a kind of file that holds something else. */
  public static Outcome read(SourceFile file, Kind kind) {
    YamlText text = YamlText.of(file);
    if (!text.mistakes().isEmpty()) {
      return new Outcome(Optional.empty(), text.mistakes());
    }
    var settings = LoadSettings.builder().setCodePointLimit(YamlText.MOST_BYTES).build();
    var events = new Parse(settings).parseString(text.text()).iterator();
    var reader = new YamlReader(file, kind, events);
    return new Outcome(reader.tree(text.text()), List.copyOf(reader.mistakes));
  }

  private Optional<Tree> tree(String text) {
    try {
      return document().map(root -> new Tree(file, root, lines, unsound));
    } catch (TooDeep end) {
      mistakes.add(
          new Mistake(file.name(), end.line, "", "Lists and fields are nested too deeply here."));
    } catch (MarkedYamlEngineException end) {
      // A quote that is never closed is found at the end, and helps nobody there.
      int line =
          end.getContextMark().or(end::getProblemMark).map(mark -> mark.getLine() + 1).orElse(1);
      mistakes.add(
          new Mistake(file.name(), line, "", "This is no YAML: " + end.getProblem() + "."));
    } catch (ReaderException end) {
      int line = YamlText.lineAt(text, end.getPosition());
      mistakes.add(
          new Mistake(file.name(), line, "", "There is a character here that YAML forbids."));
    } catch (YamlEngineException end) {
      mistakes.add(new Mistake(file.name(), 1, "", "This is no YAML: " + end.getMessage() + "."));
    }
    return Optional.empty();
  }

  private Optional<JsonNode> document() {
    List<JsonNode> roots = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start && !roots.isEmpty()) {
        refuse(start, "", "A second document begins here; one file holds one.");
        break;
      }
      switch (event) {
        case DocumentStartEvent start -> directives(start);
        case NodeEvent node -> roots.add(node(node, "", 0));
        default -> {}
      }
    }
    if (roots.isEmpty()) {
      mistakes.add(new Mistake(file.name(), 1, "", "The file is empty."));
    }
    return roots.stream().findFirst();
  }

  private void directives(DocumentStartEvent start) {
    boolean old =
        start.getSpecVersion().filter(it -> !it.equals(new SpecVersion(1, 2))).isPresent();
    // The parser lists its two own handles whenever there is a directive.
    if (old
        || start.getTags().keySet().stream().anyMatch(it -> !it.equals("!") && !it.equals("!!"))) {
      refuse(start, "", "Directives are not allowed: the file is YAML 1.2, without tags.");
    }
  }

  private JsonNode node(NodeEvent event, String at, int depth) {
    lines.putIfAbsent(at, line(event));
    if (depth > DEEPEST) {
      throw new TooDeep(line(event));
    }
    if (event instanceof AliasEvent) {
      return gap(event, at, "Aliases (*name) are not allowed: write the words out.");
    }
    event
        .getAnchor()
        .ifPresent(_ -> refuse(event, at, "Anchors (&name) are not allowed: write the words out."));
    return switch (event) {
      case MappingStartEvent start -> mapping(start, at, depth);
      case CollectionStartEvent start -> sequence(start, at, depth);
      case ScalarEvent scalar -> scalar(scalar, at);
      default -> throw new IllegalStateException("no node: " + event.getEventId());
    };
  }

  private ObjectNode mapping(MappingStartEvent start, String at, int depth) {
    tag(start.getTag(), start, at);
    ObjectNode object = JSON.objectNode();
    while (events.next() instanceof NodeEvent key) {
      field(object, key, at, depth);
    }
    return object;
  }

  private void field(ObjectNode object, NodeEvent key, String at, int depth) {
    if (!(key instanceof ScalarEvent scalar) || scalar.getValue().length() > LONGEST_NAME) {
      refuse(key, at, "A field's name must be one short word.");
      skip(key, depth);
      skip((NodeEvent) events.next(), depth);
      return;
    }
    String name = scalar.getValue();
    String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
    skip(key, depth);
    NodeEvent value = (NodeEvent) events.next();
    if (name.equals("<<")) {
      refuse(key, place, "Merge keys (<<) are not allowed: write the fields out.");
      unsound.add(at);
      skip(value, depth);
    } else if (object.has(name)) {
      refuse(key, place, "This field is here twice.");
      skip(value, depth);
    } else {
      lines.put(place, line(key));
      object.set(name, node(value, place, depth + 1));
    }
  }

  private void skip(NodeEvent event, int depth) {
    JsonNode unused = node(event, SKIPPED, depth + 1);
    assert unused != null;
  }

  private ArrayNode sequence(CollectionStartEvent start, String at, int depth) {
    tag(start.getTag(), start, at);
    ArrayNode array = JSON.arrayNode();
    while (events.next() instanceof NodeEvent item) {
      array.add(node(item, at + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent event, String at) {
    tag(event.getTag(), event, at);
    if (event.getValue().codePointCount(0, event.getValue().length()) > kind.longestText()) {
      return gap(event, at, "This text is longer than " + kind.longestText() + " characters.");
    }
    return Scalars.value(event, kind.decimals());
  }

  private void tag(Optional<String> tag, NodeEvent event, String at) {
    tag.ifPresent(_ -> refuse(event, at, "Tags (!name) are not allowed."));
  }

  private JsonNode gap(NodeEvent event, String at, String words) {
    refuse(event, at, words);
    unsound.add(at);
    return JSON.nullNode();
  }

  private void refuse(Event event, String at, String words) {
    mistakes.add(new Mistake(file.name(), line(event), at.startsWith(SKIPPED) ? "" : at, words));
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** Ends the reading: going on would only repeat it. */
  private static final class TooDeep extends RuntimeException {
    final int line;

    TooDeep(int line) {
      super("nested too deeply", null, false, false);
      this.line = line;
    }
  }
}
