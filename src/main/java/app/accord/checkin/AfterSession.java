package app.accord.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The questions after a session, for the therapist alone under every policy (R11).
 *
 * @param languages by language; English is always there
 * @param openFor how long after the session's end they can be answered
 * @param lowAtMost an answer that is not higher is worth a look
 * @param says what that is called, by language
 */
public record AfterSession(
    Map<String, Questions> languages,
    Duration openFor,
    int lowAtMost,
    String rule,
    Map<String, String> says) {

  /** In that language if there is a file of it, else in English. */
  public Questions in(String language) {
    Questions there = languages.get(language);
    return there == null ? english() : there;
  }

  /** Ids are the same in every language. */
  public Questions english() {
    Questions english = languages.get(QuestionFiles.ENGLISH);
    if (english == null) {
      throw new IllegalStateException("every check-in has an English file");
    }
    return english;
  }

  /** Whether they can still be answered. */
  public boolean isOpen(Instant endedAt, Instant now) {
    return !now.isBefore(endedAt) && now.isBefore(endedAt.plus(openFor));
  }

  /** What a low answer is called, in that language or in English. */
  public String says(String language) {
    String there = says.get(language);
    return there == null ? says.getOrDefault(QuestionFiles.ENGLISH, rule) : there;
  }
}
