package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import org.jspecify.annotations.Nullable;

/** A command on its way through the mailbox, until it has its answer. */
final class Ask {
  private final Done.Key key;
  private final @Nullable PersonId person;
  private final RoomCommand command;
  private final @Nullable Member from;
  private final long since;
  private boolean maybeDone;
  private boolean prepared;
  private boolean answered;

  private Ask(
      Done.Key key,
      @Nullable PersonId person,
      RoomCommand command,
      @Nullable Member from,
      long since) {
    this.key = key;
    this.person = person;
    this.command = command;
    this.from = from;
    this.since = since;
  }

  static Ask of(ToRoom.Do asked, long nanos) {
    Member from = asked.member();
    return new Ask(
        new Done.Key(from.seat(), asked.id()), from.person(), asked.command(), from, nanos);
  }

  /** The server's own word that somebody has taken their seat. */
  static Ask arrival(Member member, long nanos) {
    var key = new Done.Key(member.seat(), new CommandId(Ids.random()));
    return new Ask(key, member.person(), new RoomCommand.Arrive(), null, nanos);
  }

  /** What the room does by itself: nobody is its author. */
  static Ask byRoom(RoomCommand command, long nanos) {
    var key = new Done.Key(Seat.THERAPIST, new CommandId(Ids.random()));
    return new Ask(key, null, command, null, nanos);
  }

  Done.Key key() {
    return key;
  }

  /** Null: the room itself. */
  @Nullable PersonId person() {
    return person;
  }

  RoomCommand command() {
    return command;
  }

  boolean isOlderThan(long age, long nanos) {
    return nanos - since > age;
  }

  /** Whether it was handed to the database without a word of what became of it. */
  boolean maybeDone() {
    return maybeDone;
  }

  void mayBeDone() {
    maybeDone = true;
  }

  /** What is agreed in the case decides these, and may have changed a moment ago. */
  boolean needsPreparing() {
    return !prepared
        && (command instanceof RoomCommand.StartExercise
            || command instanceof RoomCommand.OpenRoom);
  }

  void prepared() {
    prepared = true;
  }

  boolean isAnswered() {
    return answered;
  }

  void answer(String frame) {
    answerLater(frame);
    flush();
  }

  /** As part of a batch, whose frames leave together. */
  void answerLater(String frame) {
    answered = true;
    if (from != null) {
      from.tell(frame);
    }
  }

  void flush() {
    if (from != null) {
      from.flush();
    }
  }
}
