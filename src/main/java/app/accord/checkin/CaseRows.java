package app.accord.checkin;

import app.accord.checkin.Act.Reach;
import app.accord.checkin.CheckinStore.Kept;
import app.accord.checkin.CheckinStore.KeptLine;
import app.accord.checkin.CheckinStore.Partner;
import app.accord.checkin.FlagStore.Aside;
import app.accord.checkin.Numbers.Opened;
import app.accord.checkin.ToldCase.Scale;
import app.accord.checkin.ToldCase.Told;
import app.accord.couple.Couple;
import app.accord.couple.Reader;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of some cases as their therapist finds them, to be opened outside of the transaction. */
record CaseRows(
    Reader reader,
    List<Couple> couples,
    List<Partner> partners,
    List<Kept> answers,
    List<KeptLine> lines,
    List<SessionScaleStore.Kept> scales,
    List<Aside> asides) {

  static Future<CaseRows> read(Tx tx, Reader reader, List<Couple> of, Week since) {
    List<CoupleId> ids = of.stream().map(Couple::id).toList();
    Future<List<Partner>> partners = CheckinStore.partners(tx, ids);
    Future<List<Kept>> answers = CheckinStore.answers(tx, ids, since);
    Future<List<KeptLine>> lines = CheckinStore.lines(tx, ids);
    Future<List<SessionScaleStore.Kept>> scales = SessionScaleStore.all(tx, ids);
    Future<List<Aside>> asides = FlagStore.all(tx, ids);
    return Future.all(partners, answers, lines, scales, asides)
        .map(
            _ ->
                new CaseRows(
                    reader,
                    of,
                    partners.result(),
                    answers.result(),
                    lines.result(),
                    scales.result(),
                    asides.result()));
  }

  /** Opens the numbers. {@code lastClosed} tells a case's last closed week. */
  Future<List<ToldCase>> open(
      Seal seal, PersonId therapist, java.util.function.Function<Couple, Week> lastClosed) {
    Future<List<Opened>> numbers = new Numbers(seal).open(therapist, Numbers.ANSWERS, answers);
    Future<List<OpenedScale>> opened =
        Future.all(scales.stream().map(one -> open(seal, therapist, one)).toList())
            .map(all -> all.list());
    return Future.all(numbers, opened)
        .map(
            _ ->
                couples.stream()
                    .map(
                        couple ->
                            told(
                                couple,
                                lastClosed.apply(couple),
                                numbers.result(),
                                opened.result()))
                    .toList());
  }

  private record OpenedScale(SessionScaleStore.Kept of, Map<String, Integer> answers) {}

  private static Future<OpenedScale> open(
      Seal seal, PersonId therapist, SessionScaleStore.Kept kept) {
    Place place = SessionScaleStore.place(kept.session(), kept.person());
    return seal.open(therapist, place, kept.answers())
        .map(text -> new OpenedScale(kept, text.map(SessionScales::read).orElse(Map.of())));
  }

  private ToldCase told(Couple couple, Week last, List<Opened> numbers, List<OpenedScale> opened) {
    var seats = new LinkedHashMap<PersonId, Seat>();
    partners.stream()
        .filter(partner -> partner.couple().equals(couple.id()))
        .forEach(partner -> seats.put(partner.person(), partner.seat()));
    var histories = new LinkedHashMap<Seat, History>();
    seats.forEach((person, seat) -> histories.put(seat, history(numbers, couple, person, last)));
    return new ToldCase(
        couple,
        reader.language(),
        seats,
        last,
        histories,
        lines.stream().flatMap(line -> told(line, couple, seats, last)).toList(),
        opened.stream().flatMap(scale -> told(scale, couple, seats)).toList(),
        asides.stream()
            .filter(aside -> aside.couple().equals(couple.id()))
            .map(Aside::flag)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Of closed weeks, whatever the database would show by its own clock. */
  private static History history(List<Opened> numbers, Couple couple, PersonId person, Week last) {
    var weeks = new TreeMap<Week, Map<String, Integer>>();
    numbers.stream()
        .filter(one -> one.spot().couple().equals(couple.id()))
        .filter(one -> one.spot().person().equals(person))
        .filter(one -> one.spot().week().compareTo(last) <= 0)
        .forEach(
            one -> {
              var answers = weeks.computeIfAbsent(one.spot().week(), _ -> new HashMap<>());
              one.number().ifPresent(n -> answers.put(one.spot().item(), n));
            });
    return new History(weeks);
  }

  private static Stream<Told> told(
      KeptLine line, Couple couple, Map<PersonId, Seat> seats, Week last) {
    @Nullable Seat by = seats.get(line.spot().person());
    return by != null
            && line.spot().couple().equals(couple.id())
            && line.spot().week().compareTo(last) <= 0
            && line.reach() == Reach.THERAPIST
        ? Stream.of(new Told(by, line))
        : Stream.empty();
  }

  private static Stream<Scale> told(OpenedScale scale, Couple couple, Map<PersonId, Seat> seats) {
    @Nullable Seat by = seats.get(scale.of().person());
    return by != null && scale.of().couple().equals(couple.id())
        ? Stream.of(
            new Scale(
                scale.of().number(), scale.of().room(), scale.of().startsAt(), by, scale.answers()))
        : Stream.empty();
  }
}
