package app.accord.testing;

import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.testing.TestPostgres.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Browser sessions put there by hand, as signing in would have left them. */
public final class Tickets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tickets() {}

  /** The Cookie header of somebody who is now signed in for a week. */
  public static String cookie(Database database, PersonId person, String role) {
    String secret = secret();
    Behind.run(
        database,
        """
        insert into accord.browser_session (hash, person_id, issuer, sid, roles, good_until, idle, ends_at, auth_time)
        values ('\\x%s', '%s', 'https://issuer', '%s', '{%s}', now() + interval '7 days', interval '7 days',
          now() + interval '7 days', now())
        """
            .formatted(sha256(secret), person, Ids.random(), role));
    return "__Host-accord=" + secret;
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
