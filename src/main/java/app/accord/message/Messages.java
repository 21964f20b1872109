package app.accord.message;

import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.message.Circle.Found;
import app.accord.message.MessageStore.Kept;
import app.accord.message.Threads.OneThread;
import app.accord.room.Words;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What partners and therapist write to each other between sessions. In each act {@code couple} is a
 * therapist's case, or empty for the couple that a partner is in.
 */
public final class Messages {
  private static final Problem CLOSED =
      Problem.of("thread-closed", 409, "Nothing new can be written here");
  private static final Problem TAKEN = Problem.of("id-taken", 409, "This id is another message's");

  private final Db db;
  private final Seal seal;
  private final Circles circles;
  private final Clock clock;

  public Messages(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.circles = new Circles(couples);
    this.clock = clock;
  }

  /** What became of a message. */
  public sealed interface Sent {
    record Kept(CoupleId couple, Message message) implements Sent {}

    record Refused(Problem why) implements Sent {}
  }

  /** Threads, and whose case they are of, for the audit. */
  public record Read(CoupleId couple, Threads threads) {}

  /** Empty: no such case of this person's. */
  public Future<Optional<Read>> read(PersonId me, Optional<CoupleId> couple) {
    return db.readAs(
            me,
            tx ->
                circles
                    .of(tx, me, couple)
                    .compose(
                        found ->
                            found
                                .map(circle -> gather(tx, circle).map(Optional::of))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))))
        .compose(
            found ->
                found
                    .map(it -> opened(it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** Once for an id, however often it comes. It cannot be taken back. */
  Future<Sent> send(
      PersonId me, Optional<CoupleId> couple, ThreadName thread, UUID id, String typed) {
    String text = Words.clean(typed);
    return db.readAs(me, tx -> circles.of(tx, me, couple))
        .compose(
            found -> {
              Optional<Found> there = found.flatMap(circle -> circle.find(thread));
              if (there.isEmpty()) {
                return refused(Problem.NOT_FOUND);
              }
              Circle circle = found.orElseThrow();
              if (!circle.isOpen(thread)) {
                return refused(circle.mayBe(thread) ? CLOSED : Problem.NOT_FOUND);
              }
              return keep(circle, there.get(), id, text);
            });
  }

  /** False: no such thread. A mark is the therapist's own, a partner leaves none. */
  Future<Boolean> see(PersonId me, CoupleId couple, ThreadName thread, UUID last) {
    return db.as(
        me,
        tx ->
            circles
                .of(tx, me, Optional.of(couple))
                .compose(
                    found ->
                        found
                            .flatMap(circle -> circle.find(thread))
                            .map(
                                there ->
                                    MessageStore.see(tx, me, couple, there, last).map(_ -> true))
                            .orElseGet(() -> Future.succeededFuture(false))));
  }

  /** False: no therapist. */
  Future<Boolean> sayReadingDays(PersonId me, Collection<Day> days) {
    return db.as(
        me,
        tx ->
            MessageStore.isTherapist(tx, me)
                .compose(
                    therapist ->
                        therapist
                            ? MessageStore.sayReadingDays(tx, me, Day.bits(days)).map(true)
                            : Future.succeededFuture(false)));
  }

  private static Future<Sent> refused(Problem why) {
    return Future.succeededFuture(new Sent.Refused(why));
  }

  private Future<Sent> keep(Circle circle, Found thread, UUID id, String text) {
    PersonId me = circle.me();
    CoupleId couple = circle.couple().id();
    return seal.seal(circle.owner(thread), me, place(id), text)
        .compose(
            words ->
                db.as(
                    me,
                    tx ->
                        MessageStore.send(tx, me, couple, thread, id, words)
                            .compose(_ -> MessageStore.sent(tx, me, couple, thread, id))))
        .compose(
            kept ->
                kept.map(
                        one ->
                            opened(circle, one)
                                .<Sent>map(it -> new Sent.Kept(couple, it.orElseThrow())))
                    .orElseGet(() -> refused(TAKEN)));
  }

  private record Gathered(Circle circle, List<Kept> messages, List<Day> reads) {}

  private static Future<Gathered> gather(Tx tx, Circle circle) {
    Future<List<Kept>> messages = MessageStore.list(tx, circle.me(), circle.couple().id());
    Future<List<Day>> reads =
        circle
            .therapist()
            .map(therapist -> MessageStore.readingDays(tx, therapist.person()))
            .orElseGet(() -> Future.succeededFuture(List.of()));
    return Future.all(messages, reads)
        .map(_ -> new Gathered(circle, messages.result(), reads.result()));
  }

  private Future<Read> opened(Gathered found) {
    Circle circle = found.circle();
    return Future.all(found.messages().stream().map(one -> opened(circle, one)).toList())
        .map(
            all ->
                all.<Optional<Message>>list().stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.toMap(Message::id, Function.identity())))
        .map(words -> new Read(circle.couple().id(), threads(found, words)));
  }

  private Threads threads(Gathered found, Map<UUID, Message> words) {
    Circle circle = found.circle();
    return new Threads(
        circle.you(),
        circle.members(),
        circle.couple().secrets().wire(),
        circle.couple().zone().getId(),
        clock.instant(),
        found.reads(),
        circle.threads().stream()
            .map(thread -> thread(found, thread, words))
            .filter(thread -> circle.mayBe(thread.thread()) || !thread.messages().isEmpty())
            .toList());
  }

  private static OneThread thread(Gathered found, Found thread, Map<UUID, Message> words) {
    Circle circle = found.circle();
    List<Kept> here =
        found.messages().stream()
            .filter(one -> java.util.Objects.equals(one.partner(), MessageStore.partner(thread)))
            .filter(one -> words.containsKey(one.id()))
            .toList();
    return new OneThread(
        thread.name(),
        circle.isOpen(thread.name()),
        here.stream().map(one -> java.util.Objects.requireNonNull(words.get(one.id()))).toList(),
        circle.you().isPartner()
            ? null
            : (int)
                here.stream()
                    .filter(one -> !one.seen() && !one.author().equals(circle.me()))
                    .count());
  }

  private Future<Optional<Message>> opened(Circle circle, Kept kept) {
    return seal.open(circle.me(), place(kept.id()), kept.words())
        .map(
            text ->
                text.map(
                    words ->
                        new Message(
                            kept.id(),
                            circle.of(kept.author()).map(Circle.Sitter::seat).orElse(null),
                            kept.at(),
                            words)));
  }

  private static Place place(UUID message) {
    return Place.of("message", "sealed", message);
  }
}
