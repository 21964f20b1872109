package app.accord.room;

import app.accord.exercise.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in the room asks for. The name of the record is its {@code type} on the wire, its
 * components are the {@code data}. Who asks, when, and who is here come in with {@link Asked}.
 */
public sealed interface RoomCommand {

  // The room
  record OpenRoom() implements RoomCommand {}

  record CloseRoom() implements RoomCommand {}

  /** Takes the closing back, within 60 seconds. */
  record TakeBackClose() implements RoomCommand {}

  /** From the server, when a socket takes its seat: the record needs to know who was there. */
  record Arrive() implements RoomCommand {}

  record LeaveForToday() implements RoomCommand {}

  record Say(String text) implements RoomCommand {}

  record AskForHelp() implements RoomCommand {}

  record AskPause() implements RoomCommand {}

  record EndPause() implements RoomCommand {}

  record AskWordAlone() implements RoomCommand {}

  /** The therapist speaks with this partner; the other waits. Also begins the round. */
  record SpeakAlone(Seat with) implements RoomCommand {}

  record BackTogether() implements RoomCommand {}

  /** Null takes the floor back, so that anybody may speak. */
  record GiveFloor(@Nullable Seat to) implements RoomCommand {}

  record SetTimer(int seconds) implements RoomCommand {}

  record AddMinute() implements RoomCommand {}

  record ClearTimer() implements RoomCommand {}

  // The exercise
  /** {@code optional} are the ids of the optional steps that are included. */
  record StartExercise(String exercise, List<String> optional, boolean bothWantIt)
      implements RoomCommand {
    public StartExercise {
      optional = List.copyOf(optional);
    }
  }

  record OpenStep(String step) implements RoomCommand {}

  /** On to the next step without waiting for anybody. */
  record SkipStep() implements RoomCommand {}

  /** New words for {@code prompt}, {@code help} or {@code card:<id>}. */
  record AdaptStep(Map<String, String> words) implements RoomCommand {
    public AdaptStep {
      words = Map.copyOf(words);
    }
  }

  record GoOnNextTime() implements RoomCommand {}

  record EndExercise() implements RoomCommand {}

  // The stage
  /** What was handed in for all, from these rooms of homework, at this step. */
  record PutOnStage(List<UUID> homework, String step) implements RoomCommand {
    public PutOnStage {
      homework = List.copyOf(homework);
    }
  }

  /**
   * From the server, in place of {@link PutOnStage}: with the words, as they were given to all. A
   * client could bring words that nobody gave.
   */
  record ShowOnStage(String digest, String step, List<RoomEvent.Theirs> answers)
      implements RoomCommand {
    public ShowOnStage {
      answers = List.copyOf(answers);
    }
  }

  record ClearStage() implements RoomCommand {}

  // Homework
  /**
   * Gives the room its exercise, to be done over days. {@code words} replaces words of steps, as in
   * {@link AdaptStep}, by {@code step.key}.
   *
   * @param group the same for what each of several does alone, so that it is one line in a list
   * @param until null: until the next session
   */
  record GiveHomework(
      UUID group,
      String exercise,
      Map<String, String> words,
      @Nullable String note,
      @Nullable LocalDate until,
      Opens opens)
      implements RoomCommand {
    public GiveHomework {
      words = Map.copyOf(words);
    }
  }

  /**
   * Hands in what its author has sealed. False goes to the therapist alone; true lets all of the
   * case read what was written for all three. What is for its author alone is never handed in.
   */
  record HandIn(boolean toAll) implements RoomCommand {}

  /** As long as nobody has read it. */
  record TakeBackHandIn() implements RoomCommand {}

  /** From then on it can not be taken back. */
  record ReadHandIn(Seat of) implements RoomCommand {}

  /** Null: to everybody whose homework it is. */
  record Comment(String text, @Nullable Seat to) implements RoomCommand {}

  /** Opens in the session what all have sealed for each other, and leaves the rest closed. */
  record OpenInSession() implements RoomCommand {}

