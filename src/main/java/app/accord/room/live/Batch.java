package app.accord.room.live;

import app.accord.exercise.Shelf;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Commands decided one after the other on a local copy of the room. Nothing of it holds before it
 * is committed.
 */
final class Batch {
  private final Shelf shelf;
  private final Circumstances circumstances;
  private final Set<Seat> here;
  private final Instant at;
  private final Supplier<UUID> fresh;
  private final List<Outcome> outcomes = new ArrayList<>();
  private RoomState state;

  /** What came of one command; no entries and no refusal: it was so already. */
  sealed interface Outcome {
    Waiting asked();

    record Caused(Waiting asked, List<Entry> entries) implements Outcome {}

    record Refused(Waiting asked, Problem why) implements Outcome {}
  }

  Batch(
      RoomState state,
      Shelf shelf,
      Circumstances circumstances,
      Set<Seat> here,
      Instant at,
      Supplier<UUID> fresh) {
    this.state = state;
    this.shelf = shelf;
    this.circumstances = circumstances;
    this.here = here;
    this.at = at;
    this.fresh = fresh;
  }

  void decide(Waiting waiting) {
    var asked =
        new Asked(
            waiting.id(), waiting.seat(), waiting.command(), at, here, circumstances, fresh.get());
    switch (Room.decide(state, asked, shelf)) {
      case Decision.Refused(var why) -> outcomes.add(new Outcome.Refused(waiting, why.problem()));
      case Decision.Accepted(var events) -> {
        events.forEach(told -> state = Room.evolve(state, told, at));
        outcomes.add(
            new Outcome.Caused(
                waiting, events.stream().map(told -> entry(waiting, told)).toList()));
      }
    }
  }

  private Entry entry(Waiting waiting, Told told) {
    return new Entry(
        at,
        told.by(),
        waiting.seat(),
        waiting.person(),
        waiting.id(),
        told.audience(),
        told.event());
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  List<Entry> entries() {
    return outcomes.stream()
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Outcome.Caused(_, var entries) -> entries.stream();
                  case Outcome.Refused _ -> java.util.stream.Stream.<Entry>empty();
                })
        .toList();
  }

  /** The state once all of it is committed. */
  RoomState state() {
    return state;
  }
}
