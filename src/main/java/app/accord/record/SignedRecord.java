package app.accord.record;

import app.accord.kernel.SessionId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody signed, as a text whose bytes are kept as they were. It prints itself without its
 * words.
 *
 * @param salt random: a digest that lies in clear must not tell whether a guessed text is the right
 *     one
 */
record SignedRecord(
    String format,
    UUID salt,
    SessionId session,
    int number,
    String zone,
    RecordFacts facts,
    String words,
    String by,
    Instant at) {
  static final String FORMAT = "accord.record.1";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Reads what was signed; a text that is another one is a bug or an attack, and stops loudly. */
  static SignedRecord read(String text, byte[] digest) {
    if (!MessageDigest.isEqual(digest(text), digest)) {
      throw new IllegalStateException("a signed record is not what was signed");
    }
    try {
      return JSON.readValue(text, SignedRecord.class);
    } catch (JsonProcessingException unreadable) {
      // The cause may quote what a person wrote, so it stays here.
      throw new IllegalStateException("a signed record that cannot be read");
    }
  }

  String text() {
    return json(this);
  }

  static String json(Object facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a record cannot be written as JSON", bug);
    }
  }

  /** SHA-256 of the text's UTF-8 bytes. */
  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "SignedRecord[" + session + ", " + words.length() + " chars]";
  }
}
