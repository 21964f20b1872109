package app.accord.checkin;

import app.accord.checkin.FlagStore.Aside;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.room.Seat;
import app.accord.room.Words;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What therapists see of check-ins: answers of closed weeks, what is worth a look, lines to read.
 * Nothing is kept of it but what was put aside and read: it follows from the answers each time.
 */
public final class WorthALook {
  /** In characters, as a person counts them. */
  static final int LONGEST_NOTE = 640;

  /**
   * Older answers are not opened: no rule that is not over reaches so far, and a day's page must
   * not grow with the years of a case.
   */
  private static final int WEEKS_LOOKED_AT = 60;

  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final QuestionFiles.Both questions;
  private final Clock clock;

  public WorthALook(Db db, Seal seal, Couples couples, QuestionFiles.Both questions, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.questions = questions;
    this.clock = clock;
  }

  /** What is worth a look in each of these cases now; a case without is not in it. */
  public Future<Map<CoupleId, List<Look>>> now(PersonId therapist, List<Couple> of) {
    return db.readAs(
            therapist,
            tx ->
                couples
                    .reader(tx, therapist)
                    .compose(reader -> CaseRows.read(tx, reader, of, since())))
        .compose(rows -> rows.open(seal, therapist, this::lastClosed))
        .map(
            cases -> {
              var looks = new LinkedHashMap<CoupleId, List<Look>>();
              for (ToldCase told : cases) {
                List<Look> here =
                    looks().of(told, Map.of()).stream().filter(look -> !look.aside()).toList();
                if (!here.isEmpty()) {
                  looks.put(told.couple().id(), here);
                }
              }
              return looks;
            });
  }

  /** Empty: no such couple, or another therapist's. */
  public Future<Optional<CaseCheckins>> ofCouple(PersonId therapist, CoupleId id) {
    return found(therapist, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : page(therapist, found.get()).map(Optional::of));
  }

  /** A case of the caseload: what was told, and the rest of its rows. */
  private record Found(
      ToldCase told, List<Aside> asides, List<Member> members, List<LocalDate> sessions) {}

  private Future<Optional<Found>> found(PersonId therapist, CoupleId id) {
    return db.readAs(
            therapist,
            tx ->
                couples
                    .inCaseload(tx, therapist, id)
                    .compose(
                        couple ->
                            couple.isEmpty()
                                ? Future.succeededFuture(Optional.<Rows>empty())
                                : rows(tx, therapist, couple.get()).map(Optional::of)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : opened(therapist, found.get()).map(Optional::of));
  }

  private record Rows(CaseRows rows, List<Member> members, List<LocalDate> sessions) {}

  private Future<Rows> rows(Tx tx, PersonId therapist, Couple couple) {
    Future<CaseRows> rows =
        couples
            .reader(tx, therapist)
            .compose(reader -> CaseRows.read(tx, reader, List.of(couple), since()));
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(couple.id()));
    Future<List<LocalDate>> sessions = SessionScaleStore.days(tx, couple.id(), couple.zone());
    return Future.all(rows, members, sessions)
        .map(
            _ ->
                new Rows(
                    rows.result(),
                    members.result().getOrDefault(couple.id(), List.of()),
                    sessions.result()));
  }

  private Future<Found> opened(PersonId therapist, Rows found) {
    return found
        .rows()
        .open(seal, therapist, this::lastClosed)
        .map(
            cases ->
                new Found(
                    cases.getFirst(), found.rows().asides(), found.members(), found.sessions()));
  }

  private Future<CaseCheckins> page(PersonId therapist, Found found) {
    Future<List<CaseCheckins.Line>> lines = lines(therapist, found.told());
    Future<Map<String, String>> notes = notes(therapist, found.asides());
    return Future.all(lines, notes)
        .map(
            _ ->
                CaseCheckins.of(
                    clock.instant(),
                    found.told(),
                    questions,
                    found.members(),
                    found.sessions(),
                    looks().of(found.told(), notes.result()),
                    lines.result()));
  }

