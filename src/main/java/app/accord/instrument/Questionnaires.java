package app.accord.instrument;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.instrument.Answers.Sheet;
import app.accord.instrument.AskedStore.Asked;
import app.accord.instrument.AskedStore.Kept;
import app.accord.instrument.AskedStore.State;
import app.accord.instrument.Instrument.Choice;
import app.accord.instrument.Instrument.Range;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.room.Seat;
import app.accord.seal.Seal;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is asked, and answers, alone. Nothing here changes with what the partner is asked
 * or does: it looks at the asker's own rows and no others.
 */
public final class Questionnaires {
  private final Db db;
  private final Answers answers;
  private final Couples couples;
  private final Clock clock;

  public Questionnaires(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.answers = new Answers(seal);
    this.couples = couples;
    this.clock = clock;
  }

  /** A line on the first page: something to answer, or a number that the therapist shows. */
  public record Line(UUID id, String name, boolean begun, boolean shown) {}

  /** A question, without how it is counted. */
  public record Question(String id, String text, List<Choice> answers) {}

  /** What was answered; without a value it was skipped. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Answered(String item, @Nullable Integer value) {}

  /**
   * The number, as the therapist shows it: with what it can be and where it comes from, and no word
   * of what it means.
   *
   * @param score null where too little was answered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      @Nullable BigDecimal score, Range range, boolean higherIsBetter, String source) {}

  /**
   * One questionnaire, as its reader finds it.
   *
   * @param open whether it can be answered now
   * @param minAnswered how many must have an answer before it can be handed in
   * @param shown null: the therapist does not show it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      UUID id,
      Seat you,
      List<Member> members,
      String name,
      String instructions,
      List<Question> items,
      int minAnswered,
      List<Answered> answers,
      State state,
      boolean open,
      @Nullable Shown shown) {}

  private record Mine(Couple couple, List<Asked> asked, List<Kept> answers) {}

  private record There(
      Couple couple, Seat you, List<Member> members, Asked asked, List<Kept> answers) {}

  /** What waits, and what is shown. Empty for whoever is a partner of no couple now. */
  public Future<List<Line>> lines(PersonId me) {
    return db.readAs(me, tx -> mine(tx, me))
        .map(found -> found.map(Questionnaires::lines).orElse(List.of()));
  }

  private static List<Line> lines(Mine mine) {
    return mine.asked().stream()
        .filter(it -> it.shown() || isOpen(mine.couple(), it))
        .map(
            it ->
                new Line(
                    it.id(),
                    it.instrument().name(),
                    mine.answers().stream().anyMatch(kept -> kept.asked().equals(it.id())),
                    it.shown()))
        .toList();
  }

