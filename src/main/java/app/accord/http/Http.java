package app.accord.http;

import app.accord.kernel.Problem;
import app.accord.kernel.Settings;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The server. Features hang up what they answer, then it starts, on one event loop for each core.
 * It does not start while the contract and what hangs here differ.
 */
public final class Http implements Api, AutoCloseable {
  private static final int SECONDS_TO_START = 30;

  private final Vertx vertx;
  private final Settings settings;
  private final Doorkeeper doorkeeper;
  private final Contract contract;
  private final Readiness readiness;
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, OpenOperation> open = new LinkedHashMap<>();
  private final Map<String, SocketRoute> sockets = new LinkedHashMap<>();
  private final List<Consumer<Router>> pages = new ArrayList<>();
  private final Set<String> fromServers = new HashSet<>();
  private String deployment = "";

  private Http(
      Vertx vertx,
      Settings settings,
      Doorkeeper doorkeeper,
      Contract contract,
      Readiness readiness) {
    this.vertx = vertx;
    this.settings = settings;
    this.doorkeeper = doorkeeper;
    this.contract = contract;
    this.readiness = readiness;
  }

  /**
   * Reads the contract. Nothing listens yet.
   *
   * @param ready fails while this server cannot do its work; asked once a second at the most
   */
  public static Http prepare(
      Vertx vertx, Settings settings, Doorkeeper doorkeeper, Supplier<Future<?>> ready) {
    Contract contract = Contract.read("openapi.yaml");
    return new Http(vertx, settings, doorkeeper, contract, new Readiness(ready));
  }

  @Override
  public Api on(String operationId, Operation operation) {
    hang(operations, operationId, operation);
    return this;
  }

  /** An operation that answers also where there is no live session. */
  public Api onOpen(String operationId, OpenOperation operation) {
    hang(open, operationId, operation);
    return this;
  }

  @Override
  public Api socket(String path, SocketRoute route) {
    hang(sockets, path, route);
    return this;
  }

  /** Something that a browser opens, outside of the contract. */
  public Http page(String path, Handler<RoutingContext> handler) {
    pages.add(router -> router.route(HttpMethod.GET, path).handler(handler));
    return this;
  }

  /** Something that another server posts to: it carries none of a browser's marks. */
  public Http fromServer(String path, FromServer handler) {
    fromServers.add(path);
    pages.add(
        router ->
            router
                .route(HttpMethod.POST, path)
                .handler(
                    context ->
                        Bodies.read(vertx, context.request(), Bodies.MOST)
                            .compose(body -> Contexts.here(vertx, handler.answer(body)))
                            .onSuccess(reply -> Answers.reply(context, reply))
                            .onFailure(context::fail)));
    return this;
  }

  /** Files of a class path folder under an address of their own. */
  public Http files(String address, String folder) {
    Pages files = Pages.ofClassPath(folder);
    return page(address + "/*", context -> files.serve(context, address));
  }

  /** Operations of the contract that nobody answers yet. */
  public Set<String> unanswered() {
    Set<String> ids = new TreeSet<>();
    contract.acts().forEach(act -> ids.add(act.id()));
    ids.removeAll(operations.keySet());
    ids.removeAll(open.keySet());
    return ids;
  }

  /** Listens when this returns. */
  public Http start() {
    if (!unanswered().isEmpty()) {
      throw new IllegalStateException("nobody answers " + unanswered());
    }
    Router router = router();
    deployment =
        await(
            vertx.deployVerticle(
                () -> new Listener(settings.http(), router),
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors())));
    return this;
  }

  /** Takes no more requests; open sockets are closed with it. */
  @Override
  public void close() {
    if (!deployment.isEmpty()) {
      await(vertx.undeploy(deployment));
      deployment = "";
    }
  }

  private Router router() {
    Router router = Router.router(vertx);
    Guards guards = new Guards(settings.http(), fromServers);
    router.route().handler(new SecurityHeaders(settings));
    router.route().handler(guards::known);
    router.route().handler(guards::atItsName);
    router.route().handler(guards::ownPages);
    router.get("/health").handler(context -> context.response().setStatusCode(204).end());
    router.get("/ready").handler(readiness::answer);
    pages.forEach(page -> page.accept(router));
    Sockets handshakes = new Sockets(doorkeeper, guards);
    sockets.forEach(
        (path, route) -> router.get(path).handler(context -> handshakes.open(context, route)));
    mountOperations(router);
    // By hand, so that a wrong address of the contract is no address of the app.
    router
        .routeWithRegex("(?!/(?:api|auth)(?:/|$)).*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(Pages.ofClassPath("webroot")::serveApp);
    errors(router);
    return router;
  }

  private void mountOperations(Router router) {
    Operations all = new Operations(doorkeeper);
    for (Contract.Act act : contract.acts()) {
      Operation operation = operations.get(act.id());
      OpenOperation openOperation = open.get(act.id());
      if (operation != null) {
        all.mount(router, act, operation);
      } else if (openOperation != null) {
        all.mount(router, act, openOperation);
      }
    }
  }

  private static void errors(Router router) {
    Map.of(404, Problem.NOT_FOUND, 405, Refused.METHOD, 400, Refused.BAD, 413, Refused.TOO_LARGE)
        .forEach(
            (status, problem) ->
                router.errorHandler(status, context -> Answers.problem(context, problem)));
    router.errorHandler(
        500,
        context ->
            Answers.failure(
                context,
                context.failure() == null ? new Refused(Refused.INTERNAL) : context.failure()));
  }

  private <T> void hang(Map<String, T> where, String what, T answer) {
    boolean known =
        where == sockets || contract.acts().stream().anyMatch(act -> act.id().equals(what));
    if (!known) {
      throw new IllegalArgumentException("the contract has no operation " + what);
    }
    if (operations.containsKey(what) || open.containsKey(what) || sockets.containsKey(what)) {
      throw new IllegalArgumentException("two answer " + what);
    }
    where.put(what, answer);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the server did not start or end in time", e);
    }
  }
}
