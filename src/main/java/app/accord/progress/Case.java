package app.accord.progress;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A case as somebody who holds a seat in it knows it.
 *
 * @param members while not all have joined, without the other partner
 */
record Case(Couple couple, Reader reader, Seat you, List<Member> members) {

  /**
   * @param couple a therapist's case, or empty for the couple that a partner is in
   */
  static Future<Optional<Case>> of(Tx tx, Couples couples, PersonId me, Optional<CoupleId> couple) {
    return couple
        .map(id -> couples.inCaseload(tx, me, id))
        .orElseGet(() -> couples.ofPartner(tx, me))
        .compose(
            found ->
                found
                    .map(own -> read(tx, couples, me, own).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<Case> read(Tx tx, Couples couples, PersonId me, Couple couple) {
    var members = couples.members(tx, List.of(couple.id()));
    Future<Reader> reader = couples.reader(tx, me);
    Future<Seat> seat = couples.seat(tx, me, couple.id()).map(Optional::orElseThrow);
    return Future.all(members, reader, seat)
        .map(
            _ ->
                new Case(
                    couple,
                    reader.result(),
                    seat.result(),
                    known(
                        couple,
                        seat.result(),
                        members.result().getOrDefault(couple.id(), List.of()))));
  }

  /** The other's name would say that the other has joined. */
  private static List<Member> known(Couple couple, Seat you, List<Member> members) {
    return couple.state() == Couple.State.INVITED && you.isPartner()
        ? members.stream()
            .filter(member -> member.seat() == you || !member.seat().isPartner())
            .toList()
        : members;
  }
}
