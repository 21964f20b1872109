package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.SHOWN;
import static app.accord.room.Scene.at;
import static app.accord.room.Scene.id;

import app.accord.exercise.Reach;
import app.accord.room.RoomCommand.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole sessions, act by act: content.md 8 and a shorter one. */
final class Sessions {
  static final List<String> CARDS =
      List.of(
          "calendars",
          "asking-evening",
          "reading-messages",
          "saying-late",
          "asking-who",
          "phone-code",
          "checking-where",
          "old-friendship",
          "before-inviting",
          "evening-apart",
          "looking-bag",
          "saying-no");

  private static final Map<String, String> NOORS =
      Map.of(
          "checking-where", "control",
          "asking-who", "control",
          "phone-code", "not-sure",
          "evening-apart", "trust",
          "reading-messages", "control");
  private static final Map<String, String> DANIELS =
      Map.of(
          "checking-where", "trust",
          "asking-who", "not-sure",
          "phone-code", "trust",
          "evening-apart", "not-sure",
          "reading-messages", "control",
          "looking-bag", "control");

  private Sessions() {}

  /** "Trust or control", all 51 rows of content.md 8, from an open door on. */
  static void trustOrControl(Scene scene) {
    scene
        .does(MARTA, new StartExercise("trust-vs-control", List.of(), false))
        .does(MARTA, new OpenStep("arrive"))
        .does(MARTA, new OpenStep("read"))
        .does(MARTA, new OpenStep("sort"));
    var sort = at("sort");
    place(scene, NOOR, "checking-where");
    place(scene, DANIEL, "checking-where");
    CARDS.stream()
        .filter(card -> !card.equals("checking-where") && !card.equals("looking-bag"))
        .forEach(card -> place(scene, NOOR, card));
    CARDS.stream()
        .filter(card -> !card.equals("checking-where"))
        .forEach(card -> place(scene, DANIEL, card));
    scene
        .does(NOOR, new Seal(sort, Reach.REVEAL, sorted(NOOR), SHOWN))
        .does(DANIEL, new AskPause())
        .does(MARTA, new EndPause())
        .does(DANIEL, new Seal(sort, Reach.REVEAL, sorted(DANIEL), SHOWN))
        .does(MARTA, new OpenAnswers("both-sorts"))
        .isRefused(NOOR, new Reopen(sort), Refusal.ALREADY_OPENED);
    talkAboutOneCard(scene);
    agree(scene);
    close(scene);
  }

  private static void talkAboutOneCard(Scene scene) {
    var talk = at("one-card");
    scene
        .does(DANIEL, new MarkToTalk(at("both-sorts"), "checking-where", true))
        .does(MARTA, new ChooseRow(at("both-sorts"), "checking-where"))
        .does(MARTA, new OpenStep("one-card"))
        .does(MARTA, new GiveTurn(talk, NOOR))
        .does(DANIEL, new KeepWords(talk, "Not to answer. Only to hear it."))
        .does(NOOR, new FinishSpeaking(talk))
        .does(DANIEL, new SayBack(talk, "You get angry when I ask where you are."))
        .does(NOOR, new NotQuite(talk, "not angry, alone"))
        .does(DANIEL, new SayBack(talk, "You feel alone when I look instead of asking."))
        .does(NOOR, new Confirm(talk))
        .does(MARTA, new GiveTurn(talk, DANIEL))
        .does(NOOR, new KeepWords(talk, "He was afraid, not cold."))
        .does(DANIEL, new FinishSpeaking(talk))
        .does(NOOR, new SayBack(talk, null))
        .does(DANIEL, new Confirm(talk));
  }

  private static void agree(Scene scene) {
    var step = at("small-step");
    String taken = "I ask instead of looking, and you answer when you can";
    String digest = Agreement.digest("", List.of(taken));
    scene
        .does(MARTA, new OpenStep("small-step"))
        .does(NOOR, new AddLine(step, id(1), "I ask instead of looking"))
        .does(DANIEL, new SuggestChange(step, id(1), 1, id(2), taken))
        .does(NOOR, new TakeSuggestion(step, id(2)))
        .does(NOOR, new Sign(step, digest))
        .does(DANIEL, new Sign(step, digest));
  }

  private static void close(Scene scene) {
    var closing = at("closing");
    scene
        .does(MARTA, new OpenStep("closing"))
        .does(NOOR, new Seal(closing, Reach.THERAPIST, new Answer.Closed(7, "lighter"), SHOWN))
        .does(DANIEL, new Skip(closing))
        .does(DANIEL, new OfferLine(closing, id(3), "Asking is not accusing"))
        .does(NOOR, new KeepLine(closing, id(3)))
        .does(MARTA, new EndExercise());
  }

  /** "Talk openly" with words of one's own, one for all, and a line kept. */
  static void communicateOpenly(Scene scene) {
    var words = at("my-words");
    var talk = at("talk");
    var thank = at("thank");
    var closing = at("closing");
    scene
        .does(MARTA, new StartExercise("communicate-openly", List.of(), false))
        .does(MARTA, new OpenStep("arrive"))
        .does(MARTA, new SkipStep())
        .does(MARTA, new SkipStep())
        .does(NOOR, seal(words, Reach.ME, "When plans change, I need to hear it from you first."))
        .does(DANIEL, new Skip(words))
        .does(MARTA, new SetTimer(150))
        .does(MARTA, new SkipStep())
        .does(MARTA, new GiveTurn(talk, DANIEL))
        .does(DANIEL, new FinishSpeaking(talk))
        .does(NOOR, new SayBack(talk, "You would like to be asked before it is settled."))
        .does(DANIEL, new Confirm(talk))
        .does(MARTA, new GiveTurn(talk, NOOR))
        .does(NOOR, new PassTurn(talk))
        .does(MARTA, new SkipStep())
        .does(NOOR, seal(thank, Reach.ROOM, "That you waited until I had finished."))
        .does(DANIEL, seal(thank, Reach.THERAPIST, "It was more than I thought."))
        .does(NOOR, new Say("Thank you for today."))
        .does(MARTA, new SkipStep())
        .does(NOOR, new Skip(closing))
        .does(DANIEL, new Seal(closing, Reach.ME, new Answer.Closed(6, null), SHOWN))
        .does(NOOR, new OfferLine(closing, id(4), "Waiting is a gift"))
        .does(DANIEL, new KeepLine(closing, id(4)))
        .does(MARTA, new EndExercise())
        .does(MARTA, new CloseRoom());
  }

  static Seal seal(Where where, Reach reach, String text) {
    return new Seal(where, reach, new Answer.Written(text), SHOWN);
  }

  private static void place(Scene scene, Seat seat, String card) {
    String pile = pile(seat, card);
    scene.does(seat, new PlaceCard(at("sort"), card, pile, 0, null));
  }

  static @Nullable String pile(Seat seat, String card) {
    return (seat == NOOR ? NOORS : DANIELS)
        .getOrDefault(card, seat == NOOR && card.equals("looking-bag") ? null : "trust");
  }

  static Answer.Sorted sorted(Seat seat) {
    var piles = new ArrayList<Answer.Pile>();
    for (String pile : List.of("trust", "not-sure", "control")) {
      piles.add(
          new Answer.Pile(
              pile, CARDS.stream().filter(card -> pile.equals(pile(seat, card))).toList()));
    }
    return new Answer.Sorted(piles, List.of());
  }
}
