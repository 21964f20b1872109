package app.accord.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
