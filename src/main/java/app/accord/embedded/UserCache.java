package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is unpacked once for each person of a machine, so that only the first run pays. */
final class UserCache {
  private static final String PART = "part-";

  private UserCache() {}

  /** Fills a folder; it works in a place of its own that is thrown away if it fails. */
  interface Fill {
    void into(Path folder) throws IOException;
  }

  /**
   * The cached folder of that name. It appears by one rename, so a run that was killed half-way
   * leaves nothing that looks complete.
   */
  static Path folder(String name, Fill fill) {
    Path ready = root().resolve(name);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    try {
      Files.createDirectories(root());
      deleteHalfMade();
      Path work = Files.createTempDirectory(root(), PART + ProcessHandle.current().pid() + "-");
      try {
        fill.into(work);
        moveInto(work, ready);
      } finally {
        delete(work);
      }
      return ready;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What killed runs began; a run that still works on its part is left alone. */
  private static void deleteHalfMade() throws IOException {
    try (Stream<Path> entries = Files.list(root())) {
      entries.filter(UserCache::isAbandoned).forEach(UserCache::delete);
    }
  }

  private static boolean isAbandoned(Path folder) {
    String[] words = folder.getFileName().toString().split("-", -1);
    return words.length == 3
        && folder.getFileName().toString().startsWith(PART)
        && ProcessHandle.of(Long.parseLong(words[1])).isEmpty();
  }

  private static void moveInto(Path work, Path ready) throws IOException {
    try {
      Files.move(work, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(ready)) {
        throw e;
      }
      // Another run was quicker; its folder is as good as ours.
    }
  }

  private static Path root() {
    String given = System.getProperty("accord.cache");
    if (given != null) {
      return Path.of(given).toAbsolutePath();
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.toAbsolutePath().resolve("accord");
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
