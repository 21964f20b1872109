package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static app.accord.room.Scene.SHOWN;

import app.accord.exercise.Exercise;
import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.*;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Thinks of something that somebody in the room might do next: mostly what makes sense where the
 * room is, so that deep places are reached, and now and then something that makes none.
 */
final class Player {
  static final List<String> EXERCISES =
      List.of(
          "trust-vs-control",
          "small-steps",
          "what-trust-gives-us",
          "repair-and-forgive",
          "being-trustworthy",
          "communicate-openly",
          "a-good-moment-this-week");

  private static final List<String> TEXTS =
      List.of(
          "I ask first",
          "e\u0301tude",
          "a\u0000b\r\nc",
          "\ud83d",
          "  ",
          "",
          "We wait ☕",
          "x".repeat(5000));

  private final Random dice;
  private final List<Seat> seats;

  Player(long seed, Seat... seats) {
    this.dice = new Random(seed);
    this.seats = List.of(seats);
  }

  record Move(Seat by, RoomCommand command) {}

  Move next(RoomState state) {
    if (chance(6)) {
      return new Move(one(seats), anything(state));
    }
    Run run = state.run();
    if (chance(10) || (state.rest().isOn() && chance(2))) {
      return aroundIt(state);
    }
    if (run == null || run.phase() != Run.Phase.RUNNING) {
      return run != null && run.phase() == Run.Phase.RESTING && chance(2)
          ? new Move(leader(), new OpenStep(one(run.offered())))
          : new Move(leader(), new StartExercise(one(EXERCISES), List.of(), true));
    }
    if (run.current() == null || chance(14)) {
      return onwards(run);
    }
    Exercise exercise = Scene.shelf().byDigest(run.digest()).orElseThrow();
    Step step = exercise.step(run.current()).orElseThrow();
    return inside(run, step);
  }

  private Move aroundIt(RoomState state) {
    Seat partner = partner();
    return switch (dice.nextInt(16)) {
      case 0 -> new Move(partner, new AskPause());
      case 1, 2 -> new Move(leader(), new EndPause());
      case 3 -> new Move(partner, new AskWordAlone());
      case 4 -> new Move(MARTA, new SpeakAlone(partner()));
      case 5, 6 -> new Move(MARTA, new BackTogether());
      case 7 -> new Move(MARTA, new GiveFloor(chance(2) ? null : partner()));
      case 8 -> new Move(one(seats), new Say(one(TEXTS)));
      case 9 -> new Move(leader(), new SetTimer(dice.nextInt(700)));
      case 10 -> new Move(leader(), new AddMinute());
      case 11 -> new Move(partner, new AskForHelp());
      case 13 -> new Move(MARTA, shown());
      case 14 -> new Move(MARTA, new ClearStage());
      case 12 -> new Move(MARTA, state.isClosed() ? new TakeBackClose() : new OpenRoom());
      default -> new Move(one(seats), new Arrive());
    };
  }

  private static RoomCommand shown() {
    var theirs = new RoomEvent.Theirs(NOOR, new Answer.Written("handed in for all"));
    return new ShowOnStage("0".repeat(64), "felt-safe", List.of(theirs));
  }

  private Move onwards(Run run) {
    int next = Math.min(run.indexOf(run.current()) + 1, run.offered().size() - 1);
    String step = run.offered().get(next);
    return switch (dice.nextInt(12)) {
      case 0 -> new Move(leader(), new EndExercise());
      case 1 -> new Move(leader(), new GoOnNextTime());
      case 2, 3 -> new Move(leader(), new OpenStep(one(run.offered())));
      case 4 -> new Move(MARTA, new AdaptStep(Map.of("prompt", one(TEXTS))));
      case 5 -> new Move(leader(), new LeaveClosed(step));
      default -> new Move(leader(), chance(2) ? new OpenAnswers(step) : new OpenStep(step));
    };
  }

