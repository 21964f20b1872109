package app.accord.session;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Exercise;
import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.room.Refusal;
import app.accord.room.Seat;
import app.accord.session.PlannedSession.Place;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of a therapist's cases. */
public final class Sessions {
  /** How long a session is meant to last when nobody says otherwise. */
  static final int MINUTES = 75;

  private static final Problem NOT_ACTIVE =
      Problem.of("case-not-active", 409, "There are no sessions with this couple now");

  private final Db db;
  private final Couples couples;
  private final Exercises exercises;
  private final JournalPages pages;
  private final Clock clock;

  public Sessions(Db db, Couples couples, Exercises exercises, JournalPages pages, Clock clock) {
    this.db = db;
    this.couples = couples;
    this.exercises = exercises;
    this.pages = pages;
    this.clock = clock;
  }

  /** What became of a wish to start one. */
  public sealed interface Started {}

  public record Session(SessionSummary session) implements Started {}

  public record NotStarted(Problem why) implements Started {}

  /** From new to old. Empty: no such couple, or another therapist's. */
  public Future<Optional<List<SessionSummary>>> ofCouple(PersonId therapist, CoupleId couple) {
    return pages
        .catchUp(therapist, List.of(couple))
        .compose(_ -> db.readAs(therapist, tx -> ofCouple(tx, therapist, couple)));
  }

  /**
   * Starts one now, the doors still closed. A session of today that is not over is the one that is
   * meant: whoever presses twice, or on two devices, must not lead two rooms.
   */
  public Future<Started> start(
      PersonId therapist, CoupleId couple, Place place, @Nullable String exercise) {
    return db.as(
        therapist,
        tx ->
            exercises
                .visit(tx, therapist)
                .compose(_ -> couples.inCaseload(tx, therapist, couple))
                .compose(
                    found ->
                        refused(therapist, found, exercise)
                            .map(Future::succeededFuture)
                            .orElseGet(
                                () -> start(tx, therapist, found.orElseThrow(), place, exercise))));
  }

  /** As a page shows it to a therapist. */
  public SessionSummary forTherapist(PlannedSession session, Reader reader, Instant now) {
    return summary(
        session,
        now,
        exercises.named(reader.id(), session.exercises(), reader.language()),
        session.signed());
  }

  /** As a page shows it to a partner: nothing of what is put in, nothing of the record. */
  public SessionSummary forPartner(PlannedSession session, Instant now) {
    return summary(session, now, List.of(), null);
  }

  /**
   * As this seat may know it. The therapist may open for one who came alone; the other reads
   * nothing of it, not even that the door opened.
   */
  static Future<PlannedSession> asSeen(Tx tx, Seat seat, PlannedSession session) {
    return !seat.isPartner() || session.state() != PlannedSession.State.OPEN
        ? Future.succeededFuture(session)
        : SessionStore.doorOpened(tx, session.room())
            .map(opened -> opened ? session : session.withDoorShut());
  }

