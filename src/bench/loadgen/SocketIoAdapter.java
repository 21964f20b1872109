/** Socket.IO 4: Engine.IO 4 packets over a WebSocket from the start, acknowledgement callbacks. */
final class SocketIoAdapter implements Adapter {

  @Override
  public String path(Conn c) {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public void frame(Conn c, boolean text, byte[] b, int off, int len) {
    switch (b[off]) {
      case '0' ->
          c.send(
              Bytes.utf8(
                  "40{\"room\":\""
                      + c.roomId()
                      + "\",\"member\":"
                      + c.member
                      + ",\"after\":"
                      + c.after()
                      + "}"),
              true);
      case '2' -> c.send(new byte[] {'3'}, true); // ping, pong
      case '4' -> {
        switch (b[off + 1]) {
          case '0' -> {} // connected
          case '2' -> NeutralAdapter.read(c, b, off + 2, len - 2); // an event: the body says which
          case '3' -> NeutralAdapter.read(c, b, off + 2, len - 2); // acknowledgement
          default -> c.refused();
        }
      }
      default -> {}
    }
  }

  @Override
  public byte[] command(Conn c, long id, String text) {
    return Bytes.utf8(
        "42" + id + "[\"do\",{\"id\":\"" + id + "\",\"data\":{\"text\":\"" + text + "\"}}]");
  }
}
