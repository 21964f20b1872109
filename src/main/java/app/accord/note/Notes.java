package app.accord.note;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.Saved;
import app.accord.note.NoteStore.Kept;
import app.accord.room.Words;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's private notes on the own cases, sealed with the own key: whoever has the case's key
 * still reads none of them (R15).
 */
public final class Notes {
  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final Clock clock;

  public Notes(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.clock = clock;
  }

  /** One's own, from old to new. Empty: no such couple, or another therapist's. */
  public Future<Optional<List<Note>>> ofCouple(PersonId me, CoupleId couple) {
    return db.readAs(
            me,
            tx ->
                inCaseload(tx, me, couple)
                    .compose(
                        mine ->
                            mine
                                ? NoteStore.list(tx, me, couple).map(Optional::of)
                                : Future.succeededFuture(Optional.<List<Kept>>empty())))
        .compose(
            found ->
                found
                    .map(kept -> opened(me, kept).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /**
   * Keeps a note as it is typed.
   *
   * @param on the version that the words are written on; 0 for a note that is begun
   * @param room the session's room that it is written beside; kept with the first words
   */
  public Future<Saved> save(
      PersonId me, CoupleId couple, UUID note, String typed, int on, @Nullable RoomId room) {
    String text = Words.clean(typed);
    return seal.seal(Owner.person(me), me, place(note), text)
        .compose(words -> db.as(me, tx -> write(tx, me, couple, note, on, room, words)))
        .compose(written -> written.saved(seal, me, place(note), text));
  }

  /** False: no such note of one's own. */
  public Future<Boolean> tearOut(PersonId me, CoupleId couple, UUID note) {
    return db.as(me, tx -> NoteStore.tearOut(tx, me, couple, note)).map(rows -> rows == 1);
  }

  private Future<Written> write(
      Tx tx, PersonId me, CoupleId couple, UUID note, int on, @Nullable RoomId room, Sealed words) {
    return inCaseload(tx, me, couple)
        .compose(
            mine -> {
              if (!mine) {
                return Future.succeededFuture(0);
              }
              return on == 0
                  ? NoteStore.begin(tx, me, couple, note, room, words, clock.instant())
                  : NoteStore.change(tx, me, couple, note, on, words, clock.instant());
            })
        .compose(
            rows ->
                rows == 1
                    ? Future.succeededFuture(new Written.Now(on + 1))
                    : NoteStore.one(tx, me, couple, note).map(Written::instead));
  }

  private Future<Boolean> inCaseload(Tx tx, PersonId me, CoupleId couple) {
    Future<Optional<Couple>> found = couples.inCaseload(tx, me, couple);
    return found.map(Optional::isPresent);
  }

  private Future<List<Note>> opened(PersonId me, List<Kept> kept) {
    return Future.all(
            kept.stream()
                .map(
                    one ->
                        seal.open(me, place(one.id()), one.words())
                            .map(
                                text ->
                                    text.map(
                                        it ->
                                            new Note(
                                                one.id(),
                                                it,
                                                one.at(),
                                                one.version(),
                                                one.room()))))
                .toList())
        .map(all -> all.<Optional<Note>>list().stream().flatMap(Optional::stream).toList());
  }

  private static Place place(UUID note) {
    return Place.of("note", "sealed", note);
  }
}
