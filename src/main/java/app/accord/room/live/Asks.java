package app.accord.room.live;

import app.accord.kernel.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands that wait for the next batch. */
final class Asks {
  private static final int MOST_AT_ONCE = 512;

  private final long limit;
  private final ArrayDeque<Ask> waiting = new ArrayDeque<>();

  /**
   * @param limit how long one may wait for an answer
   */
  Asks(Duration limit) {
    this.limit = limit.toNanos();
  }

  void add(Ask ask) {
    waiting.add(ask);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  List<Ask> take() {
    var asks = new ArrayList<Ask>(Math.min(waiting.size(), MOST_AT_ONCE));
    while (!waiting.isEmpty() && asks.size() < MOST_AT_ONCE) {
      asks.add(waiting.remove());
    }
    return asks;
  }

  /** They come first again, in their order. */
  void giveBack(List<Ask> asks) {
    asks.reversed().stream().filter(ask -> !ask.isAnswered()).forEach(waiting::addFirst);
  }

  Set<Done.Key> keys() {
    return waiting.stream().map(Ask::key).collect(Collectors.toSet());
  }

  void refuseAll(Problem why) {
    refuse(waiting, why);
    waiting.clear();
  }

  void dropAnswered() {
    waiting.removeIf(Ask::isAnswered);
  }

  /** Nobody waits longer for a word than the limit, whatever the database does. */
  void giveUp(Collection<Ask> flying, long nanos) {
    for (Ask ask : flying) {
      if (ask.isOlderThan(limit, nanos)) {
        ask.mayBeDone();
        refuse(List.of(ask), Problems.UNKNOWN);
      }
    }
    while (!waiting.isEmpty() && waiting.peek().isOlderThan(limit, nanos)) {
      Ask late = waiting.remove();
      refuse(List.of(late), late.maybeDone() ? Problems.UNKNOWN : Problems.BUSY);
    }
  }

  static void refuse(Collection<Ask> asks, Problem why) {
    for (Ask ask : asks) {
      if (!ask.isAnswered()) {
        ask.refuse(why);
      }
    }
  }
}
