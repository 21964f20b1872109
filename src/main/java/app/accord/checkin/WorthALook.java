package app.accord.checkin;

import app.accord.checkin.Act.Reach;
import app.accord.checkin.CheckinStore.Kept;
import app.accord.checkin.CheckinStore.KeptLine;
import app.accord.checkin.CheckinStore.Partner;
import app.accord.checkin.FlagStore.Aside;
import app.accord.checkin.Numbers.Opened;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What therapists see of check-ins: answers of closed weeks, what is worth a look, lines to read.
 * Nothing is kept of it but what was put aside and read: it follows from the answers each time.
 */
public final class WorthALook {
  /** In characters, as a person counts them. */
  static final int LONGEST_NOTE = 640;

  /** The therapist's charts show no more: older weeks are not looked at side by side. */
  private static final int WEEKS_SHOWN = 26;

  /**
   * Older answers are not opened: no rule that is not over reaches so far, and a day's page must
   * not grow with the years of a case.
   */
  private static final int WEEKS_LOOKED_AT = 60;

  /** As long as a rule of the weeks is not told again. */
  private static final Duration SESSION_LOOK = Duration.ofDays(21);

  private final Db db;
  private final Seal seal;
  private final Numbers numbers;
  private final Couples couples;
  private final QuestionFiles.Both questions;
  private final Clock clock;

  public WorthALook(Db db, Seal seal, Couples couples, QuestionFiles.Both questions, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.numbers = new Numbers(seal);
    this.couples = couples;
    this.questions = questions;
    this.clock = clock;
  }

  // ---- Gathering

  /** Rows of some cases as they lie there. */
  private record Rows(
      Reader reader,
      List<Couple> couples,
      List<Partner> partners,
      List<Kept> answers,
      List<KeptLine> lines,
      List<SessionScaleStore.Kept> scales,
      List<Aside> asides) {}

  /** How a session was for one of them. */
  private record Scale(SessionScaleStore.Kept of, Map<String, Integer> answers) {}

  /** The same, opened. Words are opened for the one case whose page they are on. */
  private record Told(Rows rows, List<Opened> answers, List<Scale> scales) {}

  private Future<Rows> rows(Tx tx, Reader reader, List<Couple> of) {
    List<CoupleId> ids = of.stream().map(Couple::id).toList();
    Future<List<Partner>> partners = CheckinStore.partners(tx, ids);
    Future<List<Kept>> answers = CheckinStore.answers(tx, ids, since());
    Future<List<KeptLine>> lines = CheckinStore.lines(tx, ids);
    Future<List<SessionScaleStore.Kept>> scales = SessionScaleStore.all(tx, ids);
    Future<List<Aside>> asides = FlagStore.all(tx, ids);
    return Future.all(partners, answers, lines, scales, asides)
        .map(
            _ ->
                new Rows(
                    reader,
                    of,
                    partners.result(),
                    answers.result(),
                    lines.result(),
                    scales.result(),
                    asides.result()));
  }

  private Future<Told> told(PersonId therapist, Rows rows) {
    Future<List<Opened>> answers = numbers.open(therapist, Numbers.ANSWERS, rows.answers());
    var scales = Future.all(rows.scales().stream().map(one -> scale(therapist, one)).toList());
    return Future.all(answers, scales)
        .map(_ -> new Told(rows, answers.result(), scales.result().list()));
  }

  private Future<Scale> scale(PersonId therapist, SessionScaleStore.Kept kept) {
    Place place = SessionScaleStore.place(kept.session(), kept.person());
    return seal.open(therapist, place, kept.answers())
        .map(text -> new Scale(kept, text.map(SessionScales::read).orElse(Map.of())));
  }

  // ---- Today

