package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.room.live.Batch.Outcome;
import app.accord.room.live.Journal.Appended;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.Journal.Loaded;
import app.accord.room.live.Journal.Standing;
import app.accord.room.live.ToRoom.Join;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One room. All commands that wait are decided as one batch on a copy of the state; the batch is
 * appended; and only when it is committed does the room move, acknowledge and tell. What comes
 * meanwhile is the next batch.
 *
 * <p>Everything here runs on one event loop: answers of the database come back to it first.
 */
final class RoomMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(RoomMailbox.class);
  private static final int MOST_REJECTIONS = 3;
  private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(500);

  private final RoomId room;
  private final Shared shared;
  private final Executor loop;
  private final Reading reading;
  private final Preparing preparing;
  private final Attendance attendance;
  private final Asks asks;
  private final List<Join> atTheGate = new ArrayList<>();
  private Phase phase = Phase.READING;
  private @Nullable RoomMemory memory;
  private @Nullable Table table;
  private Table.@Nullable Policy policy;
  private List<Ask> flying = List.of();
  private @Nullable Promise<Void> closing;
  private int rejections;
  private long retryAt = Long.MAX_VALUE;
  private long restingSince;

  private enum Phase {
    /** The journal is being read: for the first time, or since somebody else has written. */
    READING,
    READY,
    /** A command needs something read or kept before it can be decided. */
    PREPARING,
    /** A batch is on its way to the database. */
    WRITING,
    /** It holds what this server cannot fold. */
    BROKEN
  }

  RoomMailbox(RoomId room, Shared shared, Executor loop) {
    this.room = room;
    this.shared = shared;
    this.loop = loop;
    this.reading = new Reading(room, shared);
    this.preparing = new Preparing(room, shared);
    this.attendance = new Attendance(room, shared, loop);
    this.asks = new Asks(shared.times().answer());
    this.restingSince = nanos();
    read();
  }

  RoomId id() {
    return room;
  }

  void hear(ToRoom message) {
    restingSince = nanos();
    switch (message) {
      case Join join -> join(join);
      case ToRoom.Leave leave -> leave(leave.member());
      case ToRoom.Do asked -> act(Ask.of(asked, nanos()));
      case ToRoom.Request request -> {
        policy = request.place().policy();
        act(Ask.of(request, nanos()));
      }
      case ToRoom.Due due -> {
        policy = due.place().policy();
        act(Ask.of(due, nanos()));
      }
      case ToRoom.Pass pass -> {
        if (memory != null) {
          attendance.pass(pass, memory);
        }
      }
      case ToRoom.LookAgain _ -> lookAgain();
    }
  }

  // Coming and going

  private void join(Join join) {
    policy = join.policy();
    if (phase == Phase.BROKEN) {
      join.member().end(CloseCode.ROOM_IS_BROKEN);
    } else if (closing != null) {
      join.member().end(CloseCode.GOING_DOWN);
    } else if (memory == null) {
      atTheGate.add(join);
    } else {
      admit(join, memory);
    }
  }

  private void admit(Join join, RoomMemory known) {
    if (attendance.admit(join, known, sitting())) {
      act(Ask.arrival(join.member(), nanos()));
    }
  }

  private void leave(Member member) {
    atTheGate.removeIf(join -> join.member() == member);
    attendance.leave(member);
  }

  // Commands

  void act(Ask ask) {
    asks.add(ask);
    if (phase == Phase.BROKEN) {
      asks.refuseAll(Problems.INTERNAL);
    }
    pump();
  }

  private void pump() {
    while (phase == Phase.READY && !asks.isEmpty()) {
      decide(asks.take());
    }
    endIfClosing();
  }

  private void decide(List<Ask> next) {
    if (policy == null || next.stream().anyMatch(Ask::needsPreparing)) {
      prepare(next);
      return;
    }
    RoomMemory known = known();
    var scene =
        new Batch.Scene(
            sitting(),
            policy,
            attendance.here(),
            known.notBefore(shared.now()),
            shared.library().shelf(sitting().therapist()));
    Batch batch = Batch.decide(known.state(), known.done(), next, scene);
    asks.giveBack(batch.later());
    if (batch.entries().isEmpty()) {
      tell(batch, known);
    } else {
      phase = Phase.WRITING;
      flying = batch.asks();
      back(
          shared.journal().append(new Journal.Batch(room, known.seq(), batch.entries())),
          result -> written(batch, result));
    }
  }

  private void prepare(List<Ask> next) {
    phase = Phase.PREPARING;
    asks.giveBack(next);
    List<Ask> why = next.stream().filter(Ask::needsPreparing).toList();
    back(
        preparing.of(why, sitting()),
        result -> {
          phase = Phase.READY;
          why.forEach(Ask::prepared);
          if (result.succeeded()) {
            result.result().ifPresent(now -> policy = now);
          } else {
            LOG.warn("not prepared room={} why={}", room, result.cause().getMessage());
            Asks.refuse(why, Problems.BUSY);
          }
          if (policy == null) {
            Asks.refuse(next, Problems.BUSY);
          }
          asks.dropAnswered();
          pump();
        });
  }

  private void written(Batch batch, AsyncResult<Appended> result) {
    flying = List.of();
    if (result.failed()) {
      // The database said no for good. The commands are answered; the room is read anew.
      LOG.error("not written room={} why={}", room, result.cause().getMessage());
      Asks.refuse(batch.asks(), Problems.INTERNAL);
      read();
      return;
    }
    switch (result.result()) {
      case Appended.Committed(var head) -> committed(batch, head);
      case Appended.Rejected _ -> again(batch);
      case Appended.Busy _ -> {
        phase = Phase.READY;
        Asks.refuse(batch.asks(), Problems.BUSY);
        pump();
      }
      case Appended.Unknown _ -> {
        batch.asks().forEach(Ask::mayBeDone);
        again(batch);
      }
    }
  }

  private void committed(Batch batch, Journal.Head head) {
    phase = Phase.READY;
    rejections = 0;
    RoomMemory known = known();
    known.move(batch.state());
    tell(batch, known);
    if (head.seq() != known.seq()) {
      fail(new IllegalStateException("the journal's number is not ours"));
    }
    pump();
  }

  /** Reads what was missed and decides again; what turns out to be committed is acknowledged. */
  private void again(Batch batch) {
    rejections++;
    if (rejections > MOST_REJECTIONS) {
      LOG.error("rejected again and again room={}", room);
      Asks.refuse(batch.asks(), Problems.BUSY);
      rejections = 0;
    }
    asks.giveBack(batch.asks());
    read();
  }

  /** Each command's events, then its answer. */
  private void tell(Batch batch, RoomMemory known) {
    for (Outcome outcome : batch.outcomes()) {
      switch (outcome) {
        case Batch.Acted(var ask, var entries) -> {
          entries.forEach(entry -> attendance.tell(entry, known.add(entry), known.lines()));
          ask.doneLater(known.lines().at(ask.key().author()));
        }
        case Batch.Again(var ask, long n) -> ask.doneLater(n);
        case Batch.Refused(var ask, var why) -> ask.refuseLater(why);
      }
    }
    told(batch.entries());
  }

  private void told(List<Entry> entries) {
    Table sitting = sitting();
    attendance.told(known(), sitting);
    @Nullable PersonId therapist = sitting.therapist();
    if (!entries.isEmpty() && therapist != null) {
      shared.follow(room, sitting.couple(), therapist, entries);
    }
  }

  // The journal

  private void read() {
    phase = Phase.READING;
    retryAt = Long.MAX_VALUE;
    back(reading.whole(), this::read);
  }

  private void read(AsyncResult<Loaded> result) {
    if (result.succeeded()) {
      try {
        take(result.result());
      } catch (RuntimeException unfoldable) {
        fail(unfoldable);
      }
    } else if (Reading.isPassing(result.cause())) {
      LOG.warn("cannot read room={} why={}", room, result.cause().getMessage());
      retryAt = nanos() + RETRY;
      sendBack(CloseCode.GOING_DOWN);
      endIfClosing();
    } else {
      fail(result.cause());
    }
  }

  private void take(Loaded loaded) {
    table = new Table(loaded.couple(), loaded.holders());
    if (memory == null) {
      memory = RoomMemory.of(loaded);
    } else if (memory.isBefore(loaded.head())) {
      catchUp(loaded, memory);
    } else {
      LOG.warn("another journal than before room={}", room);
      attendance.end(CloseCode.GOING_DOWN);
      memory = RoomMemory.of(loaded);
    }
    phase = Phase.READY;
    attendance.seatsMayHaveEnded(memory, sitting());
    var joins = List.copyOf(atTheGate);
    atTheGate.clear();
    RoomMemory known = memory;
    joins.forEach(join -> admit(join, known));
    pump();
  }

  private void catchUp(Loaded loaded, RoomMemory known) {
    List<Entry> missed =
        loaded.entries().subList(Math.toIntExact(known.seq()), loaded.entries().size());
    known.recall(asks.keys(), loaded.entries());
    for (Entry entry : missed) {
      attendance.tell(entry, known.follow(entry), known.lines());
    }
    known.check(loaded);
    rejections = missed.isEmpty() ? rejections : 0;
    told(missed);
  }

  /** This room stops, loudly, and no other does. */
  private void fail(Throwable why) {
    // Of our own exceptions the message names types and numbers, of others it may quote words.
    LOG.error(
        "room stopped room={} why={}",
        room,
        why instanceof IllegalStateException ? why.getMessage() : why.getClass().getName());
    phase = Phase.BROKEN;
    asks.refuseAll(Problems.INTERNAL);
    sendBack(CloseCode.ROOM_IS_BROKEN);
    attendance.end(CloseCode.ROOM_IS_BROKEN);
    endIfClosing();
  }

  private void sendBack(CloseCode why) {
    atTheGate.forEach(join -> join.member().end(why));
    atTheGate.clear();
  }

  /** Where the database says that this room is. What is under way finds out by itself. */
  void stands(Standing standing) {
    if (phase != Phase.READY) {
      return;
    }
    Table sitting = sitting();
    if (!standing.holders().equals(sitting.holders())) {
      table = sitting.with(standing.holders());
      attendance.seatsMayHaveEnded(known(), table);
    }
    if (standing.seq() > known().seq() || !standing.epoch().equals(known().epoch())) {
      read();
    }
  }

  private void lookAgain() {
    policy = null;
    back(
        shared.journal().standing(List.of(room)),
        result -> {
          if (result.succeeded() && result.result().containsKey(room)) {
            stands(result.result().get(room));
          }
        });
  }

  // Time

  void tick() {
    long nanos = nanos();
    if (nanos >= retryAt) {
      read();
    }
    asks.giveUp(flying, nanos);
    attendance.dropLost(nanos);
    if (memory != null && table != null) {
      attendance.tick(memory, table, nanos);
    }
    if (!attendance.isEmpty()) {
      restingSince = nanos;
    }
  }

  /** Whether it may leave memory. */
  boolean isAtRest() {
    return attendance.isEmpty()
        && atTheGate.isEmpty()
        && asks.isEmpty()
        && phase != Phase.WRITING
        && phase != Phase.PREPARING
        && nanos() - restingSince >= shared.times().rest().toNanos();
  }

  /** Whether a session is open here that nobody is in. */
  boolean isForgotten() {
    return attendance.isEmpty()
        && memory != null
        && memory.state().isIn(Seat.THERAPIST)
        && !memory.state().isClosed();
  }

  /** Finishes what was asked, then sends everybody to another server. */
  Future<Void> close() {
    if (closing == null) {
      closing = Promise.promise();
    }
    Future<Void> end = closing.future();
    endIfClosing();
    return end;
  }

  private void endIfClosing() {
    boolean isBusy =
        phase == Phase.WRITING
            || phase == Phase.PREPARING
            || (phase == Phase.READY && !asks.isEmpty());
    if (closing != null && !isBusy) {
      sendBack(CloseCode.GOING_DOWN);
      attendance.end(CloseCode.GOING_DOWN);
      closing.tryComplete();
    }
  }

  /** An answer from elsewhere is a message like any other: it comes to this room's event loop. */
  private <T> void back(Future<T> future, Consumer<AsyncResult<T>> then) {
    future.onComplete(result -> loop.execute(() -> then.accept(result)));
  }

  private RoomMemory known() {
    return Objects.requireNonNull(memory);
  }

  private Table sitting() {
    return Objects.requireNonNull(table);
  }

  private long nanos() {
    return shared.nanos().getAsLong();
  }
}
