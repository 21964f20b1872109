package app.accord.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.TestSettings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatienceTest {
  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void start() {
    Server server = new Server();
    vertx.deployVerticle(server).await();
    port = server.port;
  }

  @AfterEach
  void end() {
    vertx.close().await();
  }

  private static final class Server extends VerticleBase {
    private int port;

    @Override
    public Future<?> start() {
      Patience patience = new Patience(vertx, 300, 600);
      return vertx
          .createHttpServer(Listener.options(TestSettings.onFreePort().http()))
          .connectionHandler(patience::opened)
          .requestHandler(
              request -> {
                patience.asked(request);
                // Later than a new line may wait: what was asked is answered all the same.
                vertx.setTimer(400, _ -> request.response().end("here"));
              })
          .listen(0, "127.0.0.1")
          .onSuccess(this::listens);
    }

    private void listens(HttpServer server) {
      port = server.actualPort();
    }
  }

  private Socket line() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  @Test
  void a_line_that_never_comes_to_the_end_of_its_head_is_closed() throws Exception {
    try (Socket socket = line()) {
      say(socket, "GET / HTTP/1.1\r\nHost: here\r\nX-Slow: a");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void one_that_asks_is_answered_and_closed_when_it_falls_silent() throws Exception {
    try (Socket socket = line()) {
      InputStream answers = socket.getInputStream();
      say(socket, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
      byte[] first = answers.readNBytes(42);
      assertThat(new String(first, US_ASCII)).startsWith("HTTP/1.1 200 OK").endsWith("here");
      say(socket, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
      assertThat(answers.readNBytes(42)).hasSize(42);
      assertThat(answers.read()).isEqualTo(-1);
    }
  }
}
