package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Frames;
import app.accord.room.RoomCommand;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.Seat;
import app.accord.room.live.Batch.Outcome;
import app.accord.room.live.Journal.Appended;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.Journal.Loaded;
import app.accord.room.live.Journal.Numbered;
import app.accord.room.live.Member.Frame;
import app.accord.room.live.Outbox.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One room on this node. Everything that concerns it happens on one context, one thing at a time,
 * so there is no lock. What comes while a commit is under way is the next batch.
 */
final class RoomMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(RoomMailbox.class);

  /** Answers are due within eight seconds; the rest is for the way. */
  static final long PATIENCE_NANOS = 6_500_000_000L;

  /** A line that is back this soon was never seen to be gone. */
  static final long GRACE_NANOS = 2_000_000_000L;

  private static final long FRESH_NANOS = 1_000_000_000L;
  private static final long STALE_NANOS = 5_000_000_000L;
  private static final long REST_NANOS = 30_000_000_000L;
  private static final int MOST_IN_A_BATCH = 500;
  private static final int MOST_WAITING = 5_000;
  private static final int MOST_TRIES = 6;
  private static final long MOST_MISSED = 1_000;

  private enum Phase {
    /** Reading the journal, or waiting to try that again. */
    LOADING,
    READY,
    /** Something is asked of the database; nothing else is begun meanwhile. */
    ASKING,
    WRITING,
    /** The journal holds what this version does not know. */
    STOPPED
  }

  private final RoomId room;
  private final Parts parts;
  private final Context context;
  private final List<Member> members = new ArrayList<>();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Map<Seat, Long> goneSince = new EnumMap<>(Seat.class);
  private Set<Seat> here = EnumSet.noneOf(Seat.class);
  private Phase phase = Phase.LOADING;
  private boolean loading;
  private @Nullable Ledger ledger;
  private @Nullable Place place;
  private long placeAt;
  private @Nullable Batch flying;
  private long flyingSince;
  private boolean flyingAnswered;
  private int tries;
  private long restsSince;

  RoomMailbox(RoomId room, Parts parts, Context context) {
    this.room = room;
    this.parts = parts;
    this.context = context;
    this.restsSince = parts.nanos();
  }

  // ---------------------------------------------------------------- what comes in

  void hear(ToRoom message) {
    switch (message) {
      case ToRoom.Join(_, var member) -> join(member);
      case ToRoom.Leave(_, var member) -> leave(member);
      case ToRoom.Do(_, var member, var asked) -> ask(member, asked);
      case ToRoom.Pass(_, var member, var to, var data) -> pass(member, to, data);
    }
  }

  private void join(Member member) {
    if (phase == Phase.STOPPED) {
      member.close(CloseCode.STOPPED);
      return;
    }
    members.add(member);
    place = member.place();
    placeAt = parts.nanos();
    goneSince.remove(member.seat());
    if (ledger != null) {
      welcome(member);
      isHere(member);
    } else {
      load();
    }
  }

  private void isHere(Member member) {
    if (here.add(member.seat())) {
      showPresence();
      // The record needs to know who was there; it is told once.
      waiting.add(
          new Waiting(
              new CommandId(Ids.random()),
              member.seat(),
              member.person(),
              new RoomCommand.Arrive(),
              null,
              parts.nanos()));
      next();
    }
  }

  private void leave(Member member) {
    if (members.remove(member) && members.stream().noneMatch(it -> it.seat() == member.seat())) {
      goneSince.put(member.seat(), parts.nanos());
    }
    restsSince = parts.nanos();
  }

  private void ask(Member member, Inbound.Do asked) {
    if (waiting.size() >= MOST_WAITING) {
      refuse(member, asked.id(), Problems.BUSY);
      return;
    }
    waiting.add(
        new Waiting(
            asked.id(), member.seat(), member.person(), asked.command(), member, parts.nanos()));
    next();
  }

  /** Passing things go between those who are in, while they write one text together (R30). */
  private void pass(Member from, String to, JsonNode data) {
    if (ledger == null || !ledger.state().isIn(from.seat()) || !isCoWriting()) {
      return;
    }
    String frame = Frames.signal(from.seat(), data);
    for (Member member : members) {
      if (member != from
          && ledger.state().isIn(member.seat())
          && (to.equals("all") || to.equals(member.seat().wire()))) {
        member.show(Shown.SIGNAL, frame);
      }
    }
  }

  private boolean isCoWriting() {
    return ledger != null && ledger.state().isWritingTogether(parts.library());
  }

  // ---------------------------------------------------------------- reading the journal

  private void load() {
    if (loading) {
      return;
    }
    loading = true;
    phase = Phase.LOADING;
    parts.journal().load(room).compose(this::knowing).onComplete(back(this::loaded));
  }

  /** With the exercises that this room ever started, also those that an upgrade dropped. */
  private Future<Loaded> knowing(Loaded loaded) {
    Set<String> digests =
        loaded.entries().stream()
            .map(Entry::event)
            .filter(ExerciseStarted.class::isInstance)
            .map(event -> ((ExerciseStarted) event).digest())
            .collect(Collectors.toSet());
    @Nullable Place as = place;
    return digests.isEmpty() || as == null
        ? Future.succeededFuture(loaded)
        : parts.library().know(as.person(), digests).map(loaded);
  }

  private void loaded(AsyncResult<Loaded> result) {
    loading = false;
    if (result.failed()) {
      cannotLoad(result.cause());
      return;
    }
    Ledger before = ledger;
    Ledger now;
    try {
      now = Ledger.of(result.result());
    } catch (IllegalStateException unknown) {
      stop(unknown);
      return;
    }
    ledger = now;
    phase = Phase.READY;
    if (before != null && !before.epoch().equals(now.epoch())) {
      // A restored backup: the numbers that these pages count by mean something else now.
      List.copyOf(members).forEach(member -> member.close(CloseCode.COME_BACK));
    } else if (before != null) {
      tellWhatOthersWrote(before, result.result().entries());
    }
    List.copyOf(members).stream().filter(it -> !it.isWelcomed()).forEach(this::welcome);
    List.copyOf(members).forEach(this::isHere);
    next();
  }

  private void tellWhatOthersWrote(Ledger before, List<Entry> all) {
    var lines = new Lines(members);
    for (int i = (int) before.seq(); i < all.size(); i++) {
      String body = Ledger.body(all.get(i));
      before.add(all.get(i), body);
      lines.event(all.get(i).audience(), before, body);
    }
    lines.send();
  }

  private void cannotLoad(Throwable why) {
    if (why instanceof NoSuchElementException) {
      List.copyOf(members).forEach(member -> member.close(CloseCode.NO_SEAT));
    } else if (why instanceof IllegalStateException) {
      stop(why);
    } else {
      LOG.warn("room cannot be read now room={} why={}", room, why.getMessage());
    }
  }

  /** Loudly, and this room only: a fold that skips an event would show what never was. */
  private void stop(Throwable why) {
    LOG.error("room stopped room={}", room, why);
    phase = Phase.STOPPED;
    List.copyOf(members).forEach(member -> member.close(CloseCode.STOPPED));
    refuseAll(Problems.INTERNAL);
  }

  // ---------------------------------------------------------------- welcoming

  private void welcome(Member member) {
    Ledger at = Objects.requireNonNull(ledger);
    long count = at.count(member.seat());
    @Nullable Long after = member.after();
    boolean fresh =
        after == null
            || !at.epoch().equals(member.epoch())
            || after > count
            || count - after > MOST_MISSED;
    long from = fresh ? 0 : Objects.requireNonNull(after);
    Optional<List<String>> inMemory =
        member.place().fromSeq() == 0 ? at.missed(member.seat(), count - from) : Optional.empty();
    if (inMemory.isPresent()) {
      welcome(member, fresh, from, inMemory.get());
    } else {
      parts
          .journal()
          .read(room, member.person(), member.seat(), from)
          .onComplete(
              back(
                  result -> {
                    if (result.succeeded() && !member.isWelcomed()) {
                      welcome(member, fresh, from, bodies(result.result()));
                    }
                    // Else the next tick tries again; what is told meanwhile waits behind it.
                  }));
    }
  }

  private static List<String> bodies(List<Numbered> events) {
    return events.stream()
        .map(event -> Frames.body(event.by(), event.event(), event.at()))
        .toList();
  }

  /** Replay first: what was missed goes out before any answer to a command of this socket. */
  private void welcome(Member member, boolean fresh, long from, List<String> bodies) {
    Ledger at = Objects.requireNonNull(ledger);
    long head = from + bodies.size();
    Map<Seat, Boolean> seen =
        Presence.asSeenBy(member.seat(), member.place().names().keySet(), here, at.state());
    var frames = new ArrayList<String>();
    var past = new ArrayList<String>();
    for (int i = 0; i < bodies.size(); i++) {
      long n = from + i + 1;
      past.add(fresh ? Frames.past(n, bodies.get(i)) : Frames.event(n, bodies.get(i)));
    }
    frames.add(
        Frames.welcome(
            member.seat(),
            member.place().names(),
            seen,
            head,
            at.epoch(),
            parts.now(),
            fresh ? past : null));
    if (!fresh) {
      frames.addAll(past);
    }
    member.welcome(frames, head);
  }

  // ---------------------------------------------------------------- deciding and writing

  private void next() {
    if (phase != Phase.READY || waiting.isEmpty() || ledger == null || place == null) {
      return;
    }
    long age = parts.nanos() - placeAt;
    if (age > FRESH_NANOS && startsSomething()) {
      phase = Phase.ASKING;
      lookAround(waiting.getFirst().person(), () -> write());
      return;
    }
    if (age > STALE_NANOS) {
      lookAround(waiting.getFirst().person(), () -> {});
    }
    write();
  }

  /** How far joint work may go is looked up for each beginning, not remembered. */
  private boolean startsSomething() {
    return waiting.stream().anyMatch(it -> it.command() instanceof RoomCommand.StartExercise);
  }

  /** Who sits in the case and what holds there, as this person may see it. */
  private void lookAround(PersonId person, Runnable then) {
    placeAt = parts.nanos();
    parts
        .places()
        .of(person, room)
        .onComplete(
            back(
                found -> {
                  if (found.succeeded()) {
                    found.result().ifPresentOrElse(now -> place = now, () -> hasNoSeat(person));
                  }
                  if (phase == Phase.ASKING) {
                    phase = Phase.READY;
                  }
                  then.run();
                }));
  }

  private void hasNoSeat(PersonId person) {
    members.stream()
        .filter(member -> member.person().equals(person))
        .forEach(member -> member.close(CloseCode.NO_SEAT));
    waiting.removeIf(it -> it.person().equals(person));
  }

  private void write() {
    Ledger at = ledger;
    Place around = place;
    if (phase != Phase.READY || at == null || around == null) {
      return;
    }
    var batch =
        new Batch(
            at.state(),
            parts.library(),
            around.circumstances(),
            here,
            at.notBefore(parts.now()),
            Ids::random);
    fill(batch, at);
    List<Entry> entries = batch.entries();
    flying = batch;
    flyingSince = parts.nanos();
    flyingAnswered = false;
    if (entries.isEmpty()) {
      committed(batch);
      return;
    }
    phase = Phase.WRITING;
    parts
        .journal()
        .append(new Journal.Batch(room, at.seq(), entries))
        .onComplete(back(result -> written(batch, result)));
  }

  /** The same id again gets the first answer; twice in one batch it waits for the next. */
  private void fill(Batch batch, Ledger at) {
    Set<CommandId> taken = new HashSet<>();
    var later = new ArrayList<Waiting>();
    for (int i = 0; i < MOST_IN_A_BATCH && !waiting.isEmpty(); i++) {
      Waiting one = waiting.poll();
      @Nullable Long answer = at.answer(one.id());
      if (answer != null) {
        tell(one, Frames.ack(one.id(), answer));
      } else if (taken.add(one.id())) {
        batch.decide(one);
      } else {
        later.add(one);
      }
    }
    later.reversed().forEach(waiting::addFirst);
  }

  private void written(Batch batch, AsyncResult<Appended> result) {
    phase = Phase.READY;
    if (result.failed()) {
      LOG.error("batch failed room={} why={}", room, result.cause().getMessage());
      refuseFlying(batch, Problems.INTERNAL);
      load();
      return;
    }
    switch (result.result()) {
      case Appended.Committed _ -> committed(batch);
      case Appended.Rejected() -> decideAgain(batch);
      case Appended.Busy() -> {
        refuseFlying(batch, Problems.BUSY);
        flying = null;
        next();
      }
      // What is found committed is acknowledged when the journal has been read; what is not, its
      // sender is told to send again, and may do so without harm.
      case Appended.Unknown() -> decideAgain(batch);
    }
  }

  /** Somebody else wrote first, or nobody knows: read what there is, then decide anew. */
  private void decideAgain(Batch batch) {
    flying = null;
    tries++;
    if (tries > MOST_TRIES) {
      tries = 0;
      refuseFlying(batch, Problems.BUSY);
    } else if (!flyingAnswered) {
      batch.outcomes().reversed().forEach(outcome -> waiting.addFirst(outcome.asked()));
      Set<PersonId> people =
          batch.outcomes().stream()
              .map(outcome -> outcome.asked().person())
              .collect(Collectors.toSet());
      people.forEach(person -> lookAround(person, () -> {}));
    }
    load();
  }

  private void committed(Batch batch) {
    Ledger at = Objects.requireNonNull(ledger);
    flying = null;
    tries = 0;
    at.state(batch.state());
    var lines = new Lines(members);
    var entries = new ArrayList<Entry>();
    for (Outcome outcome : batch.outcomes()) {
      switch (outcome) {
        case Outcome.Refused(var asked, var why) -> answer(lines, asked, why);
        case Outcome.Caused(var asked, var caused) -> {
          for (Entry entry : caused) {
            String body = Ledger.body(entry);
            at.add(entry, body);
            lines.event(entry.audience(), at, body);
          }
          entries.addAll(caused);
          long n = at.count(asked.seat());
          if (!caused.isEmpty()) {
            at.done(asked.id(), n);
          }
          lines.answer(asked.member(), Frames.ack(asked.id(), n));
        }
      }
    }
    lines.send();
    afterwards(entries);
    next();
  }

  private void answer(Lines lines, Waiting asked, Problem why) {
    if (!flyingAnswered) {
      lines.answer(asked.member(), Frames.refused(asked.id(), why));
    }
  }

  private void afterwards(List<Entry> entries) {
    if (entries.isEmpty() || place == null) {
      return;
    }
    if (entries.stream().map(Entry::event).anyMatch(RoomMailbox::changesWhoIsSeen)) {
      showPresence();
    }
    @Nullable PersonId therapist = place.holders().get(Seat.THERAPIST);
    if (therapist == null) {
      return;
    }
    for (Follower follower : parts.followers()) {
      try {
        follower.committed(room, place.couple(), therapist, entries);
      } catch (RuntimeException bug) {
        LOG.error("a follower failed room={}", room, bug);
      }
    }
  }

  private static boolean changesWhoIsSeen(RoomEvent event) {
    return event instanceof DoorOpened || event instanceof RoomClosed;
  }

  // ---------------------------------------------------------------- time goes by

  /** About once a second. */
  void tick(long now) {
    if (flying != null && !flyingAnswered && now - flyingSince > PATIENCE_NANOS) {
      refuseFlying(flying, Problems.UNKNOWN);
    }
    // Those that wait have not been begun.
    while (!waiting.isEmpty() && now - waiting.getFirst().since() > PATIENCE_NANOS) {
      Waiting late = waiting.poll();
      refuse(late.member(), late.id(), late.member() == null ? Problems.BUSY : problem());
    }
    if (phase == Phase.LOADING && !members.isEmpty()) {
      load();
    }
    if (ledger != null && phase != Phase.LOADING) {
      List.copyOf(members).stream().filter(it -> !it.isWelcomed()).forEach(this::welcome);
    }
    noticeWhoIsGone(now);
  }

  /** While the journal could not be read after a lost commit, nobody knows what became of it. */
  private Problem problem() {
    return tries > 0 ? Problems.UNKNOWN : Problems.BUSY;
  }

  private void noticeWhoIsGone(long now) {
    boolean changed = false;
    for (var gone = goneSince.entrySet().iterator(); gone.hasNext(); ) {
      var next = gone.next();
      if (now - next.getValue() > GRACE_NANOS) {
        gone.remove();
        changed |= here.remove(next.getKey());
      }
    }
    if (changed) {
      showPresence();
    }
  }

  /** Every ten seconds: so that a gap is noticed in silence too. */
  void beat() {
    if (ledger != null) {
      for (Member member : members) {
        member.show(Shown.BEAT, Frames.beat(ledger.count(member.seat()), parts.now()));
      }
    }
  }

  boolean mayRest(long now) {
    return members.isEmpty()
        && waiting.isEmpty()
        && flying == null
        && !loading
        && now - restsSince > REST_NANOS;
  }

  /** Nothing is under way that somebody waits for. */
  boolean isQuiet() {
    return flying == null && waiting.isEmpty();
  }

  void end(CloseCode code) {
    List.copyOf(members).forEach(member -> member.close(code));
  }

  // ---------------------------------------------------------------- small things

  private void showPresence() {
    if (ledger == null || place == null) {
      return;
    }
    for (Member member : members) {
      member.show(
          Shown.PRESENCE,
          Frames.presence(
              Presence.asSeenBy(member.seat(), place.names().keySet(), here, ledger.state())));
    }
  }

  private void refuseFlying(Batch batch, Problem why) {
    if (!flyingAnswered) {
      flyingAnswered = true;
      batch
          .outcomes()
          .forEach(outcome -> refuse(outcome.asked().member(), outcome.asked().id(), why));
    }
  }

  private void refuseAll(Problem why) {
    waiting.forEach(one -> refuse(one.member(), one.id(), why));
    waiting.clear();
  }

  private static void refuse(@Nullable Member member, CommandId id, Problem why) {
    if (member != null) {
      member.tell(List.of(new Frame(0, Frames.refused(id, why))));
    }
  }

  private static void tell(Waiting one, String frame) {
    if (one.member() != null) {
      one.member().tell(List.of(new Frame(0, frame)));
    }
  }

  /** On this room's own context, whatever thread the answer came on. */
  private <T> Handler<AsyncResult<T>> back(Consumer<AsyncResult<T>> then) {
    return result -> context.runOnContext(_ -> then.accept(result));
  }
}
