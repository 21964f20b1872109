package app.accord.room.live;

import app.accord.bus.Bus;
import app.accord.db.Db;
import app.accord.http.SessionWatch;
import app.accord.http.SocketRoute;
import app.accord.kernel.Settings;
import app.accord.library.Library;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All live rooms of this node. */
public final class LiveRooms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRooms.class);

  private final Bus bus;
  private final int shards;
  private final List<String> deployments = new ArrayList<>();
  private final Vertx vertx;
  private final RoomSocket socket;

  private LiveRooms(Vertx vertx, Bus bus, Parts parts, SessionWatch sessions, int shards) {
    this.vertx = vertx;
    this.bus = bus;
    this.shards = shards;
    this.socket = new RoomSocket(vertx, this::tell, parts, sessions);
  }

  /**
   * Ready for sockets when this returns.
   *
   * @param followers are told of every commit
   */
  public static LiveRooms start(
      Vertx vertx,
      Bus bus,
      Db db,
      Journal journal,
      Library library,
      SessionWatch sessions,
      List<Follower> followers,
      Settings.Limits limits,
      Clock clock) {
    var parts = new Parts(journal, library, new PlaceStore(db), followers, limits, clock);
    int shards = Math.max(1, Runtime.getRuntime().availableProcessors());
    var rooms = new LiveRooms(vertx, bus, parts, sessions, shards);
    for (int i = 0; i < shards; i++) {
      String address = address(i);
      rooms.deployments.add(
          await(
              vertx.deployVerticle(() -> new Shard(address, bus, parts), new DeploymentOptions())));
    }
    return rooms;
  }

  /** For {@code /api/rooms/:roomId/live}. */
  public SocketRoute socket() {
    return socket;
  }

  private void tell(ToRoom message) {
    bus.tell(address(Math.floorMod(message.room().hashCode(), shards)), message);
  }

  private static String address(int shard) {
    return "rooms." + shard;
  }

  /** Takes no new sockets, finishes what was begun, and asks everybody to come back. */
  @Override
  public void close() {
    socket.refuseAll();
    await(Future.join(deployments.stream().map(vertx::undeploy).toList()));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(15, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      LOG.warn("the rooms did not start or end in time");
      throw new IllegalStateException("the rooms did not start or end in time", late);
    }
  }

  /** Where rooms are told something. */
  @FunctionalInterface
  interface Teller {
    void tell(ToRoom message);
  }
}
