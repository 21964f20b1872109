package app.accord.room.live;

import app.accord.http.Caller;
import app.accord.http.SessionWatch;
import app.accord.http.SocketRoute;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.live.LiveRooms.Teller;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people into their rooms: everything is looked at before the handshake is answered. */
final class RoomSocket implements SocketRoute {
  private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);
  private static final String PROTOCOL = "accord.room.v1";

  private final Vertx vertx;
  private final Teller rooms;
  private final Parts parts;
  private final SessionWatch sessions;
  private final ConcurrentHashMap<Chair, Integer> taken = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** A person's sockets in one room count together. */
  private record Chair(PersonId person, RoomId room) {}

  /** What the handshake says of itself. */
  private record Handshake(RoomId room, @Nullable Long after, @Nullable UUID epoch) {}

  RoomSocket(Vertx vertx, Teller rooms, Parts parts, SessionWatch sessions) {
    this.vertx = vertx;
    this.rooms = rooms;
    this.parts = parts;
    this.sessions = sessions;
  }

  void refuseAll() {
    closing = true;
  }

  @Override
  public void open(Caller caller, HttpServerRequest request) {
    Optional<Handshake> asked = read(request);
    if (asked.isEmpty() || !speaksOurs(request)) {
      refuse(request, 400);
    } else if (closing) {
      refuse(request, 503);
    } else {
      Context context = vertx.getOrCreateContext();
      Handshake handshake = asked.get();
      parts
          .places()
          .of(caller.person(), handshake.room())
          .onComplete(
              found ->
                  context.runOnContext(
                      _ -> {
                        if (found.failed()) {
                          refuse(request, 503);
                        } else {
                          found
                              .result()
                              .ifPresentOrElse(
                                  place -> admit(caller, request, handshake, place),
                                  // A foreign room and no room: the same answer.
                                  () -> refuse(request, 404));
                        }
                      }));
    }
  }

  private void admit(Caller caller, HttpServerRequest request, Handshake handshake, Place place) {
    if (!place.mayComeAt(parts.now())) {
      refuse(request, 409);
      return;
    }
    var chair = new Chair(caller.person(), handshake.room());
    if (taken.merge(chair, 1, Integer::sum) > parts.limits().socketsPerPerson()) {
      giveBack(chair);
      refuse(request, 429);
      return;
    }
    request
        .toWebSocket()
        .onSuccess(ws -> seat(caller, ws, handshake, place, chair))
        .onFailure(
            why -> {
              giveBack(chair);
              LOG.debug("handshake not finished why={}", why.getClass().getSimpleName());
            });
  }

  /** All handlers in the turn in which the socket opens, or the first frames would be missed. */
  private void seat(
      Caller caller, ServerWebSocket ws, Handshake handshake, Place place, Chair chair) {
    var line =
        new Line(vertx.getOrCreateContext(), ws, rooms, parts, handshake.room())
            .seat(place, handshake.after(), handshake.epoch());
    SessionWatch.Watched watched = sessions.watch(caller, line::sessionIsOver);
    ws.closeHandler(
        _ -> {
          watched.close();
          giveBack(chair);
          line.gone();
        });
    if (closing) {
      line.close(CloseCode.GOING_DOWN);
    }
  }

  private void giveBack(Chair chair) {
    taken.computeIfPresent(chair, (_, count) -> count == 1 ? null : count - 1);
  }

  private static Optional<Handshake> read(HttpServerRequest request) {
    try {
      @Nullable String after = request.getParam("after");
      @Nullable String epoch = request.getParam("epoch");
      RoomId room = RoomId.of(request.getParam("roomId", ""));
      return Optional.of(
          new Handshake(
              room, after == null ? null : number(after), epoch == null ? null : Ids.parse(epoch)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Long number(String text) {
    long number = Long.parseLong(text);
    if (number < 0) {
      throw new IllegalArgumentException("not a number of a stream");
    }
    return number;
  }

  private static boolean speaksOurs(HttpServerRequest request) {
    @Nullable String offered = request.getHeader("Sec-WebSocket-Protocol");
    return offered != null && java.util.List.of(offered.split("\\s*,\\s*")).contains(PROTOCOL);
  }

  private static void refuse(HttpServerRequest request, int status) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Connection", "close")
        .end()
        .onComplete(_ -> request.connection().close());
  }
}