  /** What is worth a look in each of these cases now; a case without is not in it. */
  public Future<Map<CoupleId, List<Look>>> now(PersonId therapist, List<Couple> of) {
    return db.readAs(
            therapist, tx -> couples.reader(tx, therapist).compose(reader -> rows(tx, reader, of)))
        .compose(rows -> told(therapist, rows))
        .map(
            told -> {
              var looks = new LinkedHashMap<CoupleId, List<Look>>();
              for (Couple couple : of) {
                List<Look> here =
                    looks(told, couple, Map.of()).stream().filter(look -> !look.aside()).toList();
                if (!here.isEmpty()) {
                  looks.put(couple.id(), here);
                }
              }
              return looks;
            });
  }

  private List<Look> looks(Told told, Couple couple, Map<String, String> notes) {
    Map<PersonId, Seat> seats = seats(told.rows(), couple);
    var aside =
        told.rows().asides().stream()
            .filter(one -> one.couple().equals(couple.id()))
            .map(Aside::flag)
            .collect(Collectors.toSet());
    Stream<Look> lines = unread(told.rows(), couple, seats);
    Stream<Look> weeks =
        Flags.of(questions.weekly().flags(), histories(told, couple, seats), lastClosed(couple))
            .reversed()
            .stream()
            .filter(flag -> !flag.over())
            .map(flag -> look(flag, told.rows().reader().language(), aside::contains, notes));
    Stream<Look> sessions = low(told, couple, seats, aside::contains, notes);
    return Stream.of(lines, weeks, sessions).flatMap(Function.identity()).toList();
  }

  private Look look(
      Flag flag,
      String language,
      java.util.function.Predicate<String> isAside,
      Map<String, String> notes) {
    String rule = flag.signal().rule();
    return new Look(
        flag.key(),
        rule,
        rule.equals(Flags.NO_CHECK_IN) ? null : questions.weekly().flags().says(rule, language),
        flag.signal().who().orElse(null),
        flag.signal().item().orElse(null),
        flag.week().monday(),
        isAside.test(flag.key()),
        notes.get(flag.key()));
  }

  private Stream<Look> low(
      Told told,
      Couple couple,
      Map<PersonId, Seat> seats,
      java.util.function.Predicate<String> isAside,
      Map<String, String> notes) {
    AfterSession after = questions.afterSession();
    Instant since = clock.instant().minus(SESSION_LOOK);
    return scales(told, couple)
        .filter(scale -> scale.of().startsAt().isAfter(since))
        .filter(scale -> scale.answers().values().stream().anyMatch(n -> n <= after.lowAtMost()))
        .filter(scale -> seats.containsKey(scale.of().person()))
        .map(
            scale -> {
              @Nullable Seat who = seats.get(scale.of().person());
              String id =
                  "%s.%s.%s"
                      .formatted(after.rule(), scale.of().room(), who == null ? "" : who.wire());
              return new Look(
                  id,
                  after.rule(),
                  after.says(told.rows().reader().language()),
                  who,
                  null,
                  day(scale.of().startsAt(), couple),
                  isAside.test(id),
                  notes.get(id));
            });
  }

  private Stream<Look> unread(Rows rows, Couple couple, Map<PersonId, Seat> seats) {
    return lines(rows, couple)
        .filter(line -> !line.read())
        .filter(line -> seats.containsKey(line.spot().person()))
        .map(
            line ->
                new Look(
                    null,
                    Look.UNREAD_LINE,
                    null,
                    seats.get(line.spot().person()),
                    null,
                    line.spot().week().monday(),
                    false,
                    null));
  }

  // ---- A couple's page

  /** Empty: no such couple, or another therapist's. */
  public Future<Optional<CaseCheckins>> ofCouple(PersonId therapist, CoupleId id) {
    return inCaseload(therapist, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : page(therapist, found.get()).map(Optional::of));
  }

  private Future<Optional<Rows>> inCaseload(PersonId therapist, CoupleId id) {
    return db.readAs(
        therapist,
        tx ->
            couples
                .inCaseload(tx, therapist, id)
                .compose(
                    couple ->
                        couple.isEmpty()
                            ? Future.succeededFuture(Optional.<Rows>empty())
                            : couples
                                .reader(tx, therapist)
                                .compose(reader -> rows(tx, reader, List.of(couple.get())))
                                .map(Optional::of)));
  }

