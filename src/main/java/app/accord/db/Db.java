package app.accord.db;

import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The one gateway to the database. Whoever asks is set inside the transaction and for it alone, as
 * its first statement: a setting of the connection would be the next borrower's identity.
 */
public final class Db {
  private static final String AS_PERSON = "select set_config('app.uid', $1, true)";
  private static final String READING =
      "select set_config('app.uid', $1, true), set_config('transaction_read_only', 'on', true)";
  private static final String AS_SUBJECT =
      "select set_config('app.issuer', $1, true), set_config('app.sub', $2, true)";
  private static final String WITH_STATE = "select set_config('app.state', $1, true)";

  private final Pool people;
  private final Pool house;
  private final Pool writers;
  private final Engine engine;

  private Db(Pool people, Pool house, Pool writers) {
    this.people = people;
    this.house = house;
    this.writers = writers;
    this.engine = new Engine(writers, house);
  }

  /**
   * Connects when first asked to, so that the server starts, and goes on, while the database is
   * away.
   *
   * @param size how many connections people's requests may use; the engine has five of its own
   */
  public static Db of(Vertx vertx, Postgres where, int size) {
    return new Db(
        pool(vertx, where, size, "people"),
        pool(vertx, where, 3, "engine"),
        pool(vertx, where, 2, "writer"));
  }

  /** What {@code work} does, this person does, and sees no more than they may. */
  public <T> Future<T> as(PersonId person, Function<Tx, Future<T>> work) {
    return transaction(AS_PERSON, Tuple.of(person.toString()), work);
  }

  /** As {@link #as}, and PostgreSQL refuses every write. */
  public <T> Future<T> readAs(PersonId person, Function<Tx, Future<T>> work) {
    return transaction(READING, Tuple.of(person.toString()), work);
  }

  /** Signing in: all that is known is a checked token's issuer and subject. Sees that person. */
  public <T> Future<T> asSubject(String issuer, String sub, Function<Tx, Future<T>> work) {
    return transaction(AS_SUBJECT, Tuple.of(issuer, sub), work);
  }

  /** Signing in: sees the one attempt whose state this is the hash of. */
  public <T> Future<T> withState(byte[] stateHash, Function<Tx, Future<T>> work) {
    return transaction(WITH_STATE, Tuple.of(HexFormat.of().formatHex(stateHash)), work);
  }

  /** The few functions that act for nobody in particular. */
  public Engine engine() {
    return engine;
  }

  /** What forbids to work with this server, in sentences; empty when nothing does. */
  public Future<List<String>> faults() {
    return house
        .query(Faults.SQL)
        .execute()
        .map(rows -> Faults.of(rows.iterator().next()))
        .recover(failure -> Future.failedFuture(Trouble.of(failure)));
  }

  public Future<Void> close() {
    return Future.join(people.close(), house.close(), writers.close()).mapEmpty();
  }

  private <T> Future<T> transaction(String identity, Tuple who, Function<Tx, Future<T>> work) {
    return people
        .getConnection()
        .recover(failure -> Future.failedFuture(Trouble.of(failure)))
        .compose(
            connection -> within(connection, identity, who, work).eventually(connection::close));
  }

  private static <T> Future<T> within(
      SqlConnection connection, String identity, Tuple who, Function<Tx, Future<T>> work) {
    Tx tx = new Tx(connection);
    // Sent together: the identity need not wait for the answer to BEGIN, it is refused with it.
    Future<Transaction> begun = connection.begin();
    Future<?> known = tx.query(identity, who);
    return Future.join(begun, known)
        .recover(failure -> Future.failedFuture(Trouble.of(failure)))
        .compose(_ -> work.apply(tx))
        .compose(
            result -> commit(begun.result()).map(result),
            failure -> undo(begun).compose(_ -> Future.failedFuture(failure)));
  }

  private static Future<Void> commit(Transaction transaction) {
    return transaction.commit().recover(failure -> Future.failedFuture(Trouble.ofCommit(failure)));
  }

  /** What went wrong is the answer, also when undoing it fails with the connection. */
  private static Future<Void> undo(Future<Transaction> begun) {
    return begun.succeeded()
        ? begun.result().rollback().otherwiseEmpty()
        : Future.succeededFuture();
  }

  private static Pool pool(Vertx vertx, Postgres where, int size, String name) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(connect(where, name))
        // Only the native transport honours the user timeout: without it a line that goes silent
        // holds a question for ever.
        .with(new NetClientOptions().setTcpUserTimeout(5_000).setConnectTimeout(2_000))
        .with(
            new PoolOptions()
                .setMaxSize(size)
                .setMaxWaitQueueSize(10_000)
                .setConnectionTimeout(2)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .build();
  }

  private static PgConnectOptions connect(Postgres where, String name) {
    var options =
        new PgConnectOptions()
            .setHost(where.host())
            .setPort(where.port())
            .setDatabase(where.database())
            .setUser(where.user())
            .setPassword(where.password())
            .setCachePreparedStatements(true)
            .addProperty("application_name", "accord-" + name)
            .addProperty("search_path", "accord, pg_temp")
            // Everything is found by an index: workers would only take cores from those who speak.
            .addProperty("max_parallel_workers_per_gather", "0")
            .addProperty("statement_timeout", "5s")
            .addProperty("lock_timeout", "2s")
            .addProperty("idle_in_transaction_session_timeout", "10s");
    return where.tls()
        ? options
            .setSslMode(SslMode.VERIFY_FULL)
            .setSslOptions(new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS"))
        : options;
  }
}
