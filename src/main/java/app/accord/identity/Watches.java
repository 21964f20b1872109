package app.accord.identity;

import app.accord.http.Caller;
import app.accord.http.SessionWatch;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear at once that a session is over. */
final class Watches implements SessionWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  private final Map<String, Set<Watch>> bySession = new ConcurrentHashMap<>();

  @Override
  public Watched watch(Caller caller, Over over) {
    Watch watch = new Watch(caller.session(), over);
    bySession.compute(
        caller.session(),
        (_, known) -> {
          Set<Watch> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(watch);
          return all;
        });
    return watch;
  }

  /** Those in open rooms. */
  Set<String> watched() {
    return Set.copyOf(bySession.keySet());
  }

  boolean isWatched(String session) {
    return bySession.containsKey(session);
  }

  void over(String session, Why why) {
    Set<Watch> all = bySession.remove(session);
    if (all != null) {
      all.forEach(watch -> watch.over(why));
    }
  }

  /** By identity: the same socket handler may watch twice. */
  private final class Watch implements Watched {
    private final String session;
    private final Over over;
    private final AtomicBoolean done = new AtomicBoolean();

    Watch(String session, Over over) {
      this.session = session;
      this.over = over;
    }

    void over(Why why) {
      if (done.compareAndSet(false, true)) {
        try {
          over.over(why);
        } catch (RuntimeException bug) {
          // The others must hear of it all the same.
          LOG.error("a watcher of a session failed", bug);
        }
      }
    }

    @Override
    public void close() {
      done.set(true);
      bySession.computeIfPresent(
          session,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
