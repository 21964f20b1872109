package app.accord.http;

import app.accord.http.Doorkeeper.Entry;
import app.accord.kernel.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Whatever can be known of a handshake before it is answered: Origin, then cookie and session. */
record Sockets(Doorkeeper doorkeeper, Guards guards) {

  static boolean wanted(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  void open(RoutingContext context, SocketRoute route) {
    HttpServerRequest request = context.request();
    if (!wanted(request)) {
      context.fail(new Refused(Problem.NOT_FOUND));
      return;
    }
    if (!guards.isOwn(request.getHeader("Origin"))) {
      context.fail(new Refused(Refused.ELSEWHERE));
      return;
    }
    // An upgrade after any await fails unless the request was paused before it.
    request.pause();
    // The query must not stand in for a part of the path.
    context.pathParams().forEach(request.params()::set);
    Contexts.here(context.vertx(), doorkeeper.who(request))
        .onSuccess(entry -> admit(context, route, entry))
        .onFailure(context::fail);
  }

  private static void admit(RoutingContext context, SocketRoute route, Entry entry) {
    switch (entry) {
      case Entry.In(Caller caller) -> route.open(caller, context.request());
      case Entry.Locked _ -> context.fail(new Refused(Refused.LOCKED));
      case Entry.Nobody _ -> context.fail(new Refused(Refused.SIGNED_OUT));
    }
  }
}
