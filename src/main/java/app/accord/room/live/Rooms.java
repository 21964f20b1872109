package app.accord.room.live;

import app.accord.bus.Bus;
import app.accord.db.Db;
import app.accord.http.SessionWatch;
import app.accord.http.SocketRoute;
import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import app.accord.room.RoomCommand;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The live rooms of this server. A room is loaded when somebody comes in, and leaves memory when
 * nobody has been there for a while. Each belongs to one event loop.
 */
public final class Rooms {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Vertx vertx;
  private final Bus bus;
  private final Shared shared;
  private final RoomSocket socket;
  private final int shards = Runtime.getRuntime().availableProcessors();

  /** Two servers in one process, as tests have them, must not hear each other's messages. */
  private final String name = "rooms." + NUMBER.incrementAndGet() + ".";

  private final LongAdder loaded = new LongAdder();
  private String deployment = "";
  private volatile boolean closing;

  private Rooms(
      Vertx vertx, Bus bus, Shared shared, SessionWatch sessions, Settings.Limits limits) {
    this.vertx = vertx;
    this.bus = bus;
    this.shared = shared;
    this.socket = new RoomSocket(this, shared, sessions, limits);
  }

  /** Nothing runs before {@link #start}. */
  public static Rooms of(
      Vertx vertx,
      Bus bus,
      Db db,
      Journal journal,
      Library library,
      SessionWatch sessions,
      Settings.Limits limits,
      Clock clock,
      List<Follower> followers) {
    return of(vertx, bus, db, journal, library, sessions, limits, clock, followers, Times.USUAL);
  }

  static Rooms of(
      Vertx vertx,
      Bus bus,
      Db db,
      Journal journal,
      Library library,
      SessionWatch sessions,
      Settings.Limits limits,
      Clock clock,
      List<Follower> followers,
      Times times) {
    var shared =
        new Shared(
            journal,
            new RoomStore(db),
            library,
            List.copyOf(followers),
            clock,
            System::nanoTime,
            times);
    return new Rooms(vertx, bus, shared, sessions, limits);
  }

  public Future<Void> start() {
    var next = new AtomicInteger();
    return vertx
        .deployVerticle(
            () -> new Shard(bus, name + next.getAndIncrement(), shared, loaded),
            new DeploymentOptions().setInstances(shards))
        .onSuccess(id -> deployment = id)
        .mapEmpty();
  }

  /** What takes {@code /api/rooms/:roomId/live}. */
  public SocketRoute socket() {
    return socket;
  }

  /** How many rooms are in memory. */
  public long loaded() {
    return loaded.sum();
  }

  /**
   * Asks for something in a room on a page's behalf, as that person's own command.
   *
   * @return empty once it is committed, or else why not; a foreign room and a random one are the
   *     same {@link Problem#NOT_FOUND}
   */
  public Future<Optional<Problem>> ask(
      PersonId person, RoomId room, CommandId id, RoomCommand command) {
    return shared
        .inTime(shared.store().place(person, room))
        .compose(
            place ->
                place
                    .map(there -> ask(person, room, there, id, command))
                    .orElseGet(() -> Future.succeededFuture(Optional.of(Problem.NOT_FOUND))))
        .recover(
            failure ->
                Reading.isPassing(failure)
                    ? Future.succeededFuture(Optional.of(Problems.BUSY))
                    : Future.failedFuture(failure));
  }

  private Future<Optional<Problem>> ask(
      PersonId person, RoomId room, Place place, CommandId id, RoomCommand command) {
    Promise<Optional<Problem>> answer = Promise.promise();
    tell(new ToRoom.Request(room, place, person, id, command, answer));
    return answer.future();
  }

  /**
   * Time has passed in a room that stays open for days: what homework waits for opens or stays
   * closed, weeks of an agreement close, and what ends has ended. Done when it is so.
   *
   * @param reader somebody who sits there
   */
  public Future<Void> due(PersonId reader, RoomId room) {
    return shared
        .inTime(shared.store().place(reader, room))
        .compose(
            place ->
                place
                    .map(
                        there -> {
                          Promise<Optional<Problem>> answer = Promise.promise();
                          tell(new ToRoom.Due(room, there, answer));
                          return answer.future();
                        })
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .mapEmpty();
  }

  /**
   * Somebody's seat there has ended, or what was agreed in the case has changed: the room looks at
   * once and not only with its next look.
   */
  public void lookAgain(RoomId room) {
    tell(new ToRoom.LookAgain(room));
  }

  /**
   * Takes no more sockets, finishes what was asked, and sends everybody away with "come back". To
   * be called before the listener is taken away, which would cut the sockets without a word.
   */
  public Future<Void> close() {
    socket.close();
    closing = true;
    String running = deployment;
    deployment = "";
    return running.isEmpty() ? Future.succeededFuture() : vertx.undeploy(running);
  }

  void tell(ToRoom message) {
    if (closing && message instanceof ToRoom.Leave) {
      // Everybody is being sent away, and soon there is no room left to hear of it.
      return;
    }
    bus.tell(name + Math.floorMod(message.room().hashCode(), shards), message);
  }
}
