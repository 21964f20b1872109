package app.accord.room.live;

import app.accord.db.Trouble;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Frames;
import app.accord.room.RoomCommand;
import app.accord.room.RoomEvent;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final int MOST_AT_ONCE = 512;
  private static final int MOST_REJECTIONS = 3;
  private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(500);

  private final RoomId room;
  private final Shared shared;
  private final Executor loop;
  private final Entrance entrance;
  private final Gallery gallery = new Gallery();
  private final Presence presence;
  private final ArrayDeque<Ask> queue = new ArrayDeque<>();
  private final List<Join> atTheGate = new ArrayList<>();
  private Phase phase = Phase.READING;
  private @Nullable RoomMemory memory;
  private @Nullable Table table;
  private Table.@Nullable Policy policy;
  private @Nullable Batch flying;
  private @Nullable Promise<Void> closing;
  private Set<Seat> inside = Set.of();
  private boolean looking;
  private int rejections;
  private long retryAt = Long.MAX_VALUE;
  private long restingSince;

  private enum Phase {
    /** The journal is being read: for the first time, or since somebody else has written. */
    READING,
    READY,
    /** A batch is on its way to the database. */
    WRITING,
    /** It holds what this server cannot fold. */
    BROKEN
  }

  RoomMailbox(RoomId room, Shared shared, Executor loop) {
    this.room = room;
    this.shared = shared;
    this.loop = loop;
    this.entrance = new Entrance(room, shared, loop);
    this.presence = new Presence(shared.times().grace());
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
      case ToRoom.Pass pass -> pass(pass);
      case ToRoom.LookAgain _ -> lookAgain();
    }
  }

  // Coming and going

  private void join(Join join) {
    if (phase == Phase.BROKEN) {
      join.member().end(CloseCode.ROOM_IS_BROKEN);
    } else if (closing != null) {
      join.member().end(CloseCode.GOING_DOWN);
    } else if (memory == null) {
      policy = join.policy();
      atTheGate.add(join);
    } else {
      policy = join.policy();
      admit(join, memory);
    }
  }

  private void admit(Join join, RoomMemory known) {
    Member member = join.member();
    gallery.add(member);
    boolean wasAway = presence.arrived(member.seat());
    entrance.welcome(join, known, this::seenBy);
    if (wasAway) {
      showPresence();
      act(Ask.arrival(member, nanos()));
    }
  }

  private void leave(Member member) {
    atTheGate.removeIf(join -> join.member() == member);
    if (gallery.remove(member) && !gallery.has(member.seat())) {
      presence.left(member.seat(), nanos());
    }
  }

  private Map<Seat, Boolean> seenBy(Seat seat) {
    return memory == null || table == null
        ? Map.of(seat, true)
        : presence.seenBy(seat, table.holders().keySet(), memory.state());
  }

  private void showPresence() {
    gallery.showPresence(seat -> Frames.presence(seenBy(seat)));
  }

  private void pass(ToRoom.Pass pass) {
    if (memory != null) {
      Passing.of(pass, memory.state(), shared.library())
          .ifPresent(passing -> gallery.pass(passing.to(), passing.kind(), passing.frame()));
    }
  }

  // Commands

  void act(Ask ask) {
    if (phase == Phase.BROKEN) {
      ask.answer(Frames.refused(ask.key().id(), Problems.INTERNAL));
    } else {
      queue.add(ask);
      pump();
    }
  }

  private void pump() {
    while (phase == Phase.READY && !queue.isEmpty() && !looking) {
      RoomMemory known = Objects.requireNonNull(memory);
      Table sitting = Objects.requireNonNull(table);
      List<Ask> asks = take();
      if (policy == null || asks.stream().anyMatch(Ask::needsALook)) {
        giveBack(asks);
        look(asks, sitting);
        return;
      }
      var scene =
          new Batch.Scene(
              sitting, policy, presence.here(), known.notBefore(shared.now()), shared.library());
      Batch batch = Batch.decide(known.state(), known.done(), asks, scene);
      giveBack(batch.later());
      if (batch.entries().isEmpty()) {
        tell(batch, known);
      } else {
        write(batch, known);
      }
    }
    settle();
  }

  private List<Ask> take() {
    var asks = new ArrayList<Ask>(Math.min(queue.size(), MOST_AT_ONCE));
    while (!queue.isEmpty() && asks.size() < MOST_AT_ONCE) {
      asks.add(queue.remove());
    }
    return asks;
  }

  private void giveBack(List<Ask> asks) {
    asks.reversed().forEach(queue::addFirst);
  }

  /** What was agreed in the case is read anew, and an exercise is kept before it is started. */
  private void look(List<Ask> asks, Table sitting) {
    looking = true;
    List<Ask> why = asks.stream().filter(Ask::needsALook).toList();
    @Nullable PersonId as = why.isEmpty() ? null : why.getFirst().person();
    @Nullable PersonId reader = as != null ? as : sitting.therapist();
    Future<Optional<Place>> looked =
        reader == null
            ? Future.succeededFuture(Optional.empty())
            : shared.store().place(reader, room);
    back(
        looked.compose(place -> keep(why, sitting).map(place)),
        result -> {
          looking = false;
          if (result.succeeded()) {
            result.result().ifPresent(place -> policy = place.policy());
          } else {
            LOG.warn("no look at the case room={} why={}", room, result.cause().getMessage());
            refuse(why, Problems.BUSY);
          }
          if (policy == null) {
            refuse(asks, Problems.BUSY);
          }
          queue.removeIf(Ask::isAnswered);
          why.forEach(Ask::looked);
          pump();
        });
  }

  private Future<Void> keep(List<Ask> asks, Table sitting) {
    @Nullable PersonId therapist = sitting.therapist();
    List<Future<Void>> kept =
        asks.stream()
            .flatMap(
                ask ->
                    ask.command() instanceof RoomCommand.StartExercise start
                        ? shared.library().current(start.exercise()).stream()
                        : Stream.empty())
            .flatMap(
                exercise ->
                    therapist == null
                        ? Stream.empty()
                        : Stream.of(shared.library().keep(therapist, exercise.digest())))
            .toList();
    return Future.all(kept).mapEmpty();
  }

  private void write(Batch batch, RoomMemory known) {
    phase = Phase.WRITING;
    flying = batch;
    back(
        shared.journal().append(new Journal.Batch(room, known.seq(), batch.entries())),
        result -> written(batch, result, known));
  }

  private void written(Batch batch, AsyncResult<Appended> result, RoomMemory known) {
    flying = null;
    if (result.failed()) {
      // The database said no for good. The commands are answered; the room is read anew.
      LOG.error("not written room={} why={}", room, result.cause().getMessage());
      refuse(batch.asks(), Problems.INTERNAL);
      read();
      return;
    }
    switch (result.result()) {
      case Appended.Committed(var head) -> {
        phase = Phase.READY;
        rejections = 0;
        known.move(batch.state());
        tell(batch, known);
        if (head.seq() != known.seq()) {
          fail(new IllegalStateException("the journal's number is not ours"));
          return;
        }
        pump();
      }
      case Appended.Rejected _ -> again(batch);
      case Appended.Busy _ -> {
        phase = Phase.READY;
        refuse(batch.asks(), Problems.BUSY);
        pump();
      }
      case Appended.Unknown _ -> {
        batch.asks().forEach(Ask::mayBeDone);
        again(batch);
      }
    }
  }

  /** Reads what was missed and decides again; what turns out to be committed is acknowledged. */
  private void again(Batch batch) {
    rejections++;
    if (rejections > MOST_REJECTIONS) {
      LOG.error("rejected again and again room={}", room);
      refuse(batch.asks(), Problems.BUSY);
      rejections = 0;
    } else {
      giveBack(batch.asks().stream().filter(ask -> !ask.isAnswered()).toList());
    }
    read();
  }

  private void tell(Batch batch, RoomMemory known) {
    for (Outcome outcome : batch.outcomes()) {
      Done.Key key = outcome.ask().key();
      switch (outcome) {
        case Batch.Acted(var ask, var entries) -> {
          for (Entry entry : entries) {
            gallery.tell(entry.audience(), known.add(entry), known.lines());
          }
          ask.answerLater(Frames.ack(key.id(), known.lines().at(key.author())));
        }
        case Batch.Again(var ask, long n) -> ask.answerLater(Frames.ack(key.id(), n));
        case Batch.Refused(var ask, var why) -> ask.answerLater(Frames.refused(key.id(), why));
      }
    }
    told(batch.entries());
    // Also to who has left the gallery meanwhile but whose line still stands.
    batch.asks().forEach(Ask::flush);
  }

  private void told(List<Entry> entries) {
    gallery.flush();
    if (!entries.isEmpty() && table != null) {
      doorsMayHaveMoved();
      @Nullable PersonId therapist = table.therapist();
      if (therapist != null) {
        shared.follow(room, table.couple(), therapist, entries);
      }
    }
  }

  private void doorsMayHaveMoved() {
    if (memory != null && table != null) {
      Set<Seat> now =
          table.holders().keySet().stream()
              .filter(memory.state()::isIn)
              .collect(Collectors.toUnmodifiableSet());
      if (!now.equals(inside)) {
        inside = now;
        showPresence();
      }
    }
  }

  private static void refuse(List<Ask> asks, Problem why) {
    for (Ask ask : asks) {
      if (!ask.isAnswered()) {
        ask.answer(Frames.refused(ask.key().id(), why));
      }
    }
  }

  // The journal

  private void read() {
    phase = Phase.READING;
    retryAt = Long.MAX_VALUE;
    back(shared.journal().load(room).compose(this::knowExercises), this::read);
  }

  private Future<Loaded> knowExercises(Loaded loaded) {
    Set<String> digests =
        loaded.entries().stream()
            .flatMap(
                entry ->
                    entry.event() instanceof RoomEvent.ExerciseStarted started
                        ? Stream.of(started.digest())
                        : Stream.empty())
            .collect(Collectors.toSet());
    return digests.isEmpty() || loaded.holders().isEmpty()
        ? Future.succeededFuture(loaded)
        : shared.library().know(loaded.holders().values().iterator().next(), digests).map(loaded);
  }

  private void read(AsyncResult<Loaded> result) {
    if (result.succeeded()) {
      try {
        take(result.result());
      } catch (RuntimeException unfoldable) {
        fail(unfoldable);
      }
    } else if (result.cause() instanceof Trouble trouble
        && trouble.kind() != Trouble.Kind.BROKEN
        && trouble.kind() != Trouble.Kind.FORBIDDEN) {
      LOG.warn("cannot read room={} why={}", room, trouble.getMessage());
      retryAt = nanos() + RETRY;
      atTheGate.forEach(join -> join.member().end(CloseCode.GOING_DOWN));
      atTheGate.clear();
      settle();
    } else {
      fail(result.cause());
    }
  }

  private void take(Loaded loaded) {
    table = new Table(loaded.couple(), loaded.holders());
    if (memory == null) {
      memory = RoomMemory.of(loaded);
    } else if (!memory.epoch().equals(loaded.head().epoch())
        || loaded.head().seq() < memory.seq()) {
      LOG.warn("another journal than before room={}", room);
      gallery.end(_ -> true, CloseCode.GOING_DOWN);
      queue.clear();
      memory = RoomMemory.of(loaded);
    } else {
      catchUp(loaded, memory);
    }
    phase = Phase.READY;
    endedSeats();
    var joins = List.copyOf(atTheGate);
    atTheGate.clear();
    RoomMemory known = memory;
    joins.forEach(join -> admit(join, known));
    doorsMayHaveMoved();
    pump();
  }

  private void catchUp(Loaded loaded, RoomMemory known) {
    List<Entry> missed =
        loaded.entries().subList(Math.toIntExact(known.seq()), loaded.entries().size());
    known.recall(queue.stream().map(Ask::key).collect(Collectors.toSet()), loaded.entries());
    for (Entry entry : missed) {
      gallery.tell(entry.audience(), known.follow(entry), known.lines());
    }
    known.check(loaded);
    if (!missed.isEmpty()) {
      rejections = 0;
    }
    told(missed);
  }

  /** Whoever lost the seat is out, wherever that was decided. */
  private void endedSeats() {
    Table sitting = Objects.requireNonNull(table);
    gallery.end(member -> !sitting.holds(member.seat(), member.person()), CloseCode.NO_SEAT);
  }

  /** This room stops, loudly, and no other does. */
  private void fail(Throwable why) {
    // Of our own exceptions the message names types and numbers, of others it may quote words.
    LOG.error(
        "room stopped room={} why={}",
        room,
        why instanceof IllegalStateException ? why.getMessage() : why.getClass().getName());
    phase = Phase.BROKEN;
    refuse(List.copyOf(queue), Problems.INTERNAL);
    queue.clear();
    atTheGate.forEach(join -> join.member().end(CloseCode.ROOM_IS_BROKEN));
    atTheGate.clear();
    gallery.end(_ -> true, CloseCode.ROOM_IS_BROKEN);
    settle();
  }

  /** What another server says of this room, or what this one was told to look for. */
  void stands(Standing standing) {
    if (phase != Phase.READY || memory == null || table == null) {
      return; // whatever is under way finds out by itself
    }
    if (!standing.holders().equals(table.holders())) {
      table = table.with(standing.holders());
      endedSeats();
      showPresence();
    }
    if (standing.seq() > memory.seq() || !standing.epoch().equals(memory.epoch())) {
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
    giveUp(nanos);
    if (presence.settle(nanos)) {
      showPresence();
    }
    gallery.dropLost(shared.times(), nanos);
    if (memory != null) {
      gallery.beat(memory.lines(), shared.times(), shared.now(), nanos);
    }
    if (!gallery.isEmpty()) {
      restingSince = nanos;
    }
  }

  /** Nobody waits longer than this for a word, whatever the database does. */
  private void giveUp(long nanos) {
    long limit = shared.times().answer().toNanos();
    if (flying != null) {
      var late = flying.asks().stream().filter(ask -> ask.isOlderThan(limit, nanos)).toList();
      late.forEach(Ask::mayBeDone);
      refuse(late, Problems.UNKNOWN);
    }
    while (!queue.isEmpty() && queue.peek().isOlderThan(limit, nanos)) {
      Ask late = queue.remove();
      refuse(List.of(late), late.maybeDone() ? Problems.UNKNOWN : Problems.BUSY);
    }
  }

  /** Whether it may leave memory. */
  boolean isAtRest() {
    return gallery.isEmpty()
        && atTheGate.isEmpty()
        && queue.isEmpty()
        && phase != Phase.WRITING
        && nanos() - restingSince >= shared.times().rest().toNanos();
  }

  /** Whether it was left open by the last who went. */
  boolean isOpen() {
    return memory != null && memory.state().isIn(Seat.THERAPIST) && !memory.state().isClosed();
  }

  boolean isEmpty() {
    return gallery.isEmpty();
  }

  /** Finishes what was asked, then sends everybody to another server. */
  Future<Void> close() {
    if (closing == null) {
      closing = Promise.promise();
    }
    settle();
    return closing.future();
  }

  private void settle() {
    if (closing != null && (phase != Phase.WRITING && (phase != Phase.READY || queue.isEmpty()))) {
      gallery.end(_ -> true, CloseCode.GOING_DOWN);
      atTheGate.forEach(join -> join.member().end(CloseCode.GOING_DOWN));
      closing.tryComplete();
    }
  }

  /** An answer from elsewhere is a message like any other: it comes to this room's event loop. */
  private <T> void back(Future<T> future, Consumer<AsyncResult<T>> then) {
    future.onComplete(result -> loop.execute(() -> then.accept(result)));
  }

  private long nanos() {
    return shared.nanos().getAsLong();
  }
}
