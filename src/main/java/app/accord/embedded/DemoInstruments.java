package app.accord.embedded;

import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.embedded.DemoCouple.DemoPerson;
import app.accord.instrument.Asking;
import app.accord.instrument.Instruments;
import app.accord.instrument.Questionnaires;
import app.accord.kernel.Problem;
import app.accord.room.Seat;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Questionnaires of the demo's practice, brought and answered by the server's own doors: one of
 * Accord's own that Noor and Daniel answered twice, and one that nobody has stood for yet.
 */
final class DemoInstruments {
  private static final List<String> ITEMS =
      List.of("mornings", "chores", "hurry", "laughing", "own-time");
  private static final UUID EVERYDAY = id(1);
  private static final UUID DRAFT = id(2);

  private final Db db;
  private final Seal seal;
  private final DemoDates dates;

  DemoInstruments(Db db, Seal seal, DemoDates dates) {
    this.db = db;
    this.seal = seal;
    this.dates = dates;
  }

  private static UUID id(int number) {
    return UUID.fromString("6b1f0c52-0009-4000-8000-%012d".formatted(number));
  }

  /** Writes what is not there yet; the draft comes last and says that all is. */
  Future<?> write(DemoCouple couple) {
    var practice = new Instruments(db, clock(dates.at(3, 24, 9)));
    return bring(practice, EVERYDAY, "everyday-life.yaml")
        .compose(
            _ ->
                done(
                    practice.standFor(
                        DemoCouple.MARTA.id(),
                        EVERYDAY,
                        "Written for Accord and free for everybody to use.")))
        .compose(_ -> round(couple, couple.one(), 1, dates.at(3, 28, 18), 2, 3, 2, 2, 1))
        .compose(_ -> round(couple, couple.two(), 2, dates.at(3, 29, 20), 2, 2, 3, 3, 2))
        .compose(_ -> round(couple, couple.one(), 3, dates.at(5, 9, 11), 3, 3, 1, 3, 2))
        .compose(_ -> round(couple, couple.two(), 4, dates.at(5, 10, 19), 2, 3, 2, 3, 3))
        .compose(_ -> bring(practice, DRAFT, "relationship-questionnaire.yaml"));
  }

  private static Future<Void> bring(Instruments practice, UUID id, String file) {
    return practice
        .bring(DemoCouple.MARTA.id(), id, file, text(file))
        .compose(
            came ->
                came instanceof Instruments.Bringing.Read(Instruments.Import read)
                        && read.mistakes().isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture("the demo's questionnaire " + file + ": " + came));
  }

  private Future<Void> round(
      DemoCouple couple, DemoPerson who, int number, Instant at, int... values) {
    UUID asked = id(10 + number);
    Clock then = clock(at);
    var couples = new Couples(seal);
    var own = new Questionnaires(db, seal, couples, then);
    Seat seat = who.equals(couple.one()) ? Seat.PARTNER_1 : Seat.PARTNER_2;
    return done(new Asking(db, seal, couples, then)
            .ask(DemoCouple.MARTA.id(), couple.id(), asked, EVERYDAY, seat))
        .compose(_ -> own.page(who.id(), asked))
        // An earlier start may have come so far.
        .compose(
            page ->
                page.filter(Questionnaires.Page::open).isPresent()
                    ? answers(own, who, asked, values)
                    : Future.succeededFuture());
  }

  private static Future<Void> answers(
      Questionnaires own, DemoPerson who, UUID asked, int... values) {
    Future<Void> all = Future.succeededFuture();
    for (int i = 0; i < values.length; i++) {
      String item = ITEMS.get(i);
      var value = OptionalInt.of(values[i]);
      all = all.compose(_ -> done(own.answer(who.id(), asked, item, value)));
    }
    return all.compose(_ -> done(own.handIn(who.id(), asked)));
  }

  private static Clock clock(Instant at) {
    return Clock.fixed(at, ZoneOffset.UTC);
  }

  private static Future<Void> done(Future<Optional<Problem>> act) {
    return act.compose(
        why ->
            why.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture("the demo's questionnaires: " + why.get().type()));
  }

  private static String text(String file) {
    try (InputStream in = DemoInstruments.class.getResourceAsStream("/demo/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