  private Future<List<CaseCheckins.Line>> lines(PersonId therapist, ToldCase told) {
    return Future.all(told.lines().stream().map(one -> line(therapist, one)).toList())
        .map(
            all ->
                all.<Optional<CaseCheckins.Line>>list().stream()
                    .flatMap(Optional::stream)
                    .toList());
  }

  private Future<Optional<CaseCheckins.Line>> line(PersonId therapist, ToldCase.Told told) {
    var line = told.line();
    return seal.open(therapist, line.spot().linePlace(), line.words())
        .map(
            text ->
                text.map(
                    it ->
                        new CaseCheckins.Line(
                            told.by(), line.spot().week().monday(), it, line.read())));
  }

  /** By flag; of several therapists' notes all. */
  private Future<Map<String, String>> notes(PersonId therapist, List<Aside> asides) {
    return Future.all(asides.stream().map(aside -> note(therapist, aside)).toList())
        .map(
            all -> {
              var notes = new HashMap<String, String>();
              for (var one : all.<Map.Entry<String, String>>list()) {
                if (!one.getValue().isEmpty()) {
                  notes.merge(one.getKey(), one.getValue(), (some, more) -> some + "\n" + more);
                }
              }
              return notes;
            });
  }

  private Future<Map.Entry<String, String>> note(PersonId therapist, Aside aside) {
    Place place = FlagStore.place(aside.couple(), aside.flag(), aside.by());
    return aside
        .note()
        .map(it -> seal.open(therapist, place, it))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(text -> Map.entry(aside.flag(), text.orElse("")));
  }

  /**
   * A line has been read: it is not worth a look any more. Its author does not learn of it.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> read(PersonId therapist, CoupleId id, Seat by, Week week) {
    return found(therapist, id)
        .compose(
            found -> {
              Optional<PersonId> author =
                  found.stream()
                      .flatMap(it -> it.told().lines().stream())
                      .filter(one -> one.by() == by && one.line().spot().week().equals(week))
                      .map(one -> one.line().spot().person())
                      .findFirst();
              return author.isEmpty()
                  ? Future.succeededFuture(Optional.of(Problem.NOT_FOUND))
                  : db.as(therapist, tx -> CheckinStore.read(tx, therapist, id, author.get(), week))
                      .map(_ -> Optional.empty());
            });
  }

  /**
   * Puts aside what was worth a look, perhaps with a note for the therapists of the case. Sent
   * again it takes the place of one's own earlier note; a colleague's stays.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> putAside(
      PersonId therapist, CoupleId id, String flag, @Nullable String note) {
    return found(therapist, id)
        .compose(
            found -> {
              boolean known =
                  found.stream()
                      .flatMap(it -> looks().of(it.told(), Map.of()).stream())
                      .anyMatch(look -> flag.equals(look.id()));
              if (!known) {
                return Future.succeededFuture(Optional.of(Problem.NOT_FOUND));
              }
              String text = note == null ? "" : Words.clean(note);
              return text.codePointCount(0, text.length()) > LONGEST_NOTE
                  ? Future.succeededFuture(Optional.of(Refusal.TOO_LONG.problem()))
                  : keep(therapist, id, flag, text);
            });
  }

  private Future<Optional<Problem>> keep(
      PersonId therapist, CoupleId couple, String flag, String note) {
    Future<Optional<Sealed>> sealed =
        note.isBlank()
            ? Future.succeededFuture(Optional.empty())
            : seal.seal(
                    Owner.caseOf(couple), therapist, FlagStore.place(couple, flag, therapist), note)
                .map(Optional::of);
    return sealed
        .compose(it -> db.as(therapist, tx -> FlagStore.put(tx, couple, flag, therapist, it)))
        .map(_ -> Optional.empty());
  }

  private Looks looks() {
    return new Looks(questions, clock.instant());
  }

  private Week lastClosed(Couple couple) {
    return questions.weekly().rhythm().lastClosed(clock.instant(), couple.zone());
  }

  private Week since() {
    return Week.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).plus(-WEEKS_LOOKED_AT);
  }
}
