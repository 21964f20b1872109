package app.accord.http;

/** Tells open sockets that their browser session is over. */
public interface SessionWatch {

  /**
   * Until it is closed again, the session counts as active: who sits in an open room is not idle.
   *
   * @param over runs once, on any thread, when the session has been signed out, locked or taken
   *     away: at once for what this process did, within two seconds for what another did
   */
  Watched watch(Caller caller, Over over);

  /** Why a session does not go on. */
  enum Why {
    SIGNED_OUT,
    LOCKED
  }

  /** See {@link #watch}. */
  @FunctionalInterface
  interface Over {
    void over(Why why);
  }

  /** A watch that is kept. */
  interface Watched extends AutoCloseable {
    @Override
    void close();
  }
}