  private Future<Optional<Mine>> mine(Tx tx, PersonId me) {
    return couples
        .ofPartner(tx, me)
        .compose(
            found ->
                found
                    .map(
                        own ->
                            AskedStore.ofPerson(tx, own.id(), me)
                                .compose(
                                    asked ->
                                        answersOf(tx, asked)
                                            .map(kept -> Optional.of(new Mine(own, asked, kept)))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private static Future<List<Kept>> answersOf(Tx tx, List<Asked> asked) {
    return AskedStore.answers(tx, asked.stream().map(Asked::id).toList());
  }

  /** Empty: nothing that this person is asked, or was. */
  public Future<Optional<Page>> page(PersonId me, UUID id) {
    return db.readAs(me, tx -> there(tx, me, id))
        .compose(
            found ->
                found
                    .map(
                        it ->
                            answers
                                .open(me, it.answers())
                                .map(sheets -> Optional.of(shown(it, sheets))))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<There>> there(Tx tx, PersonId me, UUID id) {
    return mine(tx, me)
        .compose(
            found ->
                found
                    .flatMap(
                        mine ->
                            mine.asked().stream()
                                .filter(it -> it.id().equals(id))
                                .findFirst()
                                .map(asked -> there(tx, me, mine, asked)))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<There>> there(Tx tx, PersonId me, Mine mine, Asked asked) {
    CoupleId couple = mine.couple().id();
    Future<Optional<Seat>> seat = couples.seat(tx, me, couple);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(couple));
    return Future.all(seat, members)
        .map(
            _ ->
                seat.result()
                    .map(
                        you ->
                            new There(
                                mine.couple(),
                                you,
                                members.result().getOrDefault(couple, List.of()),
                                asked,
                                mine.answers().stream()
                                    .filter(kept -> kept.asked().equals(asked.id()))
                                    .toList())));
  }

  private static Page shown(There there, Map<UUID, Sheet> sheets) {
    Asked asked = there.asked();
    Instrument of = asked.instrument();
    Sheet sheet = sheets.getOrDefault(asked.id(), Sheet.EMPTY);
    return new Page(
        asked.id(),
        there.you(),
        there.members(),
        of.name(),
        of.instructions(),
        of.items().stream()
            .map(item -> new Question(item.id(), item.text(), item.answers()))
            .toList(),
        of.score().minAnswered(),
        answered(of, sheet),
        asked.state(),
        isOpen(there.couple(), asked),
        asked.shown() ? number(of, sheet) : null);
  }

  /** In the order of the items. */
  private static List<Answered> answered(Instrument of, Sheet sheet) {
    return of.items().stream()
        .filter(item -> sheet.values().containsKey(item.id()))
        .map(item -> new Answered(item.id(), sheet.given().get(item.id())))
        .toList();
  }

  private static Shown number(Instrument of, Sheet sheet) {
    return new Shown(
        InstrumentScoring.score(of, sheet.given()).map(Value::shown).orElse(null),
        of.score().range(),
        of.score().higherIsBetter(),
        of.source());
  }

  /** While the case rests nobody is asked. */
  private static boolean isOpen(Couple couple, Asked asked) {
    return couple.state() == Couple.State.ACTIVE && asked.state() == State.ASKED;
  }

  /**
   * Answers one item, or skips it. The same sent twice has one effect.
   *
   * @param value one of the item's answers; empty: skipped
   * @return empty once it is kept, or else why not
   */
  public Future<Optional<Problem>> answer(PersonId me, UUID id, String item, OptionalInt value) {
    return inOpen(
        me,
        id,
        there -> {
          Optional<Instrument.Item> question = there.asked().instrument().item(item);
          if (question.isEmpty()) {
            return no(Problem.NOT_FOUND);
          }
          if (value.isPresent() && !question.get().offers(value.getAsInt())) {
            return no(Refusal.NO_SUCH_ANSWER.problem());
          }
          return answers
              .seal(me, id, item, value)
              .compose(
                  words ->
                      db.as(me, tx -> AskedStore.answer(tx, id, there.asked().who(), item, words)))
              .map(_ -> Optional.empty());
        });
  }

  /**
   * Hands the answers in. From then on they stay as they are. Sent again it is done once.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> handIn(PersonId me, UUID id) {
    return page(me, id)
        .compose(
            found ->
                found.filter(it -> it.state() == State.HANDED_IN).isPresent()
                    ? Future.succeededFuture(Optional.empty())
                    : inOpen(me, id, there -> handIn(me, there, found)));
  }

  private Future<Optional<Problem>> handIn(PersonId me, There there, Optional<Page> page) {
    long given =
        page.stream().flatMap(it -> it.answers().stream()).filter(it -> it.value() != null).count();
    if (given < there.asked().instrument().score().minAnswered()) {
      return no(Refusal.MORE_TO_ANSWER.problem());
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), there.couple().zone());
    Asked asked = there.asked();
    return db.as(me, tx -> AskedStore.handIn(tx, asked.id(), asked.who(), today))
        .map(_ -> Optional.empty());
  }

  private Future<Optional<Problem>> inOpen(
      PersonId me, UUID id, Function<There, Future<Optional<Problem>>> then) {
    return db.readAs(me, tx -> there(tx, me, id))
        .compose(
            found -> {
              if (found.isEmpty()) {
                return no(Problem.NOT_FOUND);
              }
              return isOpen(found.get().couple(), found.get().asked())
                  ? then.apply(found.get())
                  : no(Refusal.CLOSED.problem());
            });
  }

  private static Future<Optional<Problem>> no(Problem why) {
    return Future.succeededFuture(Optional.of(why));
  }
}
