package app.accord.room.live;

import app.accord.bus.Bus;
import app.accord.db.Db;
import app.accord.db.Postgres;
import app.accord.http.Caller;
import app.accord.http.SessionWatch;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Role;
import app.accord.kernel.RoomId;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import app.accord.seal.Seal;
import app.accord.testing.LiveMember;
import app.accord.testing.TestCase;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server with live rooms and nothing else, where a header says who somebody is. */
final class LiveServer implements AutoCloseable {
  static final Settings.Limits USUAL = limits(20);
  private static final String PREFIX = "/api/rooms/";

  final Vertx vertx;
  final Db db;
  final Journal journal;
  final Rooms rooms;
  final Sessions sessions = new Sessions();
  final List<Journal.Entry> followed = new CopyOnWriteArrayList<>();
  final int port;

  private LiveServer(Postgres database, Settings.Limits limits, Times times, Clock clock) {
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    db = Db.of(vertx, database, 8);
    journal = new PgJournal(vertx, db, new Seal(db, new byte[32]));
    rooms =
        Rooms.of(
            vertx,
            new Bus(vertx),
            db,
            journal,
            Library.shipped(db),
            sessions,
            limits,
            clock,
            List.of((_, _, _, entries) -> followed.addAll(entries)),
            times);
    wait(rooms.start());
    port = listen();
  }

  static LiveServer start(Postgres database) {
    return start(database, USUAL, Times.USUAL);
  }

  static LiveServer start(Postgres database, Settings.Limits limits, Times times) {
    return new LiveServer(database, limits, times, Clock.systemUTC());
  }

  static LiveServer start(Postgres database, Clock clock) {
    return new LiveServer(database, USUAL, Times.USUAL, clock);
  }

  static Settings.Limits limits(int commandsPerSecond) {
    return new Settings.Limits(
        commandsPerSecond, 5, Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12));
  }

  URI live(RoomId room) {
    return URI.create("ws://localhost:%d/api/rooms/%s/live".formatted(port, room));
  }

  LiveMember join(RoomId room, PersonId person) {
    return LiveMember.join(live(room), as(person));
  }

  /** The therapist comes first and lets all in. */
  Trio open(TestCase house) {
    LiveMember marta = join(house.room(), house.therapist());
    marta.done("OpenRoom", "{}");
    return new Trio(marta, join(house.room(), house.one()), join(house.room(), house.two()));
  }

  /** The therapist and both partners. */
  record Trio(LiveMember marta, LiveMember noor, LiveMember daniel) implements AutoCloseable {
    List<LiveMember> all() {
      return List.of(marta, noor, daniel);
    }

    void leave() {
      all().forEach(LiveMember::leave);
    }

    @Override
    public void close() {
      leave();
    }
  }

  static Map<String, String> as(PersonId person) {
    return Map.of("X-Person", person.toString());
  }

  @Override
  public void close() {
    wait(rooms.close());
    wait(vertx.close());
  }

  static <T> T wait(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int listen() {
    int first = wait(freePort());
    wait(
        vertx.deployVerticle(
            () ->
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    return vertx
                        .createHttpServer(
                            new HttpServerOptions()
                                .setMaxWebSocketFrameSize(16 * 1024)
                                .setMaxWebSocketMessageSize(32 * 1024)
                                .setPerFrameWebSocketCompressionSupported(false)
                                .setPerMessageWebSocketCompressionSupported(false)
                                .setWebSocketSubProtocols(List.of("accord.room.v1"))
                                .setWebSocketClosingTimeout(1))
                        .requestHandler(LiveServer.this::handle)
                        .listen(first, "localhost");
                  }
                },
            new DeploymentOptions().setInstances(2)));
    return first;
  }

  private Future<Integer> freePort() {
    var server = vertx.createNetServer();
    return server
        .connectHandler(_ -> {})
        .listen(0, "localhost")
        .compose(listening -> listening.close().map(listening.actualPort()));
  }

  private void handle(HttpServerRequest request) {
    var person = new PersonId(Ids.parse(request.getHeader("X-Person")));
    String role = request.getHeader("X-Role");
    Set<Role> roles =
        role == null ? Set.of(Role.THERAPIST, Role.CLIENT) : Set.of(Role.valueOf(role));
    request.params().set("roomId", request.path().substring(PREFIX.length()).replace("/live", ""));
    rooms.socket().open(new Caller(person, roles, person.toString()), request);
  }

  /** Sessions that a test can end. */
  static final class Sessions implements SessionWatch {
    private final Map<String, List<Over>> watches = new ConcurrentHashMap<>();

    @Override
    public Watched watch(Caller caller, Over over) {
      List<Over> all = watches.computeIfAbsent(caller.session(), _ -> new CopyOnWriteArrayList<>());
      all.add(over);
      return () -> all.remove(over);
    }

    void end(PersonId person, Why why) {
      watches.getOrDefault(person.toString(), List.of()).forEach(over -> over.over(why));
    }

    int watching(PersonId person) {
      return watches.getOrDefault(person.toString(), List.of()).size();
    }
  }
}
