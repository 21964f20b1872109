package app.accord.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end. */
final class Command {
  private Command() {}

  /** Its exit code and what it said. */
  record Ended(int code, String said) {}

  static Ended run(List<String> words, int seconds) {
    try {
      // A file, not a pipe: a daemon that the program leaves behind would keep a pipe open for
      // ever.
      Path out = Files.createTempFile("accord-", ".out");
      try {
        Process process =
            new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                .start();
        if (!endsWithin(seconds, process)) {
          process.destroyForcibly();
          return new Ended(-1, "no end after " + seconds + " s");
        }
        return new Ended(process.exitValue(), said(out));
      } finally {
        deleteQuietly(out);
      }
    } catch (IOException e) {
      return new Ended(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean endsWithin(int seconds, Process process) throws InterruptedException {
    Thread end = new Thread(process::destroy);
    boolean ending = !atOurEnd(() -> Runtime.getRuntime().addShutdownHook(end));
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } finally {
      if (!ending) {
        atOurEnd(() -> Runtime.getRuntime().removeShutdownHook(end));
      }
    }
  }

  /** False when we are ending already: then stopping a child is what the program was run for. */
  private static boolean atOurEnd(Runnable change) {
    try {
      change.run();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static String said(Path out) throws IOException {
    return new String(Files.readAllBytes(out), StandardCharsets.UTF_8).strip();
  }

  private static java.io.File devNull() {
    return new java.io.File(Machine.WINDOWS ? "NUL" : "/dev/null");
  }

  /**
   * On Windows a daemon may still hold the file; it lies in the temporary folder and harms nobody.
   */
  private static void deleteQuietly(Path out) {
    if (!out.toFile().delete()) {
      out.toFile().deleteOnExit();
    }
  }

  /** The program must succeed; otherwise the start ends with what it said. */
  static void must(String what, List<String> words, int seconds) {
    Ended ended = run(words, seconds);
    if (ended.code() != 0) {
      throw new CannotStart(what + " failed (exit code " + ended.code() + "): " + ended.said());
    }
  }
}
