package app.accord.room.live;

import app.accord.kernel.Problem;

/** What the shell itself refuses; what the room refuses is {@code room.Refusal}. */
final class Problems {
  /** Nothing of it was done, for certain. */
  static final Problem BUSY =
      Problem.of("busy", 503, "This was not done. Accord is busy at the moment.");

  /** The same id again is safe: it has one effect, whatever became of the first. */
  static final Problem UNKNOWN =
      Problem.of("unknown", 503, "It is not known whether this was kept. Send it again.");

  static final Problem TOO_FAST = Problem.of("too-fast", 429, "This was too much at once");
  static final Problem UNFIT = Problem.of("bad-command", 400, "This is not a command of this room");
  static final Problem INTERNAL = Problem.of("internal", 500, "Something went wrong here");

  // Instead of an upgrade
  static final Problem NO_SUCH_PROTOCOL =
      Problem.of("bad-request", 400, "This address speaks accord.room.v1 only");
  static final Problem DOORS_ARE_CLOSED =
      Problem.of("doors-not-open", 409, "The doors open ten minutes before the session");
  static final Problem TOO_MANY_PAGES =
      Problem.of("too-many-pages", 429, "This room is open in too many pages already");

  private Problems() {}
}
