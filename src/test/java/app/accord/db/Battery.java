package app.accord.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What everybody sees and may do, as {@code src/test/resources/policies} says it. It runs inside
 * one transaction of a superuser who steps into each role in turn and leaves no trace.
 */
final class Battery {
  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> IDENTITIES =
      Map.of(
          "nobody", "set_config('app.uid', '', true)",
          "unknown", "set_config('app.uid', '00000000-0000-4000-8000-00000000ffff', true)",
          "subject", "set_config('app.issuer', 'iss', true), set_config('app.sub', 'two', true)",
          "stranger",
              "set_config('app.issuer', 'iss', true), set_config('app.sub', 'stranger', true)",
          "state", "set_config('app.state', encode(sha256('mine'), 'hex'), true)",
          "newstate", "set_config('app.state', encode(sha256('new'), 'hex'), true)",
          "sweep", "set_config('app.uid', '', true)");

  private final List<Expectation> expectations = new ArrayList<>();

  Battery() {
    matrix();
    acts();
  }

  record Expectation(String who, String sql, String outcome) {}

  static String seed() {
    return filled(resource("seed.sql"));
  }

  /** What does not hold; empty when all does. */
  List<String> failures(Connection superuser) throws SQLException {
    var failures = new ArrayList<String>();
    for (Expectation expected : expectations) {
      String outcome = outcome(superuser, expected);
      if (!outcome.equals(expected.outcome())) {
        failures.add(
            "%s: %s => %s instead of %s"
                .formatted(expected.who(), expected.sql(), outcome, expected.outcome()));
      }
    }
    return failures;
  }

  /**
   * Whether anything does not hold. What is expected of this table is asked first, since a change
   * of its policies shows there.
   */
  boolean notices(Connection superuser, String table) throws SQLException {
    var nearest =
        expectations.stream()
            .sorted(Comparator.comparing((Expectation expected) -> !expected.sql().contains(table)))
            .toList();
    for (Expectation expected : nearest) {
      if (!outcome(superuser, expected).equals(expected.outcome())) {
        return true;
      }
    }
    return false;
  }

  private static String outcome(Connection connection, Expectation expected) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (var statement = connection.createStatement()) {
      String role = "sweep".equals(expected.who()) ? "accord_sweep" : "accord_app";
      statement.execute("set local search_path = accord, pg_temp");
      statement.execute("select " + identity(expected.who()));
      statement.execute("set local role " + role);
      String result = "nothing";
      for (String sql : expected.sql().split("; ", -1)) {
        if (statement.execute(sql)) {
          var rows = statement.getResultSet();
          result = rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
        } else {
          result = "" + statement.getUpdateCount();
        }
      }
      return result;
    } catch (SQLException refused) {
      return refused.getSQLState();
    } finally {
      connection.rollback(before);
    }
  }

  private static String identity(String who) {
    String known = IDENTITIES.get(who);
    return known != null
        ? known
        : "set_config('app.uid', %s, true)".formatted(Objects.requireNonNull(NAMES.get(who), who));
  }

  private void matrix() {
    List<String> lines = resource("matrix.txt").lines().toList();
    String[] people = lines.getFirst().split(" +", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(" +", -1);
      for (int i = 1; i < cells.length; i++) {
        expectations.add(new Expectation(people[i], "select count(*) from " + cells[0], cells[i]));
      }
    }
  }

  private void acts() {
    for (String line : resource("acts.txt").lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        int arrow = line.lastIndexOf(" => ");
        expectations.add(
            new Expectation(
                line.substring(0, colon).replace('+', ' ').trim(),
                filled(line.substring(colon + 1, arrow).trim()),
                filled(line.substring(arrow + 4).trim()).replace("'", "")));
      }
    }
  }

  private static Map<String, String> names() {
    var names = new TreeMap<String, String>();
    int number = 1;
    for (String name :
        List.of(
            "pa",
            "pb",
            "one",
            "two",
            "former",
            "therapist",
            "co",
            "admin",
            "bone",
            "btwo",
            "btherapist",
            "ca",
            "cb",
            "ra",
            "rb",
            "sa",
            "sb",
            "new",
            "ha",
            "ia",
            "ix",
            "iw",
            "ib",
            "qo",
            "qh",
            "qs",
            "qx",
            "qt",
            "qf",
            "qg",
            "qb")) {
      names.put(name, "'00000000-0000-4000-8000-%012x'".formatted(number++));
    }
    return names;
  }

  private static String filled(String text) {
    String filled = text;
    for (var name : NAMES.entrySet()) {
      filled = filled.replaceAll("(?<!:):" + name.getKey() + "\\b", name.getValue());
    }
    return filled;
  }

  private static String resource(String name) {
    try (InputStream in = Battery.class.getResourceAsStream("/policies/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
