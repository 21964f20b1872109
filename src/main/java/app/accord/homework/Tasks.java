package app.accord.homework;

import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Exercise;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.Opens;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HomeworkGiven;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Homework as the partners find it. */
public final class Tasks {
  private final Db db;
  private final Couples couples;
  private final Library library;
  private final Journal journal;
  private final Rooms rooms;
  private final Clock clock;

  public Tasks(Db db, Couples couples, Library library, Journal journal, Rooms rooms, Clock clock) {
    this.db = db;
    this.couples = couples;
    this.library = library;
    this.journal = journal;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** Empty for whoever is a partner of no couple now. */
  public Future<Optional<Task.Mine>> mine(PersonId me) {
    return db.readAs(me, tx -> find(tx, me))
        .compose(
            found ->
                found
                    .map(it -> mine(me, it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Task.Mine> mine(PersonId me, Found found) {
    return Texts.learn(library, me, found.rooms())
        .compose(_ -> seatReaders(me, found))
        .map(_ -> found.shown(library));
  }

  /** Makes up for a server that died between a hand-in and its follower. */
  private Future<?> seatReaders(PersonId me, Found found) {
    List<RoomId> given =
        found.rooms().stream()
            .filter(room -> !room.isTogether() && room.givenToAll().containsKey(found.seat()))
            .map(HomeworkRoom::id)
            .toList();
    return given.isEmpty()
        ? Future.succeededFuture()
        : db.as(
            me,
            tx ->
                Future.all(
                    given.stream().map(room -> HomeworkStore.seatReaders(tx, room)).toList()));
  }

  private Future<Optional<Found>> find(Tx tx, PersonId me) {
    return couples
        .ofPartner(tx, me)
        .compose(
            couple ->
                couple
                    .map(own -> find(tx, me, own.id()).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Found> find(Tx tx, PersonId me, CoupleId couple) {
    Future<Seat> seat = couples.seat(tx, me, couple).map(Optional::orElseThrow);
    Future<Reader> reader = couples.reader(tx, me);
    Future<List<HomeworkRoom>> all = HomeworkStore.ofCouple(tx, couple);
    return Future.all(seat, reader, all)
        .map(_ -> new Found(seat.result(), reader.result(), all.result()));
  }

  private record Found(Seat seat, Reader reader, List<HomeworkRoom> rooms) {
    Task.Mine shown(Library library) {
      var texts = new Texts(library, reader.language());
      return new Task.Mine(
          rooms.stream()
              .filter(room -> room.isOf(seat) && !room.putAway())
              .flatMap(room -> room.assignment().stream().map(given -> task(room, given, texts)))
              .toList(),
          rooms.stream()
              .filter(room -> !room.isOf(seat))
              .flatMap(
                  room -> room.givenToAll().values().stream().map(it -> shared(room, it, texts)))
              .toList());
    }

    private Task task(HomeworkRoom room, HomeworkGiven given, Texts texts) {
      return new Task(
          room.id(),
          texts.title(given),
          texts.of(given.digest()).map(Exercise::minutes).orElse(0),
          room.isTogether(),
          given.until(),
          room.state(seat));
    }

    private static Task.Shared shared(HomeworkRoom room, GivenToAll given, Texts texts) {
      return new Task.Shared(
          room.id(), texts.of(given.digest()).map(Exercise::title).orElse(""), given.seat());
    }
  }

  /** Empty: no such room, or it is not this person's to do. */
  public Future<Optional<Task.Page>> page(PersonId me, RoomId room) {
    return db.readAs(me, tx -> page(tx, me, room))
        .compose(
            found ->
                found.filter(this::isDue).isPresent()
                    ? rooms.due(me, room).map(found)
                    : Future.succeededFuture(found));
  }

  private Future<Optional<Task.Page>> page(Tx tx, PersonId me, RoomId room) {
    return HomeworkStore.seated(tx, me, room)
        .compose(
            seated ->
                seated
                    .filter(there -> there.seat().isPartner() && there.takesPart())
                    .map(there -> page(tx, room, there))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Task.Page>> page(Tx tx, RoomId room, HomeworkStore.Seated there) {
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(there.couple()));
    Future<List<HomeworkRoom>> all = HomeworkStore.ofCouple(tx, there.couple());
    return Future.all(members, all)
        .map(
            _ ->
                all.result().stream()
                    .filter(one -> one.id().equals(room))
                    .flatMap(one -> one.assignment().stream())
                    .map(
                        given ->
                            new Task.Page(
                                room,
                                there.seat(),
                                members.result().getOrDefault(there.couple(), List.of()),
                                there.secrets(),
                                there.zone(),
                                there.only() == null,
                                given.until(),
                                given.opens()))
                    .findFirst());
  }

  /** What waits for the due day opens when somebody looks after it (R5). */
  private boolean isDue(Task.Page page) {
    return page.together()
        && page.opens() == Opens.ON_THE_DAY
        && page.until() != null
        && LocalDate.ofInstant(clock.instant(), ZoneId.of(page.zone())).isAfter(page.until());
  }

  /** What the other one has given to all from here. Empty: nothing, or not to this person. */
  public Future<Optional<Task.SharedPage>> shared(PersonId me, RoomId room) {
    return db.readAs(me, tx -> HomeworkStore.seated(tx, me, room))
        .compose(
            seated ->
                seated
                    .filter(there -> there.seat().isPartner() && !there.takesPart())
                    .map(there -> journal.read(room, me, there.seat(), 0).map(Tasks::shared))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Optional<Task.SharedPage> shared(List<Journal.Numbered> stream) {
    return stream.stream()
        .flatMap(
            one ->
                one.event() instanceof GivenToAll given
                    ? Stream.of(given)
                    : Stream.<GivenToAll>empty())
        .map(given -> new Task.SharedPage(given.seat(), given.digest(), given.answers()))
        .findFirst();
  }
}
