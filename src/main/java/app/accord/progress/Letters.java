package app.accord.progress;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.Saved;
import app.accord.progress.Progress.Letter;
import app.accord.progress.Progress.LetterDraft;
import app.accord.room.Seat;
import app.accord.room.Words;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters from the therapist who leads a case to the couple. A draft is its author's alone; sent, a
 * letter is all of theirs and does not change.
 */
public final class Letters {
  static final Problem CLOSED =
      Problem.of("case-closed", 409, "Nothing new can be written to this couple");
  private static final Problem TAKEN = Problem.of("id-taken", 409, "This id is another letter's");

  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final Clock clock;

  public Letters(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.clock = clock;
  }

  /** What became of a letter. */
  public sealed interface Sent {
    record Kept(Letter letter) implements Sent {}

    record Refused(Problem why) implements Sent {}
  }

  /** Empty: no such couple of one's own to write to. */
  public Future<Optional<LetterDraft>> draft(PersonId me, CoupleId couple) {
    return db.readAs(
            me,
            tx ->
                leads(tx, me, couple)
                    .compose(
                        own ->
                            own.isPresent()
                                ? ProgressStore.draft(tx, me, couple).map(Optional::of)
                                : Future.succeededFuture(
                                    Optional.<Optional<Written.Before>>empty())))
        .compose(
            found ->
                found
                    .map(kept -> opened(me, couple, kept).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<LetterDraft> opened(PersonId me, CoupleId couple, Optional<Written.Before> kept) {
    return kept.map(
            there ->
                seal.open(me, draftPlace(me, couple), there.words())
                    .map(text -> new LetterDraft(text.orElse(""), there.version())))
        .orElseGet(() -> Future.succeededFuture(LetterDraft.NONE));
  }

  /**
   * Keeps a draft as it is typed.
   *
   * @param on the version that the words are written on; 0 for one that is begun
   */
  public Future<Saved> save(PersonId me, CoupleId couple, String typed, int on) {
    String text = Words.clean(typed);
    return seal.seal(Owner.person(me), me, draftPlace(me, couple), text)
        .compose(words -> db.as(me, tx -> write(tx, me, couple, on, words)))
        .compose(written -> written.saved(seal, me, draftPlace(me, couple), text));
  }

  private Future<Written> write(Tx tx, PersonId me, CoupleId couple, int on, Sealed words) {
    return leads(tx, me, couple)
        .compose(
            own -> {
              if (own.isEmpty()) {
                return Future.succeededFuture(0);
              }
              return on == 0
                  ? ProgressStore.begin(tx, me, couple, words, clock.instant())
                  : ProgressStore.change(tx, me, couple, on, words, clock.instant());
            })
        .compose(
            rows ->
                rows == 1
                    ? Future.succeededFuture(new Written.Now(on + 1))
                    : ProgressStore.draft(tx, me, couple).map(Written::instead));
  }

  /** Once for an id, however often it comes; the draft goes with it. */
  public Future<Sent> send(PersonId me, CoupleId couple, UUID id, String typed) {
    return db.readAs(me, tx -> leads(tx, me, couple))
        .compose(
            found -> {
              if (found.isEmpty()) {
                return refused(Problem.NOT_FOUND);
              }
              return found.get().takesWords()
                  ? keep(me, couple, id, Words.clean(typed))
                  : refused(CLOSED);
            });
  }

  private Future<Sent> keep(PersonId me, CoupleId couple, UUID id, String text) {
    return seal.seal(Owner.couple(couple), me, SharedProgress.letterPlace(id), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        ProgressStore.send(tx, me, couple, id, words)
                            .compose(
                                rows ->
                                    rows == 1
                                        ? ProgressStore.dropDraft(tx, me, couple)
                                        : Future.succeededFuture())
                            .compose(_ -> ProgressStore.sent(tx, me, couple, id))))
        .compose(
            kept ->
                kept.map(
                        one ->
                            SharedProgress.letter(seal, me, one)
                                .<Sent>map(letter -> new Sent.Kept(letter.orElseThrow())))
                    .orElseGet(() -> refused(TAKEN)));
  }

  private static Future<Sent> refused(Problem why) {
    return Future.succeededFuture(new Sent.Refused(why));
  }

  /** A co-therapist reads letters and writes none. */
  private Future<Optional<Couple>> leads(Tx tx, PersonId me, CoupleId couple) {
    return couples
        .inCaseload(tx, me, couple)
        .compose(
            own ->
                couples
                    .seat(tx, me, couple)
                    .map(seat -> seat.filter(Seat.THERAPIST::equals).flatMap(_ -> own)));
  }

  private static Place draftPlace(PersonId me, CoupleId couple) {
    return Place.of("letter_draft", "sealed", couple + "|" + me);
  }
}
