package app.accord.room.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what no event tells of: looked at again and again, with an end. */
final class Eventually {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(20);

  private Eventually() {}

  static void eventually(BooleanSupplier holds) {
    long until = System.nanoTime() + PATIENCE;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it never came to be");
      }
      LockSupport.parkNanos(BETWEEN);
    }
  }
}
