package app.accord.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedPostgresIT {

  @Test
  void it_writes_to_the_disk_before_it_confirms(@TempDir Path dir) throws SQLException {
    try (var postgres = EmbeddedPostgres.start(dir, 0)) {
      assertThat(show(postgres, "fsync")).isEqualTo("on");
      assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
      assertThat(show(postgres, "full_page_writes")).isEqualTo("on");
      assertThat(show(postgres, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_value_that_made_a_statement_fail_is_not_in_the_log(@TempDir Path dir) throws Exception {
    try (var postgres = EmbeddedPostgres.start(dir, 0)) {
      try (var connection = postgres.connect("postgres");
          var wrong = connection.prepareStatement("select 1 / length(?), 'canary-statement'")) {
        wrong.setString(1, "");
        assertThatThrownBy(wrong::executeQuery).hasMessageContaining("division by zero");
      }
      assertThat(Files.readString(dir.resolve("postgres.log")))
          .contains("division by zero")
          .doesNotContain("canary-statement");
    }
  }

  @Test
  void a_second_start_takes_over_what_a_killed_run_left_behind(@TempDir Path dir) {
    var first = EmbeddedPostgres.start(dir, 0);
    try (var second = EmbeddedPostgres.start(dir, 0)) {
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void another_port_moves_the_same_data(@TempDir Path dir) throws SQLException {
    var first = EmbeddedPostgres.start(dir, 0);
    first.ensureDatabase("kept");
    int other = Machine.freePort();
    try (var second = EmbeddedPostgres.start(dir, other)) {
      assertThat(second.port()).isEqualTo(other);
      assertThat(show(second, "kept", "port")).isEqualTo(String.valueOf(other));
    }
  }

  @Test
  void a_pid_file_that_names_a_foreign_process_is_not_believed(@TempDir Path dir) throws Exception {
    EmbeddedPostgres.start(dir, 0).stop();
    long me = ProcessHandle.current().pid();
    Path data = dir.resolve("postgres");
    Files.writeString(data.resolve("postmaster.pid"), me + "\n" + data + "\n1\n1\n");
    try (var again = EmbeddedPostgres.start(dir, 0)) {
      assertThat(show(again, "fsync")).isEqualTo("on");
    }
  }

  private static String show(EmbeddedPostgres postgres, String setting) throws SQLException {
    return show(postgres, "postgres", setting);
  }

  private static String show(EmbeddedPostgres postgres, String database, String setting)
      throws SQLException {
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
