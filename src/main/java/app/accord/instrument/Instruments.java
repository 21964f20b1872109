package app.accord.instrument;

import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.SourceFile;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.kernel.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaires of a practice. What a file says of a permission is only a proposal: nobody is
 * asked before a person of the practice stands for it, by name and day.
 */
public final class Instruments {
  private final Db db;
  private final Clock clock;

  public Instruments(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** One line of the list. */
  public record Summary(
      UUID id,
      String name,
      int version,
      String language,
      int items,
      boolean mayBeShown,
      Brought.State state) {

    static Summary of(Brought brought) {
      Instrument read = brought.instrument();
      return new Summary(
          brought.id(),
          read.name(),
          read.version(),
          read.language(),
          read.items().size(),
          read.mayBeShown(),
          brought.state());
    }
  }

  /**
   * What a file says, and who stands for it.
   *
   * @param permission in the words of whoever confirmed it; null for a draft
   * @param confirmedBy a name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      UUID id,
      Brought.State state,
      LocalDate importedOn,
      Instrument says,
      @Nullable String permission,
      @Nullable String confirmedBy,
      @Nullable LocalDate confirmedOn,
      @Nullable LocalDate withdrawnOn) {

    static Page of(Brought brought) {
      Optional<Brought.Permission> permission = brought.permission();
      return new Page(
          brought.id(),
          brought.state(),
          brought.on(),
          brought.instrument(),
          permission.map(Brought.Permission::words).orElse(null),
          permission.map(Brought.Permission::byName).orElse(null),
          permission.map(Brought.Permission::on).orElse(null),
          permission.flatMap(Brought.Permission::withdrawnOn).orElse(null));
    }
  }

  /** What is wrong with a file; nothing: it is kept. */
  public record Import(List<Wrong> mistakes) {}

  /** One mistake, where an author finds it. */
  public record Wrong(int line, String path, String words) {}

  /** What came of bringing a file. */
  public sealed interface Bringing {
    record Read(Import read) implements Bringing {}

    record Refused(Problem why) implements Bringing {}
  }

  /** All of the practice, drafts too. Empty: the asker is no therapist. */
  public Future<Optional<List<Summary>>> list(PersonId me) {
    return db.readAs(
        me,
        tx ->
            inPractice(
                tx,
                me,
                of ->
                    InstrumentStore.list(tx, of).map(it -> it.stream().map(Summary::of).toList())));
  }

  /** Empty: there is none, or it is another practice's. */
  public Future<Optional<Page>> page(PersonId me, UUID id) {
    return db.readAs(me, tx -> inPractice(tx, me, of -> InstrumentStore.one(tx, of, id)))
        .map(found -> found.flatMap(it -> it).map(Page::of));
  }

  /**
   * Keeps a file as a draft, or says all that is wrong with it. The same file sent again with the
   * same id is kept once.
   *
   * @param name what the file is called; the mistakes do not need it
   */
  public Future<Bringing> bring(PersonId me, UUID id, String name, String text) {
    var file = new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    InstrumentFile.Outcome read = InstrumentFile.read(file);
    if (read.instrument().isEmpty()) {
      return Future.succeededFuture(new Bringing.Read(wrong(read)));
    }
    return db.as(
            me, tx -> inPractice(tx, me, of -> keep(tx, me, of, id, read.instrument().get(), file)))
        .map(done -> done.orElseGet(() -> new Bringing.Refused(Problem.NOT_FOUND)));
  }

  private static Import wrong(InstrumentFile.Outcome read) {
    return new Import(
        read.mistakes().stream()
            .map(mistake -> new Wrong(mistake.line(), mistake.path(), mistake.words()))
            .toList());
  }

  private Future<Bringing> keep(
      Tx tx, PersonId me, PracticeId of, UUID id, Instrument read, SourceFile file) {
    var kept = new Bringing.Read(new Import(List.of()));
    return InstrumentStore.bring(tx, me, of, id, read, file.bytes(), today())
        .compose(
            rows ->
                rows == 1
                    ? Future.succeededFuture(kept)
                    : InstrumentStore.one(tx, of, id)
                        .map(
                            there ->
                                there
                                        .filter(it -> it.file().digest().equals(file.digest()))
                                        .isPresent()
                                    ? kept
                                    : new Bringing.Refused(Refusal.VERSION_THERE.problem())));
  }

  /**
   * Stands for the right to use it, and so puts it to use. The first to do so is kept.
   *
   * @return empty once it is so, or else why not
   */
  public Future<Optional<Problem>> standFor(PersonId me, UUID id, String permission) {
    return act(
        me,
        id,
        (tx, brought) ->
            InstrumentStore.standFor(tx, me, brought.practice(), id, permission, today())
                .map(_ -> Optional.empty()));
  }

  /** Withdraws it, so that nobody is asked any more, or puts it to use again. */
  public Future<Optional<Problem>> use(PersonId me, UUID id, boolean on) {
    return act(
        me,
        id,
        (tx, brought) ->
            brought.state() == Brought.State.DRAFT
                ? Future.succeededFuture(Optional.of(Refusal.NOT_IN_USE.problem()))
                : InstrumentStore.withdraw(tx, brought.practice(), id, on ? null : today())
                    .map(_ -> Optional.empty()));
  }

  /** Throws a draft away. */
  public Future<Optional<Problem>> throwAway(PersonId me, UUID id) {
    return act(
        me,
        id,
        (tx, brought) ->
            InstrumentStore.throwAway(tx, brought.practice(), id)
                .map(
                    rows ->
                        rows == 1 ? Optional.empty() : Optional.of(Refusal.NOT_A_DRAFT.problem())));
  }

  private Future<Optional<Problem>> act(
      PersonId me, UUID id, BiFunction<Tx, Brought, Future<Optional<Problem>>> act) {
    return db.as(
        me,
        tx ->
            inPractice(tx, me, of -> InstrumentStore.one(tx, of, id))
                .compose(
                    found ->
                        found
                            .flatMap(it -> it)
                            .map(brought -> act.apply(tx, brought))
                            .orElseGet(
                                () -> Future.succeededFuture(Optional.of(Problem.NOT_FOUND)))));
  }

  private static <T> Future<Optional<T>> inPractice(
      Tx tx, PersonId me, Function<PracticeId, Future<T>> then) {
    return InstrumentStore.practice(tx, me)
        .compose(
            found ->
                found
                    .map(of -> then.apply(of).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
