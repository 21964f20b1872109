package app.accord.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that nobody can guess, and the hashes by which we know them again. */
final class Random256 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Random256() {}

  /** 256 random bits, as fits into a cookie or an address: 43 characters. */
  static String text() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  static boolean looksLikeOne(String text) {
    return text.matches("[A-Za-z0-9_-]{43}");
  }
}
