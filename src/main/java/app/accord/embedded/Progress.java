package app.accord.embedded;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what takes long, and only that: whoever waits wants to know what for. */
public record Progress(PrintStream out, Duration patience) {

  /** On the console, after two seconds. */
  public static Progress onConsole() {
    return new Progress(System.out, Duration.ofSeconds(2));
  }

  /** Does the step; if it takes long, a line says what, and another one that it is done. */
  public <T> T step(String what, Supplier<T> work) {
    Instant began = Instant.now();
    CountDownLatch done = new CountDownLatch(1);
    Thread watch = Thread.ofVirtual().start(() -> sayIfLong(what, done));
    try {
      return work.get();
    } finally {
      done.countDown();
      join(watch);
      Duration took = Duration.between(began, Instant.now());
      if (took.compareTo(patience) > 0) {
        out.println("  " + what + ": " + took.toSeconds() + " s");
      }
    }
  }

  /** The same for what gives nothing back. */
  public void step(String what, Runnable work) {
    step(
        what,
        () -> {
          work.run();
          return true;
        });
  }

  private void sayIfLong(String what, CountDownLatch done) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        out.println("  " + what + " …");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
