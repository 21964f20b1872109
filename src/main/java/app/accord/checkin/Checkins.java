package app.accord.checkin;

import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Reach;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.checkin.Charts.Chart;
import app.accord.checkin.CheckIn.Allowed;
import app.accord.checkin.CheckIn.Refused;
import app.accord.checkin.CheckinStore.Kept;
import app.accord.checkin.CheckinStore.KeptLine;
import app.accord.checkin.CheckinStore.Partner;
import app.accord.checkin.CheckinStore.Spot;
import app.accord.checkin.MyCheckin.Answered;
import app.accord.checkin.MyCheckin.Item;
import app.accord.checkin.MyCheckin.Line;
import app.accord.checkin.MyCheckin.MyCharts;
import app.accord.checkin.MyCheckin.Sharing;
import app.accord.checkin.MyCheckin.Waiting;
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
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Seat;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The weekly check-in as a partner does it, and what the couple sees of it. */
public final class Checkins {
  private final Db db;
  private final Seal seal;
  private final Numbers numbers;
  private final Couples couples;
  private final Weekly weekly;
  private final Clock clock;

  public Checkins(Db db, Seal seal, Couples couples, Weekly weekly, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.numbers = new Numbers(seal);
    this.couples = couples;
    this.weekly = weekly;
    this.clock = clock;
  }

  /** What one partner's pages are made of, still sealed. */
  private record Found(
      PersonId me,
      Couple couple,
      Seat seat,
      Reader reader,
      List<Member> members,
      List<Partner> partners,
      Map<String, Instant> sharing,
      List<Kept> shared,
      List<LocalDate> sessions) {}

  // Reading

  /** Empty for whoever is a partner of no couple, or of one that has not all joined. */
  public Future<Optional<MyCheckin>> mine(PersonId me) {
    return page(me, this::checkin);
  }

  /** The couple's charts, item by item. Empty as {@link #mine}. */
  public Future<Optional<MyCharts>> charts(PersonId me) {
    return page(
        me,
        (found, charts) ->
            Future.succeededFuture(
                new MyCharts(
                    clock.instant(),
                    found.couple().zone().getId(),
                    found.seat(),
                    found.members(),
                    shareable()
                        .map(
                            item ->
                                new Item(item, found.sharing().containsKey(item), charts.get(item)))
                        .toList(),
                    found.sessions())));
  }

  /** What is open for this partner now, within the reader's transaction. */
  public Future<Optional<Waiting>> waiting(Tx tx, PersonId me, Couple couple, Instant now) {
    Optional<Week> open =
        couple.state() == Couple.State.ACTIVE
            ? weekly.rhythm().open(now, couple.zone())
            : Optional.empty();
    return open.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : CheckinStore.answered(tx, me, couple.id(), open.get())
            .map(
                answered ->
                    Optional.of(
                        new Waiting(
                            answered > 0,
                            answered >= weekly.english().items().size(),
                            weekly.rhythm().closesAt(open.get(), couple.zone()))));
  }

