package app.accord.instrument;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.instrument.Answers.Sheet;
import app.accord.instrument.AskedStore.Asked;
import app.accord.instrument.AskedStore.Kept;
import app.accord.instrument.AskedStore.Partner;
import app.accord.instrument.AskedStore.State;
import app.accord.instrument.AskedStore.Who;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.kernel.Problem;
import app.accord.room.Seat;
import app.accord.seal.Seal;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist does with questionnaires in a case of the own caseload: asks each partner alone,
 * reads what was handed in, and shows somebody their own number.
 */
public final class Asking {
  private final Db db;
  private final Answers answers;
  private final Couples couples;
  private final Clock clock;

  public Asking(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.answers = new Answers(seal);
    this.couples = couples;
    this.clock = clock;
  }

  /**
   * A couple's questionnaires.
   *
   * @param choices those in use
   * @param rounds of the partners of now, from new to old
   */
  public record OfCase(
      List<Member> partners, List<Instruments.Summary> choices, List<Round> rounds) {}

  /**
   * Somebody is asked, or was.
   *
   * @param result once it is handed in
   * @param shown whether whoever answered can see the number
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Round(
      UUID id,
      Seat of,
      String name,
      int version,
      LocalDate askedOn,
      State state,
      @Nullable LocalDate handedInOn,
      boolean mayBeShown,
      boolean shown,
      @Nullable Result result) {}

  private record Gathered(
      List<Member> partners,
      List<Instruments.Summary> choices,
      List<Partner> seats,
      List<Asked> asked,
      List<Kept> answers) {}

  /** Empty: no such couple, or another therapist's. */
  public Future<Optional<OfCase>> ofCouple(PersonId me, CoupleId couple) {
    return db.readAs(me, tx -> gather(tx, me, couple))
        .compose(
            found ->
                found
                    .map(it -> opened(me, it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Gathered>> gather(Tx tx, PersonId me, CoupleId couple) {
    return couples
        .inCaseload(tx, me, couple)
        .compose(
            mine ->
                mine.isPresent()
                    ? gather(tx, me, couple, mine.get()).map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Gathered> gather(Tx tx, PersonId me, CoupleId id, Couple couple) {
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(id));
    Future<List<Brought>> brought = brought(tx, me);
    Future<List<Partner>> seats = AskedStore.partners(tx, id);
    Future<List<Asked>> asked = AskedStore.ofCouple(tx, id);
    Future<List<Kept>> kept =
        asked.compose(all -> AskedStore.answers(tx, all.stream().map(Asked::id).toList()));
    return Future.all(members, brought, seats, kept)
        .map(
            _ ->
                new Gathered(
                    members.result().getOrDefault(couple.id(), List.of()).stream()
                        .filter(member -> member.seat().isPartner())
                        .toList(),
                    brought.result().stream()
                        .filter(it -> it.state() == Brought.State.IN_USE)
                        .map(Instruments.Summary::of)
                        .toList(),
                    seats.result(),
                    asked.result(),
                    kept.result()));
  }

  private static Future<List<Brought>> brought(Tx tx, PersonId me) {
    return InstrumentStore.practice(tx, me)
        .compose(
            found ->
                found
                    .map(of -> InstrumentStore.list(tx, of))
                    .orElseGet(() -> Future.succeededFuture(List.of())));
  }

  private Future<OfCase> opened(PersonId me, Gathered there) {
    return answers
        .open(me, there.answers())
        .map(sheets -> new OfCase(there.partners(), there.choices(), rounds(there, sheets)));
  }

  /** Whoever has left the case is not shown any more. */
  private static List<Round> rounds(Gathered there, Map<UUID, Sheet> sheets) {
    var seats = new HashMap<PersonId, Seat>();
    there.seats().forEach(it -> seats.put(it.person(), Seat.at(it.seat())));
    var first = new HashMap<Series, Result.First>();
    var rounds = new ArrayList<Round>();
    for (Asked asked : there.asked()) {
      Optional.ofNullable(seats.get(asked.who().person()))
          .ifPresent(
              seat ->
                  rounds.add(
                      round(asked, seat, sheets.getOrDefault(asked.id(), Sheet.EMPTY), first)));
    }
    Collections.reverse(rounds);
    return rounds;
  }

  /** The same version of a questionnaire, answered by the same person. */
  private record Series(PersonId person, UUID instrument) {}

  private static Round round(Asked asked, Seat seat, Sheet sheet, Map<Series, Result.First> first) {
    var series = new Series(asked.who().person(), asked.instrumentId());
    @Nullable LocalDate on = asked.handedInOn().orElse(null);
    @Nullable Result result =
        on == null
            ? null
            : Result.of(asked.instrument(), sheet.given(), Optional.ofNullable(first.get(series)));
    if (on != null) {
      InstrumentScoring.score(asked.instrument(), sheet.given())
          .ifPresent(value -> first.putIfAbsent(series, new Result.First(on, value)));
    }
    return new Round(
        asked.id(),
        seat,
        asked.instrument().name(),
        asked.instrument().version(),
        asked.on(),
        asked.state(),
        on,
        asked.instrument().mayBeShown(),
        asked.shown(),
        result);
  }

  /**
   * Asks one partner. Sent again with the same id they are asked once.
   *
   * @return empty once they are asked, or else why not
   */
  public Future<Optional<Problem>> ask(
      PersonId me, CoupleId couple, UUID asked, UUID instrument, Seat seat) {
    return db.as(
        me,
        tx ->
            couples
                .inCaseload(tx, me, couple)
                .compose(
                    mine ->
                        mine.map(it -> ask(tx, me, it, asked, instrument, seat))
                            .orElseGet(Asking::nothingHere)));
  }

  private Future<Optional<Problem>> ask(
      Tx tx, PersonId me, Couple couple, UUID asked, UUID instrument, Seat seat) {
    Future<Optional<PersonId>> person = AskedStore.inSeat(tx, couple.id(), seat.bit());
    Future<Optional<Brought>> brought =
        InstrumentStore.practice(tx, me)
            .compose(of -> of.map(it -> one(tx, it, instrument)).orElseGet(Asking::none));
    Future<List<Asked>> before = AskedStore.ofCouple(tx, couple.id());
    return Future.all(person, brought, before)
        .compose(
            _ -> {
              if (person.result().isEmpty() || brought.result().isEmpty()) {
                return nothingHere();
              }
              var who = new Who(couple.id(), person.result().get());
              if (before.result().stream().anyMatch(it -> it.id().equals(asked))) {
                return Future.succeededFuture(Optional.empty());
              }
              Optional<Refusal> why = against(couple, brought.result().get(), who, before.result());
              return why.isPresent()
                  ? no(why.get())
                  : AskedStore.ask(tx, me, asked, who, instrument, today(couple))
                      .map(rows -> rows == 1 ? Optional.empty() : Optional.of(Problem.NOT_FOUND));
            });
  }

  private static Optional<Refusal> against(
      Couple couple, Brought brought, Who who, List<Asked> before) {
    if (couple.state() != Couple.State.ACTIVE) {
      return Optional.of(Refusal.CASE_RESTS);
    }
    if (brought.state() != Brought.State.IN_USE) {
      return Optional.of(Refusal.NOT_IN_USE);
    }
    boolean waits =
        before.stream()
            .anyMatch(
                it ->
                    it.who().equals(who)
                        && it.instrumentId().equals(brought.id())
                        && it.state() == State.ASKED);
    return waits ? Optional.of(Refusal.ALREADY_ASKED) : Optional.empty();
  }

  private static Future<Optional<Brought>> one(Tx tx, PracticeId of, UUID instrument) {
    return InstrumentStore.one(tx, of, instrument);
  }

  private static Future<Optional<Brought>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  /** Asks no more. What was answered so far stays its author's and is read by nobody else. */
  public Future<Optional<Problem>> takeBack(PersonId me, CoupleId couple, UUID asked) {
    return act(
        me,
        couple,
        asked,
        (tx, there) ->
            there.asked().handedInOn().isPresent()
                ? no(Refusal.CLOSED)
                : AskedStore.takeBack(tx, couple, asked, today(there.couple()))
                    .map(_ -> Optional.empty()));
  }

  /** Shows whoever answered their own number, or does so no more; never anybody else. */
  public Future<Optional<Problem>> show(PersonId me, CoupleId couple, UUID asked, boolean on) {
    return act(
        me,
        couple,
        asked,
        (tx, there) -> {
          if (!there.asked().instrument().mayBeShown()) {
            return no(Refusal.NEVER_SHOWN);
          }
          if (there.asked().state() != State.HANDED_IN) {
            return nothingHere();
          }
          return (on
                  ? AskedStore.show(tx, me, asked, there.asked().who(), today(there.couple()))
                  : AskedStore.showNoMore(tx, asked))
              .map(_ -> Optional.empty());
        });
  }

  private record There(Couple couple, Asked asked) {}

  private Future<Optional<Problem>> act(
      PersonId me, CoupleId id, UUID asked, BiFunction<Tx, There, Future<Optional<Problem>>> act) {
    return db.as(
        me,
        tx -> {
          Future<Optional<Couple>> couple = couples.inCaseload(tx, me, id);
          Future<Optional<Asked>> one = AskedStore.one(tx, id, asked);
          return Future.all(couple, one)
              .compose(
                  _ ->
                      couple
                          .result()
                          .flatMap(mine -> one.result().map(it -> new There(mine, it)))
                          .map(there -> act.apply(tx, there))
                          .orElseGet(Asking::nothingHere));
        });
  }

  private static Future<Optional<Problem>> nothingHere() {
    return Future.succeededFuture(Optional.of(Problem.NOT_FOUND));
  }

  private static Future<Optional<Problem>> no(Refusal why) {
    return Future.succeededFuture(Optional.of(why.problem()));
  }

  private LocalDate today(Couple couple) {
    return LocalDate.ofInstant(clock.instant(), couple.zone());
  }
}
