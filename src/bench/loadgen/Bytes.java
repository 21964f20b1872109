import java.nio.charset.StandardCharsets;

/** Finds things in a frame without building an object tree, so that the generator stays cheap. */
final class Bytes {
  private Bytes() {}

  static byte[] utf8(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }

  /** Index just after the first occurrence of {@code key} in b[off, off+len), or -1. */
  static int after(byte[] b, int off, int len, byte[] key) {
    int last = off + len - key.length;
    outer:
    for (int i = off; i <= last; i++) {
      for (int j = 0; j < key.length; j++) if (b[i + j] != key[j]) continue outer;
      return i + key.length;
    }
    return -1;
  }

  /** The decimal number after {@code key} (a quote in between is skipped), or {@code otherwise}. */
  static long number(byte[] b, int off, int len, byte[] key, long otherwise) {
    int i = after(b, off, len, key);
    if (i < 0) return otherwise;
    int end = off + len;
    while (i < end && (b[i] == '"' || b[i] == ' ')) i++;
    boolean minus = i < end && b[i] == '-';
    if (minus) i++;
    long v = 0;
    int digits = 0;
    for (; i < end && b[i] >= '0' && b[i] <= '9'; i++, digits++) v = v * 10 + b[i] - '0';
    return digits == 0 ? otherwise : minus ? -v : v;
  }
}
