package app.accord.session;

import app.accord.db.Db;
import app.accord.db.Trouble;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.LineOffered;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.session.JournalFacts.Happened;
import app.accord.session.JournalFacts.Kept;
import app.accord.session.JournalFacts.Made;
import app.accord.session.PageStore.Followed;
import app.accord.session.PageStore.Said;
import app.accord.session.PageStore.Titled;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What pages copy from journals: how far a session is, what was done in it, what was agreed. It is
 * written as the case's therapist, from what that therapist may read. The whole is made anew each
 * time and only ever moves forward, so following a journal live and making up for it later are the
 * same act.
 */
public final class JournalPages {
  /** A closing can still be taken back; older sessions that are closed stay so. */
  private static final Duration MAY_CHANGE = Duration.ofDays(2);

  private static final Logger LOG = LoggerFactory.getLogger(JournalPages.class);

  private final Db db;
  private final Journal journal;
  private final Seal seal;
  private final Library library;
  private final Clock clock;

  public JournalPages(Db db, Journal journal, Seal seal, Library library, Clock clock) {
    this.db = db;
    this.journal = journal;
    this.seal = seal;
    this.library = library;
    this.clock = clock;
  }

  /** Copies what a room's journal says now. Many may do so at once. */
  public Future<Void> follow(PersonId therapist, RoomId room) {
    return db.readAs(therapist, tx -> read(tx, room))
        .compose(
            found ->
                found
                    .filter(Unfollowed::isNews)
                    .map(news -> copy(therapist, room, news))
                    .orElseGet(Future::succeededFuture));
  }

  /** Makes up for a server that died between a commit and its followers. */
  public Future<Void> catchUp(PersonId therapist, Collection<CoupleId> couples) {
    return db.readAs(
            therapist, tx -> PageStore.behind(tx, couples, clock.instant().minus(MAY_CHANGE)))
        .compose(rooms -> Future.join(rooms.stream().map(room -> follow(therapist, room)).toList()))
        .mapEmpty();
  }

  private record Unfollowed(Followed known, JournalFacts facts) {
    boolean isNews() {
      return facts.upTo() > known.upTo();
    }
  }

  private static Future<Optional<Unfollowed>> read(Tx tx, RoomId room) {
    Future<Optional<Followed>> known = PageStore.followed(tx, room);
    Future<List<Happened>> events = PageStore.events(tx, room);
    return Future.all(known, events)
        .map(
            _ ->
                known
                    .result()
                    .map(it -> new Unfollowed(it, JournalFacts.of(events.result(), it.zone()))));
  }

  /** The exercises and the words first: once the row says "followed", nobody looks again. */
  private Future<Void> copy(PersonId therapist, RoomId room, Unfollowed news) {
    return keepExercises(therapist, news)
        .compose(_ -> words(therapist, room, news))
        .compose(words -> write(therapist, room, news, words));
  }

  private Future<Void> keepExercises(PersonId therapist, Unfollowed news) {
    return Future.all(
            news.facts().started().values().stream()
                .map(RoomEvent.ExerciseStarted::digest)
                .distinct()
                .map(digest -> keepExercise(therapist, digest))
                .toList())
        .mapEmpty();
  }

  /**
   * It was kept before it was started. One that this server does not have cannot be kept by it, and
   * must not hold up the page; a database that is away is tried again.
   */
  private Future<Void> keepExercise(PersonId therapist, String digest) {
    return library
        .keep(therapist, digest)
        .recover(
            failure -> {
              if (failure instanceof Trouble) {
                return Future.failedFuture(failure);
              }
              LOG.warn("exercise not kept digest={} why={}", digest, failure.getMessage());
              return Future.succeededFuture();
            });
  }

  /** What is new in a journal and has words, sealed for its page. */
  private record NewWords(List<Titled> agreements, List<Said> lines) {
    static final NewWords NONE = new NewWords(List.of(), List.of());
  }

  private Future<NewWords> words(PersonId therapist, RoomId room, Unfollowed news) {
    long known = news.known().upTo();
    var made =
        news.facts().made().entrySet().stream()
            .filter(one -> one.getValue().seq() > known)
            .toList();
    var kept = news.facts().kept().values().stream().filter(one -> one.seq() > known).toList();
    return made.isEmpty() && kept.isEmpty()
        ? Future.succeededFuture(NewWords.NONE)
        : journal
            .read(room, therapist, Seat.THERAPIST, 0)
            .map(stream -> stream.stream().map(Journal.Numbered::event).toList())
            .compose(stream -> words(therapist, news.known().couple(), made, kept, stream));
  }

  private Future<NewWords> words(
      PersonId therapist,
      CoupleId couple,
      List<Map.Entry<Integer, Made>> made,
      List<Kept> kept,
      List<RoomEvent> stream) {
    Future<List<Titled>> agreements =
        Future.all(
                made.stream()
                    .map(one -> titled(therapist, couple, one.getKey(), one.getValue(), stream))
                    .toList())
            .map(all -> all.<Titled>list());
    Future<List<Said>> lines =
        Future.all(
                kept.stream()
                    .flatMap(one -> text(stream, one).map(it -> said(therapist, couple, one, it)))
                    .toList())
            .map(all -> all.<Said>list());
    return Future.all(agreements, lines)
        .map(_ -> new NewWords(agreements.result(), lines.result()));
  }

  private Future<Titled> titled(
      PersonId therapist, CoupleId couple, int run, Made made, List<RoomEvent> stream) {
    UUID id = UUID.randomUUID();
    String title = AgreementTitle.of(stream, made.agreement());
    return seal.seal(
            Owner.couple(couple), therapist, Place.of("agreement_made", "title", id), title)
        .map(closed -> new Titled(run, made, id, closed));
  }

  private Future<Said> said(PersonId therapist, CoupleId couple, Kept kept, String text) {
    UUID id = UUID.randomUUID();
    return seal.seal(Owner.couple(couple), therapist, Place.of("line_kept", "text", id), text)
        .map(closed -> new Said(kept, id, closed));
  }

  /** The words of a line that was kept; none when they are gone. */
  private static Stream<String> text(List<RoomEvent> stream, Kept kept) {
    return stream.stream()
        .flatMap(
            event ->
                event instanceof LineOffered(_, var line, var text)
                        && line.equals(kept.line().line())
                        && !text.isBlank()
                    ? Stream.of(text)
                    : Stream.<String>empty())
        .limit(1);
  }

  private Future<Void> write(PersonId therapist, RoomId room, Unfollowed news, NewWords words) {
    CoupleId couple = news.known().couple();
    return db.as(
            therapist,
            tx ->
                PageStore.advance(tx, room, news.facts())
                    .compose(
                        ours -> {
                          var rows = new ArrayList<Future<Integer>>();
                          if (ours) {
                            news.facts()
                                .done()
                                .forEach(
                                    (run, done) ->
                                        rows.add(PageStore.done(tx, room, couple, run, done)));
                            words
                                .agreements()
                                .forEach(made -> rows.add(PageStore.made(tx, room, couple, made)));
                            words
                                .lines()
                                .forEach(said -> rows.add(PageStore.kept(tx, room, couple, said)));
                          }
                          return Future.all(rows);
                        }))
        .mapEmpty();
  }
}
