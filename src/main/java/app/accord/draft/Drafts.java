package app.accord.draft;

import app.accord.db.Db;
import app.accord.draft.DraftStore.Kept;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what somebody is still writing, sealed with the own key, for nobody else. Of two devices
 * the later one wins; what was handed in is the journal's.
 */
public final class Drafts {
  private final Db db;
  private final Seal seal;
  private final Clock clock;

  public Drafts(Db db, Seal seal, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.clock = clock;
  }

  /** Empty: no seat of this person's there. */
  public Future<Optional<List<Draft>>> of(PersonId me, RoomId room) {
    return db.readAs(
            me,
            tx ->
                DraftStore.isSeated(tx, me, room)
                    .compose(
                        seated ->
                            seated
                                ? DraftStore.list(tx, me, room).map(Optional::of)
                                : Future.succeededFuture(Optional.<List<Kept>>empty())))
        .compose(
            kept ->
                kept.map(all -> opened(me, room, all).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** False: no seat of this person's there. */
  public Future<Boolean> put(PersonId me, RoomId room, String field, String text) {
    return seal.seal(Owner.person(me), me, place(me, room, field), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        DraftStore.isSeated(tx, me, room)
                            .compose(
                                seated ->
                                    seated
                                        ? DraftStore.put(
                                                tx, me, room, field, words, clock.instant())
                                            .map(true)
                                        : Future.succeededFuture(false))));
  }

  /** False: no seat of this person's there. A draft that is not there is gone already. */
  public Future<Boolean> delete(PersonId me, RoomId room, String field) {
    return db.as(
        me,
        tx ->
            DraftStore.isSeated(tx, me, room)
                .compose(
                    seated ->
                        seated
                            ? DraftStore.delete(tx, me, room, field).map(true)
                            : Future.succeededFuture(false)));
  }

  private Future<List<Draft>> opened(PersonId me, RoomId room, List<Kept> kept) {
    return Future.all(
            kept.stream()
                .map(
                    one ->
                        seal.open(me, place(me, room, one.field()), one.words())
                            .map(text -> text.map(it -> new Draft(one.field(), it, one.at()))))
                .toList())
        .map(all -> all.<Optional<Draft>>list().stream().flatMap(Optional::stream).toList());
  }

  /** Room, person and field, so that a draft copied to another row does not open there. */
  private static Place place(PersonId me, RoomId room, String field) {
    return Place.of("draft", "sealed", String.join("|", room.toString(), me.toString(), field));
  }
}
