package app.accord.embedded;

import app.accord.authoring.OwnExercises;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.db.Postgres;
import app.accord.embedded.DemoSession.Agreed;
import app.accord.embedded.DemoSession.Script;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.record.Records;
import app.accord.room.live.Journal;
import app.accord.room.live.Journal.Appended;
import app.accord.room.live.PgJournal;
import app.accord.seal.Seal;
import app.accord.session.JournalPages;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The practice at the old mill: people, couples and their past, so that whoever tries Accord out
 * finds a day like any other. Loading it again changes nothing but plans a session if none lies
 * ahead.
 */
public final class DemoData {
  private static final int TRIES = 10;
  private static final Duration AHEAD = Duration.ofMinutes(25);

  private static final List<Script> NOOR_AND_DANIEL =
      List.of(
          done("first-session"),
          done("what-trust-gives-us"),
          done("communicate-openly").learning("Said back slowly, it became smaller."),
          agreed(
              "being-trustworthy",
              new Agreed(
                  "We say when we’ll be more than 20 minutes late.",
                  List.of(
                      "Whoever is late writes one line before the time has passed.",
                      "The other answers with “thanks” and does not ask why at once.",
                      "If it was forgotten, we say so the same evening."),
                  56)),
          agreed(
              "boundaries-and-phones",
              new Agreed(
                  "Phones stay in the hall after nine.",
                  List.of(
                      "After nine our phones lie in the hall, each with its own code.",
                      "If one of us waits for a call, we say so before."),
                  56)),
          done("after-a-conflict").learning("Either of us may say: later, tonight at nine."),
          new Script(Optional.empty(), Optional.empty()),
          new Script(Optional.empty(), Optional.empty()));

  private DemoData() {}

  /**
   * Loads it into a migrated database; it is there when this returns.
   *
   * @param issuer Keycloak's realm as its tokens name it
   */
  public static void load(
      Postgres superuser, Postgres app, byte[] keyEncryptionKey, String issuer, Clock clock) {
    try (var connection =
        DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password())) {
      connection.setAutoCommit(false);
      var rows = new DemoRows(connection);
      DemoDates dates = DemoDates.beginningAt(clock.instant());
      List<DemoCouple> couples = DemoCouple.all(dates);
      DemoCouple first = couples.getFirst();
      List<DemoHomework> homework = DemoHomework.all(dates, couples);
      List<DemoAgreements> agreements = DemoAgreements.all(dates, couples);
      Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
      if (rows.isThere()) {
        rows.nameIssuer(issuer);
        rows.planAgain(first, minute, minute.plus(AHEAD));
      } else {
        rows.practice(issuer);
        for (DemoCouple couple : couples) {
          rows.couple(couple, issuer);
        }
        for (DemoHomework given : homework) {
          rows.homework(given);
        }
        for (DemoAgreements agreement : agreements) {
          rows.agreement(agreement);
        }
      }
      connection.commit();
      List<DemoRows.Past> silent = rows.withoutJournal(first);
      Set<RoomId> rooms = rows.silentBetween();
      var unwritten = homework.stream().filter(given -> rooms.contains(given.room())).toList();
      var untold = agreements.stream().filter(one -> rooms.contains(one.room())).toList();
      DemoCouple second = couples.get(1);
      List<DemoRows.Unsigned> unsigned = rows.withoutRecord(first);
      var past =
          new Past(
              first,
              second,
              silent,
              unwritten,
              untold,
              rows.isUnanswered(second),
              rows.isWithoutInstruments(),
              unsigned,
              dates,
              clock);
      if (past.isSilent() || rows.isQuiet(first)) {
        past.write(rows, app, keyEncryptionKey);
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The demo's practice could not be loaded", failure);
    }
  }

  private static Script done(String exercise) {
    return new Script(Optional.of(exercise), Optional.empty());
  }

  private static Script agreed(String exercise, Agreed agreed) {
    return new Script(Optional.of(exercise), Optional.of(agreed));
  }

  /** Writes by the server's own doors, as the server would: sealed, and under the policies. */
  private record Past(
      DemoCouple couple,
      DemoCouple second,
      List<DemoRows.Past> silent,
      List<DemoHomework> homework,
      List<DemoAgreements> agreements,
      boolean unanswered,
      boolean withoutInstruments,
      List<DemoRows.Unsigned> unsigned,
      DemoDates dates,
      Clock clock) {

    boolean isSilent() {
      return !silent.isEmpty()
          || !homework.isEmpty()
          || !agreements.isEmpty()
          || unanswered
          || withoutInstruments
          || !unsigned.isEmpty();
    }

    void write(DemoRows rows, Postgres app, byte[] keyEncryptionKey) throws SQLException {
      Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
      Db db = Db.of(vertx, app, 4);
      try {
        var seal = new Seal(db, keyEncryptionKey);
        var journal = new PgJournal(vertx, db, seal);
        var library = Library.shipped(db);
        var pages = new JournalPages(db, journal, seal, library, clock);
        for (DemoRows.Past past : silent) {
          Journal.Batch batch = batch(past, library);
          await(written(() -> journal.append(batch), TRIES));
          await(pages.follow(DemoCouple.MARTA.id(), past.room()));
        }
        for (DemoHomework given : homework) {
          String digest = library.current(given.given().exercise()).orElseThrow().digest();
          await(library.keep(DemoCouple.MARTA.id(), digest));
          Journal.Batch batch = given.journal(library);
          await(written(() -> journal.append(batch), TRIES));
        }
        for (DemoAgreements agreement : agreements) {
          String digest = library.current(agreement.exercise()).orElseThrow().digest();
          await(library.keep(DemoCouple.MARTA.id(), digest));
          Journal.Batch batch = agreement.journal(library, clock.instant());
          await(written(() -> journal.append(batch), TRIES));
        }
        if (unanswered) {
          await(new DemoCheckins(db, seal, clock).write(couple, second));
        }
        if (withoutInstruments) {
          await(new DemoInstruments(db, seal, dates).write(couple));
        }
        for (DemoRows.Unsigned session : unsigned) {
          var then = Clock.fixed(DemoWords.signedAt(session), ZoneOffset.UTC);
          var records = new Records(db, seal, new Couples(seal), journal, library, pages, then);
          await(DemoWords.sign(records, couple, session));
        }
        if (rows.isQuiet(couple)) {
          await(
              new DemoExercises(new OwnExercises(db, seal, library, clock))
                  .write(DemoCouple.MARTA.id()));
          new DemoWords(rows, seal, couple, dates).write();
        }
      } finally {
        await(db.close());
        await(vertx.close());
      }
    }

    /** Rejected: it is there, an earlier start was ended between this and the next. */
    private static Future<Void> written(Supplier<Future<Appended>> append, int tries) {
      return append
          .get()
          .compose(
              outcome ->
                  switch (outcome) {
                    case Appended.Committed _, Appended.Rejected _ -> Future.succeededFuture();
                    case Appended.Busy _, Appended.Unknown _ ->
                        tries > 1
                            ? written(append, tries - 1)
                            : Future.failedFuture("the database is too busy");
                  });
    }

    private Journal.Batch batch(DemoRows.Past past, Library library) {
      Script script = NOOR_AND_DANIEL.get(past.number() - 1);
      return DemoSession.journal(past.room(), couple, past.startsAt(), script, library);
    }

    static void await(Future<?> done) {
      try {
        done.await(30, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        throw new IllegalStateException("The demo's past could not be written", late);
      }
    }
  }
}
