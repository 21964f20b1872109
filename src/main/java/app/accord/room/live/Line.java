package app.accord.room.live;

import app.accord.http.SessionWatch;
import app.accord.kernel.CommandId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Frames;
import app.accord.room.live.LiveRooms.Teller;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open socket: what comes from it is read and passed on, what goes to it waits in bounds. */
final class Line implements Outbox.Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long CHECK_MS = 2_500;

  /** The first frame proves that this is one of our pages. */
  private static final long FIRST_FRAME_NANOS = 10_000_000_000L;

  /** Three beats of the client's. */
  private static final long SILENCE_NANOS = 30_000_000_000L;

  /** Signals are many while somebody types; they are dropped, never refused. */
  private static final int SIGNALS_PER_SECOND = 10;

  private final Context context;
  private final ServerWebSocket ws;
  private final Teller rooms;
  private final Parts parts;
  private final RoomId room;
  private final Outbox outbox;
  private final Allowance commands;
  private final Allowance signals;
  private final long timer;
  private @Nullable Member member;
  private long heardAt;
  private boolean heardAnything;

  Line(Context context, ServerWebSocket ws, Teller rooms, Parts parts, RoomId room) {
    this.context = context;
    this.ws = ws;
    this.rooms = rooms;
    this.parts = parts;
    this.room = room;
    this.outbox = new Outbox(this, parts::nanos);
    this.heardAt = parts.nanos();
    this.commands = new Allowance(parts.limits().commandsPerSecond(), heardAt);
    this.signals = new Allowance(SIGNALS_PER_SECOND, heardAt);
    this.timer = context.owner().setPeriodic(CHECK_MS, _ -> check());
  }

  Line seat(Place place, @Nullable Long after, @Nullable UUID epoch) {
    var seated = new Member(context, outbox, place, after, epoch);
    member = seated;
    ws.textMessageHandler(this::heard);
    ws.binaryMessageHandler(_ -> close(CloseCode.BROKE_THE_PROTOCOL));
    ws.drainHandler(_ -> outbox.drained());
    ws.exceptionHandler(
        why -> LOG.debug("line broke room={} why={}", room, why.getClass().getSimpleName()));
    rooms.tell(new ToRoom.Join(room, seated));
    return this;
  }

  private void heard(String text) {
    heardAt = parts.nanos();
    heardAnything = true;
    Member from = Objects.requireNonNull(member);
    switch (Inbound.read(text)) {
      case Inbound.Do asked -> {
        if (isAllowed(asked.id())) {
          rooms.tell(new ToRoom.Do(room, from, asked));
        }
      }
      case Inbound.Unfit(var id, var problem) -> {
        if (isAllowed(id)) {
          refuse(id, problem);
        }
      }
      case Inbound.Signal(var to, var data) -> {
        if (signals.take(heardAt) == Allowance.Answer.FINE) {
          rooms.tell(new ToRoom.Pass(room, from, to, data));
        }
      }
      case Inbound.Beat() -> {}
      case Inbound.Violation() -> {
        LOG.info("not our protocol room={} seat={} chars={}", room, from.seat(), text.length());
        close(CloseCode.BROKE_THE_PROTOCOL);
      }
    }
  }

  private boolean isAllowed(CommandId id) {
    return switch (commands.take(heardAt)) {
      case FINE -> true;
      case TOO_FAST -> {
        refuse(id, Problems.TOO_FAST);
        yield false;
      }
      case FLOOD -> {
        close(CloseCode.BROKE_THE_PROTOCOL);
        yield false;
      }
    };
  }

  private void refuse(CommandId id, Problem problem) {
    outbox.tell(List.of(Frames.refused(id, problem)));
  }

  private void check() {
    long still = parts.nanos() - heardAt;
    if (still > SILENCE_NANOS || (!heardAnything && still > FIRST_FRAME_NANOS)) {
      close(CloseCode.COME_BACK);
    }
    outbox.check();
  }

  /** On any thread. */
  void sessionIsOver(SessionWatch.Why why) {
    CloseCode code =
        switch (why) {
          case SIGNED_OUT -> CloseCode.SIGNED_OUT;
          case LOCKED -> CloseCode.LOCKED;
        };
    context.runOnContext(_ -> outbox.close(code));
  }

  void gone() {
    context.owner().cancelTimer(timer);
    rooms.tell(new ToRoom.Leave(room, Objects.requireNonNull(member)));
  }

  @Override
  public boolean isFull() {
    return ws.writeQueueFull();
  }

  @Override
  public void write(String frame) {
    ws.writeTextMessage(frame);
  }

  @Override
  public void close(CloseCode code) {
    // A client that has stopped reading does not answer a goodbye: Vert.x cuts it a second later.
    ws.close(code.code(), code.reason());
  }
}
