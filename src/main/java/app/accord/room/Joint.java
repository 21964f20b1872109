package app.accord.room;

import app.accord.room.RoomEvent.Opened;
import app.accord.room.RoomEvent.Theirs;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of sealed answers is opened. Of sorts only the cards that all have placed: which ones
 * somebody left out must stand in no frame. Cards in own words are not compared, and open too.
 */
final class Joint {
  private Joint() {}

  static List<Theirs> ofAll(List<Theirs> answers) {
    Set<String> joint = null;
    for (Theirs one : answers) {
      if (one.value() instanceof Answer.Sorted sorted) {
        var placed = new HashSet<>(placed(sorted).toList());
        if (joint == null) {
          joint = placed;
        } else {
          joint.retainAll(placed);
        }
      }
    }
    Set<String> all = joint == null ? Set.of() : joint;
    return answers.stream().map(one -> new Theirs(one.seat(), only(all, one.value()))).toList();
  }

  private static Answer only(Set<String> joint, Answer value) {
    if (!(value instanceof Answer.Sorted sorted)) {
      return value;
    }
    List<Answer.OwnCard> own =
        sorted.own().stream().filter(card -> placed(sorted).anyMatch(card.card()::equals)).toList();
    Set<String> ids = new HashSet<>(own.stream().map(Answer.OwnCard::card).toList());
    List<Answer.Pile> piles =
        sorted.piles().stream()
            .map(
                pile ->
                    new Answer.Pile(
                        pile.pile(),
                        pile.cards().stream()
                            .filter(
                                card ->
                                    Answers.isOwn(card) ? ids.contains(card) : joint.contains(card))
                            .toList()))
            .toList();
    return new Answer.Sorted(piles, own);
  }

  /**
   * The names by which {@link RoomEvent.TalkMarked} and {@link RoomEvent.RowChosen} point at it.
   */
  static Set<String> rows(List<Opened> opened) {
    var rows = new LinkedHashSet<String>();
    for (Opened step : opened) {
      rows.add(step.step());
      for (Theirs theirs : step.answers()) {
        if (theirs.value() instanceof Answer.Sorted sorted) {
          placed(sorted)
              .map(card -> Answers.isOwn(card) ? theirs.seat().wire() + ":" + card : card)
              .forEach(rows::add);
        }
      }
    }
    return Collections.unmodifiableSet(rows);
  }

  private static Stream<String> placed(Answer.Sorted sorted) {
    return sorted.piles().stream().flatMap(pile -> pile.cards().stream());
  }
}
