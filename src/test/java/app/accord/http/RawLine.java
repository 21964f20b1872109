package app.accord.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Says to a server exactly what is given, and nothing that a client would add or forbid. */
final class RawLine {
  private RawLine() {}

  /** What the server says until it closes the line. Asks it to, unless the text does. */
  static String ask(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(4_000);
      socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