  private Future<CaseCheckins> page(PersonId therapist, Rows rows) {
    Couple couple = rows.couples().getFirst();
    Future<Told> told = told(therapist, rows);
    Future<List<CaseCheckins.Line>> lines = opened(therapist, rows, couple);
    Future<Map<String, String>> notes = notes(therapist, rows);
    Future<List<Member>> members =
        db.readAs(
            therapist,
            tx ->
                couples
                    .members(tx, List.of(couple.id()))
                    .map(all -> all.getOrDefault(couple.id(), List.of())));
    Future<List<LocalDate>> sessions =
        db.readAs(therapist, tx -> SessionScaleStore.days(tx, couple.id(), couple.zone()));
    return Future.all(told, lines, notes, members, sessions)
        .map(
            _ ->
                page(
                    told.result(),
                    members.result(),
                    lines.result(),
                    notes.result(),
                    sessions.result()));
  }

  private CaseCheckins page(
      Told told,
      List<Member> members,
      List<CaseCheckins.Line> lines,
      Map<String, String> notes,
      List<LocalDate> sessions) {
    Couple couple = told.rows().couples().getFirst();
    String language = told.rows().reader().language();
    return new CaseCheckins(
        clock.instant(),
        couple.zone().getId(),
        members.stream().filter(member -> member.seat().isPartner()).toList(),
        questions.weekly().in(language),
        charts(told, couple),
        sessions,
        looks(told, couple, notes),
        lines,
        questions.afterSession().in(language),
        after(told, couple));
  }

  private List<CaseCheckins.Item> charts(Told told, Couple couple) {
    Map<PersonId, Seat> seats = seats(told.rows(), couple);
    Map<Seat, History> histories = histories(told, couple, seats);
    Week last = lastClosed(couple);
    return questions.weekly().english().items().stream()
        .flatMap(item -> chart(item.id(), histories, List.copyOf(seats.values()), last).stream())
        .toList();
  }

  private static Optional<CaseCheckins.Item> chart(
      String item, Map<Seat, History> histories, List<Seat> seats, Week last) {
    var lines = new HashMap<Seat, Map<Week, Integer>>();
    histories.forEach((seat, history) -> lines.put(seat, Charts.ofItem(history, item)));
    return lines.values().stream()
        .flatMap(line -> line.keySet().stream())
        .filter(week -> week.compareTo(last) <= 0)
        .min(java.util.Comparator.naturalOrder())
        .map(
            first -> {
              Week shown = last.plus(1 - WEEKS_SHOWN);
              Week from = first.compareTo(shown) < 0 ? shown : first;
              return new CaseCheckins.Item(item, Charts.chart(lines, seats, from, last));
            });
  }

  private List<CaseCheckins.After> after(Told told, Couple couple) {
    Map<PersonId, Seat> seats = seats(told.rows(), couple);
    var sessions = new LinkedHashMap<Integer, CaseCheckins.After>();
    scales(told, couple)
        .forEach(
            scale -> {
              @Nullable Seat seat = seats.get(scale.of().person());
              if (seat != null) {
                sessions
                    .computeIfAbsent(
                        scale.of().number(),
                        number ->
                            new CaseCheckins.After(
                                number, day(scale.of().startsAt(), couple), new TreeMap<>()))
                    .answers()
                    .put(seat, scale.answers());
              }
            });
    return List.copyOf(sessions.values());
  }

