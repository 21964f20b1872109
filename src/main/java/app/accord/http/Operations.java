package app.accord.http;

import app.accord.http.Doorkeeper.Entry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The way of one request of the contract: who, then what, then the answer. */
record Operations(Doorkeeper doorkeeper) {

  private interface Next {
    Future<Reply> go(RoutingContext context, Entry entry);
  }

  void mount(Router router, Contract.Act which, Operation operation) {
    route(router, which, (context, entry) -> answer(context, which, entry, operation));
  }

  void mount(Router router, Contract.Act which, OpenOperation operation) {
    route(router, which, (context, entry) -> operation.answer(entry, context));
  }

  private void route(Router router, Contract.Act which, Next next) {
    router.route(which.method(), which.path()).handler(context -> handle(context, which, next));
  }

  private void handle(RoutingContext context, Contract.Act which, Next next) {
    if (!which.takesBody() && Bodies.announced(context.request())) {
      context.fail(new Refused(Refused.BAD));
      return;
    }
    // Whoever is asked for answers later; what arrives meanwhile waits instead of being lost.
    context.request().pause();
    Contexts.here(context.vertx(), doorkeeper.who(context.request()))
        .compose(entry -> Contexts.here(context.vertx(), next.go(context, entry)))
        .onSuccess(reply -> Answers.reply(context, reply))
        .onFailure(context::fail);
  }

  private Future<Reply> answer(
      RoutingContext context, Contract.Act which, Entry entry, Operation operation) {
    return switch (entry) {
      case Entry.Nobody _ -> Future.failedFuture(new Refused(Refused.SIGNED_OUT));
      case Entry.Locked _ -> Future.failedFuture(new Refused(Refused.LOCKED));
      case Entry.In(Caller caller) ->
          content(context, which)
              .compose(
                  body -> {
                    Map<String, String> path = Map.copyOf(context.pathParams());
                    return which.fits(path, body)
                        ? operation.answer(new Call(caller, path, body))
                        : Future.failedFuture(new Refused(Refused.BAD));
                  });
    };
  }

  private static Future<ObjectNode> content(RoutingContext context, Contract.Act which) {
    return which.takesBody()
        ? Bodies.read(context.vertx(), context.request(), which.mostBytes()).map(Bodies::json)
        : Future.succeededFuture(Bodies.none());
  }
}
