package app.accord.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Fills up to one of few lengths, since the length of a sealed answer would tell of its words. */
final class Padding {
  private static final int[] LENGTHS = {64, 256, 1024, 4096};

  private Padding() {}

  static byte[] pad(byte[] plain) {
    return ByteBuffer.allocate(lengthFor(Integer.BYTES + plain.length))
        .putInt(plain.length)
        .put(plain)
        .array();
  }

  static byte[] unpad(byte[] padded) {
    int length = ByteBuffer.wrap(padded).getInt();
    return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
  }

  private static int lengthFor(int needed) {
    for (int length : LENGTHS) {
      if (needed <= length) {
        return length;
      }
    }
    return (needed + 4095) / 4096 * 4096;
  }
}