  private <T> Future<Optional<T>> page(
      PersonId me, BiFunction<Found, Map<String, Chart>, Future<T>> made) {
    return db.readAs(me, tx -> find(tx, me))
        .compose(
            found ->
                found
                    .map(
                        it ->
                            chartsOf(it)
                                .compose(charts -> made.apply(it, charts))
                                .map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Found>> find(Tx tx, PersonId me) {
    return couples
        .ofPartner(tx, me)
        .compose(
            couple ->
                couple
                    // Before all have joined, the questions would name somebody who may not come.
                    .filter(own -> own.state() != Couple.State.INVITED)
                    .map(own -> find(tx, me, own).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Found> find(Tx tx, PersonId me, Couple couple) {
    List<CoupleId> only = List.of(couple.id());
    Future<Seat> seat = couples.seat(tx, me, couple.id()).map(Optional::orElseThrow);
    Future<Reader> reader = couples.reader(tx, me);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, only);
    Future<List<Partner>> partners = CheckinStore.partners(tx, only);
    Future<Map<String, Instant>> sharing = CheckinStore.sharing(tx, me, couple.id());
    Future<List<Kept>> shared = CheckinStore.shared(tx, couple.id());
    Future<List<LocalDate>> sessions =
        SessionScaleStore.daysOfPartner(tx, couple.id(), couple.zone());
    return Future.all(List.of(seat, reader, members, partners, sharing, shared, sessions))
        .map(
            _ ->
                new Found(
                    me,
                    couple,
                    seat.result(),
                    reader.result(),
                    members.result().getOrDefault(couple.id(), List.of()),
                    partners.result(),
                    sharing.result(),
                    shared.result(),
                    sessions.result()));
  }

  /** Those that there are now, by item. */
  private Future<Map<String, Chart>> chartsOf(Found found) {
    Week closed = weekly.rhythm().lastClosed(clock.instant(), found.couple().zone());
    List<Seat> seats = found.partners().stream().map(Partner::seat).toList();
    return numbers
        .open(found.me(), Numbers.COPIES, found.shared())
        .map(
            opened -> {
              var charts = new HashMap<String, Chart>();
              shareable()
                  .filter(found.sharing()::containsKey)
                  .forEach(
                      item ->
                          Charts.ofCouple(
                                  lines(found, item, opened),
                                  seats,
                                  weekly.firstChartAfter(),
                                  closed)
                              .ifPresent(chart -> charts.put(item, chart)));
              return charts;
            });
  }

  private static Map<Seat, Map<Week, Integer>> lines(
      Found found, String item, List<Opened> opened) {
    var lines = new HashMap<Seat, Map<Week, Integer>>();
    for (Partner partner : found.partners()) {
      var line = new HashMap<Week, Integer>();
      opened.stream()
          .filter(one -> one.spot().item().equals(item))
          .filter(one -> one.spot().person().equals(partner.person()))
          .forEach(one -> one.number().ifPresent(n -> line.put(one.spot().week(), n)));
      if (!line.isEmpty()) {
        lines.put(partner.seat(), line);
      }
    }
    return lines;
  }

  private java.util.stream.Stream<String> shareable() {
    return weekly.english().items().stream()
        .filter(Questions.Item::shareable)
        .map(Questions.Item::id);
  }

  private Future<MyCheckin> checkin(Found found, Map<String, Chart> charts) {
    Instant now = clock.instant();
    Week closed = weekly.rhythm().lastClosed(now, found.couple().zone());
    Week week = closed.plus(1);
    CoupleId couple = found.couple().id();
    return db.readAs(
            found.me(),
            tx -> {
              Future<List<Kept>> answers = CheckinStore.answersOf(tx, found.me(), couple, week);
              Future<List<KeptLine>> line = CheckinStore.lineOf(tx, found.me(), couple, week);
              return Future.all(answers, line).map(_ -> Map.entry(answers.result(), line.result()));
            })
        .compose(
            kept -> {
              Future<List<Opened>> answers =
                  numbers.open(found.me(), Numbers.ANSWERS, kept.getKey());
              Future<Optional<Line>> line = line(found.me(), kept.getValue());
              return Future.all(answers, line)
                  .map(_ -> shown(found, week, now, answers.result(), line.result(), charts));
            });
  }

  private Future<Optional<Line>> line(PersonId me, List<KeptLine> kept) {
    return kept.stream()
        .findFirst()
        .map(
            line ->
                seal.open(me, place(line.spot()), line.words())
                    .map(text -> text.map(it -> new Line(it, line.reach().wire()))))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private MyCheckin shown(
      Found found,
      Week week,
      Instant now,
      List<Opened> answers,
      Optional<Line> line,
      Map<String, Chart> charts) {
    Couple couple = found.couple();
    Instant opensAt = weekly.rhythm().opensAt(week, couple.zone());
    return new MyCheckin(
        now,
        couple.zone().getId(),
        found.seat(),
        found.members(),
        week.monday(),
        opensAt,
        weekly.rhythm().closesAt(week, couple.zone()),
        isOpen(couple, week, now),
        questions(couple, found.reader()),
        answers.stream().map(Checkins::answered).toList(),
        line.orElse(null),
        shareable()
            .map(
                item -> {
                  @Nullable Instant since = found.sharing().get(item);
                  return new Sharing(
                      item,
                      since != null,
                      since != null && !since.isAfter(opensAt),
                      charts.containsKey(item));
                })
            .toList());
  }

  private static Answered answered(Opened one) {
    OptionalInt number = one.number();
    return new Answered(one.spot().item(), number.isPresent() ? number.getAsInt() : null);
  }

  private Questions questions(Couple couple, Reader reader) {
    Questions all = weekly.in(reader.language());
    return couple.secrets() == Secrets.NO_SECRETS ? all.withoutLine() : all;
  }

  private boolean isOpen(Couple couple, Week week, Instant now) {
    return couple.state() == Couple.State.ACTIVE
        && weekly.rhythm().isOpen(week, now, couple.zone());
  }

  // Writing

  /** Where an act falls. */
  private record Where(Couple couple, boolean shares) {}

  /**
   * Does something with the own check-in. The same act done twice has one effect.
   *
   * @return empty once it is kept, or else why not
   */
  public Future<Optional<Problem>> act(PersonId me, Week week, Act act) {
    return db.readAs(me, tx -> placeOf(tx, me, week, act))
        .compose(
            found ->
                found
                    .map(place -> act(me, place, week, act))
                    .orElseGet(() -> Future.succeededFuture(Optional.of(Problem.NOT_FOUND))));
  }

  private Future<Optional<Where>> placeOf(Tx tx, PersonId me, Week week, Act act) {
    return couples
        .ofPartner(tx, me)
        .compose(
            couple ->
                couple
                    .filter(own -> own.state() != Couple.State.INVITED)
                    .map(
                        own ->
                            CheckinStore.sharing(tx, me, own.id())
                                .map(
                                    sharing ->
                                        Optional.of(
                                            new Where(own, isShared(own, week, act, sharing)))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private boolean isShared(Couple couple, Week week, Act act, Map<String, Instant> sharing) {
    @Nullable Instant since = act instanceof Answer answer ? sharing.get(answer.item()) : null;
    return since != null && !since.isAfter(weekly.rhythm().opensAt(week, couple.zone()));
  }

  private Future<Optional<Problem>> act(PersonId me, Where place, Week week, Act act) {
    Couple couple = place.couple();
    if (couple.state() != Couple.State.ACTIVE) {
      return no(Refusal.NOT_OPEN);
    }
    return switch (CheckIn.decide(
        act, week, weekly, couple.secrets(), clock.instant(), couple.zone())) {
      case Refused(Refusal why) -> no(why);
      case Allowed(Act allowed) -> keep(me, place, week, allowed).map(_ -> Optional.empty());
    };
  }

  private static Future<Optional<Problem>> no(Refusal why) {
    return Future.succeededFuture(Optional.of(why.problem()));
  }

  private Future<?> keep(PersonId me, Where place, Week week, Act act) {
    Couple couple = place.couple();
    Instant closesAt = weekly.rhythm().closesAt(week, couple.zone());
    return switch (act) {
      case Answer(String item, OptionalInt number) ->
          answer(me, place, new Spot(couple.id(), me, week, item), number);
      case Say(String text, Reach reach) -> {
        var spot = new Spot(couple.id(), me, week, "");
        Owner owner = reach == Reach.THERAPIST ? Owner.told(me) : Owner.person(me);
        yield seal.seal(owner, me, place(spot), text)
            .compose(words -> db.as(me, tx -> CheckinStore.say(tx, spot, reach, closesAt, words)));
      }
      case Unsay _ -> db.as(me, tx -> CheckinStore.unsay(tx, new Spot(couple.id(), me, week, "")));
    };
  }

  /**
   * The number for the therapist, and the copy for the other, where its author shares the item. A
   * skipped question leaves no copy.
   */
  private Future<?> answer(PersonId me, Where place, Spot spot, OptionalInt number) {
    Couple couple = place.couple();
    Instant opensAt = weekly.rhythm().opensAt(spot.week(), couple.zone());
    Instant closesAt = weekly.rhythm().closesAt(spot.week(), couple.zone());
    boolean copied = place.shares() && number.isPresent();
    Future<Sealed> told = numbers.seal(Owner.told(me), spot, Numbers.ANSWERS, number);
    Future<Optional<Sealed>> copy =
        copied
            ? numbers
                .seal(Owner.couple(couple.id()), spot, Numbers.COPIES, number)
                .map(Optional::of)
            : Future.succeededFuture(Optional.empty());
    return Future.all(told, copy)
        .compose(
            _ ->
                db.as(
                    me,
                    tx ->
                        Future.all(
                            CheckinStore.answer(tx, spot, closesAt, told.result()),
                            copy.result()
                                .map(it -> CheckinStore.copy(tx, spot, opensAt, closesAt, it))
                                .orElseGet(() -> CheckinStore.dropCopy(tx, spot)))));
  }

  /** A line lies where its author and week say. */
  static Place place(Spot spot) {
    return spot.place("checkin_line");
  }

  /**
   * Begins or stops to share an item, from the next week that opens on. Stopping takes all lines of
   * it out of every shared view at once.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> share(PersonId me, String item, boolean on) {
    Optional<Questions.Item> question = weekly.english().item(item);
    if (question.isEmpty()) {
      return no(Refusal.NO_SUCH_QUESTION);
    }
    if (!question.get().shareable()) {
      return no(Refusal.NEVER_SHARED);
    }
    return db.as(
        me,
        tx ->
            couples
                .ofPartner(tx, me)
                .compose(
                    couple ->
                        couple
                            .filter(own -> own.state() != Couple.State.INVITED)
                            .map(own -> share(tx, me, own.id(), item, on))
                            .orElseGet(() -> no(Refusal.NO_SUCH_QUESTION))));
  }

  private Future<Optional<Problem>> share(
      Tx tx, PersonId me, CoupleId couple, String item, boolean on) {
    return (on
            ? CheckinStore.share(tx, me, couple, item, clock.instant())
            : CheckinStore.stopSharing(tx, me, couple, item))
        .map(_ -> Optional.empty());
  }
}
