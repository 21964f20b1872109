package app.accord.room.live;

import app.accord.exercise.Shelf;
import app.accord.kernel.Ids;
import app.accord.kernel.Problem;
import app.accord.room.Asked;
import app.accord.room.Circumstances;
import app.accord.room.Decision;
import app.accord.room.Room;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import app.accord.room.Told;
import app.accord.room.live.Journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands decided one after the other, each on what the one before left behind. Nothing of it is
 * true before the journal has it: the room's own state is not touched.
 *
 * @param later commands that stand here already with the same id: they wait for the first's fate
 */
record Batch(RoomState state, List<Outcome> outcomes, List<Entry> entries, List<Ask> later) {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** What came of a command. */
  sealed interface Outcome {
    Ask ask();
  }

  /** Committed before. */
  record Again(Ask ask, long n) implements Outcome {}

  record Acted(Ask ask, List<Entry> entries) implements Outcome {}

  record Refused(Ask ask, Problem why) implements Outcome {}

  /** What the world is like while these are decided. */
  record Scene(Table table, Table.Policy policy, Set<Seat> here, Instant at, Shelf shelf) {}

  static Batch decide(RoomState state, Done done, List<Ask> asks, Scene scene) {
    var decider = new Decider(state, done, scene);
    asks.forEach(decider::take);
    return new Batch(
        decider.state,
        List.copyOf(decider.outcomes),
        List.copyOf(decider.entries),
        List.copyOf(decider.later));
  }

  List<Ask> asks() {
    return outcomes.stream().map(Outcome::ask).toList();
  }

  private static final class Decider {
    private final Done done;
    private final Scene scene;
    private final Circumstances circumstances;
    private final Set<Done.Key> seen = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Ask> later = new ArrayList<>();
    private RoomState state;

    Decider(RoomState state, Done done, Scene scene) {
      this.state = state;
      this.done = done;
      this.scene = scene;
      this.circumstances = scene.table().circumstances(scene.policy());
    }

    void take(Ask ask) {
      if (!seen.add(ask.key())) {
        later.add(ask);
        return;
      }
      var before = done.find(ask.key());
      outcomes.add(before.isPresent() ? new Again(ask, before.getAsLong()) : decided(ask));
    }

    private Outcome decided(Ask ask) {
      if (ask.person() != null && !scene.table().holds(ask.key().author(), ask.person())) {
        return new Refused(ask, Problem.NOT_FOUND);
      }
      return switch (decision(ask)) {
        case Decision.Refused(var why) -> new Refused(ask, why.problem());
        case Decision.Accepted(var told) -> acted(ask, told);
        case null -> new Refused(ask, Problems.INTERNAL);
      };
    }

    /** Null: a bug in the rules. It costs this one command and nobody else's. */
    private @org.jspecify.annotations.Nullable Decision decision(Ask ask) {
      var asked =
          new Asked(
              ask.key().id(),
              ask.key().author(),
              ask.command(),
              scene.at(),
              scene.here(),
              circumstances,
              Ids.random());
      try {
        return Room.decide(state, asked, scene.shelf());
      } catch (RuntimeException bug) {
        // Without its message, which may quote what a person wrote.
        LOG.error(
            "deciding {} failed: {} at {}",
            ask.command().getClass().getSimpleName(),
            bug.getClass().getName(),
            bug.getStackTrace().length == 0 ? "?" : bug.getStackTrace()[0]);
        return null;
      }
    }

    private Outcome acted(Ask ask, List<Told> told) {
      var caused = new ArrayList<Entry>(told.size());
      for (Told one : told) {
        state = Room.evolve(state, one, scene.at());
        caused.add(entry(ask, one));
      }
      entries.addAll(caused);
      return new Acted(ask, caused);
    }

    private Entry entry(Ask ask, Told told) {
      boolean byRoom = ask.person() == null;
      return new Entry(
          scene.at(),
          byRoom ? null : told.by(),
          byRoom ? null : ask.key().author(),
          ask.person(),
          byRoom ? null : ask.key().id(),
          told.audience(),
          told.event());
    }
  }
}
