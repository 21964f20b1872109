package app.accord.exercise;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One exercise in one language, as {@code accord.exercise.1} defines it. {@code digest} is the
 * SHA-256, in hex, of the English file's bytes: all languages of one version share it, since a room
 * keeps what it started with whatever language each reads it in.
 */
public record Exercise(
    String id,
    int version,
    String language,
    String digest,
    String title,
    String summary,
    String purpose,
    int minutes,
    Set<Place> places,
    List<String> themes,
    Safety safety,
    List<Step> steps) {

  /** Every exercise has a file in this language; what else there is are translations of it. */
  public static final String ENGLISH = "en";

  /** Where an exercise may be done: the file's field {@code for}. */
  public enum Place {
    LIVE,
    TOGETHER,
    SOLO
  }

  /** For the therapist only, but for the level, which the server reads too. */
  public record Safety(int level, List<String> notWhen, List<String> watchFor) {}

  public Optional<Step> step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }
}
