package app.accord.http;

import io.vertx.core.Future;

/** What answers one operation of the contract. Runs on an event loop: it must not block. */
@FunctionalInterface
public interface Operation {
  Future<Reply> answer(Call call);
}
