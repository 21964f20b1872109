package app.accord.checkin;

import java.util.List;
import java.util.Map;

/**
 * When something is worth a therapist's look. The numbers are the file's own, set with care and
 * without norms; they say nothing about a diagnosis (content.md 3).
 *
 * @param lastAnswers how many of somebody's answers to an item make their usual, at the most
 * @param atLeast fewer than so many make none
 * @param minAnswered items that a week needs to be compared
 * @param rearmAfterWeeks weeks without it before a rule tells of it again
 * @param says what a rule says, in words, by language and the rule's id
 */
public record FlagRules(
    int lastAnswers,
    int atLeast,
    int minAnswered,
    int rearmAfterWeeks,
    List<Rule> rules,
    Map<String, Map<String, String>> says) {

  /** One rule. Distances are in tenths of a point, so that no rounding hides in them. */
  public sealed interface Rule {
    String id();

    /** How many weeks in a row it looks at. */
    int weeks();
  }

  /** All partners are that much below their own usual. */
  public record AllLower(String id, int weeks, int byTenths) implements Rule {}

  /** One partner is. */
  public record OneLower(String id, int weeks, int byTenths) implements Rule {}

  /** One answer of one partner is. */
  public record ItemLower(String id, int weeks, int byTenths) implements Rule {}

  /** One partner is that much above, another below the own usual. */
  public record Apart(String id, int weeks, int byTenths) implements Rule {}

  /** What a rule says in that language, or in English. */
  public String says(String rule, String language) {
    Map<String, String> english = says.getOrDefault(QuestionFiles.ENGLISH, Map.of());
    return says.getOrDefault(language, english).getOrDefault(rule, rule);
  }
}
