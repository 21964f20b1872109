package app.accord.room.live;

import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A WebSocket client that may break every rule. */
final class RawSocket implements AutoCloseable {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  private static final int CLOSE = 8;

  /** The line ended without a closing frame. */
  static final int CUT = 1006;

  private final Socket socket;
  private final DataInputStream in;
  private final String response;

  private RawSocket(Socket socket, DataInputStream in, String response) {
    this.socket = socket;
    this.in = in;
    this.response = response;
  }

  static RawSocket open(LiveServer server, RoomId room, PersonId person, String more) {
    return open(server, room, person, more, 64 * 1024);
  }

  static RawSocket open(
      LiveServer server, RoomId room, PersonId person, String more, int receiveBuffer) {
    try {
      var socket = new Socket();
      socket.setReceiveBufferSize(receiveBuffer);
      socket.connect(new InetSocketAddress("localhost", server.port));
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              """
              GET /api/rooms/%s/live HTTP/1.1\r
              Host: localhost:%d\r
              Connection: Upgrade\r
              Upgrade: websocket\r
              Sec-WebSocket-Version: 13\r
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
              Sec-WebSocket-Protocol: accord.room.v1\r
              X-Person: %s\r
              %s\r
              """
                  .formatted(room, server.port, person, more)
                  .getBytes(StandardCharsets.US_ASCII));
      var in = new DataInputStream(socket.getInputStream());
      return new RawSocket(socket, in, head(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Status line and headers, in lower case. */
  String response() {
    return response;
  }

  void text(String text) {
    frame(TEXT, text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** A frame with this first byte. */
  void frame(int first, byte[] payload, boolean masked) {
    int mark = masked ? 0x80 : 0;
    int n = payload.length;
    byte[] head =
        n < 126
            ? bytes(first, mark | n)
            : n < 65_536
                ? bytes(first, mark | 126, n >> 8, n)
                : bytes(first, mark | 127, 0, 0, 0, 0, n >> 24, n >> 16, n >> 8, n);
    // With a mask of zeros the payload goes as it is.
    byte[] mask = masked ? new byte[4] : new byte[0];
    byte[] all = new byte[head.length + mask.length + n];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length + mask.length, n);
    send(all);
  }

  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (SocketException over) {
      // The server has closed in the meantime, which reading will tell.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the end: the closing code, or {@link #CUT}. What was echoed is looked for. */
  int awaitClose(String neverEchoed) {
    try {
      while (true) {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
          length = in.readUnsignedShort();
        } else if (length == 127) {
          length = Math.toIntExact(in.readLong());
        }
        byte[] payload = in.readNBytes(length);
        if (!neverEchoed.isEmpty()
            && new String(payload, StandardCharsets.ISO_8859_1).contains(neverEchoed)) {
          throw new AssertionError("echoed");
        }
        if ((first & 0xf) == CLOSE) {
          return length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
      }
    } catch (EOFException | SocketException over) {
      return CUT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(int... values) {
    byte[] all = new byte[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) values[i];
    }
    return all;
  }

  private static String head(DataInputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString().toLowerCase(Locale.ROOT);
  }
}
