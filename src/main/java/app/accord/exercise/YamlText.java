package app.accord.exercise;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes as text, strictly: what is no UTF-8 would silently become other words. */
record YamlText(String text, List<Mistake> mistakes) {
  static final int MOST_BYTES = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static YamlText of(SourceFile file) {
    if (file.length() > MOST_BYTES) {
      return refused(file, 1, "The file is larger than 64 KiB.");
    }
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(file.length());
    if (strict.decode(ByteBuffer.wrap(file.bytes()), text, true).isError()) {
      return refused(file, lineAt(text.flip(), Integer.MAX_VALUE), "The file is not UTF-8 here.");
    }
    String all = text.flip().toString();
    boolean marked = !all.isEmpty() && all.charAt(0) == BYTE_ORDER_MARK;
    return new YamlText(marked ? all.substring(1) : all, List.of());
  }

  /** The line in which that character is, counted in code points. */
  static int lineAt(CharSequence text, int codePoints) {
    return 1 + (int) text.codePoints().limit(codePoints).filter(point -> point == '\n').count();
  }

  private static YamlText refused(SourceFile file, int line, String words) {
    return new YamlText("", List.of(new Mistake(file.name(), line, "", words)));
  }
}
