import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Colyseus 0.17: a seat is reserved over HTTP, then a WebSocket carries one code byte, the message
 * type and its body in MessagePack.
 */
final class ColyseusAdapter implements Adapter {
  private static final byte[] N = Bytes.utf8("\u0001n"),
      ID = Bytes.utf8("\u0002id"),
      BY = Bytes.utf8("\u0002by");

  @Override
  public String before(Conn c) {
    String body =
        "{\"room\":\"" + c.roomId() + "\",\"member\":" + c.member + ",\"after\":" + c.after() + "}";
    return "POST /matchmake/joinOrCreate/live HTTP/1.1\r\nHost: "
        + c.gen.host
        + ":"
        + c.gen.port
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void beforeAnswer(Conn c, String body) {
    c.attachment =
        "/"
            + field(body, "processId")
            + "/"
            + field(body, "roomId")
            + "?sessionId="
            + field(body, "sessionId");
  }

  private static String field(String json, String name) {
    int i = json.indexOf("\"" + name + "\":\"");
    if (i < 0) throw new IllegalStateException("no " + name + " in " + json);
    int from = i + name.length() + 4;
    return json.substring(from, json.indexOf('"', from));
  }

  @Override
  public String path(Conn c) {
    return (String) c.attachment;
  }

  @Override
  public boolean textFrames() {
    return false;
  }

  @Override
  public void frame(Conn c, boolean text, byte[] b, int off, int len) {
    switch (b[off]) {
      case 10 -> c.send(new byte[] {10}, false); // JOIN_ROOM, confirmed
      case 13 -> { // ROOM_DATA
        int t = b[off + 1] & 31; // a short string: its length
        char kind = (char) b[off + 2];
        int at = off + 2 + t, rest = len - 2 - t;
        long n = number(b, at, rest, 1, 'n', (char) 0);
        switch (kind) {
          case 'e' ->
              c.event(n, number(b, at, rest, 2, 'i', 'd'), (int) number(b, at, rest, 2, 'b', 'y'));
          case 'a' -> c.acked(number(b, at, rest, 2, 'i', 'd'), n);
          case 'w' -> c.joined(n);
          default -> c.refused();
        }
      }
      case 11 -> c.refused();
      default -> {}
    }
  }

  /** The integer that follows the key (a fixstr of one or two letters) in a MessagePack map. */
  private static long number(byte[] b, int off, int len, int keyLen, char k1, char k2) {
    for (int i = off; i < off + len - keyLen - 1; i++) {
      if (b[i] != (byte) (0xa0 | keyLen) || b[i + 1] != k1 || keyLen == 2 && b[i + 2] != k2)
        continue;
      int p = i + 1 + keyLen, x = b[p] & 255;
      if (x < 128) return x;
      return switch (x) {
        case 0xcc -> b[p + 1] & 255;
        case 0xcd -> be(b, p + 1, 2);
        case 0xce -> be(b, p + 1, 4);
        case 0xcf, 0xd3 -> be(b, p + 1, 8);
        case 0xd0 -> b[p + 1];
        case 0xd1 -> (short) be(b, p + 1, 2);
        case 0xd2 -> (int) be(b, p + 1, 4);
        case 0xcb -> (long) Double.longBitsToDouble(be(b, p + 1, 8));
        case 0xca -> (long) Float.intBitsToFloat((int) be(b, p + 1, 4));
        default -> -1;
      };
    }
    return -1;
  }

  private static long be(byte[] b, int at, int n) {
    long v = 0;
    for (int i = 0; i < n; i++) v = v << 8 | b[at + i] & 255;
    return v;
  }

  @Override
  public byte[] command(Conn c, long id, String text) {
    var o = new ByteArrayOutputStream(200);
    o.write(13);
    str(o, "do");
    o.write(0x82);
    str(o, "id");
    o.write(0xce);
    for (int s = 24; s >= 0; s -= 8) o.write((int) (id >>> s));
    str(o, "data");
    o.write(0x81);
    str(o, "text");
    str(o, text);
    return o.toByteArray();
  }

  private static void str(ByteArrayOutputStream o, String s) {
    byte[] b = s.getBytes(StandardCharsets.UTF_8);
    if (b.length < 32) o.write(0xa0 | b.length);
    else {
      o.write(0xd9);
      o.write(b.length);
    }
    o.writeBytes(b);
  }
}
