package app.accord.db;

import io.vertx.pgclient.PgException;

/**
 * What the database could not do. It carries PostgreSQL's five-character state and never its text:
 * that text quotes values, which people wrote.
 */
public final class Trouble extends RuntimeException {

  /** What a caller can do about it. */
  public enum Kind {
    /** Not done for certain: away, too busy, or it took too long. Try again later. */
    BUSY,
    /** The connection went during the commit: done or not. Look before doing it again. */
    UNKNOWN,
    /** Something else is there already, or what it needs is not. */
    CLASH,
    /** A policy or a missing right said no. */
    FORBIDDEN,
    /** Our mistake. */
    BROKEN
  }

  private final Kind kind;
  private final boolean answered;

  private Trouble(Kind kind, String state, boolean answered) {
    super("the database: " + kind + " " + state);
    this.kind = kind;
    this.answered = answered;
  }

  public Kind kind() {
    return kind;
  }

  /** PostgreSQL itself said no to this statement; what is less, or later, may go through. */
  public boolean isAnswer() {
    return answered;
  }

  /** Of a statement that was not the commit: whatever happened, nothing of it stays. */
  static Trouble of(Throwable failure) {
    return switch (failure) {
      case Trouble known -> known;
      case PgException pg -> new Trouble(kindOf(pg.getSqlState()), pg.getSqlState(), isDecided(pg));
      // The connection or the pool: the exception's name says which.
      default -> new Trouble(Kind.BUSY, failure.getClass().getSimpleName(), false);
    };
  }

  /** Of a commit, or of a statement that is its own transaction. */
  static Trouble ofCommit(Throwable failure) {
    Trouble trouble = of(failure);
    return trouble.kind == Kind.BUSY && !trouble.answered
        ? new Trouble(Kind.UNKNOWN, failure.getClass().getSimpleName(), false)
        : trouble;
  }

  /**
   * An error that PostgreSQL itself reports undoes the transaction; but one that ends the
   * connection (57P01 to 57P03, 08xxx) may arrive after the commit record was written.
   */
  private static boolean isDecided(PgException pg) {
    return !pg.getSqlState().startsWith("57P") && !pg.getSqlState().startsWith("08");
  }

  private static Kind kindOf(String state) {
    return switch (state.substring(0, 2)) {
      case "08", "25", "40", "53", "55", "57" -> Kind.BUSY;
      case "23" -> Kind.CLASH;
      case "42" -> "42501".equals(state) ? Kind.FORBIDDEN : Kind.BROKEN;
      default -> Kind.BROKEN;
    };
  }
}