  private Move inside(Run run, Step step) {
    Where where = run.where(step.id());
    return switch (step) {
      case Step.Sort sort when chance(2) -> new Move(partner(), placing(where, sort));
      case Step.Asking asking -> ownWork(run, where, asking);
      case Step.Reveal reveal -> atReveal(run, where, reveal);
      case Step.Talk _ -> talking(run, where);
      case Step.Agree _ -> agreeing(run, where);
      case Step.Read _, Step.Ground _ -> onwards(run);
    };
  }

  private Move ownWork(Run run, Where where, Step.Asking step) {
    Seat seat = partner();
    return switch (dice.nextInt(12)) {
      case 0 -> new Move(seat, new Reopen(where));
      case 1, 2 -> new Move(seat, new Skip(where));
      case 3 -> onwards(run);
      case 4 -> new Move(seat, new OfferLine(where, id(), one(TEXTS)));
      case 5 -> new Move(seat, new KeepLine(where, pick(run.step(where.step()).lines().keySet())));
      default -> new Move(seat, seal(where, step, reach(step)));
    };
  }

  private Move atReveal(Run run, Where where, Step.Reveal reveal) {
    var rows = new ArrayList<>(run.step(reveal.id()).opening().rows());
    String row = rows.isEmpty() ? "none" : one(rows);
    return switch (dice.nextInt(5)) {
      case 0 -> new Move(partner(), new MarkToTalk(where, row, chance(2)));
      case 1 -> new Move(leader(), new ChooseRow(where, row));
      case 2 -> new Move(partner(), new ShareMine(run.where(one(reveal.of())), one(TEXTS)));
      case 3 -> new Move(leader(), new OpenAnswers(reveal.id()));
      default -> onwards(run);
    };
  }

  private Move talking(Run run, Where where) {
    Talking.Turn turn = run.step(where.step()).talk().turn();
    if (turn == null) {
      return chance(4) ? onwards(run) : new Move(leader(), new GiveTurn(where, partner()));
    }
    @Nullable String text = chance(2) ? null : one(TEXTS);
    return switch (dice.nextInt(7)) {
      case 0 -> new Move(partner(), new KeepWords(where, one(TEXTS)));
      case 1 -> new Move(partner(), new PassTurn(where));
      case 2 -> new Move(turn.speaker(), new FinishSpeaking(where));
      case 3, 4 -> new Move(turn.listener(), new SayBack(where, text));
      case 5 -> new Move(turn.speaker(), new NotQuite(where, text));
      default -> new Move(turn.speaker(), new Confirm(where));
    };
  }

  Move agreeing(Run run, Where where) {
    Agreement now = run.step(where.step()).agreement();
    UUID line = pick(now.lines().keySet());
    int base = now.lines().containsKey(line) ? now.lines().get(line).version() : 1;
    Seat seat = partner();
    return switch (dice.nextInt(14)) {
      case 0, 1 -> new Move(seat, new AddLine(where, id(), one(TEXTS)));
      case 2 -> new Move(seat, new ChangeOwnLine(where, line, base, one(TEXTS)));
      case 3, 4 -> new Move(seat, new SuggestChange(where, line, base, id(), one(TEXTS)));
      case 5, 6 -> new Move(seat, new TakeSuggestion(where, pick(now.suggestions().keySet())));
      case 7 -> new Move(seat, new LeaveSuggestion(where, pick(now.suggestions().keySet())));
      case 8 -> new Move(seat, new RemoveOwnLine(where, line));
      case 9 -> new Move(seat, new NameAgreement(where, one(TEXTS)));
      case 10 -> new Move(seat, new SetReviewDay(where, dice.nextInt(130)));
      case 11 -> new Move(seat, new TakeBackSignature(where));
      default -> new Move(seat, new Sign(where, chance(8) ? SHOWN : now.digest()));
    };
  }

  PlaceCard placing(Where where, Step.Sort sort) {
    boolean own = sort.ownCards() > 0 && chance(5);
    String card = own ? "own-" + (1 + dice.nextInt(3)) : one(sort.cards()).id();
    String pile = chance(6) ? null : one(sort.piles()).id();
    return new PlaceCard(where, card, pile, dice.nextInt(4), own ? one(TEXTS) : null);
  }

