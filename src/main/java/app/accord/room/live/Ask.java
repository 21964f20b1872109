package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.room.Frames;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import io.vertx.core.Promise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command on its way through the mailbox, until it has its answer. */
final class Ask {
  private final Done.Key key;
  private final @Nullable PersonId person;
  private RoomCommand command;
  private final From from;
  private final long since;
  private boolean maybeDone;
  private boolean prepared;
  private boolean answered;

  private Ask(Done.Key key, @Nullable PersonId person, RoomCommand command, From from, long since) {
    this.key = key;
    this.person = person;
    this.command = command;
    this.from = from;
    this.since = since;
  }

  /** Whoever waits for the answer. */
  private interface From {
    From NOBODY =
        new From() {
          @Override
          public void done(CommandId id, long n) {}

          @Override
          public void refused(CommandId id, Problem why) {}

          @Override
          public void flush() {}
        };

    void done(CommandId id, long n);

    void refused(CommandId id, Problem why);

    void flush();
  }

  /** A socket. */
  private record Socket(Member member) implements From {
    @Override
    public void done(CommandId id, long n) {
      member.tell(Frames.ack(id, n));
    }

    @Override
    public void refused(CommandId id, Problem why) {
      member.tell(Frames.refused(id, why));
    }

    @Override
    public void flush() {
      member.flush();
    }
  }

  /** A page, which may have gone on without waiting. */
  private record Page(Promise<Optional<Problem>> answer) implements From {
    @Override
    public void done(CommandId id, long n) {
      answer.tryComplete(Optional.empty());
    }

    @Override
    public void refused(CommandId id, Problem why) {
      answer.tryComplete(Optional.of(why));
    }

    @Override
    public void flush() {}
  }

  static Ask of(ToRoom.Request asked, long nanos) {
    return new Ask(
        new Done.Key(asked.place().seat(), asked.id()),
        asked.person(),
        asked.command(),
        new Page(asked.answer()),
        nanos);
  }

  static Ask of(ToRoom.Do asked, long nanos) {
    Member from = asked.member();
    return new Ask(
        new Done.Key(from.seat(), asked.id()),
        from.person(),
        asked.command(),
        new Socket(from),
        nanos);
  }

  /** The server's own word that somebody has taken their seat. */
  static Ask arrival(Member member, long nanos) {
    var key = new Done.Key(member.seat(), new CommandId(Ids.random()));
    return new Ask(key, member.person(), new RoomCommand.Arrive(), From.NOBODY, nanos);
  }

  /** What the room does by itself: nobody is its author. */
  static Ask byRoom(RoomCommand command, long nanos) {
    return byRoom(command, From.NOBODY, nanos);
  }

  /** What time brings, for a page that waits until it has happened. */
  static Ask of(ToRoom.Due due, long nanos) {
    return byRoom(new RoomCommand.OpenDue(), new Page(due.answer()), nanos);
  }

  private static Ask byRoom(RoomCommand command, From from, long nanos) {
    var key = new Done.Key(Seat.THERAPIST, new CommandId(Ids.random()));
    return new Ask(key, null, command, from, nanos);
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

  /** With what was missing for it, the same wish. */
  void becomes(RoomCommand complete) {
    command = complete;
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
            || command instanceof RoomCommand.GiveHomework
            || command instanceof RoomCommand.PutOnStage
            || command instanceof RoomCommand.OpenRoom);
  }

  void prepared() {
    prepared = true;
  }

  boolean isAnswered() {
    return answered;
  }

  void refuse(Problem why) {
    refuseLater(why);
    flush();
  }

  /** As part of a batch, whose frames leave together. */
  void doneLater(long n) {
    answered = true;
    from.done(key.id(), n);
  }

  /** As {@link #doneLater}. */
  void refuseLater(Problem why) {
    answered = true;
    from.refused(key.id(), why);
  }

  void flush() {
    from.flush();
  }
}
