package app.accord.db;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoliciesIT {
  private static final Battery BATTERY = new Battery();
  private static Database database;

  @BeforeAll
  static void seed() {
    database = TestPostgres.migratedDatabase();
    Behind.run(database, Battery.seed());
  }

  @Test
  void everybody_sees_and_may_do_what_the_tables_say_and_no_more() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      assertThat(BATTERY.failures(connection)).isEmpty();
    }
  }

  /** Done-when 6, S-61: whoever loosens or loses a policy hears of it from a test. */
  @Test
  void dropping_or_opening_any_one_policy_is_noticed() throws SQLException {
    var unnoticed = new ArrayList<String>();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (String mutation : mutations()) {
        try (var statement = connection.createStatement()) {
          statement.execute(mutation);
        }
        if (!BATTERY.notices(connection, tableOf(mutation))) {
          unnoticed.add(mutation);
        }
        connection.rollback();
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void there_are_as_many_mutations_as_policies_ask_for() {
    assertThat(mutations()).hasSizeGreaterThan(100);
  }

  private static String tableOf(String mutation) {
    return mutation.replaceFirst(".* on accord\\.(\\w+).*", "$1");
  }

  private static List<String> mutations() {
    String which = " from pg_policies where schemaname = 'accord' ";
    String named = "format('%s policy %%I on accord.%%I%s', policyname, tablename) ";
    var all = new ArrayList<String>();
    all.addAll(Behind.read(database, "select " + named.formatted("drop", "") + which));
    all.addAll(
        Behind.read(
            database,
            "select "
                + named.formatted("alter", " using (true)")
                + which
                + "and qual is distinct from 'true' and qual is not null"));
    all.addAll(
        Behind.read(
            database,
            "select "
                + named.formatted("alter", " with check (true)")
                + which
                + "and with_check is distinct from 'true' and with_check is not null"));
    return all;
  }
}
