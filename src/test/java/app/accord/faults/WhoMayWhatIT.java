package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.testing.Behind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Who may see what (security.md, part c), asked of the whole server: {@code who-may-what.txt} has a
 * line for every kind of data and way, and each of its cells is one test. Everybody asks for every
 * page of the contract with every id that there is, takes every seat that lets them in, and looks
 * for the rows where it lies; what they were given is searched for what must, or must not, be in
 * it. So a page that nobody thought of here is asked too. A new kind of data is one more {@code
 * kind} in {@link Lived} and three lines of the table.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoMayWhatIT {
  private static final String NOTHING = "-";
  private static final String NOT_ASKED = ".";

  /** All who can be asked before one leaves. */
  private static final List<Who> PRESENT =
      Stream.of(Who.values()).filter(who -> who != Who.LEFT && who != Who.OPERATOR).toList();

  private static final Set<Who> IN_THE_CASE = EnumSet.of(Who.ONE, Who.TWO, Who.THERAPIST, Who.CO);

  private static Lived lived;
  private static Connection superuser;
  private static final Map<String, Map<Who, String>> FOUND = new TreeMap<>();

  private enum Way {
    HTTP,
    SOCKET,
    SQL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line of the table. */
  private record Line(String kind, String way, Map<Who, String> cells) {}

  @BeforeAll
  static void ask() {
    lived = Lived.once();
    superuser = connect();
    for (Who who : PRESENT) {
      reads(who);
    }
    operator();
    // The author last, who alone takes answers back.
    for (Who who : PRESENT.reversed()) {
      writes(who);
    }
    lived.oneLeaves();
    reads(Who.LEFT);
  }

  @AfterAll
  static void close() throws SQLException {
    superuser.close();
    lived.close();
  }

  @TestFactory
  Stream<DynamicNode> each_kind_of_data_reaches_by_each_way_whom_it_may_and_nobody_else() {
    return table().stream()
        .map(
            line ->
                DynamicContainer.dynamicContainer(
                    line.kind() + " by " + line.way(),
                    line.cells().entrySet().stream()
                        .map(cell -> test(line, cell.getKey(), cell.getValue()))));
  }

  private static DynamicTest test(Line line, Who who, String cell) {
    return DynamicTest.dynamicTest(
        who + ": " + cell,
        () ->
            assertThat(
                    FOUND
                        .getOrDefault(line.kind() + " " + line.way(), Map.of())
                        .getOrDefault(who, NOT_ASKED))
                .as("%s of %s by %s", who, line.kind(), line.way())
                .isEqualTo(cell));
  }

  @Test
  void the_table_has_a_line_for_every_kind_and_way() {
    assertThat(table().stream().map(line -> line.kind() + " " + line.way()))
        .containsExactlyInAnyOrderElementsOf(FOUND.keySet());
  }

  @Test
  void a_policy_that_is_opened_shows() {
    Kind thread = Objects.requireNonNull(lived.kinds.get("message-between-two"));
    var database = lived.server.database;
    String narrow =
        Behind.read(
                database,
                "select qual from pg_policies where tablename = 'message' and policyname = 'between_two'")
            .getFirst();
    Behind.run(database, "alter policy between_two on accord.message using (true)");
    try {
      // Its key went with its author.
      assertThat(rows(thread, Who.CO)).isEqualTo("M");
      assertThat(rows(thread, Who.TWO)).isEqualTo("M");
    } finally {
      Behind.run(
          database, "alter policy between_two on accord.message using (%s)".formatted(narrow));
    }
    assertThat(rows(thread, Who.CO)).isEqualTo(NOTHING);
  }

  // Reading

  private static void reads(Who who) {
    Page page = lived.page(who);
    String pages = pages(page);
    Map<RoomId, String> streams = streams(page);
    for (Kind kind : lived.kinds.values()) {
      note(kind, Way.HTTP, who, pages.contains(kind.mark()) ? "R" : NOTHING);
      note(kind, Way.SOCKET, who, stream(kind, who, streams));
      note(kind, Way.SQL, who, rows(kind, who));
    }
  }

  /** What all pages say. */
  private static String pages(Page page) {
    var said = new StringBuilder();
    for (String path : paths()) {
      var answer = page.attempt("GET", path, "");
      if (answer.statusCode() < 300) {
        said.append(answer.body()).append('\n');
      }
    }
    return said.toString();
  }

  /** Every address that the contract has for GET, with every id that there is. */
  private static List<String> paths() {
    var filled = new ArrayList<String>();
    contract()
        .forEach(
            (path, acts) -> {
              if (acts.containsKey("get")) {
                filled.addAll(filled(path));
              }
            });
    return filled;
  }

  private static List<String> filled(String path) {
    int open = path.indexOf('{');
    if (open < 0) {
      return List.of(path);
    }
    String name = path.substring(open + 1, path.indexOf('}'));
    // Exercises are no secret of any case.
    List<String> ids =
        name.equals("digest")
            ? List.of("0".repeat(64))
            : Objects.requireNonNull(lived.ids.get(name), "which " + name + "s are there?");
    return ids.stream().flatMap(id -> filled(path.replace("{" + name + "}", id)).stream()).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> contract() {
    var settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
    var document =
        (Map<String, Object>) new Load(settings).loadFromString(resource("/openapi.yaml"));
    return (Map<String, Map<String, Object>>) document.get("paths");
  }

  /** All frames of each room that lets this page in. */
  private static Map<RoomId, String> streams(Page page) {
    var said = new HashMap<RoomId, String>();
    for (RoomId room : lived.rooms()) {
      try (Page there = page.at(room)) {
        if (there.mayJoin()) {
          there.join();
          said.put(room, String.join("\n", there.received()));
        }
      }
    }
    return said;
  }

  /** Not the words, but that something was said: a stream has grown. */
  private static String stream(Kind kind, Who who, Map<RoomId, String> streams) {
    if (streams.values().stream().anyMatch(said -> said.contains(kind.mark()))) {
      return "R";
    }
    return streams.keySet().stream().anyMatch(room -> kind.told().contains(room + " " + seat(who)))
        ? "M"
        : NOTHING;
  }

  private static int seat(Who who) {
    return switch (who) {
      case ONE -> Seat.PARTNER_1.bit();
      case TWO -> Seat.PARTNER_2.bit();
      case THERAPIST -> Seat.THERAPIST.bit();
      case CO -> Seat.CO_1.bit();
      default -> -1;
    };
  }

  /** A row without its key is no more than that there is one. */
  private static String rows(Kind kind, Who who) {
    String there = "";
    for (var table : kind.rows().entrySet()) {
      String from = "select count(*) from accord.%s t".formatted(table.getKey());
      String which = " where md5(t.sealed) in (%s)".formatted(quoted(table.getValue()));
      if (count(who, from + " join accord.data_key using (key_id)" + which) > 0) {
        return "R";
      }
      if (count(who, from + which) > 0) {
        there = "M";
      }
    }
    return there.isEmpty() ? NOTHING : there;
  }

  private static void operator() {
    Set<String> inClear = Set.copyOf(Lived.ANY.tables(lived.server.database));
    for (Kind kind : lived.kinds.values()) {
      boolean isWord = kind.mark().startsWith(Lived.ANY.toString());
      note(
          kind,
          Way.SQL,
          Who.OPERATOR,
          !isWord ? NOT_ASKED : inClear.isEmpty() && !kind.rows().isEmpty() ? "C" : "R");
    }
  }

  // Writing

  private static void writes(Who who) {
    Page page = lived.page(who);
    for (Kind kind : lived.kinds.values()) {
      if (changesRows(kind, who)) {
        wrote(kind, Way.SQL, who);
      }
      for (Kind.Act act : kind.acts()) {
        switch (act) {
          case Kind.Request(String method, String path, String body, boolean named) -> {
            if ((named || IN_THE_CASE.contains(who))
                && page.attempt(method, path, fresh(body)).statusCode() < 300) {
              wrote(kind, Way.HTTP, who);
            }
          }
          case Kind.Command(var room, String type, String data) -> {
            if (isDone(page.at(room), type, data)) {
              wrote(kind, Way.SOCKET, who);
            }
          }
        }
      }
    }
  }

  /** An id that was taken would be taken for the first sending. */
  private static String fresh(String body) {
    return body.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.randomUUID() + "\"");
  }

  private static boolean isDone(Page there, String type, String data) {
    try (there) {
      if (!there.mayJoin()) {
        return false;
      }
      var member = there.join();
      return member.answer(member.act(type, data)).path("t").asText().equals("ack");
    }
  }

  private static boolean changesRows(Kind kind, Who who) {
    return kind.rows().entrySet().stream()
        .anyMatch(
            table -> {
              String which = " where md5(sealed) in (%s)".formatted(quoted(table.getValue()));
              return count(who, "update accord." + table.getKey() + " set sealed = sealed" + which)
                      > 0
                  || count(who, "delete from accord." + table.getKey() + which) > 0;
            });
  }

  /** How many rows somebody finds or changes; nothing is kept. None: it is forbidden altogether. */
  private static long count(Who who, String sql) {
    try (var statement = superuser.createStatement()) {
      statement.execute(
          "select set_config('app.uid', '%s', true)".formatted(lived.people.get(who)));
      statement.execute("set local role accord_app");
      if (!statement.execute(sql)) {
        return statement.getUpdateCount();
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refused) {
      if (!"42501".equals(refused.getSQLState())) {
        throw new IllegalStateException(sql, refused);
      }
      return 0;
    } finally {
      rollBack();
    }
  }

  private static Connection connect() {
    try {
      Connection connection = lived.server.database.connect();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void rollBack() {
    try {
      superuser.rollback();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String quoted(Set<String> digests) {
    return digests.stream().map(it -> "'" + it + "'").collect(Collectors.joining(","));
  }

  // The table

  private static void note(Kind kind, Way way, Who who, String cell) {
    FOUND.computeIfAbsent(kind.name() + " " + way, _ -> new EnumMap<>(Who.class)).put(who, cell);
  }

  private static void wrote(Kind kind, Way way, Who who) {
    var cells = Objects.requireNonNull(FOUND.get(kind.name() + " " + way));
    cells.merge(who, "W", (read, _) -> read.equals("R") ? "RW" : "W");
  }

  private static List<Line> table() {
    List<String[]> lines =
        resource("/who-may-what.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.trim().split(" +", -1))
            .toList();
    List<Who> columns = Arrays.stream(lines.getFirst()).skip(2).map(Who::of).toList();
    return lines.stream()
        .skip(1)
        .map(
            cells -> {
              var line = new EnumMap<Who, String>(Who.class);
              for (int i = 0; i < columns.size(); i++) {
                line.put(columns.get(i), cells[i + 2]);
              }
              return new Line(cells[0], cells[1], line);
            })
        .toList();
  }

  static String resource(String name) {
    try (InputStream in = WhoMayWhatIT.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
