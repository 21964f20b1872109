package app.accord.message;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.message.Circle.Sitter;
import app.accord.room.Seat;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Finds the people whom somebody may write to. */
final class Circles {
  private final Couples couples;

  Circles(Couples couples) {
    this.couples = couples;
  }

  /**
   * @param couple a therapist's case; empty: the couple that this partner is in
   */
  Future<Optional<Circle>> of(Tx tx, PersonId me, Optional<CoupleId> couple) {
    return couple
        .map(id -> couples.inCaseload(tx, me, id))
        .orElseGet(() -> couples.ofPartner(tx, me))
        .compose(
            found ->
                found
                    .map(own -> circle(tx, me, own).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Circle> circle(Tx tx, PersonId me, Couple couple) {
    Future<Seat> seat = couples.seat(tx, me, couple.id()).map(Optional::orElseThrow);
    Future<List<Sitter>> sitting = MessageStore.sitting(tx, couple.id());
    return Future.all(seat, sitting)
        .map(_ -> new Circle(me, seat.result(), couple, sitting.result()));
  }
}
