package app.accord.room.live;

import app.accord.kernel.Problem;

/** What the shell itself answers to a command; the rest are the room's refusals. */
final class Problems {
  static final Problem BUSY =
      Problem.of("busy", 503, "Too busy to do this now; it was not done. Send it again");
  static final Problem UNKNOWN =
      Problem.of("unknown", 503, "It is not known yet whether this was done. Send it again");
  static final Problem TOO_FAST = Problem.of("too-fast", 429, "Too much at once; send it again");
  static final Problem INTERNAL = Problem.of("internal", 500, "This did not work");

  private Problems() {}
}
