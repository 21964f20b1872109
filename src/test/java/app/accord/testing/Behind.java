package app.accord.testing;

import app.accord.testing.TestPostgres.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a superuser does and sees behind the policies: for arranging, and for looking after. */
public final class Behind {
  private Behind() {}

  /** Runs statements. */
  public static void run(Database database, String sql) {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The first column of each row, as text. */
  public static List<String> read(Database database, String sql) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