  Seal seal(Where where, Step.Asking step, Reach reach) {
    return new Seal(where, reach, answer(step), SHOWN);
  }

  private Reach reach(Step.Asking step) {
    return chance(3) ? one(List.of(Reach.values())) : step.sharing().widest();
  }

  Answer answer(Step.Asking step) {
    return switch (step) {
      case Step.Write _ -> new Answer.Written(one(TEXTS));
      case Step.Scale _ -> new Answer.Rated(dice.nextInt(11));
      case Step.Choose choose ->
          new Answer.Chosen(
              List.of(one(choose.options()).id()), choose.ownWords() && chance(2) ? "mine" : null);
      case Step.Sort sort -> sorted(sort);
      case Step.Closing _ ->
          new Answer.Closed(chance(3) ? null : dice.nextInt(11), chance(2) ? null : "light");
    };
  }

  private Answer sorted(Step.Sort sort) {
    var piles = new ArrayList<Answer.Pile>();
    sort.piles().forEach(pile -> piles.add(new Answer.Pile(pile.id(), new ArrayList<>())));
    var cards = sort.piles().stream().map(_ -> new ArrayList<String>()).toList();
    for (Step.Named card : sort.cards()) {
      if (!chance(4)) {
        one(cards).add(card.id());
      }
    }
    List<Answer.OwnCard> own =
        sort.ownCards() > 0 && chance(2)
            ? List.of(new Answer.OwnCard("own-1", "in my words"))
            : List.of();
    own.forEach(card -> one(cards).add(card.card()));
    var filled = new ArrayList<Answer.Pile>();
    for (int i = 0; i < cards.size(); i++) {
      filled.add(new Answer.Pile(sort.piles().get(i).id(), cards.get(i)));
    }
    return new Answer.Sorted(filled, own);
  }

  /** Every kind of command, with parts that rarely fit together. */
  RoomCommand anything(RoomState state) {
    Run run = state.run();
    String step =
        run == null || chance(4) ? one(List.of("", "sort", "nowhere")) : one(run.offered());
    Where where = new Where(dice.nextInt(3), step, dice.nextInt(3));
    String text = one(TEXTS);
    UUID id = id();
    return switch (dice.nextInt(64)) {
      case 0 -> new OpenRoom();
      case 1 -> new CloseRoom();
      case 2 -> new TakeBackClose();
      case 3 -> new Arrive();
      case 4 -> new LeaveForToday();
      case 5 -> new Say(text);
      case 6 -> new AskForHelp();
      case 7 -> new AskPause();
      case 8 -> new EndPause();
      case 9 -> new AskWordAlone();
      case 10 -> new SpeakAlone(one(List.of(Seat.values())));
      case 11 -> new BackTogether();
      case 12 -> new GiveFloor(one(List.of(Seat.values())));
      case 13 -> new SetTimer(dice.nextInt());
      case 14 -> new AddMinute();
      case 15 -> new ClearTimer();
      case 16 -> new StartExercise(text, List.of(text), chance(2));
      case 17 -> new OpenStep(step);
      case 18 -> new SkipStep();
      case 19 -> new AdaptStep(Map.of(text, text, "help", text));
      case 20 -> new GoOnNextTime();
      case 21 -> new EndExercise();
      case 22 -> new PlaceCard(where, text, text, dice.nextInt(), text);
      case 23 -> new Seal(where, one(List.of(Reach.values())), any(), text);
      case 24 -> new Reopen(where);
      case 25 -> new Skip(where);
      case 26 -> new ShareMine(where, text);
      case 27 -> new OpenAnswers(step);
      case 28 -> new LeaveClosed(step);
      case 29 -> new MarkToTalk(where, text, chance(2));
      case 30 -> new ChooseRow(where, text);
      case 31 -> new GiveTurn(where, one(List.of(Seat.values())));
      case 32 -> new FinishSpeaking(where);
      case 33 -> new SayBack(where, text);
      case 34 -> new Confirm(where);
      case 35 -> new NotQuite(where, text);
      case 36 -> new PassTurn(where);
      case 37 -> new KeepWords(where, text);
      case 38 -> new NameAgreement(where, text);
      case 39 -> new AddLine(where, id, text);
      case 40 -> new ChangeOwnLine(where, id, dice.nextInt(3), text);
      case 41 -> new SuggestChange(where, id, dice.nextInt(3), id, text);
      case 42 -> new TakeSuggestion(where, id);
      case 43 -> new Sign(where, text);
      case 44 -> new OpenDue();
      case 53 -> new PutOnStage(List.of(id), text);
      case 54 -> new ShowOnStage(text, text, List.of(new RoomEvent.Theirs(NOOR, any())));
      case 55 -> new ClearStage();
      case 45 -> new GiveHomework(id, text, Map.of(text, text), text, null, Opens.ON_THE_DAY);
      case 46 -> new HandIn(chance(2));
      case 47 -> new TakeBackHandIn();
      case 48 -> new ReadHandIn(one(List.of(Seat.values())));
      case 49 -> new Comment(text, one(List.of(Seat.values())));
      case 50 -> new OpenInSession();
      case 51 -> new MarkTalkedAbout();
      case 52 -> new PutAway();
      case 56 -> new OpenText();
      case 57 -> new LookAgainOn(LocalDate.of(2026, 5, 20));
      case 58 -> new MarkWeek(LocalDate.of(2026, 5, 11), one(List.of(Mark.values())));
      case 59 -> new AnswerReview(one(List.of(ReviewAnswer.values())));
      case 60 -> new LetGo();
      case 61 -> new KeepOn();
      case 62 -> new TakeUpAgreement(text, 1, text, new AgreementHistory(1, text).copy());
      default -> new KeepLine(where, id);
    };
  }

