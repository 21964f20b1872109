package app.accord.diary;

import app.accord.couple.Couples;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.diary.DiaryStore.Kept;
import app.accord.diary.DiaryStore.Shared;
import app.accord.diary.DiaryStore.Therapist;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.Saved;
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

/**
 * What people write for themselves. A page is sealed with its author's own key; sharing it makes a
 * copy under a key that the therapist has too, so the page itself never becomes readable to anybody
 * else, and taking back is taking the copy away.
 */
public final class Diaries {
  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final Clock clock;

  public Diaries(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.clock = clock;
  }

  private record Gathered(Reader reader, Optional<Therapist> therapist, List<Kept> pages) {}

  /** Empty for whoever never was a partner. */
  public Future<Optional<Diary>> of(PersonId me) {
    return db.readAs(
            me,
            tx ->
                DiaryStore.keepsOne(tx, me)
                    .compose(
                        keeps ->
                            keeps
                                ? gather(tx, me).map(Optional::of)
                                : Future.succeededFuture(Optional.<Gathered>empty())))
        .compose(
            found ->
                found
                    .map(it -> opened(me, it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /**
   * Keeps a page as it is typed. A copy that was shared stays as it was.
   *
   * @param on the version that the words are written on; 0 for a page that is begun
   */
  public Future<Saved> save(PersonId me, UUID page, String typed, int on) {
    String text = Words.clean(typed);
    return seal.seal(Owner.person(me), me, place(page), text)
        .compose(words -> db.as(me, tx -> write(tx, me, page, on, words)))
        .compose(written -> written.saved(seal, me, place(page), text));
  }

  /** False: no such page of one's own. */
  public Future<Boolean> tearOut(PersonId me, UUID page) {
    return db.as(me, tx -> DiaryStore.tearOut(tx, me, page)).map(rows -> rows == 1);
  }

  /**
   * Lets the therapist read a page as it stands. Empty: it is shared; else why it is not.
   *
   * @param version the one that its author has before them
   */
  public Future<Optional<Problem>> share(PersonId me, UUID page, int version) {
    Future<Optional<Kept>> own = db.readAs(me, tx -> DiaryStore.one(tx, me, page));
    Future<Optional<Therapist>> with = db.readAs(me, tx -> DiaryStore.therapist(tx, me));
    return Future.all(own, with)
        .compose(
            _ -> {
              if (own.result().isEmpty()) {
                return no(Problem.NOT_FOUND);
              }
              if (with.result().isEmpty()) {
                return no(Problem.of("not-shared", 409, "Pages are not shared here"));
              }
              Kept kept = own.result().get();
              return kept.version() == version
                  ? copy(me, kept, with.result().get())
                  : no(Problem.CHANGED_ELSEWHERE);
            });
  }

  /** False: no such page of one's own. Gone for the therapist when this is done. */
  public Future<Boolean> takeBack(PersonId me, UUID page) {
    return db.as(
        me,
        tx ->
            DiaryStore.takeBack(tx, me, page)
                .compose(_ -> DiaryStore.one(tx, me, page))
                .map(Optional::isPresent));
  }

  /** What partners of this case let the therapist read. Empty: no such couple of theirs. */
  public Future<Optional<List<SharedPage>>> sharedWith(PersonId therapist, CoupleId couple) {
    return db.readAs(
            therapist,
            tx ->
                couples
                    .inCaseload(tx, therapist, couple)
                    .compose(
                        found ->
                            found.isPresent()
                                ? DiaryStore.sharedWith(tx, therapist, couple).map(Optional::of)
                                : Future.succeededFuture(Optional.<List<Shared>>empty())))
        .compose(
            found ->
                found
                    .map(pages -> read(therapist, pages).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<Optional<Problem>> no(Problem why) {
    return Future.succeededFuture(Optional.of(why));
  }

  private Future<Gathered> gather(Tx tx, PersonId me) {
    Future<Reader> reader = couples.reader(tx, me);
    Future<Optional<Therapist>> therapist = DiaryStore.therapist(tx, me);
    Future<List<Kept>> pages = DiaryStore.list(tx, me);
    return Future.all(reader, therapist, pages)
        .map(_ -> new Gathered(reader.result(), therapist.result(), pages.result()));
  }

  private Future<Written> write(Tx tx, PersonId me, UUID page, int on, Sealed words) {
    return DiaryStore.keepsOne(tx, me)
        .compose(
            keeps -> {
              if (!keeps) {
                return Future.succeededFuture(0);
              }
              return on == 0
                  ? DiaryStore.begin(tx, me, page, words, clock.instant())
                  : DiaryStore.change(tx, me, page, on, words, clock.instant());
            })
        .compose(
            rows ->
                rows == 1
                    ? Future.succeededFuture(new Written.Now(on + 1))
                    : DiaryStore.there(tx, me, page).map(Written::instead));
  }

  private Future<Optional<Problem>> copy(PersonId me, Kept page, Therapist with) {
    return seal.open(me, place(page.id()), page.words())
        .compose(
            text ->
                text.isEmpty()
                    ? no(Problem.NOT_FOUND)
                    : seal.seal(Owner.told(me), me, copyPlace(page.id()), text.get())
                        .compose(
                            words ->
                                db.as(
                                    me,
                                    tx ->
                                        DiaryStore.share(
                                            tx, me, page, with, words, clock.instant())))
                        .map(Optional.empty()));
  }

  private Future<Diary> opened(PersonId me, Gathered found) {
    return Future.all(
            found.pages().stream()
                .map(
                    kept ->
                        seal.open(me, place(kept.id()), kept.words())
                            .map(
                                text ->
                                    text.map(
                                        it ->
                                            new Page(
                                                kept.id(),
                                                it,
                                                kept.at(),
                                                kept.version(),
                                                kept.sharedAt()))))
                .toList())
        .map(
            all ->
                new Diary(
                    clock.instant(),
                    found.reader().zone().getId(),
                    found.therapist().map(Therapist::name).orElse(null),
                    all.<Optional<Page>>list().stream().flatMap(Optional::stream).toList()));
  }

  private Future<List<SharedPage>> read(PersonId therapist, List<Shared> pages) {
    return Future.all(
            pages.stream()
                .map(
                    page ->
                        seal.open(therapist, copyPlace(page.id()), page.words())
                            .map(
                                text ->
                                    text.map(
                                        it ->
                                            new SharedPage(
                                                page.id(),
                                                page.by(),
                                                it,
                                                page.at(),
                                                page.sharedAt()))))
                .toList())
        .map(all -> all.<Optional<SharedPage>>list().stream().flatMap(Optional::stream).toList());
  }

  private static Place place(UUID page) {
    return Place.of("diary_page", "sealed", page);
  }

  private static Place copyPlace(UUID page) {
    return Place.of("diary_share", "sealed", page);
  }
}
