package app.accord.identity;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for sessions. What is asked while a question is under way is the next question, all in one:
 * when everybody comes back at once, the database is asked a few times and not thousands.
 */
final class LookUps {
  private final Function<Set<String>, Future<List<Session>>> database;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<String, Promise<Optional<Session>>> waiting = new HashMap<>();
  private boolean underWay;

  LookUps(Function<Set<String>, Future<List<Session>>> database) {
    this.database = database;
  }

  Future<Optional<Session>> byHash(String hash) {
    Promise<Optional<Session>> answer;
    lock.lock();
    try {
      answer = waiting.computeIfAbsent(hash, _ -> Promise.promise());
    } finally {
      lock.unlock();
    }
    askNext();
    return answer.future();
  }

  private void askNext() {
    Map<String, Promise<Optional<Session>>> asked;
    lock.lock();
    try {
      if (underWay || waiting.isEmpty()) {
        return;
      }
      underWay = true;
      asked = waiting;
      waiting = new HashMap<>();
    } finally {
      lock.unlock();
    }
    database
        .apply(Set.copyOf(asked.keySet()))
        .onComplete(
            found -> {
              lock.lock();
              try {
                underWay = false;
              } finally {
                lock.unlock();
              }
              askNext();
              if (found.succeeded()) {
                answer(asked, found.result());
              } else {
                asked.values().forEach(answer -> answer.fail(found.cause()));
              }
            });
  }

  private static void answer(Map<String, Promise<Optional<Session>>> asked, List<Session> found) {
    Map<String, Session> byHash =
        found.stream().collect(Collectors.toMap(Session::hash, session -> session));
    asked.forEach((hash, answer) -> answer.complete(Optional.ofNullable(byHash.get(hash))));
  }
}
