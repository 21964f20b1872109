package app.accord.message;

import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.draft.Draft;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.message.Circle.Found;
import app.accord.message.MessageDraftStore.Kept;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody is writing in a thread and has not sent, for nobody else. A thread is no room, so
 * these lie beside the drafts of rooms; their field is the thread's name.
 */
public final class MessageDrafts {
  private final Db db;
  private final Seal seal;
  private final Circles circles;
  private final Clock clock;

  public MessageDrafts(Db db, Seal seal, Couples couples, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.circles = new Circles(couples);
    this.clock = clock;
  }

  private record Gathered(Circle circle, List<Kept> kept) {}

  /** Empty: no such case of this person's. */
  Future<Optional<List<Draft>>> of(PersonId me, Optional<CoupleId> couple) {
    return db.readAs(
            me,
            tx ->
                circles
                    .of(tx, me, couple)
                    .compose(
                        found ->
                            found
                                .map(
                                    circle ->
                                        MessageDraftStore.list(tx, me, circle.couple().id())
                                            .map(kept -> Optional.of(new Gathered(circle, kept))))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))))
        .compose(
            found ->
                found
                    .map(it -> opened(it).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  /** False: no such thread, or none to write in. */
  Future<Boolean> put(PersonId me, Optional<CoupleId> couple, ThreadName thread, String text) {
    return thread(me, couple, thread)
        .compose(
            found ->
                found
                    .map(
                        there ->
                            seal.seal(Owner.person(me), me, there.place(), text)
                                .compose(
                                    words ->
                                        db.as(
                                            me,
                                            tx ->
                                                MessageDraftStore.put(
                                                    tx,
                                                    me,
                                                    there.couple(),
                                                    there.thread(),
                                                    words,
                                                    clock.instant())))
                                .map(true))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  /** False: no such thread, or none to write in. A draft that is not there is gone already. */
  Future<Boolean> delete(PersonId me, Optional<CoupleId> couple, ThreadName thread) {
    return thread(me, couple, thread)
        .compose(
            found ->
                found
                    .map(
                        there ->
                            db.as(
                                    me,
                                    tx ->
                                        MessageDraftStore.delete(
                                            tx, me, there.couple(), there.thread()))
                                .map(true))
                    .orElseGet(() -> Future.succeededFuture(false)));
  }

  private record There(PersonId me, CoupleId couple, Found thread) {
    Place place() {
      return MessageDrafts.place(me, couple, thread);
    }
  }

  private Future<Optional<There>> thread(
      PersonId me, Optional<CoupleId> couple, ThreadName thread) {
    return db.readAs(me, tx -> circles.of(tx, me, couple))
        .map(
            found ->
                found.flatMap(
                    circle ->
                        circle
                            .find(thread)
                            .filter(_ -> circle.isOpen(thread))
                            .map(there -> new There(me, circle.couple().id(), there))));
  }

  private Future<List<Draft>> opened(Gathered found) {
    Circle circle = found.circle();
    List<Future<Optional<Draft>>> drafts =
        circle.threads().stream()
            .flatMap(thread -> in(found, thread).map(kept -> opened(circle, thread, kept)))
            .toList();
    return Future.all(drafts)
        .map(all -> all.<Optional<Draft>>list().stream().flatMap(Optional::stream).toList());
  }

  private static Stream<Kept> in(Gathered found, Found thread) {
    return found.kept().stream()
        .filter(kept -> Objects.equals(kept.partner(), MessageStore.partner(thread)));
  }

  private Future<Optional<Draft>> opened(Circle circle, Found thread, Kept kept) {
    return seal.open(circle.me(), place(circle.me(), circle.couple().id(), thread), kept.words())
        .map(text -> text.map(it -> new Draft(thread.name().wire(), it, kept.at())));
  }

  /** Case, person and thread, so that a draft copied to another row does not open there. */
  private static Place place(PersonId me, CoupleId couple, Found thread) {
    String with = thread.pair().map(pair -> pair.partner().toString()).orElse("all");
    return Place.of(
        "message_draft", "sealed", String.join("|", couple.toString(), me.toString(), with));
  }
}
