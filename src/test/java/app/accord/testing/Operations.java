package app.accord.testing;

import app.accord.Cases;
import app.accord.db.Db;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Caller;
import app.accord.http.Operation;
import app.accord.http.Reply;
import app.accord.http.SocketRoute;
import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.RoomCommand;
import app.accord.room.live.PgJournal;
import app.accord.room.live.Rooms;
import app.accord.seal.Seal;
import app.accord.testing.TestPostgres.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operations of cases, sessions and drafts on a real database, asked without a server. */
public final class Operations implements Api, AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Map<String, Operation> operations = new HashMap<>();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final Db db;
  private final Seal seal;
  private final PgJournal journal;
  private final Library library;
  private final Rooms rooms;

  public Operations(Database database, Clock clock) {
    db = Db.of(vertx, database.asApp(), 6);
    seal = new Seal(db, key());
    journal = new PgJournal(vertx, db, seal);
    library = Library.shipped(db);
    var cases = new Cases(db, seal, journal, library, clock);
    rooms = TestRooms.of(vertx, db, journal, library, clock, cases.followers());
    cases.hangUp(this, rooms);
  }

  /** The key-encryption key of these tests. */
  public static byte[] key() {
    return new byte[32];
  }

  public PgJournal journal() {
    return journal;
  }

  public Db db() {
    return db;
  }

  public Seal seal() {
    return seal;
  }

  public Library library() {
    return library;
  }

  /** What somebody does in a room; empty once it is committed, or else why it was refused. */
  public Optional<Problem> act(PersonId who, RoomId room, RoomCommand command) {
    return await(rooms.ask(who, room, new CommandId(Ids.random()), command));
  }

  @Override
  public Api on(String operationId, Operation operation) {
    operations.put(operationId, operation);
    return this;
  }

  @Override
  public Api socket(String path, SocketRoute route) {
    throw new UnsupportedOperationException("no socket here");
  }

  /** What somebody gets. {@code path} is name and value in turn. */
  public Answer ask(PersonId who, String operation, String... path) {
    return ask(who, operation, JSON.createObjectNode(), path);
  }

  /** The same with a body. */
  public Answer send(PersonId who, String operation, String body, String... path) {
    try {
      return ask(who, operation, (ObjectNode) JSON.readTree(body), path);
    } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private Answer ask(PersonId who, String operation, ObjectNode body, String... path) {
    return await(begin(who, operation, body, path));
  }

  /** As {@link #send}, without waiting for the answer. */
  public Future<Answer> begin(PersonId who, String operation, ObjectNode body, String... path) {
    var parameters = new HashMap<String, String>();
    for (int i = 0; i < path.length; i += 2) {
      parameters.put(path[i], path[i + 1]);
    }
    // The roles say nothing here: what somebody may see comes from rows.
    var call = new Call(new Caller(who, Set.of(), "session"), parameters, body);
    return operations.get(operation).answer(call).map(Answer::of);
  }

  public static ObjectNode body() {
    return JSON.createObjectNode();
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  @Override
  public void close() {
    await(rooms.close());
    await(db.close());
    await(vertx.close());
  }

  /** A status and what came with it. */
  public record Answer(int status, JsonNode body) {
    static Answer of(Reply reply) {
      return switch (reply) {
        case Reply.Json(int status, Object body) -> new Answer(status, JSON.valueToTree(body));
        case Reply.File(var _, var _, var bytes) ->
            new Answer(200, JSON.valueToTree(bytes.getBytes()));
        case Reply.Empty() -> new Answer(204, JSON.nullNode());
        case Reply.Failed(var problem) -> new Answer(problem.status(), JSON.valueToTree(problem));
      };
    }

    public JsonNode at(String pointer) {
      return body.at(pointer);
    }

    /** Texts of a field wherever it stands. */
    public java.util.List<String> texts(String field) {
      return body.findValuesAsText(field);
    }
  }
}
