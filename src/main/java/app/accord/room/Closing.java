package app.accord.room;

import app.accord.exercise.Step;
import app.accord.room.RoomCommand.KeepLine;
import app.accord.room.RoomCommand.OfferLine;
import app.accord.room.RoomEvent.LineKept;
import app.accord.room.RoomEvent.LineOffered;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lines for "what we learned": one offers, the other keeps. What is not kept fades. */
final class Closing {
  private static final int MOST_EACH = 3;

  private Closing() {}

  /** A line that was offered; its words are in the event only. */
  record Line(Seat by, Set<Seat> keptBy) {}

  static Decision offer(Act act, OfferLine command) {
    return act.at(
        command.where(),
        Step.Closing.class,
        (closing, now) -> {
          if (!closing.keepALine()) {
            return Act.refuse(Refusal.WRONG_KIND);
          }
          if (now.lines().containsKey(command.line())) {
            return Act.refuse(Refusal.LINE_HAS_MOVED_ON);
          }
          if (now.lines().values().stream().filter(l -> l.by() == act.by()).count() >= MOST_EACH) {
            return Act.refuse(Refusal.TOO_MANY_LINES);
          }
          String text = Words.clean(command.text());
          Refusal misfit = Words.misfit(text, Words.KEPT_LINE);
          return misfit != null
              ? Act.refuse(misfit)
              : act.all(new LineOffered(command.where(), command.line(), text)).done();
        });
  }

  static Decision keep(Act act, KeepLine command) {
    return act.at(
        command.where(),
        Step.Closing.class,
        (_, now) -> {
          Line line = now.lines().get(command.line());
          if (line == null) {
            return Act.refuse(Refusal.NO_SUCH_LINE);
          }
          if (line.by() == act.by()) {
            return Act.refuse(Refusal.BAD_VALUE);
          }
          return line.keptBy().contains(act.by())
              ? act.done()
              : act.all(new LineKept(command.where(), command.line())).done();
        });
  }

  static Map<UUID, Line> offered(Map<UUID, Line> lines, UUID id, Seat by) {
    return Copies.with(lines, id, new Line(by, Set.of()));
  }

  static Map<UUID, Line> kept(Map<UUID, Line> lines, UUID id, Seat by) {
    Line line = lines.get(id);
    return line == null
        ? lines
        : Copies.with(lines, id, new Line(line.by(), Copies.with(line.keptBy(), by)));
  }
}
