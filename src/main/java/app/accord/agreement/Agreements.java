package app.accord.agreement;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Step;
import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.MarkedWeek;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Agreements between sessions, as those of the case read them and live with them. Everything stands
 * in the journals of their rooms; before anybody reads, what time has brought is done there.
 */
public final class Agreements {
  private final Db db;
  private final Couples couples;
  private final Journal journal;
  private final Library library;
  private final Rooms rooms;
  private final Clock clock;
  private final TakingUp taking;

  /** The follower hears of sessions from here on. */
  public Agreements(
      Db db,
      Seal seal,
      Couples couples,
      Journal journal,
      Library library,
      Rooms rooms,
      Clock clock,
      AgreementFollower follower) {
    this.db = db;
    this.couples = couples;
    this.journal = journal;
    this.library = library;
    this.rooms = rooms;
    this.clock = clock;
    this.taking = new TakingUp(db, seal, journal, library, rooms, clock);
    follower.begin(taking);
  }

  private record Found(
      Couple couple, Seat seat, Reader reader, List<Member> members, List<RoomId> rooms) {}

  /** A partner's. Empty: whoever asks is none. */
  public Future<Optional<AgreementPage.All>> mine(PersonId me) {
    return db.readAs(me, tx -> couples.ofPartner(tx, me).compose(couple -> find(tx, me, couple)))
        .compose(found -> read(me, found));
  }

  /** Of a couple in the own caseload. Empty: no such couple, or another therapist's. */
  public Future<Optional<AgreementPage.All>> ofCouple(PersonId therapist, CoupleId couple) {
    return db.readAs(therapist, tx -> couples.inCaseload(tx, therapist, couple))
        .compose(
            own ->
                own.isEmpty()
                    ? Future.succeededFuture(Optional.<Found>empty())
                    : taking
                        .catchUp(therapist, couple)
                        .compose(_ -> db.readAs(therapist, tx -> find(tx, therapist, own))))
        .compose(found -> read(therapist, found));
  }

  private Future<Optional<Found>> find(Tx tx, PersonId me, Optional<Couple> couple) {
    if (couple.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    CoupleId id = couple.get().id();
    Future<Optional<Seat>> seat = couples.seat(tx, me, id);
    Future<Reader> reader = couples.reader(tx, me);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(id));
    Future<List<RoomId>> all = AgreementStore.ofCouple(tx, id);
    return Future.all(seat, reader, members, all)
        .map(
            _ ->
                seat.result()
                    .map(
                        mine ->
                            new Found(
                                couple.get(),
                                mine,
                                reader.result(),
                                members.result().getOrDefault(id, List.of()),
                                all.result())));
  }

  private Future<Optional<AgreementPage.All>> read(PersonId me, Optional<Found> found) {
    return found
        .map(it -> read(me, it).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<AgreementPage.All> read(PersonId me, Found found) {
    return Future.all(found.rooms().stream().map(room -> read(me, found, room)).toList())
        .compose(
            all -> {
              List<Told> told =
                  all.<Told>list().stream().filter(it -> it.reading().isBegun()).toList();
              Set<String> digests =
                  told.stream()
                      .map(it -> it.reading().exercise().digest())
                      .collect(Collectors.toSet());
              return library.know(me, digests).map(_ -> page(found, told));
            });
  }

  private record Told(RoomId room, AgreementReading reading) {}

  private Future<Told> read(PersonId me, Found found, RoomId room) {
    return rooms
        .due(me, room)
        .compose(_ -> journal.read(room, me, found.seat(), 0))
        .map(
            stream ->
                new Told(room, AgreementReading.of(stream, found.seat(), found.couple().zone())));
  }

  private AgreementPage.All page(Found found, List<Told> told) {
    Instant now = clock.instant();
    LocalDate week = MarkedWeek.at(now, found.couple().zone());
    return new AgreementPage.All(
        found.seat(),
        found.members(),
        found.couple().secrets().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        found.couple().zone().getId(),
        LocalDate.ofInstant(now, found.couple().zone()),
        week,
        told.stream()
            .map(it -> it.reading().page(it.room(), title(it.reading(), found.reader()), week))
            .toList());
  }

  private String title(AgreementReading reading, Reader reader) {
    if (!reading.name().isEmpty()) {
      return reading.name();
    }
    return library
        .inLanguage(reading.exercise().digest(), reader.language())
        .flatMap(exercise -> exercise.step(reading.step()))
        .filter(Step.Agree.class::isInstance)
        .map(step -> ((Step.Agree) step).heading())
        .orElse("");
  }

  /**
   * Does something in the room of an agreement, as this partner's own act.
   *
   * @param id the act's own: sent again it has one effect
   * @return empty once it is done, or else why not
   */
  Future<Optional<Problem>> act(PersonId me, RoomId room, CommandId id, RoomCommand command) {
    return db.readAs(me, tx -> AgreementStore.own(tx, room))
        .compose(
            own ->
                own.isEmpty()
                    ? Future.succeededFuture(Optional.of(Problem.NOT_FOUND))
                    : rooms.due(me, room).compose(_ -> rooms.ask(me, room, id, command)));
  }
}
