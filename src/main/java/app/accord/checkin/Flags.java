package app.accord.checkin;

import app.accord.checkin.Flag.Signal;
import app.accord.checkin.FlagRules.AllLower;
import app.accord.checkin.FlagRules.Apart;
import app.accord.checkin.FlagRules.ItemLower;
import app.accord.checkin.FlagRules.OneLower;
import app.accord.checkin.FlagRules.Rule;
import app.accord.checkin.Scoring.Compared;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is worth a look in what the partners of one case have answered. It follows from closed weeks
 * alone, so it is the same whoever looks, and what was told at a week's closing stays what it was.
 */
public final class Flags {
  /** Somebody who used to answer has not for four weeks. A sign for a question, no more. */
  public static final String NO_CHECK_IN = "no-check-in";

  private static final int QUIET_WEEKS = 4;

  private final FlagRules rules;
  private final Scoring scoring;
  private final Map<Seat, History> partners;

  private Flags(FlagRules rules, Map<Seat, History> partners) {
    this.rules = rules;
    this.scoring = new Scoring(rules);
    this.partners = partners;
  }

  /**
   * All that was ever told, from old to new.
   *
   * @param partners in the order of their seats; answers of weeks after the last closed one do not
   *     count
   * @param lastClosed the last week that has closed
   */
  public static List<Flag> of(FlagRules rules, Map<Seat, History> partners, Week lastClosed) {
    return new Flags(rules, new LinkedHashMap<>(partners)).upTo(lastClosed);
  }

  private List<Flag> upTo(Week last) {
    Optional<Week> first =
        partners.values().stream()
            .flatMap(history -> history.weeks().keySet().stream())
            .min(Comparator.naturalOrder());
    return first.isEmpty() || first.get().compareTo(last) > 0
        ? List.of()
        : signals()
            .flatMap(signal -> episodes(signal.getKey(), signal.getValue(), first.get(), last))
            .sorted(Comparator.comparing(Flag::week))
            .toList();
  }

  /** Told when it begins to hold, and again only after some weeks without it. */
  private Stream<Flag> episodes(Signal signal, Predicate<Week> holds, Week first, Week last) {
    var told = new ArrayList<Week>();
    int without = rules.rearmAfterWeeks();
    for (Week week = first; week.compareTo(last) <= 0; week = week.plus(1)) {
      if (!holds.test(week)) {
        without++;
      } else {
        if (without >= rules.rearmAfterWeeks()) {
          told.add(week);
        }
        without = 0;
      }
    }
    boolean lastIsOver = without >= rules.rearmAfterWeeks();
    return told.stream()
        .map(week -> new Flag(signal, week, lastIsOver || !week.equals(told.getLast())));
  }

  // What each rule looks at

  private Stream<Map.Entry<Signal, Predicate<Week>>> signals() {
    return Stream.concat(
        rules.rules().stream().flatMap(this::signals),
        partners.keySet().stream()
            .map(
                seat ->
                    Map.entry(
                        signal(NO_CHECK_IN, Optional.of(seat)),
                        week -> hasFallenQuiet(seat, week))));
  }

  private Stream<Map.Entry<Signal, Predicate<Week>>> signals(Rule rule) {
    return switch (rule) {
      case AllLower all ->
          Stream.of(Map.entry(signal(all.id(), Optional.empty()), week -> allLower(all, week)));
      case OneLower one ->
          partners.keySet().stream()
              .map(
                  seat ->
                      Map.entry(
                          signal(one.id(), Optional.of(seat)),
                          week -> isBy(one, seat, week, above -> above <= -one.byTenths())));
      case ItemLower one -> partners.keySet().stream().flatMap(seat -> items(one, seat));
      case Apart apart ->
          Stream.of(Map.entry(signal(apart.id(), Optional.empty()), week -> isApart(apart, week)));
    };
  }

  private Stream<Map.Entry<Signal, Predicate<Week>>> items(ItemLower rule, Seat seat) {
    return history(seat).weeks().values().stream()
        .flatMap(answers -> answers.keySet().stream())
        .distinct()
        .sorted()
        .map(
            item ->
                Map.entry(
                    new Signal(rule.id(), Optional.of(seat), Optional.of(item)),
                    week -> itemLower(rule, seat, item, week)));
  }

  private static Signal signal(String rule, Optional<Seat> who) {
    return new Signal(rule, who, Optional.empty());
  }

  // Whether it holds at the closing of a week

  private boolean allLower(AllLower rule, Week week) {
    return partners.size() > 1
        && partners.keySet().stream()
            .allMatch(seat -> isBy(rule, seat, week, above -> above <= -rule.byTenths()));
  }

  private boolean isApart(Apart rule, Week week) {
    return partners.keySet().stream()
            .anyMatch(seat -> isBy(rule, seat, week, above -> above >= rule.byTenths()))
        && partners.keySet().stream()
            .anyMatch(seat -> isBy(rule, seat, week, above -> above <= -rule.byTenths()));
  }

  /** Whether it is so in each of the weeks that the rule looks at; a gap is not. */
  private boolean isBy(Rule rule, Seat seat, Week week, IntPredicate above) {
    Week from = first(rule, week);
    return IntStream.range(0, rule.weeks())
        .mapToObj(i -> scoring.compare(history(seat), from.plus(i), from))
        .allMatch(compared -> compared.map(Compared::above).filter(above::test).isPresent());
  }

  private boolean itemLower(ItemLower rule, Seat seat, String item, Week week) {
    Week from = first(rule, week);
    OptionalInt usualHalves = scoring.usualHalves(history(seat), item, from);
    return usualHalves.isPresent()
        && IntStream.range(0, rule.weeks())
            .mapToObj(i -> history(seat).answer(from.plus(i), item))
            .allMatch(
                answer ->
                    answer
                        .filter(it -> 5 * usualHalves.getAsInt() - 10 * it >= rule.byTenths())
                        .isPresent());
  }

  private boolean hasFallenQuiet(Seat seat, Week week) {
    Week from = week.plus(1 - QUIET_WEEKS);
    return !history(seat).weeks().headMap(from, false).isEmpty()
        && !history(seat).hasAny(from, week);
  }

  private static Week first(Rule rule, Week last) {
    return last.plus(1 - rule.weeks());
  }

  private History history(Seat seat) {
    return partners.getOrDefault(seat, History.NONE);
  }
}
