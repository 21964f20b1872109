package app.accord.embedded;

import app.accord.exercise.Shelf;
import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Asked;
import app.accord.room.Circumstances;
import app.accord.room.Decision;
import app.accord.room.Room;
import app.accord.room.RoomCommand;
import app.accord.room.RoomState;
import app.accord.room.Seat;
import app.accord.room.Told;
import app.accord.room.live.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A room's past, gone through again by the rules of the room, so that its journal is a real one.
 */
final class DemoPlay {
  private final Shelf shelf;
  private final Map<Seat, PersonId> people;
  private final Circumstances circumstances;
  private final List<Journal.Entry> entries = new ArrayList<>();
  private RoomState state = RoomState.EMPTY;

  DemoPlay(Shelf shelf, Map<Seat, PersonId> people, Circumstances circumstances) {
    this.shelf = shelf;
    this.people = people;
    this.circumstances = circumstances;
  }

  void ask(Seat by, Instant at, RoomCommand command) {
    var id = new CommandId(Ids.random());
    var asked = new Asked(id, by, command, at, people.keySet(), circumstances, UUID.randomUUID());
    switch (Room.decide(state, asked, shelf)) {
      case Decision.Accepted(var events) -> events.forEach(told -> tell(by, at, id, told));
      case Decision.Refused(var why) ->
          throw new IllegalStateException(
              "the demo's %s was refused: %s".formatted(command.getClass().getSimpleName(), why));
    }
  }

  private void tell(Seat by, Instant at, CommandId id, Told told) {
    state = Room.evolve(state, told, at);
    entries.add(
        new Journal.Entry(at, told.by(), by, people.get(by), id, told.audience(), told.event()));
  }

  Journal.Batch journal(RoomId room) {
    return new Journal.Batch(room, 0, List.copyOf(entries));
  }
}
