package app.accord.room.live;

import app.accord.http.Caller;
import app.accord.http.SessionWatch;
import app.accord.http.SocketRoute;
import app.accord.kernel.Ids;
import app.accord.kernel.Problem;
import app.accord.kernel.Role;
import app.accord.kernel.RoomId;
import app.accord.kernel.Settings;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handshake: all that can be refused is refused before it is answered. */
final class RoomSocket implements SocketRoute {
  static final String PROTOCOL = "accord.room.v1";
  private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);

  /** Half of people's connections: whoever only opens a page is served beside them. */
  private static final int HANDSHAKES_AT_ONCE = 8;

  private final Rooms rooms;
  private final Shared shared;
  private final SessionWatch sessions;
  private final Settings.Limits limits;
  private final OpenPages pages;
  private final Turns handshakes = new Turns(HANDSHAKES_AT_ONCE);
  private volatile boolean closed;

  RoomSocket(Rooms rooms, Shared shared, SessionWatch sessions, Settings.Limits limits) {
    this.rooms = rooms;
    this.shared = shared;
    this.sessions = sessions;
    this.limits = limits;
    this.pages = new OpenPages(limits.socketsPerPerson());
  }

  /** What the address asks for. */
  private record Wanted(RoomId room, @Nullable Long after, @Nullable UUID epoch) {}

  @Override
  public void open(Caller caller, HttpServerRequest request) {
    // An upgrade after any await fails unless the request was paused before it.
    request.pause();
    if (closed) {
      refuse(request, Problems.BUSY);
      return;
    }
    if (!speaksOurProtocol(request)) {
      refuse(request, Problems.NO_SUCH_PROTOCOL);
      return;
    }
    Optional<Wanted> wanted = wanted(request);
    if (wanted.isEmpty()) {
      refuse(request, Problem.NOT_FOUND);
      return;
    }
    Context here = Vertx.currentContext();
    shared
        .inTime(handshakes.take(() -> shared.store().place(caller.person(), wanted.get().room())))
        .onComplete(
            result ->
                here.runOnContext(
                    _ -> {
                      if (result.failed()) {
                        refuse(request, unavailable(wanted.get().room(), result.cause()));
                      } else {
                        check(caller, request, wanted.get(), result.result(), here);
                      }
                    }));
  }

  void close() {
    closed = true;
  }

  private static Problem unavailable(RoomId room, Throwable why) {
    LOG.warn("no handshake room={} why={}", room, why.getMessage());
    return Reading.isPassing(why) ? Problems.BUSY : Problems.INTERNAL;
  }

  /** A foreign room and one that does not exist get the same answer. */
  private void check(
      Caller caller,
      HttpServerRequest request,
      Wanted wanted,
      Optional<Place> found,
      Context here) {
    Optional<Place> place = found.filter(seat -> maySit(caller, seat));
    if (place.isEmpty()) {
      refuse(request, Problem.NOT_FOUND);
    } else if (!place.get().isOpenAt(shared.clock().instant())) {
      refuse(request, Problems.DOORS_ARE_CLOSED);
    } else if (!pages.take(caller.person(), wanted.room())) {
      refuse(request, Problems.TOO_MANY_PAGES);
    } else {
      upgrade(caller, request, wanted, place.get(), here);
    }
  }

  /** The role may have been taken away since the seat was given. */
  private static boolean maySit(Caller caller, Place place) {
    return place.policy().takesPart(place.seat())
        && caller.is(place.seat().isPartner() ? Role.CLIENT : Role.THERAPIST);
  }

  private void upgrade(
      Caller caller, HttpServerRequest request, Wanted wanted, Place place, Context here) {
    // Watched before the answer: a session that ends in between is not missed.
    Promise<SessionWatch.Why> over = Promise.promise();
    SessionWatch.Watched watched = sessions.watch(caller, over::tryComplete);
    Runnable giveBack =
        () -> {
          watched.close();
          pages.giveBack(caller.person(), wanted.room());
        };
    request
        .toWebSocket()
        .onComplete(
            socket -> {
              Connection connection =
                  seat(caller, wanted, place, here, request.connection(), socket, giveBack);
              over.future().onSuccess(why -> here.runOnContext(_ -> connection.end(code(why))));
            },
            failure -> {
              giveBack.run();
              LOG.debug("no upgrade room={} why={}", wanted.room(), failure.getMessage());
            });
  }

  private Connection seat(
      Caller caller,
      Wanted wanted,
      Place place,
      Context here,
      HttpConnection upgraded,
      ServerWebSocket socket,
      Runnable giveBack) {
    Outbox outbox = new Outbox(Connection.wire(here.owner(), upgraded, socket), shared.nanos());
    Member member =
        new Member(
            place,
            caller.person(),
            outbox,
            task -> here.runOnContext(_ -> task.run()),
            shared.nanos().getAsLong());
    Connection connection =
        new Connection(rooms, shared, wanted.room(), member, limits.commandsPerSecond());
    connection.listen(socket, giveBack);
    socket.drainHandler(_ -> outbox.drained());
    rooms.tell(
        new ToRoom.Join(wanted.room(), member, place.policy(), wanted.after(), wanted.epoch()));
    return connection;
  }

  private static CloseCode code(SessionWatch.Why why) {
    return switch (why) {
      case SIGNED_OUT -> CloseCode.SIGNED_OUT;
      case LOCKED -> CloseCode.LOCKED;
    };
  }

  private static boolean speaksOurProtocol(HttpServerRequest request) {
    @Nullable String offered = request.getHeader("Sec-WebSocket-Protocol");
    return offered != null
        && Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
  }

  private static Optional<Wanted> wanted(HttpServerRequest request) {
    try {
      @Nullable String after = request.getParam("after");
      @Nullable String epoch = request.getParam("epoch");
      @Nullable Long number = after == null ? null : Long.valueOf(after);
      if (number != null && number < 0) {
        return Optional.empty();
      }
      return Optional.of(
          new Wanted(
              new RoomId(Ids.parse(request.getParam("roomId"))),
              number,
              epoch == null ? null : Ids.parse(epoch)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static void refuse(HttpServerRequest request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", problem.type())
                .put("status", problem.status())
                .put("title", problem.title())
                .encode());
    request.resume();
  }
}
