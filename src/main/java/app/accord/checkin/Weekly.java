package app.accord.checkin;

import java.util.Map;

/**
 * The questions of every week, and what follows from their answers.
 *
 * @param languages by language; English is always there
 * @param firstChartAfter how many weeks both have shared before there is a chart
 */
public record Weekly(
    Rhythm rhythm, Map<String, Questions> languages, int firstChartAfter, FlagRules flags) {

  /** In that language if there is a file of it, else in English. */
  public Questions in(String language) {
    Questions english = english();
    return languages.getOrDefault(language, english);
  }

  /** Ids and limits are the same in every language. */
  public Questions english() {
    Questions english = languages.get(QuestionFiles.ENGLISH);
    if (english == null) {
      throw new IllegalStateException("every check-in has an English file");
    }
    return english;
  }
}
