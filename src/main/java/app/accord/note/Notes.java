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
        .compose(came -> came.what(seal, me, note, text));
  }

  /** False: no such note of one's own. */
  public Future<Boolean> tearOut(PersonId me, CoupleId couple, UUID note) {
    return db.as(me, tx -> NoteStore.tearOut(tx, me, couple, note)).map(rows -> rows == 1);
  }

  /**
   * What came of a writing.
   *
   * @param written it is kept under the next version
   * @param there what lies there instead, if anything does
   */
  private record Came(boolean written, int next, Optional<Kept> there) {

    /** The same words, already there: an answer was lost, and they were sent again. */
    Future<Saved> what(Seal seal, PersonId me, UUID note, String text) {
      if (written) {
        return Future.succeededFuture(new Saved.Kept(next));
      }
      return there
          .map(
              kept ->
                  seal.open(me, place(note), kept.words())
                      .map(
                          words ->
                              words.filter(text::equals).isPresent()
                                  ? new Saved.Kept(kept.version())
                                  : (Saved) new Saved.Elsewhere()))
          .orElseGet(() -> Future.succeededFuture(new Saved.Nowhere()));
    }
  }

  private Future<Came> write(
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
                    ? Future.succeededFuture(new Came(true, on + 1, Optional.empty()))
                    : NoteStore.one(tx, me, couple, note).map(there -> new Came(false, 0, there)));
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