  record MarkTalkedAbout() implements RoomCommand {}

  record PutAway() implements RoomCommand {}

  // Own work
  /** Pile null puts the card back into the deck. {@code text} writes a card of one's own. */
  record PlaceCard(
      Where where, String card, @Nullable String pile, int place, @Nullable String text)
      implements RoomCommand {}

  /**
   * {@code shown} is the hash of the question and label on the author's page, {@link Words#shown}.
   */
  record Seal(Where where, Reach reach, Answer answer, String shown) implements RoomCommand {}

  record Reopen(Where where) implements RoomCommand {}

  record Skip(Where where) implements RoomCommand {}

  record ShareMine(Where where, String text) implements RoomCommand {}

  // Opening
  /** {@code where} is the reveal step that opens. */
  record OpenAnswers(String step) implements RoomCommand {}

  record LeaveClosed(String step) implements RoomCommand {}

  /** From the server, when work over days is due: opens what all have sealed (R5). */
  record OpenDue() implements RoomCommand {}

  record MarkToTalk(Where where, String row, boolean on) implements RoomCommand {}

  record ChooseRow(Where where, String row) implements RoomCommand {}

  // Talking
  record GiveTurn(Where where, Seat speaker) implements RoomCommand {}

  record FinishSpeaking(Where where) implements RoomCommand {}

  /** Null says that it was said aloud. */
  record SayBack(Where where, @Nullable String text) implements RoomCommand {}

  record Confirm(Where where) implements RoomCommand {}

  record NotQuite(Where where, @Nullable String text) implements RoomCommand {}

  record PassTurn(Where where) implements RoomCommand {}

  record KeepWords(Where where, String text) implements RoomCommand {}

  // Agreeing
  record NameAgreement(Where where, String text) implements RoomCommand {}

  /** The id is the client's, so that the line can be shown before it is confirmed. */
  record AddLine(Where where, UUID line, String text) implements RoomCommand {}

  /** {@code base} is the line's version that the author changed. */
  record ChangeOwnLine(Where where, UUID line, int base, String text) implements RoomCommand {}

  record SuggestChange(Where where, UUID line, int base, UUID suggestion, String text)
      implements RoomCommand {}

  record TakeSuggestion(Where where, UUID suggestion) implements RoomCommand {}

  record LeaveSuggestion(Where where, UUID suggestion) implements RoomCommand {}

  record RemoveOwnLine(Where where, UUID line) implements RoomCommand {}

  /** Days from the day of the agreement, 3 to 120. */
  record SetReviewDay(Where where, int days) implements RoomCommand {}

  /** {@code digest} is that of the words on the signer's screen, see {@link Agreement#digest}. */
  record Sign(Where where, String digest) implements RoomCommand {}

  record TakeBackSignature(Where where) implements RoomCommand {}

  // An agreement between sessions, in a room of its own
  /**
   * From the server: begins the room with what stands in the journal of the session in which it was
   * written. A client could bring signatures that nobody gave.
   */
  record TakeUpAgreement(
      String exercise, int version, String digest, RoomEvent.AgreementTakenUp copy)
      implements RoomCommand {}

  /** Opens the text for new words. */
  record OpenText() implements RoomCommand {}

  record LookAgainOn(LocalDate on) implements RoomCommand {}

  /** Of the week that runs now, named by its Monday. Null takes the mark back. */
  record MarkWeek(LocalDate week, @Nullable Mark mark) implements RoomCommand {}

  /** Null takes it back. */
  record AnswerReview(@Nullable ReviewAnswer answer) implements RoomCommand {}

  /** Lets the agreement go, from tomorrow on. */
  record LetGo() implements RoomCommand {}

  /** Takes back that one lets it go. */
  record KeepOn() implements RoomCommand {}

  // Closing
  record OfferLine(Where where, UUID line, String text) implements RoomCommand {}

  record KeepLine(Where where, UUID line) implements RoomCommand {}
}
