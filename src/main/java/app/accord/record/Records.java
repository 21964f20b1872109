package app.accord.record;

import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.kernel.Saved;
import app.accord.kernel.SessionId;
import app.accord.library.Library;
import app.accord.paper.Paper;
import app.accord.paper.PaperWords;
import app.accord.record.FactsOfJournal.Happened;
import app.accord.record.RecordStore.Added;
import app.accord.record.RecordStore.Over;
import app.accord.record.RecordStore.Signature;
import app.accord.record.SessionRecord.Addition;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.Seat;
import app.accord.room.Words;
import app.accord.room.live.Journal;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import app.accord.seal.Written;
import app.accord.session.JournalPages;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of sessions that are over. Facts are read from the journal each time, until they are
 * signed: from then on it is the signed bytes that are read. Words are sealed with the case's key,
 * which no partner has.
 */
public final class Records {
  /** So long an end can be taken back (decisions.md 37), and with it what the record would say. */
  private static final Duration END_IS_CERTAIN = Duration.ofSeconds(60);

  private static final Problem END_MAY_BE_TAKEN_BACK =
      Problem.of("end-may-be-taken-back", 409, "The end of the session can still be taken back");
  private static final Problem SIGNED =
      Problem.of("already-signed", 409, "This record is signed and cannot be changed");
  private static final Problem NOT_SIGNED =
      Problem.of("not-signed", 409, "This record is not signed yet");
  private static final Problem TAKEN = Problem.of("id-taken", 409, "This id is another addition's");

  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final Journal journal;
  private final Library library;
  private final JournalPages pages;
  private final Clock clock;

  public Records(
      Db db,
      Seal seal,
      Couples couples,
      Journal journal,
      Library library,
      JournalPages pages,
      Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.journal = journal;
    this.library = library;
    this.pages = pages;
    this.clock = clock;
  }

  /** A record, and which room's it is, for the audit. */
  public record Read(RoomId room, SessionRecord record) {}

