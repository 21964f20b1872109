package app.accord.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * Answers another server's request. What it brings is as long as any body may be, and unchecked.
 */
@FunctionalInterface
public interface FromServer {
  Future<Reply> answer(Buffer body);
}
