package app.accord.http;

import app.accord.db.Trouble;
import app.accord.kernel.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what came of a request into its answer; the last resort included. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Answers() {}

  static void reply(RoutingContext context, Reply reply) {
    switch (reply) {
      case Reply.Json(int status, Object body) -> json(context, status, "application/json", body);
      case Reply.File(String type, String name, Buffer bytes) -> {
        context
            .response()
            .putHeader("Content-Type", type)
            .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        send(context, 200, bytes);
      }
      case Reply.Empty() -> send(context, 204, Buffer.buffer());
      case Reply.Failed(Problem problem) -> problem(context, problem);
    }
  }

  static void problem(RoutingContext context, Problem problem) {
    json(context, problem.status(), "application/problem+json", problem);
  }

  static void failure(RoutingContext context, Throwable failure) {
    problem(context, problemOf(failure, context.request()));
  }

  static Problem problemOf(Throwable failure, HttpServerRequest request) {
    if (failure instanceof Refused refused) {
      return refused.problem();
    }
    if (failure instanceof Trouble trouble) {
      switch (trouble.kind()) {
        case BUSY, UNKNOWN -> {
          return Refused.BUSY;
        }
        case CLASH, FORBIDDEN, BROKEN -> {}
      }
    }
    LOG.error("{} failed: {}", request.method(), where(failure));
    return Refused.INTERNAL;
  }

  /** Without any message: an exception's text may quote what a person wrote. */
  private static String where(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    Arrays.stream(failure.getStackTrace())
        .limit(12)
        .forEach(at -> text.append("\n  at ").append(at));
    Throwable cause = failure.getCause();
    return cause == null ? text.toString() : text.append("\nby ").append(where(cause)).toString();
  }

  private static void json(RoutingContext context, int status, String type, Object body) {
    try {
      Buffer bytes = Buffer.buffer(JSON.writeValueAsBytes(body));
      context.response().putHeader("Content-Type", type);
      send(context, status, bytes);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a reply cannot be written as JSON", bug);
    }
  }

  /**
   * A request that waits must flow to its end, or the next one on the line never comes. What was
   * not read is not read at all: whoever sends it would otherwise go on sending.
   */
  static void send(RoutingContext context, int status, Buffer bytes) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return; // whoever asked has gone
    }
    boolean unread = !request.isEnded() && (Bodies.announced(request) || Sockets.wanted(request));
    response.setStatusCode(status);
    if (unread) {
      response
          .putHeader("Connection", "close")
          .end(bytes)
          .onComplete(_ -> request.connection().close());
    } else {
      request.resume();
      response.end(bytes);
    }
  }
}
