package app.accord.exercise;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step of an exercise. A kind is a record here, a decision in the room, a folder in web. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Read.class, name = "read"),
  @JsonSubTypes.Type(value = Step.Write.class, name = "write"),
  @JsonSubTypes.Type(value = Step.Scale.class, name = "scale"),
  @JsonSubTypes.Type(value = Step.Choose.class, name = "choose"),
  @JsonSubTypes.Type(value = Step.Sort.class, name = "sort"),
  @JsonSubTypes.Type(value = Step.Reveal.class, name = "reveal"),
  @JsonSubTypes.Type(value = Step.Talk.class, name = "talk"),
  @JsonSubTypes.Type(value = Step.Agree.class, name = "agree"),
  @JsonSubTypes.Type(value = Step.Ground.class, name = "ground"),
  @JsonSubTypes.Type(value = Step.Closing.class, name = "closing"),
})
public sealed interface Step {

  /** What every kind has. {@code therapistHint} never leaves for a partner. */
  Common common();

  default String id() {
    return common().id();
  }

  record Common(
      String id,
      String title,
      @Nullable Integer minutes,
      boolean optional,
      @Nullable String therapistHint) {}

  /** A step that each answers alone. */
  sealed interface Asking extends Step permits Write, Scale, Choose, Sort, Closing {
    Sharing sharing();
  }

  /**
   * The widest audience of an answer, what its author may choose instead, and whether the therapist
   * reads a {@code reveal} answer before it is opened.
   */
  record Sharing(Reach widest, Set<Reach> narrower, boolean therapistAtOnce) {
    public boolean allows(Reach reach) {
      return reach == widest || narrower.contains(reach);
    }
  }

  record Read(Common common, String text, List<String> points) implements Step {}

  record Write(
      Common common,
      String prompt,
      @Nullable String help,
      List<String> starters,
      int max,
      Sharing sharing)
      implements Asking {}

  record Scale(
      Common common, String prompt, @Nullable String help, String low, String high, Sharing sharing)
      implements Asking {}

  record Choose(
      Common common,
      String prompt,
      @Nullable String help,
      List<Named> options,
      int most,
      boolean ownWords,
      Sharing sharing)
      implements Asking {}

  record Sort(
      Common common,
      String prompt,
      @Nullable String help,
      List<Named> piles,
      List<Named> cards,
      int ownCards,
      Sharing sharing)
      implements Asking {}

  /** An option, a card or a pile. */
  record Named(String id, String text) {}

  record Reveal(
      Common common,
      List<String> of,
      View view,
      String prompt,
      @Nullable String help,
      boolean markToTalk)
      implements Step {}

  enum View {
    SIDE_BY_SIDE,
    COMPARE
  }

  record Talk(
      Common common,
      String prompt,
      @Nullable String about,
      @Nullable String starter,
      String speaker,
      String listener,
      String confirm,
      int rounds,
      @Nullable Integer speakSeconds,
      @Nullable Integer reflectSeconds)
      implements Step {}

  record Agree(
      Common common,
      String prompt,
      @Nullable String help,
      @Nullable String heading,
      List<String> starters,
      int mostLines,
      int reviewDays)
      implements Step {}

  record Ground(Common common, String text, String instead, int breaths) implements Step {}

  record Closing(
      Common common,
      String prompt,
      String low,
      String high,
      String word,
      String next,
      boolean keepALine,
      Sharing sharing)
      implements Asking {}

  static Optional<Asking> asking(Step step) {
    return step instanceof Asking asking ? Optional.of(asking) : Optional.empty();
  }
}
