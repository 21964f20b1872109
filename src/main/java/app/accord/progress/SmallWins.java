package app.accord.progress;

import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.progress.Progress.Win;
import app.accord.room.Words;
import app.accord.seal.Owner;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * What partners put on the shared page and take down again. A win is its author's to take down; a
 * line that both chose to keep is either's. Neither leaves a mark.
 */
public final class SmallWins {
  private static final Problem TAKEN = Problem.of("id-taken", 409, "This id is another win's");

  private final Db db;
  private final Seal seal;
  private final Couples couples;

  public SmallWins(Db db, Seal seal, Couples couples) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
  }

  /** What became of a win. */
  public sealed interface Added {
    record Kept(Win win) implements Added {}

    record Refused(Problem why) implements Added {}
  }

  /** Once for an id, however often it comes. */
  public Future<Added> add(PersonId me, UUID id, String typed) {
    String text = Words.clean(typed);
    return db.readAs(me, tx -> Case.of(tx, couples, me, Optional.empty()))
        .compose(
            found -> {
              if (found.isEmpty()) {
                return refused(Problem.NOT_FOUND);
              }
              return found.get().couple().takesWords()
                  ? keep(me, found.get().couple().id(), id, text)
                  : refused(Letters.CLOSED);
            });
  }

  private Future<Added> keep(PersonId me, CoupleId couple, UUID id, String text) {
    return seal.seal(Owner.couple(couple), me, SharedProgress.winPlace(id), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        ProgressStore.add(tx, me, couple, id, words)
                            .compose(_ -> ProgressStore.added(tx, me, couple, id))))
        .compose(
            kept ->
                kept.map(
                        one ->
                            SharedProgress.win(seal, me, one)
                                .<Added>map(win -> new Added.Kept(win.orElseThrow())))
                    .orElseGet(() -> refused(TAKEN)));
  }

  private static Future<Added> refused(Problem why) {
    return Future.succeededFuture(new Added.Refused(why));
  }

  /** False: no such win of one's own. Gone for everybody when this is done. */
  public Future<Boolean> takeDown(PersonId me, UUID win) {
    return db.as(me, tx -> ProgressStore.takeDown(tx, me, win)).map(rows -> rows == 1);
  }

  /** False: no such line of one's own couple. Gone for everybody when this is done. */
  public Future<Boolean> takeDown(PersonId me, RoomId room, UUID line) {
    return db.as(
        me,
        tx ->
            couples
                .ofPartner(tx, me)
                .compose(
                    couple ->
                        couple
                            .map(own -> ProgressStore.takeDown(tx, own.id(), room, line))
                            .orElseGet(() -> Future.succeededFuture(0)))
                .map(rows -> rows == 1));
  }
}
