package app.accord.agreement;

import app.accord.agreement.AgreementStore.Row;
import app.accord.agreement.AgreementStore.Session;
import app.accord.agreement.AgreementStore.Source;
import app.accord.agreement.SessionAgreements.Left;
import app.accord.db.Db;
import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.RoomEvent.Version;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives each agreement that a session leaves behind a room of its own, and keeps what pages of the
 * case say of it true. All of it is done as the case's therapist, from what that therapist may
 * read; doing it again changes nothing.
 */
final class TakingUp {
  private final Db db;
  private final Seal seal;
  private final Journal journal;
  private final Library library;
  private final Rooms rooms;
  private final Clock clock;

  TakingUp(Db db, Seal seal, Journal journal, Library library, Rooms rooms, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.journal = journal;
    this.library = library;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** From the room of a session; of any other room nothing is taken up. */
  Future<Void> from(PersonId therapist, RoomId room) {
    return db.readAs(therapist, tx -> AgreementStore.session(tx, room))
        .compose(
            session ->
                session
                    .map(there -> from(therapist, room, there))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> from(PersonId therapist, RoomId room, Session session) {
    return journal
        .read(room, therapist, Seat.THERAPIST, 0)
        .map(stream -> SessionAgreements.of(stream, session.zone(), clock.instant()))
        .compose(
            all ->
                Future.all(
                    all.stream()
                        .map(
                            left ->
                                begin(
                                    therapist,
                                    new Source(session.couple(), room, left.run()),
                                    left))
                        .toList()))
        .mapEmpty();
  }

  private Future<Void> begin(PersonId therapist, Source from, Left left) {
    RoomId own = room(from, left.command().copy().where().step());
    return library
        .know(therapist, Set.of(left.command().digest()))
        .compose(_ -> db.as(therapist, tx -> AgreementStore.make(tx, own, from)))
        .compose(_ -> rooms.ask(therapist, own, new CommandId(own.value()), left.command()))
        .compose(TakingUp::unless);
  }

  private static Future<Void> unless(Optional<Problem> refused) {
    return refused.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(new IllegalStateException(refused.get().title()));
  }

  /** The same for the same agreement, however often it is taken up. */
  static RoomId room(Source from, String step) {
    String name = from.room().value() + "/" + from.run() + "/" + step;
    return new RoomId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes up for a server that died before it had taken up what a session left. */
  Future<Void> catchUp(PersonId therapist, CoupleId couple) {
    return db.readAs(therapist, tx -> AgreementStore.behind(tx, couple))
        .compose(behind -> Future.join(behind.stream().map(room -> from(therapist, room)).toList()))
        .mapEmpty();
  }

  /** Tells the pages of the case how an agreement stands now. */
  Future<Void> tellPages(PersonId therapist, RoomId room) {
    return db.readAs(therapist, tx -> AgreementStore.own(tx, room))
        .compose(
            found ->
                found
                    .map(own -> tellPages(therapist, room, own))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> tellPages(PersonId therapist, RoomId room, AgreementStore.Own own) {
    return journal
        .read(room, therapist, Seat.THERAPIST, 0)
        .compose(
            stream -> {
              var reading = AgreementReading.of(stream, Seat.THERAPIST, own.zone());
              List<Version> versions = reading.isBegun() ? reading.history().versions() : List.of();
              return versions.isEmpty()
                  ? Future.succeededFuture()
                  : copy(therapist, own.from(), reading, versions.getLast());
            });
  }

  private Future<Void> copy(
      PersonId therapist, Source from, AgreementReading reading, Version version) {
    UUID id = UUID.randomUUID();
    String name = version.name();
    String title = name.isEmpty() ? String.join(" ", version.lines().subList(0, 1)) : name;
    return seal.seal(
            Owner.couple(from.couple()), therapist, Place.of("agreement_made", "title", id), title)
        .compose(
            words ->
                db.as(
                    therapist,
                    tx ->
                        AgreementStore.copy(
                            tx,
                            from,
                            new Row(
                                reading.exercise(),
                                version.version(),
                                version.on(),
                                java.util.Objects.requireNonNullElse(
                                    reading.lookOn(), version.reviewOn()),
                                reading.endedOn(),
                                id,
                                words))))
        .mapEmpty();
  }
}
