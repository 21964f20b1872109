package app.accord.practice;

import app.accord.checkin.Checkins;
import app.accord.checkin.MyCheckin.Waiting;
import app.accord.checkin.SessionScales;
import app.accord.couple.Agreement;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.session.PlannedSession;
import app.accord.session.Sessions;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a partner finds. */
public final class PartnerPages {
  private final Db db;
  private final Couples couples;
  private final Sessions sessions;
  private final Checkins checkins;
  private final SessionScales scales;
  private final Clock clock;

  public PartnerPages(
      Db db,
      Couples couples,
      Sessions sessions,
      Checkins checkins,
      SessionScales scales,
      Clock clock) {
    this.db = db;
    this.couples = couples;
    this.sessions = sessions;
    this.checkins = checkins;
    this.scales = scales;
    this.clock = clock;
  }

  /** Empty for whoever is a partner of no couple now. */
  public Future<Optional<Home>> home(PersonId me) {
    return db.readAs(me, tx -> gather(tx, me))
        .compose(
            found ->
                found
                    .map(it -> it.agreements().open(me).map(words -> Optional.of(it.opened(words))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** A home whose agreements are still sealed. */
  private record Gathered(
      Instant now,
      Reader reader,
      Couple couple,
      Seat you,
      List<Member> members,
      boolean planned,
      Optional<PlannedSession> next,
      Couples.Sealed agreements,
      Optional<Waiting> checkin,
      Optional<RoomId> afterSession,
      Sessions shown) {

    Home opened(List<Agreement> words) {
      return new Home(
          now,
          reader.zone().getId(),
          reader.shortName(),
          you,
          therapist(),
          known(),
          couple.state() != Couple.State.INVITED && planned,
          next.map(session -> shown.forPartner(session, now)).orElse(null),
          next.map(PlannedSession::doorsOpenAt).orElse(null),
          words,
          checkin.orElse(null),
          afterSession.orElse(null));
    }

    private String therapist() {
      return members.stream()
          .filter(member -> member.seat() == Seat.THERAPIST)
          .map(Member::name)
          .findFirst()
          .orElse("");
    }

    /** The other's name would say that the other has joined. */
    private List<Member> known() {
      return couple.state() == Couple.State.INVITED
          ? members.stream()
              .filter(member -> member.seat() == you || !member.seat().isPartner())
              .toList()
          : members;
    }
  }

  private Future<Optional<Gathered>> gather(Tx tx, PersonId me) {
    return couples
        .ofPartner(tx, me)
        .compose(
            found ->
                found
                    .map(own -> gather(tx, me, own).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Gathered> gather(Tx tx, PersonId me, Couple couple) {
    Instant now = clock.instant();
    Future<Reader> reader = couples.reader(tx, me);
    Future<Seat> seat = couples.seat(tx, me, couple.id()).map(Optional::orElseThrow);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(couple.id()));
    Future<List<PlannedSession>> all = sessions.all(tx, couple.id());
    Future<Couples.Sealed> agreements =
        couples.agreements(tx, couple.id(), now.atZone(couple.zone()).toLocalDate());
    Future<Optional<Waiting>> checkin = checkins.waiting(tx, me, couple, now);
    Future<Optional<RoomId>> afterSession = scales.waiting(tx, me, couple, now);
    return Future.all(List.of(reader, seat, members, all, agreements, checkin, afterSession))
        .compose(_ -> next(tx, couple, seat.result(), all.result(), now))
        .map(
            next ->
                new Gathered(
                    now,
                    reader.result(),
                    couple,
                    seat.result(),
                    members.result().getOrDefault(couple.id(), List.of()),
                    !all.result().isEmpty(),
                    next,
                    agreements.result(),
                    checkin.result(),
                    afterSession.result(),
                    sessions));
  }

  /** While the case rests nobody is asked to come. */
  private Future<Optional<PlannedSession>> next(
      Tx tx, Couple couple, Seat seat, List<PlannedSession> all, Instant now) {
    return couple.state() == Couple.State.ACTIVE
        ? sessions.nextOfPartner(tx, seat, all, now)
        : Future.succeededFuture(Optional.empty());
  }
}
