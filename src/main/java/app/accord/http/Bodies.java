package app.accord.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what a request brings: little, soon, and as one strict JSON object. */
final class Bodies {
  /** What the largest page sends, where the contract asks for no more. */
  static final int MOST = 64 * 1024;

  private static final long PATIENCE_MS = 10_000;
  private static final int DEEPEST = 8;
  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Bodies() {}

  /** Says a header that something comes? Without one, HTTP/1.1 has no body. */
  static boolean announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return request.headers().contains("Transfer-Encoding")
        || (length != null && !"0".equals(length));
  }

  /** All of it. The request was paused and flows again. */
  static Future<Buffer> read(Vertx vertx, HttpServerRequest request, int most) {
    Promise<Buffer> all = Promise.promise();
    if (longerThan(most, request)) {
      return Future.failedFuture(new Refused(Refused.TOO_LARGE));
    }
    Buffer bytes = Buffer.buffer();
    long timer = vertx.setTimer(PATIENCE_MS, _ -> all.tryFail(new Refused(Refused.SLOW)));
    all.future().onComplete(_ -> vertx.cancelTimer(timer));
    request.exceptionHandler(all::tryFail);
    request.handler(
        chunk -> {
          if (bytes.length() + chunk.length() > most) {
            request.pause();
            all.tryFail(new Refused(Refused.TOO_LARGE));
          } else {
            bytes.appendBuffer(chunk);
          }
        });
    request.endHandler(_ -> all.tryComplete(bytes));
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
    return all.future();
  }

  static ObjectNode json(Buffer bytes) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes())).toString();
      if (STRICT.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (CharacterCodingException notText) {
      throw new Refused(Refused.BAD);
    } catch (IOException notJson) {
      throw new Refused(Refused.BAD);
    }
    throw new Refused(Refused.BAD);
  }

  static ObjectNode none() {
    return STRICT.createObjectNode();
  }

  private static boolean longerThan(int most, HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && Long.parseLong(length) > most;
  }
}
