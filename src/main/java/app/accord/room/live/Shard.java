package app.accord.room.live;

import app.accord.bus.Bus;
import app.accord.kernel.RoomId;
import app.accord.room.RoomCommand;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of one event loop. One timer serves all of them, and one question to the database tells
 * what other servers wrote, however many rooms there are.
 */
final class Shard extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final long TICK = 500;

  private final Bus bus;
  private final String address;
  private final LongAdder loaded;
  private final Shared shared;
  private final Map<RoomId, RoomMailbox> rooms = new HashMap<>();

  /** Since when a room that was left open has had nobody in it. */
  private final Map<RoomId, Long> alone = new HashMap<>();

  private long polledAt;
  private boolean polling;

  Shard(Bus bus, String address, Shared shared, LongAdder loaded) {
    this.bus = bus;
    this.address = address;
    this.shared = shared;
    this.loaded = loaded;
  }

  @Override
  public Future<?> start() {
    bus.hear(address, ToRoom.class, this::hear);
    polledAt = shared.nanos().getAsLong();
    vertx.setPeriodic(TICK, _ -> tick());
    return Future.succeededFuture();
  }

  /** Ends every room in order: what was asked is finished, then the sockets are closed. */
  @Override
  public Future<?> stop() {
    return Future.join(rooms.values().stream().map(RoomMailbox::close).toList());
  }

  private void hear(ToRoom message) {
    @Nullable RoomMailbox known = rooms.get(message.room());
    if (known != null) {
      known.hear(message);
    } else if (opens(message)) {
      alone.remove(message.room());
      open(message.room()).hear(message);
    }
  }

  /** Whether a room that is not in memory is brought there for it. */
  private static boolean opens(ToRoom message) {
    return switch (message) {
      case ToRoom.Join _, ToRoom.Request _, ToRoom.Due _ -> true;
      case ToRoom.Leave _, ToRoom.Do _, ToRoom.Pass _, ToRoom.LookAgain _ -> false;
    };
  }

  private RoomMailbox open(RoomId room) {
    Context here = context;
    return rooms.computeIfAbsent(
        room,
        id -> {
          loaded.increment();
          return new RoomMailbox(id, shared, task -> here.runOnContext(_ -> task.run()));
        });
  }

  private void tick() {
    long nanos = shared.nanos().getAsLong();
    rooms.values().removeIf(room -> isOver(room, nanos));
    closeForgotten(nanos);
    if (!polling && !rooms.isEmpty() && nanos - polledAt >= shared.times().poll().toNanos()) {
      polledAt = nanos;
      poll();
    }
  }

  private boolean isOver(RoomMailbox room, long nanos) {
    try {
      room.tick();
    } catch (RuntimeException bug) {
      LOG.error("a room's tick failed: {}", bug.getClass().getName());
    }
    if (room.isForgotten()) {
      alone.putIfAbsent(room.id(), nanos);
    } else {
      alone.remove(room.id());
    }
    boolean rests = room.isAtRest();
    if (rests) {
      loaded.decrement();
    }
    return rests;
  }

  /** A session that nobody closes must not stay open for whoever comes by next week. */
  private void closeForgotten(long nanos) {
    long limit = shared.times().alone().toNanos();
    List<RoomId> forgotten =
        alone.entrySet().stream()
            .filter(room -> nanos - room.getValue() > limit)
            .map(Map.Entry::getKey)
            .toList();
    for (RoomId room : forgotten) {
      alone.remove(room);
      open(room).act(Ask.byRoom(new RoomCommand.CloseRoom(), nanos));
    }
  }

  private void poll() {
    polling = true;
    shared
        .journal()
        .standing(List.copyOf(rooms.keySet()))
        .onComplete(
            result ->
                context.runOnContext(
                    _ -> {
                      polling = false;
                      if (result.succeeded()) {
                        result.result().forEach(this::stands);
                      } else {
                        LOG.warn("cannot look at rooms why={}", result.cause().getMessage());
                      }
                    }));
  }

  private void stands(RoomId id, Journal.Standing standing) {
    @Nullable RoomMailbox room = rooms.get(id);
    if (room != null) {
      room.stands(standing);
    }
  }
}
