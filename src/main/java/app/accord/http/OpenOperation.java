package app.accord.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Answers an operation of the contract also where there is no live session: coming and going. */
@FunctionalInterface
public interface OpenOperation {
  Future<Reply> answer(Doorkeeper.Entry entry, RoutingContext context);
}
