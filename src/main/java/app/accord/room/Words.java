package app.accord.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What people type: kept as typed after Unicode NFC, but for control characters other than line
 * breaks and halves of characters, which no page could show and PostgreSQL would refuse.
 *
 * <p>Lengths are counted in code points, as a person counts, not in UTF-16 units.
 */
public final class Words {
  /** The most that fits into each field. */
  static final int SAID = 4000;

  static final int IN_A_TALK = 1000;
  static final int SHARED = 1500;
  static final int LINE = 320;
  static final int NAME = 60;
  static final int KEPT_LINE = 160;
  static final int OWN = 64;
  static final int ONE_WORD = 24;
  static final int PROMPT = 160;
  static final int HELP = 320;
  static final int READING = 4000;

  private Words() {}

  /** The text as it is kept. */
  public static String clean(String typed) {
    String text = Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC);
    if (text.codePoints().allMatch(Words::stays)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\r' ? '\n' : c == '\t' ? ' ' : c)
        .filter(Words::stays)
        .forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** Why a cleaned text does not fit; null if it does. */
  static @Nullable Refusal misfit(String cleaned, int most) {
    if (cleaned.isBlank()) {
      return Refusal.NOTHING_WRITTEN;
    }
    return cleaned.codePointCount(0, cleaned.length()) > most ? Refusal.TOO_LONG : null;
  }

  /**
   * What {@link RoomCommand.Seal#shown()} holds: the SHA-256, in lower-case hex, of the UTF-8 bytes
   * of {@code accord.shown.1}, the question as the author read it (names filled in, adapted words
   * if it was adapted) and the sentence on who can see the answer, joined by U+001F. No text holds
   * that character, so two different pages never have one hash. The server cannot check it; it is
   * kept so that it can be shown later what a yes was a yes to. In a browser: {@code
   * ["accord.shown.1", question, label].join("\u005cu001f")}.
   */
  public static String shown(String question, String label) {
    return digest("accord.shown.1", clean(question), clean(label));
  }

  static boolean isDigest(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  static String digest(String... parts) {
    try {
      byte[] bytes = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static boolean stays(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == '\n';
      case Character.SURROGATE -> false;
      default -> true;
    };
  }
}
