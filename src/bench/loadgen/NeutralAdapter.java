/** The protocol of our own peers: see README.md, "The job". */
final class NeutralAdapter implements Adapter {
  private static final byte[] T = Bytes.utf8("\"t\":\""),
      N = Bytes.utf8("\"n\":"),
      ID = Bytes.utf8("\"id\":"),
      BY = Bytes.utf8("\"by\":");

  @Override
  public String path(Conn c) {
    return "/live?room=" + c.roomId() + "&member=" + c.member + "&after=" + c.after();
  }

  @Override
  public void frame(Conn c, boolean text, byte[] b, int off, int len) {
    read(c, b, off, len);
  }

  static void read(Conn c, byte[] b, int off, int len) {
    int t = Bytes.after(b, off, Math.min(len, 200), T);
    long n = Bytes.number(b, off, len, N, -1);
    switch (t < 0 ? 0 : b[t]) {
      case 'e' ->
          c.event(n, Bytes.number(b, off, len, ID, -1), (int) Bytes.number(b, off, len, BY, -1));
      case 'a' -> c.acked(Bytes.number(b, off, len, ID, -1), n);
      case 'w' -> c.joined(n);
      default -> c.refused();
    }
  }

  @Override
  public byte[] command(Conn c, long id, String text) {
    return Bytes.utf8("{\"t\":\"do\",\"id\":\"" + id + "\",\"data\":{\"text\":\"" + text + "\"}}");
  }
}
