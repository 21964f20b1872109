package app.accord.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a file says of a child that may still run: its number, the port that says whether it is
 * well, and what it was started with.
 */
record LeftRunning(Path file, long pid, int port, Map<String, String> startedWith) {

  static Optional<LeftRunning> in(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    long pid = Long.parseLong(String.valueOf(all.getOrDefault("pid", "0")));
    int port = Integer.parseInt(String.valueOf(all.getOrDefault("health", "0")));
    all.remove("pid");
    all.remove("health");
    Map<String, String> with = new TreeMap<>();
    all.forEach((key, value) -> with.put(String.valueOf(key), String.valueOf(value)));
    return Optional.of(new LeftRunning(file, pid, port, with));
  }

  static void note(Path file, long pid, int port, Map<String, String> startedWith)
      throws IOException {
    Properties all = new Properties();
    all.putAll(startedWith);
    all.setProperty("pid", String.valueOf(pid));
    all.setProperty("health", String.valueOf(port));
    try (Writer out = Files.newBufferedWriter(file)) {
      all.store(out, null);
    }
  }

  /**
   * The process, if it still is the one that was noted. Numbers are given again, so its command
   * line must hold the word too.
   */
  Optional<ProcessHandle> process(String word) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .map(line -> line.contains(word))
                    .orElse(Machine.WINDOWS));
  }

  /** Asks it to end, and insists after a while. */
  static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
