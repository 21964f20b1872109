package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's own pid file: line 1 its number, line 4 its port. Number 0 means that none is there.
 */
record PostmasterFile(Path file, long pid, int port) {

  static PostmasterFile in(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      return new PostmasterFile(
          file, Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()));
    } catch (NoSuchFileException e) {
      return new PostmasterFile(file, 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return new PostmasterFile(file, 0, 0); // half written by a cluster that died at once
    }
  }

  boolean isAlive() {
    return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  boolean looksLikePostgresOf(Path data) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  /**
   * Only for a number that another program got since: PostgreSQL would take that one for itself and
   * refuse to start. A dead number it sorts out alone, and more carefully than we could.
   */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
