package app.accord.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.accord.testing.Behind;
import app.accord.testing.TestPostgres.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Looks for a word wherever words could have been left, and in the clothes it may wear there. */
final class Sweep {
  private final String word;
  private final List<String> guises = new ArrayList<>();

  /**
   * @param word plain letters, so that no quoting changes it
   */
  Sweep(String word) {
    this.word = word;
    guises.add(word);
    guises.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
    guises.add(new String(word.getBytes(UTF_16LE), ISO_8859_1));
    guises.add(new String(word.getBytes(UTF_16BE), ISO_8859_1));
    // Base64 looks different at each of three places; what its neighbours colour is cut off.
    for (int before = 0; before < 3; before++) {
      String padded = "\0".repeat(before) + word;
      String text = Base64.getEncoder().encodeToString(padded.getBytes(UTF_8));
      guises.add(text.substring(before == 0 ? 0 : before + 1, text.length() - 4));
    }
  }

  boolean isIn(String text) {
    return guises.stream().anyMatch(text::contains);
  }

  boolean isIn(byte[] bytes) {
    return isIn(new String(bytes, ISO_8859_1));
  }

  /** The tables that hold it, of all that a superuser can copy. */
  List<String> tables(Database database) {
    List<String> all =
        Behind.read(
            database,
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname <> 'information_schema'");
    try (var connection = database.connect()) {
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      var found = new ArrayList<String>();
      for (String table : all) {
        var bytes = new ByteArrayOutputStream();
        copies.copyOut("copy (select * from " + table + ") to stdout", bytes);
        if (isIn(bytes.toByteArray())) {
          found.add(table);
        }
      }
      return found;
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The kinds of files on PostgreSQL's disk that hold it: base, pg_wal and so on. */
  List<String> files(Database database) {
    Behind.run(database, "checkpoint");
    Path home = database.cluster().dir();
    String own =
        Behind.read(database, "select oid from pg_database where datname = current_database()")
            .getFirst();
    Path data = home.resolve("postgres");
    return Stream.of(
            data.resolve("base").resolve(own),
            data.resolve("global"),
            data.resolve("pg_wal"),
            home.resolve("postgres.log"))
        .filter(this::isUnder)
        .map(path -> path.startsWith(data.resolve("base")) ? "base" : path.getFileName().toString())
        .toList();
  }

  private boolean isUnder(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).anyMatch(this::isInFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isInFile(Path file) {
    try {
      return isIn(Files.readAllBytes(file));
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return word;
  }
}
