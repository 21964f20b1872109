package app.accord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** src/bench is no part of the product, so nothing else would notice that it no longer fits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisabledOnOs(OS.WINDOWS)
class YardstickIT {
  @TempDir private Path dir;

  @Test
  void the_load_generator_compiles() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/bench/loadgen"))) {
      String[] words =
          Stream.concat(
                  Stream.of("-d", dir.toString()),
                  sources.map(Path::toString).filter(name -> name.endsWith(".java")))
              .toArray(String[]::new);
      assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words)).isZero();
    }
  }

  @Test
  void rooms_are_made_with_a_cookie_for_each_member_that_opens_a_session() throws Exception {
    var database = TestPostgres.migratedDatabase();
    var superuser = database.asSuperuser();
    Path file = dir.resolve("members.tsv");
    var program = new ProcessBuilder("bash", "src/bench/make-rooms.sh").inheritIO();
    program
        .environment()
        .put(
            "DATABASE_URL",
            "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(
                    superuser.user(), superuser.password(), superuser.port(), database.name()));
    program.environment().put("ROOMS", "2");
    program.environment().put("BENCH_MEMBERS", file.toString());
    program.environment().put("BENCH_JAVA", System.getProperty("java.home") + "/bin/java");
    Process run = program.start();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isZero();

    List<String[]> members =
        Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).toList();
    assertThat(members).hasSize(6);
    assertThat(members.get(0)[0]).isEqualTo(members.get(2)[0]).isNotEqualTo(members.get(3)[0]);
    for (String[] member : members) {
      assertThat(
              Behind.read(
                  database,
                  """
                  select h.room_id from accord.session_by_hash(array['\\x%s'::bytea]) s
                  join accord.seat_holder h using (person_id)\
                  """
                      .formatted(sha256(member[1]))))
          .containsExactly(member[0]);
    }
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(hash);
  }
}
