package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.db.Db;
import app.accord.faults.Evidence.Memory;
import app.accord.faults.Evidence.Outcome;
import app.accord.faults.Evidence.Row;
import app.accord.kernel.PersonId;
import app.accord.room.Frames;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.room.live.PgJournal;
import app.accord.seal.Seal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import app.accord.testing.Tickets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle loses nothing that it confirmed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerKilledIT {
  private static final int KILLS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path logs;
  private Database database;
  private TestCase house;

  @BeforeEach
  void arrange() {
    database = TestPostgres.migratedDatabase();
    house = TestCase.in(database);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void five_kills_in_the_middle_lose_double_and_reorder_nothing() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    try (var server = new ServerProcess(database, logs.resolve("server.log"))) {
      server.start();
      try (var marta = member(server, Seat.THERAPIST, house.therapist(), "therapist");
          var noor = member(server, Seat.PARTNER_1, house.one(), "client");
          var daniel = member(server, Seat.PARTNER_2, house.two(), "client")) {
        var all = List.of(marta, noor, daniel);
        marta.act("OpenRoom", "{}").join();
        all.forEach(ScriptedMember::awaitIn);
        int runs;
        try (var work = Work.begin(marta, noor, daniel)) {
          for (int i = 0; i < KILLS; i++) {
            atSomeMoment(random);
            server.kill();
            server.start();
            all.forEach(ScriptedMember::awaitIn);
          }
          runs = work.finish();
        }
        settle(all);
        var evidence =
            new Evidence(journal(server), all.stream().map(ScriptedMember::memory).toList());
        sum(evidence, all, runs, seed);
        assertThat(Checker.check(evidence)).as("faults, seed %d", seed).isEmpty();
        assertThat(all).flatExtracting(ScriptedMember::surprises).isEmpty();
        assertThat(runs).as("whole exercises").isPositive();
      }
    }
  }

  private ScriptedMember member(ServerProcess server, Seat seat, PersonId person, String role) {
    return new ScriptedMember(
        seat,
        URI.create("ws://localhost:%d/api/rooms/%s/live".formatted(server.port(), house.room())),
        Map.of(
            "Cookie",
            Tickets.cookie(database, person, role),
            "Origin",
            "http://localhost:" + server.port()));
  }

  private static void atSomeMoment(Random random) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(1500)));
  }

  /** A last word of each, which comes after all that is under way; then all of it has come. */
  private void settle(List<ScriptedMember> all) {
    for (ScriptedMember one : all) {
      assertThat(one.act("Say", "{\"text\":\"last\"}").join()).isInstanceOf(Outcome.Acked.class);
    }
    all.forEach(one -> one.awaitNumber(count(one.memory().seat())));
  }

  private long count(Seat seat) {
    return Long.parseLong(
        Behind.read(
                database,
                "select n[%d] from accord.room_head where room_id = '%s'"
                    .formatted(seat.bit() + 1, house.room()))
            .getFirst());
  }

  /** The rows as they lie in the table, with the words opened by the server's own key. */
  private List<Row> journal(ServerProcess server) {
    List<String> numbers =
        Behind.read(
            database,
            "select seq from accord.room_event where room_id = '%s' order by seq"
                .formatted(house.room()));
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Db db = Db.of(vertx, database.asApp(), 2);
    try {
      var entries =
          Operations.await(new PgJournal(vertx, db, new Seal(db, server.key())).load(house.room()))
              .entries();
      assertThat(entries).hasSameSizeAs(numbers);
      var rows = new ArrayList<Row>();
      for (int i = 0; i < entries.size(); i++) {
        rows.add(row(Long.parseLong(numbers.get(i)), entries.get(i)));
      }
      return rows;
    } finally {
      Operations.await(db.close());
      Operations.await(vertx.close());
    }
  }

  private static Row row(long seq, Journal.Entry entry) {
    try {
      String body = "{" + Frames.body(entry.by(), entry.event(), entry.at());
      return new Row(
          seq, entry.audience(), entry.author(), command(entry), JSON.readTree(body).toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Null also for an arrival: the server itself asks for that, under an id of its own. */
  private static @Nullable UUID command(Journal.Entry entry) {
    boolean isSent = entry.command() != null && !(entry.event() instanceof RoomEvent.Attended);
    return isSent ? entry.command().value() : null;
  }

  private static void sum(Evidence evidence, List<ScriptedMember> all, int runs, long seed) {
    var sent = evidence.members().stream().map(Memory::sent).flatMap(List::stream).toList();
    System.out.printf(
        "%d kills, %d exercises: %d commands, %d confirmed, %d refused, %d never answered, %d sent again; %d events; seed %d%n",
        KILLS,
        runs,
        sent.size(),
        sent.stream().filter(one -> one.outcome() instanceof Outcome.Acked).count(),
        sent.stream().filter(one -> one.outcome() instanceof Outcome.Refused).count(),
        sent.stream().filter(one -> one.outcome() instanceof Outcome.Unknown).count(),
        all.stream().mapToInt(ScriptedMember::resent).sum(),
        evidence.journal().size(),
        seed);
  }
}
