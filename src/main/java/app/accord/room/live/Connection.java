package app.accord.room.live;

import app.accord.kernel.RoomId;
import app.accord.room.Frames;
import app.accord.room.live.Allowance.Verdict;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.impl.HttpServerConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client sends: read frame by frame, held to the limits, passed on to the room. */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int FRAMES_A_WRITE = 256;
  private static final long CUT_AFTER_MILLIS = 1_000;

  private final Rooms rooms;
  private final Shared shared;
  private final RoomId room;
  private final Member member;
  private final Allowance allowance;
  private final Message message = new Message();
  private boolean ended;

  Connection(Rooms rooms, Shared shared, RoomId room, Member member, int commandsPerSecond) {
    this.rooms = rooms;
    this.shared = shared;
    this.room = room;
    this.member = member;
    this.allowance = new Allowance(commandsPerSecond, nanos());
  }

  /** To be called in the same turn as the upgrade, or the first frames are lost. */
  void listen(ServerWebSocket socket, Runnable gone) {
    socket.frameHandler(this::frame);
    socket.exceptionHandler(
        failure -> {
          // Everything else is a line that has gone: the close handler hears of it.
          if (failure instanceof DecoderException) {
            end(CloseCode.BROKE_THE_PROTOCOL);
          }
        });
    socket.closeHandler(
        _ -> {
          ended = true;
          gone.run();
          rooms.tell(new ToRoom.Leave(room, member));
        });
  }

  /** Nothing more of this client is heard. */
  void end(CloseCode why) {
    if (!ended) {
      ended = true;
      LOG.info("socket ended room={} seat={} code={}", room, member.seat(), why.code());
      member.end(why);
    }
  }

  private void frame(WebSocketFrame frame) {
    if (ended || frame.isPing() || frame.isClose()) {
      return;
    }
    if (frame.isBinary()) {
      end(CloseCode.BROKE_THE_PROTOCOL);
    } else if (frame.isText() || frame.isContinuation()) {
      switch (message.add(frame.binaryData(), frame.isFinal())) {
        case Message.More _ -> {}
        case Message.Whole(Buffer utf8) -> take(utf8.getBytes());
        case Message.TooMuch _ -> end(CloseCode.BROKE_THE_PROTOCOL);
      }
    }
  }

  private void take(byte[] utf8) {
    Verdict verdict = allowance.take(nanos());
    if (verdict == Verdict.FLOOD) {
      end(CloseCode.BROKE_THE_PROTOCOL);
      return;
    }
    Inbound inbound = Inbound.read(utf8);
    if (inbound instanceof Inbound.Violation) {
      LOG.info("no frame of ours room={} seat={} bytes={}", room, member.seat(), utf8.length);
      end(CloseCode.BROKE_THE_PROTOCOL);
      return;
    }
    member.heard(nanos());
    boolean granted = verdict == Verdict.GRANTED;
    switch (inbound) {
      case Inbound.Do(var id, var command) -> {
        if (granted) {
          rooms.tell(new ToRoom.Do(room, member, id, command));
        } else {
          member.answer(Frames.refused(id, Problems.TOO_FAST));
        }
      }
      case Inbound.Unfit(var id, var problem) -> member.answer(Frames.refused(id, problem));
      case Inbound.Signal(var to, var data) -> {
        if (granted) {
          rooms.tell(new ToRoom.Pass(room, member, to, data));
        }
      }
      case Inbound.Beat _, Inbound.Violation _ -> {}
    }
  }

  private long nanos() {
    return shared.nanos().getAsLong();
  }

  /**
   * The way out over a Vert.x socket.
   *
   * @param upgraded the connection that the socket was upgraded from: a router hands out its own
   *     kind of socket, which does not tell its channel
   */
  static Wire wire(Vertx vertx, HttpConnection upgraded, ServerWebSocket socket) {
    ChannelHandlerContext channel = ((HttpServerConnection) upgraded).channelHandlerContext();
    // All frames that come in one turn of the event loop leave in one write.
    channel.pipeline().addFirst(new FlushConsolidationHandler(FRAMES_A_WRITE, true));
    return new Wire() {
      @Override
      public void write(String frame) {
        socket.writeTextMessage(frame);
      }

      @Override
      public boolean isFull() {
        // Of a socket that has gone one may not even ask; what is written to it is lost, as it was.
        return !socket.isClosed() && socket.writeQueueFull();
      }

      @Override
      public void close(CloseCode why) {
        socket.close(why.code());
        // Who reads nothing never reads that it is over: then the line is cut.
        vertx.setTimer(
            CUT_AFTER_MILLIS,
            _ -> {
              var _ = channel.close();
            });
      }
    };
  }
}
