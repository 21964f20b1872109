package app.accord.room;

import java.util.Map;

/**
 * One round of one step. Each kind of step uses its own part of it.
 *
 * @param lines offered in the closing, by their ids
 */
record StepState(
    int round,
    OwnWork own,
    Opening opening,
    Talking talk,
    Agreement agreement,
    Map<java.util.UUID, Closing.Line> lines) {

  static final StepState FIRST = round(1);

  static StepState round(int round) {
    return new StepState(
        round, OwnWork.NONE, Opening.NOT_YET, Talking.NOBODY, Agreement.BLANK, Map.of());
  }

  StepState with(OwnWork now) {
    return new StepState(round, now, opening, talk, agreement, lines);
  }

  StepState with(Opening now) {
    return new StepState(round, own, now, talk, agreement, lines);
  }

  StepState with(Talking now) {
    return new StepState(round, own, opening, now, agreement, lines);
  }

  StepState with(Agreement now) {
    return new StepState(round, own, opening, talk, now, lines);
  }

  StepState with(Map<java.util.UUID, Closing.Line> now) {
    return new StepState(round, own, opening, talk, agreement, now);
  }
}
