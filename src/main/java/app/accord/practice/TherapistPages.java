package app.accord.practice;

import app.accord.checkin.Look;
import app.accord.checkin.WorthALook;
import app.accord.couple.Agreement;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.DoneTogether;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.session.Exercises;
import app.accord.session.JournalPages;
import app.accord.session.PlannedSession;
import app.accord.session.Sessions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a therapist finds: the day, a couple's workspace, the library. */
public final class TherapistPages {
  private static final int RECENT = 3;

  private final Db db;
  private final Couples couples;
  private final Sessions sessions;
  private final Exercises exercises;
  private final JournalPages pages;
  private final WorthALook looks;
  private final Clock clock;

  public TherapistPages(
      Db db,
      Couples couples,
      Sessions sessions,
      Exercises exercises,
      JournalPages pages,
      WorthALook looks,
      Clock clock) {
    this.db = db;
    this.couples = couples;
    this.sessions = sessions;
    this.exercises = exercises;
    this.pages = pages;
    this.looks = looks;
    this.clock = clock;
  }

  /** Empty for whoever is no therapist of any practice now. */
  public Future<Optional<Today>> today(PersonId me) {
    return db.readAs(me, tx -> caseload(tx, me))
        .compose(
            own ->
                own.map(
                        couples ->
                            pages
                                .catchUp(me, couples.stream().map(Couple::id).toList())
                                .compose(_ -> looks.now(me, couples))
                                .compose(
                                    found -> db.readAs(me, tx -> today(tx, me, couples, found)))
                                .map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Empty: no such couple, or another therapist's. */
  public Future<Optional<Workspace>> workspace(PersonId me, CoupleId couple) {
    return pages
        .catchUp(me, List.of(couple))
        .compose(_ -> db.readAs(me, tx -> gather(tx, me, couple)))
        .compose(
            found ->
                found
                    .map(it -> it.agreements().open(me).map(words -> Optional.of(it.opened(words))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Empty for whoever is no therapist of any practice now. */
  public Future<Optional<List<ObjectNode>>> library(PersonId me) {
    return db.readAs(
        me,
        tx ->
            PracticeStore.isTherapist(tx, me)
                .compose(
                    therapist ->
                        therapist
                            ? exercises
                                .visit(tx, me)
                                .compose(_ -> couples.reader(tx, me))
                                .map(reader -> Optional.of(exercises.all(me, reader.language())))
                            : Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<List<Couple>>> caseload(Tx tx, PersonId me) {
    return PracticeStore.isTherapist(tx, me)
        .compose(
            therapist ->
                therapist
                    ? couples.caseload(tx, me).map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Today> today(
      Tx tx, PersonId me, List<Couple> own, Map<CoupleId, List<Look>> found) {
    return exercises
        .visit(tx, me)
        .compose(_ -> couples.reader(tx, me))
        .compose(reader -> Caseload.read(tx, couples, sessions, reader, own, clock.instant()))
        .map(caseload -> caseload.today(found));
  }

  /** A workspace whose agreements are still sealed. */
  private record Gathered(
      Couple couple,
      Caseload caseload,
      List<PlannedSession> sessions,
      Couples.Sealed agreements,
      List<Workspace.Done> done,
      Optional<CameIn> cameIn) {

    Workspace opened(List<Agreement> words) {
      return new Workspace(
          caseload.line(couple),
          couple.secrets().wire(),
          couple.ceiling(),
          couple.zone().getId(),
          sessions.stream()
              .filter(PlannedSession::isClosed)
              .limit(RECENT)
              .map(caseload::shown)
              .toList(),
          words,
          done,
          cameIn.orElse(null));
    }
  }

  private Future<Optional<Gathered>> gather(Tx tx, PersonId me, CoupleId couple) {
    return couples
        .inCaseload(tx, me, couple)
        .compose(
            found ->
                found
                    .map(own -> gather(tx, me, own).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Gathered> gather(Tx tx, PersonId me, Couple couple) {
    Instant now = clock.instant();
    return exercises
        .visit(tx, me)
        .compose(_ -> couples.reader(tx, me))
        .compose(
            reader -> {
              Future<Caseload> line =
                  Caseload.read(tx, couples, sessions, reader, List.of(couple), now);
              Future<List<PlannedSession>> all = sessions.all(tx, couple.id());
              Future<Couples.Sealed> agreements =
                  couples.agreements(tx, couple.id(), now.atZone(couple.zone()).toLocalDate());
              Future<List<DoneTogether>> done = couples.done(tx, couple.id());
              return Future.all(line, all, agreements, done)
                  .compose(_ -> cameIn(tx, me, couple, all.result()))
                  .map(
                      cameIn ->
                          new Gathered(
                              couple,
                              line.result(),
                              all.result(),
                              agreements.result(),
                              done(done.result(), reader),
                              cameIn));
            });
  }

  /** From the last session that is over; empty before the first. */
  private static Future<Optional<CameIn>> cameIn(
      Tx tx, PersonId me, Couple couple, List<PlannedSession> newestFirst) {
    return newestFirst.stream()
        .filter(PlannedSession::isClosed)
        .findFirst()
        .map(last -> CameInStore.since(tx, me, couple.id(), last).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private List<Workspace.Done> done(List<DoneTogether> all, Reader reader) {
    return all.stream()
        .flatMap(
            one ->
                exercises.title(reader.id(), one.exercise(), reader.language()).stream()
                    .map(title -> new Workspace.Done(title, one.on())))
        .toList();
  }
}
