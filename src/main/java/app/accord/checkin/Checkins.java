package app.accord.checkin;

import app.accord.checkin.Charts.Chart;
import app.accord.checkin.CheckinStore.Kept;
import app.accord.checkin.CheckinStore.KeptLine;
import app.accord.checkin.CheckinStore.Partner;
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
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Seat;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The weekly check-in as a partner finds it, and what the couple sees of it. */
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

  private Future<Map<String, Chart>> chartsOf(Found found) {
    Week closed = weekly.rhythm().lastClosed(clock.instant(), found.couple().zone());
    return numbers
        .open(found.me(), Numbers.COPIES, found.shared())
        .map(
            opened ->
                Charts.shared(weekly, found.sharing().keySet(), found.partners(), opened, closed));
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
                seal.open(me, line.spot().linePlace(), line.words())
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
}
