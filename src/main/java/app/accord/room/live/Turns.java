package app.accord.room.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few go at a time and the others wait in their order. Who waits here holds no connection
 * and runs into no time limit of the pool, so that thousands who come back at once are served one
 * after the other, and those who are in are served meanwhile.
 */
final class Turns {
  private final int atOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int going;
  private boolean calling;

  Turns(int atOnce) {
    this.atOnce = atOnce;
  }

  <T> Future<T> take(Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    lock.lock();
    try {
      waiting.add(() -> go(work, done));
    } finally {
      lock.unlock();
    }
    callNext();
    return done.future();
  }

  private <T> void go(Supplier<Future<T>> work, Promise<T> done) {
    Future<T> result;
    try {
      result = work.get();
    } catch (RuntimeException bug) {
      // The others must have their turn all the same.
      result = Future.failedFuture(bug);
    }
    result.onComplete(
        outcome -> {
          done.handle(outcome);
          over();
        });
  }

  private void over() {
    lock.lock();
    try {
      going--;
    } finally {
      lock.unlock();
    }
    callNext();
  }

  /** One thread calls at a time, and in a loop: many quick turns must not pile up on its stack. */
  private void callNext() {
    lock.lock();
    try {
      if (calling) {
        return;
      }
      calling = true;
    } finally {
      lock.unlock();
    }
    @Nullable Runnable next = next();
    while (next != null) {
      next.run();
      next = next();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      if (going == atOnce || waiting.isEmpty()) {
        calling = false;
        return null;
      }
      going++;
      return waiting.remove();
    } finally {
      lock.unlock();
    }
  }
}
