package app.accord.embedded;

import app.accord.checkin.Act;
import app.accord.checkin.Answering;
import app.accord.checkin.QuestionFiles;
import app.accord.checkin.Questions;
import app.accord.checkin.Week;
import app.accord.checkin.Weekly;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.embedded.DemoCouple.DemoPerson;
import app.accord.kernel.Problem;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Twelve weeks of check-ins of two couples, answered by the server's own door at clocks of those
 * weeks: one that shares and rises, one that shares nothing and of which both are lower.
 */
final class DemoCheckins {
  private static final Integer GAP = null;
  private static final List<String> SHARED = List.of("closeness", "reliance");

  private final Db db;
  private final Seal seal;
  private final Weekly weekly = QuestionFiles.shipped().weekly();
  private final Week last;

  DemoCheckins(Db db, Seal seal, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.last = weekly.rhythm().lastClosed(clock.instant(), DemoDates.ZONE);
  }

  /**
   * Writes what is not there yet; Lena's line comes last and says that all is.
   *
   * @param first Noor and Daniel
   * @param second Lena and Marcus
   */
  Future<?> write(DemoCouple first, DemoCouple second) {
    return Future.all(
            shares(first.one())
                .compose(_ -> answers(first.one(), 0, line(4, 4, 5, 3, 4, 5, 5, 6, 5, 6, 7, 6))),
            shares(first.two())
                .compose(_ -> answers(first.two(), 0, line(5, 5, 4, 4, 5, 4, 5, 5, 6, 6, 6, 7))),
            answers(second.one(), 4, line(GAP, 6, GAP, 7, 6, GAP, 6, 6, 6, 5, 4, 3)),
            answers(second.two(), 5, line(7, GAP, 7, GAP, 7, 6, 7, 7, 7, 6, 5, 4)))
        .compose(
            _ ->
                done(
                    inWeek(last)
                        .act(
                            second.one().id(),
                            last,
                            new Act.Say(
                                "Ich möchte sagen können, dass ich müde bin, ohne dass es ein Vorwurf ist.",
                                Act.Reach.THERAPIST))));
  }

  private static List<Integer> line(Integer... numbers) {
    return Arrays.asList(numbers);
  }

  /** Since before the first of the weeks. */
  private Future<?> shares(DemoPerson who) {
    Instant before =
        weekly.rhythm().opensAt(last.plus(-11), DemoDates.ZONE).minus(Duration.ofDays(2));
    return Future.all(
        SHARED.stream().map(item -> done(at(before).share(who.id(), item, true))).toList());
  }

  /** One week after the other; the first item as it stands there, the others near it. */
  private Future<?> answers(DemoPerson who, int others, List<Integer> numbers) {
    Future<?> all = Future.succeededFuture();
    for (int i = 0; i < numbers.size(); i++) {
      Integer number = numbers.get(i);
      Week week = last.plus(i + 1 - numbers.size());
      if (number != null) {
        all = all.compose(_ -> answers(who, week, number, others));
      }
    }
    return all;
  }

  private Future<?> answers(DemoPerson who, Week week, int number, int others) {
    List<String> items = weekly.english().items().stream().map(Questions.Item::id).toList();
    return Future.all(
        items.stream()
            .map(
                item -> {
                  int near = item.equals("closeness") ? number : Math.max(number, others);
                  return done(
                      inWeek(week).act(who.id(), week, new Act.Answer(item, OptionalInt.of(near))));
                })
            .toList());
  }

  private Answering inWeek(Week week) {
    return at(weekly.rhythm().opensAt(week, DemoDates.ZONE).plus(Duration.ofHours(30)));
  }

  private Answering at(Instant then) {
    return new Answering(db, seal, new Couples(seal), weekly, Clock.fixed(then, ZoneOffset.UTC));
  }

  private static Future<Void> done(Future<Optional<Problem>> act) {
    return act.compose(
        why ->
            why.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture("the demo's check-ins: " + why.get().type()));
  }
}
