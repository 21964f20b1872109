package app.accord.room;

import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.PlaceCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an answer fits its question, and how it is kept. */
final class Answers {
  private static final Pattern OWN = Pattern.compile("own-[1-3]");

  private Answers() {}

  /** What came of looking at an answer. */
  sealed interface Looked {}

  /** In the one form in which such an answer is kept. */
  record Fits(Answer value) implements Looked {}

  record Misfit(Refusal why) implements Looked {}

  static boolean isOwn(String card) {
    return OWN.matcher(card).matches();
  }

  /**
   * Whether the author may choose this reach. Under <em>no secrets</em> no words go to the
   * therapist alone (decision 35): the therapist's reach is narrowed to the author's own, and of a
   * closing only the number goes.
   */
  static boolean isOffered(
      Step.Asking step, Reach reach, Answer answer, Circumstances.Secrets secrets) {
    if (secrets != Circumstances.Secrets.NO_SECRETS) {
      return step.sharing().allows(reach);
    }
    if (reach == Reach.ME && step.sharing().widest() == Reach.THERAPIST) {
      return true;
    }
    boolean holdsWords =
        switch (step) {
          case Step.Scale _ -> false;
          case Step.Closing _ -> answer instanceof Answer.Closed closed && closed.word() != null;
          case Step.Write _, Step.Choose _, Step.Sort _ -> true;
        };
    return step.sharing().allows(reach) && !(reach == Reach.THERAPIST && holdsWords);
  }

  static Looked fit(Step.Asking step, Answer answer) {
    return switch (answer) {
      case Answer.Written(String text) when step instanceof Step.Write write ->
          written(Words.clean(text), write.max());
      case Answer.Rated(int number) when step instanceof Step.Scale ->
          isOnScale(number) ? new Fits(answer) : new Misfit(Refusal.BAD_VALUE);
      case Answer.Chosen chosen when step instanceof Step.Choose choose -> chosen(choose, chosen);
      case Answer.Sorted sorted when step instanceof Step.Sort sort -> sorted(sort, sorted);
      case Answer.Closed closed when step instanceof Step.Closing -> closed(closed);
      case Answer.Written _, Answer.Rated _, Answer.Chosen _, Answer.Sorted _, Answer.Closed _ ->
          new Misfit(Refusal.WRONG_KIND);
    };
  }

  private static Looked written(String text, int most) {
    Refusal misfit = Words.misfit(text, most);
    return misfit != null ? new Misfit(misfit) : new Fits(new Answer.Written(text));
  }

  private static boolean isOnScale(int number) {
    return number >= 0 && number <= 10;
  }

  private static Looked chosen(Step.Choose step, Answer.Chosen chosen) {
    List<String> inOrder = ids(step.options()).stream().filter(chosen.options()::contains).toList();
    String own = chosen.own() == null ? null : Words.clean(chosen.own());
    if (inOrder.size() != chosen.options().size()
        || inOrder.size() > step.most()
        || (own != null && !step.ownWords())) {
      return new Misfit(Refusal.BAD_VALUE);
    }
    Refusal misfit = own == null ? null : Words.misfit(own, Words.OWN);
    if (misfit != null) {
      return new Misfit(misfit);
    }
    return inOrder.isEmpty() && own == null
        ? new Misfit(Refusal.NOTHING_WRITTEN)
        : new Fits(new Answer.Chosen(inOrder, own));
  }

  private static Looked closed(Answer.Closed closed) {
    String word = closed.word() == null ? null : Words.clean(closed.word());
    Refusal misfit = word == null ? null : Words.misfit(word, Words.ONE_WORD);
    if (misfit != null) {
      return new Misfit(misfit);
    }
    if (closed.number() != null && !isOnScale(closed.number())) {
      return new Misfit(Refusal.BAD_VALUE);
    }
    return closed.number() == null && word == null
        ? new Misfit(Refusal.NOTHING_WRITTEN)
        : new Fits(new Answer.Closed(closed.number(), word));
  }

  private static Looked sorted(Step.Sort step, Answer.Sorted sorted) {
    var own = new ArrayList<Answer.OwnCard>();
    var known = new HashSet<>(ids(step.cards()));
    for (Answer.OwnCard card : sorted.own()) {
      String text = Words.clean(card.text());
      Refusal misfit = Words.misfit(text, Words.OWN);
      if (misfit != null || !mayOwn(step, card.card()) || !known.add(card.card())) {
        return new Misfit(misfit != null ? misfit : Refusal.BAD_VALUE);
      }
      own.add(new Answer.OwnCard(card.card(), text));
    }
    List<Answer.Pile> piles = pilesInOrder(step, sorted.piles());
    if (piles == null || !areEachOnce(piles, known)) {
      return new Misfit(Refusal.BAD_VALUE);
    }
    return piles.stream().allMatch(pile -> pile.cards().isEmpty())
        ? new Misfit(Refusal.NOTHING_WRITTEN)
        : new Fits(new Answer.Sorted(piles, own));
  }

  /** All piles of the step in its order, an empty one too; null if there are others or doubles. */
  private static @Nullable List<Answer.Pile> pilesInOrder(Step.Sort step, List<Answer.Pile> piles) {
    var inOrder = new ArrayList<Answer.Pile>();
    int found = 0;
    for (String id : ids(step.piles())) {
      var same = piles.stream().filter(pile -> pile.pile().equals(id)).toList();
      found += same.size();
      inOrder.add(same.isEmpty() ? new Answer.Pile(id, List.of()) : same.getFirst());
    }
    return found == piles.size() && found <= inOrder.size() && areDistinct(piles) ? inOrder : null;
  }

  private static boolean areDistinct(List<Answer.Pile> piles) {
    return piles.stream().map(Answer.Pile::pile).distinct().count() == piles.size();
  }

  private static boolean areEachOnce(List<Answer.Pile> piles, Set<String> known) {
    var seen = new HashSet<String>();
    return piles.stream()
        .flatMap(pile -> pile.cards().stream())
        .allMatch(card -> known.contains(card) && seen.add(card));
  }

  static @Nullable Refusal againstPlacing(
      Step.Sort step, PlaceCard command, @Nullable String text, Set<String> ownCards) {
    boolean own = mayOwn(step, command.card());
    boolean known = own || ids(step.cards()).contains(command.card());
    boolean pile = command.pile() == null || ids(step.piles()).contains(command.pile());
    int most = step.cards().size() + step.ownCards();
    if (!known || !pile || command.place() < 0 || command.place() > most) {
      return Refusal.BAD_VALUE;
    }
    if (text == null) {
      return own && !ownCards.contains(command.card()) ? Refusal.NOTHING_WRITTEN : null;
    }
    return own ? Words.misfit(text, Words.OWN) : Refusal.BAD_VALUE;
  }

  private static boolean mayOwn(Step.Sort step, String card) {
    return OWN.matcher(card).matches() && card.charAt(4) - '0' <= step.ownCards();
  }

  private static List<String> ids(List<Step.Named> named) {
    return named.stream().map(Step.Named::id).toList();
  }
}
