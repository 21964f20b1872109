package app.accord.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered. It prints itself masked, since a log must never hold it. A missing part
 * is refused when it is made: the wire could send one, and the core must not meet it later.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Answer.Written.class, name = "write"),
  @JsonSubTypes.Type(value = Answer.Rated.class, name = "scale"),
  @JsonSubTypes.Type(value = Answer.Chosen.class, name = "choose"),
  @JsonSubTypes.Type(value = Answer.Sorted.class, name = "sort"),
  @JsonSubTypes.Type(value = Answer.Closed.class, name = "closing"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Answer {

  record Written(String text) implements Answer {
    public Written {
      Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
      return "Written[masked]";
    }
  }

  /** 0 to 10. */
  record Rated(int number) implements Answer {
    @Override
    public String toString() {
      return "Rated[masked]";
    }
  }

  /** Option ids in the step's order, and at most one in own words. */
  record Chosen(List<String> options, @Nullable String own) implements Answer {
    public Chosen {
      options = List.copyOf(options);
    }

    @Override
    public String toString() {
      return "Chosen[masked]";
    }
  }

  /**
   * The piles with their cards from top to bottom; a card in none was left out. Cards in own words
   * have the ids {@code own-1} to {@code own-3}.
   */
  record Sorted(List<Pile> piles, List<OwnCard> own) implements Answer {
    public Sorted {
      piles = List.copyOf(piles);
      own = List.copyOf(own);
    }

    @Override
    public String toString() {
      return "Sorted[masked]";
    }
  }

  record Pile(String pile, List<String> cards) {
    public Pile {
      Objects.requireNonNull(pile);
      cards = List.copyOf(cards);
    }

    @Override
    public String toString() {
      return "Pile[masked]";
    }
  }

  record OwnCard(String card, String text) {
    public OwnCard {
      Objects.requireNonNull(card);
      Objects.requireNonNull(text);
    }

    @Override
    public String toString() {
      return "OwnCard[masked]";
    }
  }

  /** The closing page: a number, a word, or one of them. */
  record Closed(@Nullable Integer number, @Nullable String word) implements Answer {
    @Override
    public String toString() {
      return "Closed[masked]";
    }
  }
}