  /** The next one, or the one that goes on, as a partner may know it. */
  public Future<Optional<PlannedSession>> nextOfPartner(
      Tx tx, Seat seat, List<PlannedSession> newestFirst, Instant now) {
    return newestFirst.reversed().stream()
        .filter(session -> session.isAhead(now))
        .findFirst()
        .map(session -> asSeen(tx, seat, session).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /** All of a couple's, from new to old, within the reader's transaction. */
  public Future<List<PlannedSession>> all(Tx tx, CoupleId couple) {
    return SessionStore.ofCouple(tx, couple);
  }

  /** What is not over, was since then, or is not signed, from old to new. */
  public Future<List<PlannedSession>> current(Tx tx, Collection<CoupleId> of, Instant since) {
    return SessionStore.current(tx, of, since);
  }

  /** Those that were. A couple without any is not in it. */
  public Future<Map<CoupleId, PastSessions>> past(Tx tx, Collection<CoupleId> of) {
    return SessionStore.past(tx, of);
  }

  private Future<Optional<List<SessionSummary>>> ofCouple(
      Tx tx, PersonId therapist, CoupleId couple) {
    Future<Reader> reader = couples.reader(tx, therapist);
    Future<Optional<Couple>> own = couples.inCaseload(tx, therapist, couple);
    Future<List<PlannedSession>> all = all(tx, couple);
    Future<Void> shelf = exercises.visit(tx, therapist);
    return Future.all(reader, own, all, shelf)
        .map(
            _ ->
                own.result()
                    .map(
                        _ ->
                            all.result().stream()
                                .map(one -> forTherapist(one, reader.result(), clock.instant()))
                                .toList()));
  }

  private Optional<Started> refused(
      PersonId me, Optional<Couple> found, @Nullable String exercise) {
    if (found.isEmpty()) {
      return no(Problem.NOT_FOUND);
    }
    if (found.get().state() != Couple.State.ACTIVE) {
      return no(NOT_ACTIVE);
    }
    return exercise == null ? Optional.empty() : refused(me, found.get().ceiling(), exercise);
  }

  private Optional<Started> refused(PersonId me, int ceiling, String exercise) {
    Optional<Exercise> known =
        exercises.current(me, exercise).filter(one -> one.places().contains(Exercise.Place.LIVE));
    if (known.isEmpty()) {
      return no(Refusal.NO_SUCH_EXERCISE.problem());
    }
    // The highest level is asked about once more when it is started (content.md 7).
    return Math.min(known.get().safety().level(), 2) > ceiling
        ? no(Refusal.NOT_NOW.problem())
        : Optional.empty();
  }

  private static Optional<Started> no(Problem why) {
    return Optional.of(new NotStarted(why));
  }

  private Future<Started> start(
      Tx tx, PersonId therapist, Couple couple, Place place, @Nullable String exercise) {
    Instant now = clock.instant();
    ZonedDateTime today = now.atZone(couple.zone()).toLocalDate().atStartOfDay(couple.zone());
    return SessionStore.oneAtATime(tx, couple.id())
        .compose(
            _ ->
                SessionStore.ofDay(
                    tx, couple.id(), today.toInstant(), today.plusDays(1).toInstant()))
        .compose(
            meant ->
                meant
                    .map(Future::succeededFuture)
                    .orElseGet(() -> plan(tx, couple.id(), place, now)))
        .compose(session -> putIn(tx, session, place, exercise))
        .compose(
            session ->
                couples
                    .reader(tx, therapist)
                    .map(reader -> new Session(forTherapist(session, reader, now))));
  }

  private static Future<PlannedSession> plan(Tx tx, CoupleId couple, Place place, Instant now) {
    var session = new SessionId(Ids.random());
    var room = new RoomId(Ids.timeOrdered(now.toEpochMilli()));
    return SessionStore.plan(tx, couple, session, room, now, place)
        .compose(_ -> SessionStore.one(tx, session))
        .map(Optional::orElseThrow);
  }

  /** Where they meet and what was put in may still change; nothing that was put in is lost. */
  private static Future<PlannedSession> putIn(
      Tx tx, PlannedSession session, Place place, @Nullable String exercise) {
    Future<Integer> moved =
        session.place() == place
            ? Future.succeededFuture(0)
            : SessionStore.move(tx, session.id(), place);
    return moved
        .compose(
            _ ->
                exercise == null || session.planned().contains(exercise)
                    ? Future.succeededFuture(0)
                    : SessionStore.putIn(tx, session, exercise))
        .compose(_ -> SessionStore.one(tx, session.id()))
        .map(Optional::orElseThrow);
  }

  private static SessionSummary summary(
      PlannedSession session,
      Instant now,
      List<SessionSummary.Named> exercises,
      @Nullable Boolean signed) {
    return new SessionSummary(
        session.id(),
        session.room(),
        session.number(),
        session.startsAt(),
        session.minutes(),
        session.stateAt(now),
        session.place(),
        exercises,
        signed);
  }
}
