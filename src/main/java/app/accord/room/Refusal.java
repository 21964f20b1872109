package app.accord.room;

import app.accord.kernel.Problem;

/** Why a command is refused: a sentence in capitals, and the problem that the client gets. */
public enum Refusal {
  DOOR_IS_CLOSED(409, "The door is not open yet"),
  ROOM_HAS_CLOSED(409, "The session has ended"),
  NOT_YOURS_TO_DO(403, "Only the therapist can do this"),
  NOT_YOUR_TURN(409, "It is someone else's turn to speak"),
  ROOM_IS_PAUSED(409, "The room rests"),
  NOT_WITH_EACH_YET(409, "Speak with each of them first"),
  NOT_RUNNING(409, "There is no exercise at the moment"),
  ALREADY_RUNNING(409, "An exercise is running already"),
  NO_SUCH_EXERCISE(404, "There is no such exercise"),
  NOT_NOW(409, "Not now. Speak with each alone first."),
  NOT_BOTH_HERE(409, "Both partners need to be here"),
  STEP_IS_NOT_OPEN(409, "This step is not open"),
  NO_SUCH_STEP(404, "There is no such step"),
  WRONG_KIND(400, "This does not fit the step"),
  BAD_VALUE(400, "This answer does not fit the question"),
  NOTHING_WRITTEN(400, "There is nothing written"),
  TOO_LONG(400, "This is longer than the field"),
  WIDER_THAN_THE_STEP(403, "This audience is not offered here"),
  ALREADY_SEALED(409, "This is sealed already"),
  NOT_SEALED(409, "There is nothing sealed"),
  ALREADY_OPENED(409, "It has been opened already"),
  LEFT_CLOSED(409, "This one was left closed"),
  NOTHING_TO_OPEN(409, "There is nothing to open yet"),
  ANSWERS_ARE_SEALED(409, "Answers are sealed already"),
  NO_SUCH_LINE(404, "There is no such line"),
  LINE_HAS_MOVED_ON(409, "The line has changed meanwhile"),
  NOT_YOUR_LINE(403, "The line is somebody else's"),
  TOO_MANY_LINES(409, "There is no room for another line"),
  WORDS_HAVE_CHANGED(409, "The words have changed meanwhile"),
  NOTHING_TO_SIGN(409, "There is nothing to sign yet"),
  HANDED_IN(409, "You have handed this in"),
  NOT_HANDED_IN(409, "It is not handed in"),
  PUT_AWAY(409, "This has been put away"),
  SIGNED_BY_ALL(409, "All have signed these words"),
  AGREEMENT_HAS_ENDED(409, "This agreement has ended"),
  TOO_LATE(409, "It is too late for this");

  private final int status;
  private final String title;

  Refusal(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The same object over HTTP and WebSocket: {@code /problems/not-your-turn} and so on. */
  public Problem problem() {
    return Problem.of(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), status, title);
  }
}
