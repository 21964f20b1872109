package app.accord.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as its file has it, word for word. Accord ships none that belong to others.
 *
 * @param id the file's own name for it, the same in all its versions
 * @param source the publication that describes items and scoring
 * @param everyWeeks how often the file proposes to ask; null: it says nothing
 * @param mayBeShown whether the therapist may show the value to the person who answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Instrument(
    String id,
    int version,
    String language,
    String name,
    String holder,
    String permission,
    String source,
    String instructions,
    @Nullable Integer everyWeeks,
    boolean mayBeShown,
    List<Item> items,
    Score score,
    CutOff cutOff,
    ReliableChange reliableChange) {

  /** One of the answers that can be given to an item. */
  public record Choice(int value, String text) {}

  /**
   * A question.
   *
   * @param reverse counted as lowest + highest - value of its own answers
   */
  public record Item(String id, String text, List<Choice> answers, boolean reverse) {

    /** The least that it can count. */
    int lowest() {
      return answers.stream().mapToInt(Choice::value).min().orElseThrow();
    }

    /** The most that it can count. */
    int highest() {
      return answers.stream().mapToInt(Choice::value).max().orElseThrow();
    }

    /** What an answer counts: a reversed item from the other end. */
    int counted(int value) {
      return reverse ? lowest() + highest() - value : value;
    }

    boolean offers(int value) {
      return answers.stream().anyMatch(choice -> choice.value() == value);
    }
  }

  /** How the items become one number. */
  public enum Method {
    SUM,
    MEAN;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happens where an item was not answered. */
  public enum Missing {
    /** There is no value. */
    REFUSE,
    /** From {@link Score#minAnswered} on, the mean of the answered items stands in. */
    PRORATE;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Both ends belong to it. */
  public record Range(BigDecimal min, BigDecimal max) {
    boolean holds(BigDecimal value) {
      return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
  }

  /** A part of the items with a number of its own. */
  public record Subscale(String id, String name, List<String> items, Range range) {}

  /**
   * How it is scored.
   *
   * @param higherIsBetter false: a higher number counts as worse
   * @param minAnswered of all items, before anything can be handed in
   */
  public record Score(
      Method method,
      boolean higherIsBetter,
      Range range,
      int minAnswered,
      Missing missing,
      List<Subscale> subscales) {}

  /** On which side of a cut-off its source counts as distress. */
  public enum Side {
    BELOW("below"),
    AT_OR_BELOW("at-or-below"),
    ABOVE("above"),
    AT_OR_ABOVE("at-or-above");

    private final String wire;

    Side(String wire) {
      this.wire = wire;
    }

    @JsonValue
    String wire() {
      return wire;
    }

    static Side of(String wire) {
      for (Side side : values()) {
        if (side.wire.equals(wire)) {
          return side;
        }
      }
      throw new IllegalArgumentException("no side: " + wire);
    }

    /**
     * Whether a number lies on that side.
     *
     * @param compared less than, equal to or more than zero, as the number is beside the cut-off
     */
    boolean holds(int compared) {
      return switch (this) {
        case BELOW -> compared < 0;
        case AT_OR_BELOW -> compared <= 0;
        case ABOVE -> compared > 0;
        case AT_OR_ABOVE -> compared >= 0;
      };
    }
  }

  /**
   * Where the source draws a line.
   *
   * @param value null: no statement is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CutOff(@Nullable BigDecimal value, Side side, String source) {}

  /**
   * How many points are more than chance by the source.
   *
   * @param points null: no statement is made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReliableChange(@Nullable BigDecimal points, String source) {}

  Optional<Item> item(String of) {
    return items.stream().filter(item -> item.id().equals(of)).findFirst();
  }

  /** The items of a part, in the order of the questionnaire. */
  List<Item> items(Subscale part) {
    return items.stream().filter(item -> part.items().contains(item.id())).toList();
  }
}
