package app.accord.progress;

import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.paper.Paper;
import app.accord.paper.PaperWords;
import app.accord.progress.Progress.Done;
import app.accord.progress.Progress.Letter;
import app.accord.progress.Progress.Line;
import app.accord.progress.Progress.Win;
import app.accord.progress.ProgressStore.DoneOne;
import app.accord.progress.ProgressStore.KeptLetter;
import app.accord.progress.ProgressStore.KeptLine;
import app.accord.progress.ProgressStore.KeptWin;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.session.Exercises;
import app.accord.session.JournalPages;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads what the couple and its therapist look at together. */
public final class SharedProgress {
  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final Exercises exercises;
  private final JournalPages pages;
  private final Clock clock;

  public SharedProgress(
      Db db, Seal seal, Couples couples, Exercises exercises, JournalPages pages, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.exercises = exercises;
    this.pages = pages;
    this.clock = clock;
  }

  /** The page, whose case it is of, for the audit, and the reader's language. */
  public record Read(CoupleId couple, Progress progress, String language) {

    /** As it is taken along. */
    Paper paper() {
      return new ProgressPaper(progress, new PaperWords(language)).paper();
    }
  }

  private record Gathered(
      Case of,
      List<KeptLetter> letters,
      List<KeptWin> wins,
      List<KeptLine> lines,
      List<DoneOne> done,
      List<LocalDate> sessions) {}

  /**
   * @param couple a therapist's case, or empty for the couple that a partner is in
   * @return empty: no such case of this person's
   */
  public Future<Optional<Read>> read(PersonId me, Optional<CoupleId> couple) {
    return caughtUp(me, couple)
        .compose(_ -> db.readAs(me, tx -> find(tx, me, couple)))
        .compose(
            found ->
                found
                    .map(it -> opened(me, it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** A partner finds what the therapist's pages have copied so far. */
  private Future<Void> caughtUp(PersonId me, Optional<CoupleId> couple) {
    return couple.map(id -> pages.catchUp(me, List.of(id))).orElseGet(Future::succeededFuture);
  }

  private Future<Optional<Gathered>> find(Tx tx, PersonId me, Optional<CoupleId> couple) {
    return Case.of(tx, couples, me, couple)
        .compose(
            found ->
                found
                    .map(it -> gather(tx, it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<Gathered> gather(Tx tx, Case of) {
    CoupleId couple = of.couple().id();
    Future<List<KeptLetter>> letters = ProgressStore.letters(tx, couple);
    Future<List<KeptWin>> wins = ProgressStore.wins(tx, couple);
    Future<List<KeptLine>> lines = ProgressStore.lines(tx, couple);
    Future<List<DoneOne>> done = ProgressStore.done(tx, couple, of.couple().zone());
    Future<List<LocalDate>> sessions = ProgressStore.sessions(tx, couple, of.couple().zone());
    return Future.all(letters, wins, lines, done, sessions)
        .map(
            _ ->
                new Gathered(
                    of,
                    letters.result(),
                    wins.result(),
                    lines.result(),
                    done.result(),
                    sessions.result()));
  }

  private Future<Read> opened(PersonId me, Gathered found) {
    Future<List<Letter>> letters = all(found.letters(), kept -> letter(seal, me, kept));
    Future<List<Win>> wins = all(found.wins(), kept -> win(seal, me, kept));
    Future<List<Line>> lines = all(found.lines(), kept -> line(me, kept));
    return Future.all(letters, wins, lines)
        .map(
            _ ->
                new Read(
                    found.of().couple().id(),
                    new Progress(
                        clock.instant(),
                        found.of().couple().zone().getId(),
                        found.of().you(),
                        found.of().members(),
                        found.of().couple().takesWords(),
                        letters.result(),
                        wins.result(),
                        lines.result(),
                        done(found),
                        found.sessions()),
                    found.of().reader().language()));
  }

  private List<Done> done(Gathered found) {
    String language = found.of().reader().language();
    return found.done().stream()
        .flatMap(
            one ->
                exercises.title(found.of().reader().id(), one.exercise(), language).stream()
                    .map(title -> new Done(title, one.on(), one.inSession())))
        .toList();
  }

  /** Those whose words are still there. */
  private static <K, T> Future<List<T>> all(List<K> kept, Function<K, Future<Optional<T>>> opened) {
    return Future.all(kept.stream().map(opened).toList())
        .map(all -> all.<Optional<T>>list().stream().flatMap(Optional::stream).toList());
  }

  static Future<Optional<Letter>> letter(Seal seal, PersonId me, KeptLetter kept) {
    return seal.open(me, letterPlace(kept.id()), kept.words())
        .map(text -> text.map(it -> new Letter(kept.id(), kept.at(), it)));
  }

  static Future<Optional<Win>> win(Seal seal, PersonId me, KeptWin kept) {
    return seal.open(me, winPlace(kept.id()), kept.words())
        .map(
            text ->
                text.map(
                    it -> new Win(kept.id(), kept.by(), kept.at(), it, kept.author().equals(me))));
  }

  private Future<Optional<Line>> line(PersonId me, KeptLine kept) {
    return seal.open(me, Place.of("line_kept", "text", kept.textId()), kept.words())
        .map(text -> text.map(it -> new Line(kept.room(), kept.id(), kept.on(), it)));
  }

  static Place letterPlace(UUID letter) {
    return Place.of("letter", "sealed", letter);
  }

  static Place winPlace(UUID win) {
    return Place.of("win", "sealed", win);
  }
}
