package app.accord.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be ended in the opposite order. Ctrl+C may come in the middle of a start:
 * what arrives after the end is ended at once.
 */
final class Children implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Children.class);
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean ended;

  synchronized <T extends AutoCloseable> T add(T child) {
    if (ended) {
      end(child);
    } else {
      started.push(child);
    }
    return child;
  }

  @Override
  public synchronized void close() {
    ended = true;
    while (!started.isEmpty()) {
      end(started.pop());
    }
  }

  /** One that cannot be ended must not keep the others running. */
  private static void end(AutoCloseable child) {
    try {
      child.close();
    } catch (Exception e) {
      LOG.error("{} did not end", child.getClass().getSimpleName(), e);
    }
  }
}