  private Future<List<CaseCheckins.Line>> opened(PersonId therapist, Rows rows, Couple couple) {
    Map<PersonId, Seat> seats = seats(rows, couple);
    var opening = new ArrayList<Future<Optional<CaseCheckins.Line>>>();
    lines(rows, couple)
        .forEach(
            line -> {
              @Nullable Seat by = seats.get(line.spot().person());
              if (by != null) {
                opening.add(
                    seal.open(therapist, Checkins.place(line.spot()), line.words())
                        .map(
                            text ->
                                text.map(
                                    it ->
                                        new CaseCheckins.Line(
                                            by, line.spot().week().monday(), it, line.read()))));
              }
            });
    return Future.all(opening)
        .map(
            all ->
                all.<Optional<CaseCheckins.Line>>list().stream()
                    .flatMap(Optional::stream)
                    .toList());
  }

  /** By flag; of several therapists' notes all. */
  private Future<Map<String, String>> notes(PersonId therapist, Rows rows) {
    return Future.all(rows.asides().stream().map(aside -> note(therapist, aside)).toList())
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

  // ---- What follows

  /**
   * A line has been read: it is not worth a look any more. Its author does not learn of it.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> read(PersonId therapist, CoupleId id, Seat by, Week week) {
    return inCaseload(therapist, id)
        .compose(
            found -> {
              Optional<KeptLine> line =
                  found.stream()
                      .flatMap(
                          rows -> {
                            Couple couple = rows.couples().getFirst();
                            Map<PersonId, Seat> seats = seats(rows, couple);
                            return lines(rows, couple)
                                .filter(it -> it.spot().week().equals(week))
                                .filter(it -> by == seats.get(it.spot().person()));
                          })
                      .findFirst();
              return line.isEmpty()
                  ? Future.succeededFuture(Optional.of(Problem.NOT_FOUND))
                  : db.as(
                          therapist,
                          tx ->
                              CheckinStore.read(
                                  tx, therapist, id, line.get().spot().person(), week))
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
    return ofCouple(therapist, id)
        .compose(
            found -> {
              boolean known =
                  found.stream()
                      .flatMap(page -> page.looks().stream())
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

  // ---- Parts

  private Week lastClosed(Couple couple) {
    return questions.weekly().rhythm().lastClosed(clock.instant(), couple.zone());
  }

  private Week since() {
    return Week.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).plus(-WEEKS_LOOKED_AT);
  }

  private static LocalDate day(Instant at, Couple couple) {
    return LocalDate.ofInstant(at, couple.zone());
  }

  /** In the order of the seats. */
  private static Map<PersonId, Seat> seats(Rows rows, Couple couple) {
    var seats = new LinkedHashMap<PersonId, Seat>();
    rows.partners().stream()
        .filter(partner -> partner.couple().equals(couple.id()))
        .forEach(partner -> seats.put(partner.person(), partner.seat()));
    return seats;
  }

  /** Of closed weeks, whatever the database would show by its own clock. */
  private Map<Seat, History> histories(Told told, Couple couple, Map<PersonId, Seat> seats) {
    Week last = lastClosed(couple);
    var histories = new LinkedHashMap<Seat, History>();
    seats.forEach(
        (person, seat) -> {
          var weeks = new TreeMap<Week, Map<String, Integer>>();
          told.answers().stream()
              .filter(one -> one.spot().couple().equals(couple.id()))
              .filter(one -> one.spot().person().equals(person))
              .filter(one -> one.spot().week().compareTo(last) <= 0)
              .forEach(
                  one -> {
                    var answers = weeks.computeIfAbsent(one.spot().week(), _ -> new HashMap<>());
                    one.number().ifPresent(n -> answers.put(one.spot().item(), n));
                  });
          histories.put(seat, new History(weeks));
        });
    return histories;
  }

  private static Stream<Scale> scales(Told told, Couple couple) {
    return told.scales().stream().filter(scale -> scale.of().couple().equals(couple.id()));
  }

  /** Of closed weeks, like the numbers. */
  private Stream<KeptLine> lines(Rows rows, Couple couple) {
    Week last = lastClosed(couple);
    return rows.lines().stream()
        .filter(line -> line.spot().couple().equals(couple.id()))
        .filter(line -> line.spot().week().compareTo(last) <= 0)
        .filter(line -> line.reach() == Reach.THERAPIST);
  }
}
