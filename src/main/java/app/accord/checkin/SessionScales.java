package app.accord.checkin;

import app.accord.checkin.SessionScaleStore.Ended;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.seal.Owner;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a session was for each: for the therapist alone, under every policy (R11). */
public final class SessionScales {
  /** A session that nobody closes closes by itself within that (decisions.md 30). */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, Integer>> ANSWERS = new TypeReference<>() {};

  private final Db db;
  private final Seal seal;
  private final Couples couples;
  private final AfterSession after;
  private final Clock clock;

  public SessionScales(Db db, Seal seal, Couples couples, AfterSession after, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.couples = couples;
    this.after = after;
    this.clock = clock;
  }

  /**
   * What one partner is asked after a session.
   *
   * @param answers by question; what is not there was skipped
   */
  public record Page(
      Seat you,
      List<Member> members,
      boolean open,
      Questions questions,
      Map<String, Integer> answers) {}

  /** Empty: no such session, it goes on, or this person was not in it. */
  public Future<Optional<Page>> page(PersonId me, RoomId room) {
    return db.readAs(
            me, tx -> SessionScaleStore.ended(tx, me, room).compose(it -> page(tx, me, it)))
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              Gathered there = found.get();
              return open(seal, me, me, there.ended(), there.kept())
                  .map(answers -> Optional.of(shown(there, answers)));
            });
  }

  private record Gathered(
      Ended ended, Seat seat, Reader reader, List<Member> members, Optional<Sealed> kept) {}

  private Future<Optional<Gathered>> page(Tx tx, PersonId me, Optional<Ended> found) {
    if (found.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Ended ended = found.get();
    Future<Optional<Seat>> seat = couples.seat(tx, me, ended.couple());
    Future<Reader> reader = couples.reader(tx, me);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(ended.couple()));
    Future<Optional<Sealed>> kept = SessionScaleStore.of(tx, me, ended.session());
    return Future.all(seat, reader, members, kept)
        .map(
            _ ->
                seat.result()
                    .map(
                        it ->
                            new Gathered(
                                ended,
                                it,
                                reader.result(),
                                members.result().getOrDefault(ended.couple(), List.of()),
                                kept.result())));
  }

  private Page shown(Gathered there, Map<String, Integer> answers) {
    return new Page(
        there.seat(),
        there.members(),
        after.isOpen(there.ended().at(), clock.instant()),
        after.in(there.reader().language()),
        answers);
  }

  /**
   * Keeps one's answers in place of what was there. The same sent twice has one effect.
   *
   * @return empty once they are kept, or else why not
   */
  public Future<Optional<Problem>> put(PersonId me, RoomId room, Map<String, Integer> answers) {
    return db.readAs(me, tx -> SessionScaleStore.ended(tx, me, room))
        .compose(
            found -> {
              Optional<Refusal> why = against(found, answers);
              return why.isPresent()
                  ? Future.succeededFuture(why.map(Refusal::problem))
                  : keep(me, found.orElseThrow(), answers);
            });
  }

  private Optional<Refusal> against(Optional<Ended> found, Map<String, Integer> answers) {
    if (found.isEmpty()
        || answers.keySet().stream().anyMatch(item -> after.english().item(item).isEmpty())) {
      return Optional.of(Refusal.NO_SUCH_QUESTION);
    }
    if (!after.isOpen(found.get().at(), clock.instant())) {
      return Optional.of(Refusal.NOT_OPEN);
    }
    return answers.values().stream().anyMatch(number -> number < 0 || number > 10)
        ? Optional.of(Refusal.OUT_OF_RANGE)
        : Optional.empty();
  }

  private Future<Optional<Problem>> keep(PersonId me, Ended ended, Map<String, Integer> answers) {
    return seal.seal(
            Owner.told(me),
            me,
            SessionScaleStore.place(ended.session(), me),
            written(new TreeMap<>(answers)))
        .compose(words -> db.as(me, tx -> SessionScaleStore.put(tx, me, ended, words)))
        .map(_ -> Optional.empty());
  }

  /** A session that this partner can still say something about, and has not. */
  public Future<Optional<RoomId>> waiting(Tx tx, PersonId me, Couple couple, Instant now) {
    Instant endedAfter = now.minus(after.openFor());
    return SessionScaleStore.unanswered(tx, me, couple.id(), endedAfter.minus(LONGEST), endedAfter)
        .map(found -> found.map(Ended::room));
  }

  /** What somebody answered, as a reader may have it; empty if it is gone or was never there. */
  static Future<Map<String, Integer>> open(
      Seal seal, PersonId as, PersonId by, Ended ended, Optional<Sealed> kept) {
    return kept.map(
            it ->
                seal.open(as, SessionScaleStore.place(ended.session(), by), it)
                    .map(text -> text.map(SessionScales::read).orElse(Map.of())))
        .orElseGet(() -> Future.succeededFuture(Map.of()));
  }

  private static String written(Map<String, Integer> answers) {
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers can be written");
    }
  }

  static Map<String, Integer> read(String text) {
    try {
      return JSON.readValue(text, ANSWERS);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("answers that cannot be read");
    }
  }
}
