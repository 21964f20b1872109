package app.accord.checkin;

import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Reach;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.checkin.CheckIn.Allowed;
import app.accord.checkin.CheckIn.Refused;
import app.accord.checkin.CheckinStore.Spot;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.seal.Owner;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a partner does with the own check-in, and with whom it is shared. */
public final class Answering {
  private final Db db;
  private final Seal seal;
  private final Numbers numbers;
  private final Couples couples;
  private final Weekly weekly;
  private final Clock clock;

  public Answering(Db db, Seal seal, Couples couples, Weekly weekly, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.numbers = new Numbers(seal);
    this.couples = couples;
    this.weekly = weekly;
    this.clock = clock;
  }

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
        yield seal.seal(owner, me, spot.linePlace(), text)
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
