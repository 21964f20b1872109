package app.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestPostgresIT {

  @Test
  void two_databases_do_not_see_each_other() throws SQLException {
    var one = TestPostgres.freshDatabase();
    var other = TestPostgres.freshDatabase();
    try (var connection = one.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table only_here (id int)");
    }
    try (var connection = other.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('only_here')")) {
      row.next();
      assertThat(row.getString(1)).isNull();
    }
  }

  @Test
  void the_server_reaches_a_migrated_database_as_a_role_that_owns_nothing() throws SQLException {
    var app = TestPostgres.migratedDatabase().asApp();
    try (var connection = DriverManager.getConnection(app.jdbcUrl(), app.user(), app.password());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select to_regclass('accord.room_event') is not null, rolsuper from pg_roles where"
                    + " rolname = current_user")) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
      assertThat(row.getBoolean(2)).isFalse();
    }
  }
}
