package app.accord.room.live;

import app.accord.db.Engine;
import app.accord.db.Trouble;
import app.accord.kernel.RoomId;
import app.accord.room.live.Journal.Appended;
import app.accord.room.live.Journal.Head;
import app.accord.room.live.Sealing.SealedBatch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the batches of all rooms of this node. While calls are under way the next one collects, so
 * that a busy house needs few commits, full ones, and no timer.
 */
final class JournalWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /** One is being written while the other's commit waits for the disk. */
  private static final int AT_ONCE = 2;

  /** A call so large that it would run into the statement's time limit helps nobody. */
  private static final int MOST_EVENTS = 1_000;

  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Set<RoomId> underWay = new HashSet<>();
  private int calls;

  JournalWriter(Engine engine) {
    this.engine = engine;
  }

  private record Waiting(SealedBatch batch, Promise<Appended> answer) {}

  Future<Appended> append(SealedBatch batch) {
    Promise<Appended> answer = Promise.promise();
    lock.lock();
    try {
      waiting.add(new Waiting(batch, answer));
    } finally {
      lock.unlock();
    }
    writeWhatWaits();
    return answer.future();
  }

  private void writeWhatWaits() {
    List<Waiting> batch = take();
    if (!batch.isEmpty()) {
      write(batch)
          .onComplete(
              _ -> {
                giveBack(batch);
                writeWhatWaits();
              });
    }
  }

  /** A room rides in one call at a time, and once in it: its batches keep their order. */
  private List<Waiting> take() {
    lock.lock();
    try {
      var taken = new ArrayList<Waiting>();
      if (calls == AT_ONCE) {
        return taken;
      }
      int events = 0;
      for (var all = waiting.iterator(); all.hasNext() && events < MOST_EVENTS; ) {
        Waiting next = all.next();
        if (underWay.add(next.batch().room())) {
          taken.add(next);
          all.remove();
          events += next.batch().entries().size();
        }
      }
      calls += taken.isEmpty() ? 0 : 1;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(List<Waiting> written) {
    lock.lock();
    try {
      calls--;
      written.forEach(one -> underWay.remove(one.batch().room()));
    } finally {
      lock.unlock();
    }
  }

  /** Succeeds when every batch has its answer. */
  private Future<?> write(List<Waiting> batches) {
    var columns = Columns.of(batches.stream().map(Waiting::batch).toList());
    return engine
        .call(Engine.Call.ROOM_APPEND, Won::of, columns)
        .onSuccess(won -> answer(batches, won))
        .map(_ -> true)
        .recover(
            failure ->
                isAnswer(failure) && batches.size() > 1
                    ? inHalves(batches)
                    : refuse(batches, failure));
  }

  private static boolean isAnswer(Throwable failure) {
    return failure instanceof Trouble trouble && trouble.isAnswer();
  }

  /** One room's fault must not cost the others their batch. */
  private Future<Boolean> inHalves(List<Waiting> batches) {
    LOG.warn("journal call refused as a whole rooms={}, again in halves", batches.size());
    int middle = batches.size() / 2;
    return write(batches.subList(0, middle))
        .compose(_ -> write(batches.subList(middle, batches.size())))
        .map(_ -> true);
  }

  private static Future<Boolean> refuse(List<Waiting> batches, Throwable failure) {
    LOG.warn("journal call failed rooms={} why={}", batches.size(), failure.getMessage());
    batches.forEach(one -> outcome(failure).onComplete(one.answer()));
    return Future.succeededFuture(true);
  }

  private static void answer(List<Waiting> batches, List<Won> won) {
    Map<Integer, Head> heads = won.stream().collect(Collectors.toMap(Won::room, Won::head));
    for (int i = 0; i < batches.size(); i++) {
      @Nullable Head head = heads.get(i + 1);
      batches
          .get(i)
          .answer()
          .complete(head == null ? new Appended.Rejected() : new Appended.Committed(head));
    }
  }

  /** What a failure means to the one room that it befell. */
  static Future<Appended> outcome(Throwable failure) {
    if (!(failure instanceof Trouble trouble)) {
      return Future.failedFuture(failure);
    }
    return switch (trouble.kind()) {
      case BUSY -> Future.succeededFuture(new Appended.Busy());
      case UNKNOWN -> Future.succeededFuture(new Appended.Unknown());
      // A command that stands in the journal already: what is loaded anew knows its answer.
      case CLASH -> Future.succeededFuture(new Appended.Rejected());
      case FORBIDDEN, BROKEN -> Future.failedFuture(failure);
    };
  }
}