  /** Something that is done with an agreement between sessions. */
  Move withAgreement(Scene scene) {
    if (chance(12)) {
      return new Move(one(seats), anything(scene.state()));
    }
    LocalDate week = MarkedWeek.at(scene.now(), ZoneId.of("Europe/Berlin"));
    Seat seat = partner();
    return switch (dice.nextInt(24)) {
      case 0, 1, 2, 3 ->
          new Move(seat, new MarkWeek(week, chance(6) ? null : one(List.of(Mark.values()))));
      case 4, 5 -> new Move(seat, new AnswerReview(one(List.of(ReviewAnswer.values()))));
      case 6 -> new Move(seat, new AnswerReview(null));
      case 7 -> new Move(seat, new LookAgainOn(week.plusDays(20)));
      case 8, 9 -> new Move(seat, new OpenText());
      case 10 -> new Move(seat, chance(12) ? new LetGo() : new KeepOn());
      case 11 -> new Move(seat, new Arrive());
      case 12, 13 -> new Move(MARTA, new OpenDue());
      default -> {
        Run run = java.util.Objects.requireNonNull(scene.state().run());
        yield agreeing(run, run.where(java.util.Objects.requireNonNull(run.current())));
      }
    };
  }

  private Answer any() {
    String text = one(TEXTS);
    return switch (dice.nextInt(5)) {
      case 0 -> new Answer.Written(text);
      case 1 -> new Answer.Rated(dice.nextInt(20) - 5);
      case 2 -> new Answer.Chosen(List.of(text, text), text);
      case 3 ->
          new Answer.Sorted(
              List.of(new Answer.Pile(text, List.of(text)), new Answer.Pile("trust", List.of())),
              List.of(new Answer.OwnCard("own-9", text)));
      default -> new Answer.Closed(dice.nextInt(20) - 5, text);
    };
  }

  Seat partner() {
    return chance(2) ? NOOR : DANIEL;
  }

  private Seat leader() {
    return seats.contains(MARTA) ? MARTA : partner();
  }

  private UUID pick(java.util.Collection<UUID> ids) {
    return ids.isEmpty() || chance(10) ? id() : one(List.copyOf(ids));
  }

  private UUID id() {
    return Scene.id(dice.nextInt(1_000_000));
  }

  /** One in so many. */
  boolean chance(int in) {
    return dice.nextInt(in) == 0;
  }

  <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }
}
