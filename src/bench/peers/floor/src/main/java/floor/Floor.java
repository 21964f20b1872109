package floor;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The least a server can do for the job: one event loop, one database connection, and group commit.
 * While one batch is being committed the next one collects, over all rooms. No login, no lens, no
 * idempotency: a real server does more, so this is a floor for cost and a ceiling for speed.
 */
public final class Floor extends AbstractVerticle {
  private static final String INSERT =
      """
        INSERT INTO event (room_id, seq, id, sender, body)
        SELECT r, s, i, m, b::jsonb FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[], $5::text[]) AS t(r, s, i, m, b)""";
  private static final String SELECT =
      "SELECT seq, id, sender, body::text FROM event WHERE room_id = $1 ORDER BY seq DESC LIMIT 64";
  private static final int MOST = Integer.getInteger("batch", 512);
  private static final int FLIGHTS = Integer.getInteger("flights", 1);

  private record Pending(Room room, long n, String id, int by, String data, ServerWebSocket from) {}

  private static final class Room {
    final UUID id;
    final Set<ServerWebSocket> sockets = new HashSet<>();
    final ArrayDeque<String> recent = new ArrayDeque<>(); // the last events, oldest first
    List<Runnable> waiting = new ArrayList<>(); // until the room is loaded
    long next, told;

    Room(UUID id) {
      this.id = id;
    }
  }

  private final Map<UUID, Room> rooms = new HashMap<>();
  private ArrayList<Pending> batch = new ArrayList<>();
  private int flying;
  private PgConnection write, read;

  public static void main(String[] args) {
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
        .deployVerticle(new Floor())
        .onFailure(
            e -> {
              e.printStackTrace();
              System.exit(1);
            });
  }

  @Override
  public void start(Promise<Void> ready) {
    var db =
        PgConnectOptions.fromUri(System.getenv("DATABASE_URL"))
            .setCachePreparedStatements(true)
            .setPipeliningLimit(64);
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "4000"));
    PgConnection.connect(vertx, db)
        .compose(
            c -> {
              write = c;
              return PgConnection.connect(vertx, db);
            })
        .compose(
            c -> {
              read = c;
              return vertx
                  .createHttpServer(
                      new HttpServerOptions().setAcceptBacklog(4096).setTcpNoDelay(true))
                  .webSocketHandler(this::joined)
                  .listen(port, "127.0.0.1");
            })
        .<Void>mapEmpty()
        .onSuccess(v -> System.out.println("floor listening on " + port))
        .onComplete(ready);
  }

  private void joined(ServerWebSocket ws) {
    var q = query(ws.query());
    UUID id = UUID.fromString(q.get("room"));
    int member = Integer.parseInt(q.get("member"));
    long after = Long.parseLong(q.get("after"));
    Room room = rooms.computeIfAbsent(id, this::load);
    Runnable welcome =
        () -> {
          room.sockets.add(ws);
          welcome(room, ws, after);
        };
    if (room.waiting != null) room.waiting.add(welcome);
    else welcome.run();
    ws.textMessageHandler(m -> command(room, member, ws, m));
    ws.closeHandler(
        v -> {
          room.sockets.remove(ws);
          if (room.sockets.isEmpty() && room.next == room.told && room.waiting == null)
            rooms.remove(id, room);
        });
    ws.exceptionHandler(e -> {});
  }

  private Room load(UUID id) {
    Room room = new Room(id);
    read.preparedQuery(SELECT)
        .execute(Tuple.of(id))
        .onSuccess(
            rows -> {
              for (Row r : rows) {
                room.recent.addFirst(
                    event(r.getLong(0), r.getInteger(2), r.getString(1), r.getString(3)));
                if (room.next == 0) room.next = room.told = r.getLong(0);
              }
              var waiting = room.waiting;
              room.waiting = null;
              waiting.forEach(Runnable::run);
            })
        .onFailure(Throwable::printStackTrace);
    return room;
  }

  private void welcome(Room room, ServerWebSocket ws, long after) {
    var s =
        new StringBuilder(64 + room.recent.size() * 220)
            .append("{\"t\":\"welcome\",\"n\":")
            .append(room.told)
            .append(",\"events\":[");
    long n = room.told - room.recent.size();
    boolean first = true;
    for (String e : room.recent)
      if (++n > after) {
        if (!first) s.append(',');
        s.append(e);
        first = false;
      }
    ws.writeTextMessage(s.append("]}").toString());
  }

  private void command(Room room, int member, ServerWebSocket ws, String raw) {
    JsonObject m = new JsonObject(raw);
    batch.add(
        new Pending(
            room, ++room.next, m.getString("id"), member, m.getJsonObject("data").encode(), ws));
    if (flying < FLIGHTS) {
      flying++;
      context.runOnContext(v -> commit()); // what this turn of the loop brings rides along
    }
  }

  private void commit() {
    if (batch.isEmpty()) {
      flying--;
      return;
    }
    List<Pending> now;
    if (batch.size() <= MOST) {
      now = batch;
      batch = new ArrayList<>();
    } else {
      now = new ArrayList<>(batch.subList(0, MOST));
      batch = new ArrayList<>(batch.subList(MOST, batch.size()));
    }
    int k = now.size();
    var room = new UUID[k];
    var n = new Long[k];
    var id = new String[k];
    var by = new Integer[k];
    var body = new String[k];
    for (int i = 0; i < k; i++) {
      Pending p = now.get(i);
      room[i] = p.room.id;
      n[i] = p.n;
      id[i] = p.id;
      by[i] = p.by;
      body[i] = p.data;
    }
    write
        .preparedQuery(INSERT)
        .execute(Tuple.of(room, n, id, by, body))
        .onComplete(
            r -> {
              if (r.failed()) {
                r.cause().printStackTrace();
                System.exit(2);
              } // a benchmark must not go on
              commit();
              for (Pending p : now) tell(p);
            });
  }

  private void tell(Pending p) {
    Room room = p.room;
    room.told = p.n;
    String e = event(p.n, p.by, p.id, p.data);
    room.recent.addLast(e);
    if (room.recent.size() > 64) room.recent.removeFirst();
    p.from.writeTextMessage("{\"t\":\"ack\",\"id\":\"" + p.id + "\",\"n\":" + p.n + "}");
    for (ServerWebSocket ws : room.sockets) ws.writeTextMessage(e);
  }

  private static String event(long n, int by, String id, String data) {
    return "{\"t\":\"event\",\"n\":"
        + n
        + ",\"by\":"
        + by
        + ",\"id\":\""
        + id
        + "\",\"data\":"
        + data
        + "}";
  }

  private static Map<String, String> query(String q) {
    var m = new HashMap<String, String>();
    for (String p : q.split("&"))
      m.put(p.substring(0, p.indexOf('=')), p.substring(p.indexOf('=') + 1));
    return m;
  }
}