  /**
   * Empty: no such session of this person's cases, or it is not over. Before it is signed it is
   * there for the one who leads the case only.
   */
  public Future<Optional<Read>> read(PersonId me, CoupleId couple, SessionId session) {
    return gather(me, couple, session)
        .compose(
            found ->
                found
                    .filter(it -> it.leads() || it.isKept())
                    .map(
                        it ->
                            record(me, it)
                                .map(record -> Optional.of(new Read(it.over().room(), record))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** The same, set for paper in the reader's language. */
  public Future<Optional<OnPaper>> onPaper(PersonId me, CoupleId couple, SessionId session) {
    return read(me, couple, session)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<OnPaper>empty())
                    : db.readAs(me, tx -> couples.reader(tx, me))
                        .map(reader -> onPaper(found.get(), reader))
                        .map(Optional::of));
  }

  /** A record as it is taken along, and which room's it is, for the audit. */
  public record OnPaper(RoomId room, Paper paper) {}

  private static OnPaper onPaper(Read read, Reader reader) {
    var words = new PaperWords(reader.language());
    return new OnPaper(read.room(), new RecordPaper(read.record(), words).paper());
  }

  /**
   * Keeps the therapist's words as they are typed, until the record is signed.
   *
   * @param on the version that the words are written on; 0 for the first
   */
  public Future<Saved> save(PersonId me, CoupleId couple, SessionId session, String typed, int on) {
    String text = Words.clean(typed);
    return led(
            me,
            couple,
            session,
            (found, over) ->
                found.isSigned()
                    ? Future.succeededFuture(new Saved.Elsewhere())
                    : seal.seal(Owner.caseOf(couple), me, wordsPlace(session), text)
                        .compose(words -> db.as(me, tx -> write(tx, over, on, words)))
                        .compose(written -> written.saved(seal, me, wordsPlace(session), text)))
        .map(saved -> saved.orElseGet(Saved.Nowhere::new));
  }

  /**
   * Signs the facts and the words. Empty: it is signed; else why it is not.
   *
   * @param version of the words that the therapist has before them; 0: there are none
   */
  public Future<Optional<Problem>> sign(
      PersonId me, CoupleId couple, SessionId session, int version) {
    return led(me, couple, session, (found, over) -> sign(me, found, over, version))
        .map(problem -> problem.orElse(Optional.of(Problem.NOT_FOUND)));
  }

  /** Adds to a signed record, once for an id. Empty: it is there; else why it is not. */
  public Future<Optional<Problem>> add(
      PersonId me, CoupleId couple, SessionId session, UUID id, String typed) {
    String text = Words.clean(typed);
    return led(
            me,
            couple,
            session,
            (found, over) -> found.isSigned() ? add(me, over, id, text) : no(NOT_SIGNED))
        .map(problem -> problem.orElse(Optional.of(Problem.NOT_FOUND)));
  }

  private record Gathered(
      Over over, Optional<Written.Before> words, List<Added> additions, Map<Seat, String> names) {
    boolean leads() {
      return over.you() == Seat.THERAPIST;
    }

    boolean isSigned() {
      return over.signed() != null;
    }

    /** The signed bytes are there. */
    boolean isKept() {
      return over.signed() != null && over.signed().words() != null;
    }

    int version() {
      return words.map(Written.Before::version).orElse(0);
    }
  }

  /** Empty: this person does not lead the case, or there is no such session that is over. */
  private <T> Future<Optional<T>> led(
      PersonId me,
      CoupleId couple,
      SessionId session,
      BiFunction<Gathered, Over, Future<? extends T>> act) {
    return gather(me, couple, session)
        .compose(
            found ->
                found
                    .filter(Gathered::leads)
                    .map(it -> act.apply(it, it.over()).map(Optional::<T>of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<Optional<Problem>> no(Problem why) {
    return Future.succeededFuture(Optional.of(why));
  }

  private Future<Optional<Gathered>> gather(PersonId me, CoupleId couple, SessionId session) {
    return pages
        .catchUp(me, List.of(couple))
        .compose(
            _ ->
                db.readAs(
                    me,
                    tx ->
                        RecordStore.over(tx, me, couple, session)
                            .compose(
                                found ->
                                    found
                                        .map(over -> gather(tx, over).map(Optional::of))
                                        .orElseGet(
                                            () -> Future.succeededFuture(Optional.empty())))));
  }

  private Future<Gathered> gather(Tx tx, Over over) {
    Future<Optional<Written.Before>> words = RecordStore.words(tx, over.id());
    Future<List<Added>> additions = RecordStore.additions(tx, over.id());
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(over.couple()));
    return Future.all(words, additions, members)
        .map(
            _ -> {
              var names = new HashMap<Seat, String>();
              members
                  .result()
                  .getOrDefault(over.couple(), List.of())
                  .forEach(member -> names.put(member.seat(), member.name()));
              return new Gathered(over, words.result(), additions.result(), names);
            });
  }

  private Future<SessionRecord> record(PersonId me, Gathered found) {
    Future<List<Addition>> additions = additions(me, found);
    Future<Optional<SignedRecord>> signed = signed(me, found.over());
    return Future.all(additions, signed)
        .compose(
            _ ->
                signed
                    .result()
                    .map(it -> Future.succeededFuture(it.facts()))
                    .orElseGet(() -> facts(me, found)))
        .compose(
            facts ->
                signed
                    .result()
                    .map(it -> Future.succeededFuture(it.words()))
                    .orElseGet(() -> words(me, found))
                    .map(words -> record(found, facts, words, additions.result())));
  }

  private static SessionRecord record(
      Gathered found, RecordFacts facts, String words, List<Addition> additions) {
    @Nullable Signature signed = found.over().signed();
    return new SessionRecord(
        found.over().number(),
        found.over().zone(),
        facts,
        words,
        found.version(),
        found.leads(),
        signed == null ? null : new SessionRecord.Signature(signed.by(), signed.at(), signed.hex()),
        additions);
  }

  /** Empty: nothing is signed, or a record from before the bytes were kept. */
  private Future<Optional<SignedRecord>> signed(PersonId me, Over over) {
    @Nullable Signature signed = over.signed();
    if (signed == null || signed.words() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    byte[] digest = Objects.requireNonNull(signed.digest());
    return seal.open(me, signedPlace(over.id()), signed.words())
        .map(text -> text.map(it -> SignedRecord.read(it, digest)));
  }

  private Future<RecordFacts> facts(PersonId me, Gathered found) {
    Over over = found.over();
    return journal
        .read(over.room(), me, Seat.THERAPIST, 0)
        .map(
            stream ->
                stream.stream().map(one -> new Happened(one.at(), one.by(), one.event())).toList())
        .compose(events -> library.know(me, digests(events)).map(_ -> events))
        .map(
            events ->
                RecordFacts.of(
                    FactsOfJournal.facts(
                        events, digest -> library.inLanguage(digest, over.language())),
                    over.startsAt(),
                    over.place(),
                    found.names()));
  }

  private static java.util.Set<String> digests(List<Happened> events) {
    return events.stream()
        .map(Happened::event)
        .filter(ExerciseStarted.class::isInstance)
        .map(event -> ((ExerciseStarted) event).digest())
        .collect(Collectors.toSet());
  }

  private Future<String> words(PersonId me, Gathered found) {
    return found
        .words()
        .map(
            kept ->
                seal.open(me, wordsPlace(found.over().id()), kept.words())
                    .map(text -> text.orElse("")))
        .orElseGet(() -> Future.succeededFuture(""));
  }

  private Future<List<Addition>> additions(PersonId me, Gathered found) {
    return Future.all(
            found.additions().stream()
                .map(
                    added ->
                        seal.open(me, additionPlace(added.id()), added.words())
                            .map(
                                text ->
                                    text.map(
                                        it ->
                                            new Addition(added.id(), added.by(), added.at(), it))))
                .toList())
        .map(all -> all.<Optional<Addition>>list().stream().flatMap(Optional::stream).toList());
  }

  private Future<Written> write(Tx tx, Over over, int on, Sealed words) {
    Instant now = clock.instant();
    Future<Integer> rows =
        on == 0
            ? RecordStore.begin(tx, over, words, now)
            : RecordStore.change(tx, over, on, words, now);
    return rows.compose(
        written ->
            written == 1
                ? Future.succeededFuture(new Written.Now(on + 1))
                : RecordStore.words(tx, over.id()).map(Written::instead));
  }

  private Future<Optional<Problem>> sign(PersonId me, Gathered found, Over over, int version) {
    if (found.version() != version) {
      return no(found.isSigned() ? SIGNED : Problem.CHANGED_ELSEWHERE);
    }
    if (found.isSigned()) {
      return Future.succeededFuture(Optional.empty());
    }
    return facts(me, found)
        .compose(
            facts ->
                mayStillGoOn(facts)
                    ? no(END_MAY_BE_TAKEN_BACK)
                    : words(me, found).compose(words -> sign(me, found, over, facts, words)));
  }

  private boolean mayStillGoOn(RecordFacts facts) {
    return facts.endedAt() != null
        && clock.instant().isBefore(facts.endedAt().plus(END_IS_CERTAIN));
  }

  private Future<Optional<Problem>> sign(
      PersonId me, Gathered found, Over over, RecordFacts facts, String words) {
    Instant now = clock.instant();
    var signed =
        new SignedRecord(
            SignedRecord.FORMAT,
            Ids.random(),
            over.id(),
            over.number(),
            over.zone(),
            facts,
            words,
            found.names().getOrDefault(Seat.THERAPIST, ""),
            now);
    String text = signed.text();
    return seal.seal(Owner.caseOf(over.couple()), me, signedPlace(over.id()), text)
        .compose(
            bytes ->
                db.as(
                    me,
                    tx -> RecordStore.sign(tx, me, over, now, bytes, SignedRecord.digest(text))))
        // Two presses at the same moment are one signature.
        .map(_ -> Optional.empty());
  }

  private Future<Optional<Problem>> add(PersonId me, Over over, UUID id, String text) {
    return seal.seal(Owner.caseOf(over.couple()), me, additionPlace(id), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        RecordStore.add(tx, me, over, id, clock.instant(), words)
                            .compose(_ -> RecordStore.hasAddition(tx, me, over, id))))
        .map(there -> there ? Optional.empty() : Optional.of(TAKEN));
  }

  private static Place wordsPlace(SessionId session) {
    return Place.of("record_words", "sealed", session);
  }

  private static Place signedPlace(SessionId session) {
    return Place.of("session_record", "sealed", session);
  }

  private static Place additionPlace(UUID addition) {
    return Place.of("record_addition", "sealed", addition);
  }
}
