package app.accord.room.live;

import app.accord.bus.Bus;
import app.accord.kernel.RoomId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of this node's rooms, on one event loop. Who wants something of a room tells it here. */
final class Shard extends VerticleBase {
  private static final long TICK_MS = 1_000;
  private static final int BEAT_TICKS = 10;
  private static final long LONGEST_GOODBYE_NANOS = 10_000_000_000L;

  private final String address;
  private final Bus bus;
  private final Parts parts;
  private final Map<RoomId, RoomMailbox> rooms = new HashMap<>();
  private int ticks;

  Shard(String address, Bus bus, Parts parts) {
    this.address = address;
    this.bus = bus;
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(TICK_MS, _ -> tick());
    return bus.hear(address, ToRoom.class, this::hear).completion();
  }

  private void hear(ToRoom message) {
    RoomMailbox room = rooms.get(message.room());
    if (room == null && message instanceof ToRoom.Join) {
      room = new RoomMailbox(message.room(), parts, vertx.getOrCreateContext());
      rooms.put(message.room(), room);
    }
    if (room != null) {
      room.hear(message);
    }
  }

  private void tick() {
    long now = parts.nanos();
    ticks++;
    for (var all = rooms.values().iterator(); all.hasNext(); ) {
      RoomMailbox room = all.next();
      room.tick(now);
      if (ticks % BEAT_TICKS == 0) {
        room.beat();
      }
      if (room.mayRest(now)) {
        all.remove();
      }
    }
  }

  /** What has been begun is finished and answered; then everybody is asked to come back. */
  @Override
  public Future<?> stop() {
    Promise<Void> ended = Promise.promise();
    long until = parts.nanos() + LONGEST_GOODBYE_NANOS;
    vertx.setPeriodic(
        20,
        timer -> {
          boolean quiet = rooms.values().stream().allMatch(RoomMailbox::isQuiet);
          if (quiet || parts.nanos() > until) {
            vertx.cancelTimer(timer);
            List.copyOf(rooms.values()).forEach(room -> room.end(CloseCode.GOING_DOWN));
            ended.complete();
          }
        });
    return ended.future();
  }
}
