package app.accord.checkin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, in one language. {@code {partner}} and {@code {therapist}} stand for first names.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Questions(
    String language,
    String title,
    String intro,
    List<Item> items,
    @Nullable Line line,
    String thanks) {

  /**
   * A question that a number from 0 to 10 answers.
   *
   * @param shareable whether the couple may choose to see each other's numbers; nobody can change
   *     that
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String id,
      String prompt,
      @Nullable String help,
      String low,
      String high,
      boolean shareable) {}

  /**
   * Something to say in one's own words, to the therapist or to nobody.
   *
   * @param max in characters, as a person counts them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(String prompt, @Nullable String help, int max) {}

  /** As they are asked where a couple has no secrets (R10). */
  Questions withoutLine() {
    return new Questions(language, title, intro, items, null, thanks);
  }

  /** The question of that name. */
  public Optional<Item> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }
}
