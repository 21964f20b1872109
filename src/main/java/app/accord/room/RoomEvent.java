package app.accord.room;

import app.accord.exercise.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in a room. The name of the record is its {@code type} in the journal and on the
 * wire, its components are the {@code data}. Who it reaches stands in {@link Told}. In the
 * comments: all, A (its author), M (the therapist), as in content.md 2.2.
 */
public sealed interface RoomEvent {

  // The room
  /** all */
  record DoorOpened() implements RoomEvent {}

  /** M. Once for each seat. */
  record Attended(Seat seat) implements RoomEvent {}

  /** all */
  record RoomClosed() implements RoomEvent {}

  /** all */
  record RoomReopened() implements RoomEvent {}

  /** all */
  record LeftForToday(Seat seat) implements RoomEvent {}

  /** all */
  record Said(@Private String text) implements RoomEvent {}

  /** A+M */
  record HelpAsked() implements RoomEvent {}

  /** A+M */
  record PauseAsked() implements RoomEvent {}

  /** all, by room */
  record PauseBegan() implements RoomEvent {}

  /** all, by room */
  record PauseEnded() implements RoomEvent {}

  /** A+M */
  record WordAloneAsked() implements RoomEvent {}

  /** all, by room: the therapist now speaks with this partner, the other waits. */
  record AloneTurnGiven(Seat with) implements RoomEvent {}

  /** all, by room */
  record CameBackTogether() implements RoomEvent {}

  /** all. Null: nobody has the floor. */
  record FloorGiven(@Nullable Seat to) implements RoomEvent {}

  /** all. Its end is no event. */
  record TimerSet(Instant from, int seconds) implements RoomEvent {}

  /** all */
  record TimerCleared() implements RoomEvent {}

  // The exercise
  /**
   * all. {@code steps} are the ids that will be offered, in order. {@code secrets} holds for this
   * run, whatever is agreed later: a label must stay true.
   */
  record ExerciseStarted(
      int run,
      String exercise,
      int version,
      String digest,
      List<String> steps,
      Circumstances.Secrets secrets)
      implements RoomEvent {}

  /**
   * all, by room. In a room without a therapist also A, by its author: each goes on alone until
   * something is for both.
   */
  record StepOpened(Where where) implements RoomEvent {}

  /**
   * A. Without a therapist: this one wants it, and it happens once all do. The other is not told,
   * so that nobody is pressed.
   */
  record Wished(Wish wish, @Nullable String step, @Nullable Seat speaker) implements RoomEvent {}

  /** all */
  record StepAdapted(Where where, @Private Map<String, String> words) implements RoomEvent {}

  /** all: it rests and can be taken up again for 14 days. */
  record ExerciseRested(int run) implements RoomEvent {}

  /** all */
  record ExerciseEnded(int run) implements RoomEvent {}

  // The stage
  /** all. Copies of what was handed in for all three; {@code digest} is the homework's exercise. */
  record StageShown(String digest, String step, @Private List<Theirs> answers)
      implements RoomEvent {}

  /** all */
  record StageCleared() implements RoomEvent {}

  // Homework. "M" here is the therapist beyond the room.
  /** all+M */
  record HomeworkGiven(
      UUID group,
      String exercise,
      int version,
      String digest,
      @Nullable LocalDate until,
      Opens opens,
      @Private @Nullable String note)
      implements RoomEvent {}

  /** A+M. Once for each: the first act of one's own. */
  record WorkBegun(Seat seat) implements RoomEvent {}

  /** A+M. Holds no words: they go to the therapist when the therapist reads them. */
  record HandedIn(int run, Seat seat, boolean toAll) implements RoomEvent {}

  /** A+M */
  record HandInTakenBack(int run, Seat seat) implements RoomEvent {}

  /** A+M, by M. Copies of what was handed in for the therapist. */
  record HandInRead(int run, Seat seat, @Private List<Handed> answers) implements RoomEvent {}

  /** Everybody of the case. Copies of what its author has given to all three. */
  record GivenToAll(int run, Seat seat, String digest, @Private List<Handed> answers)
      implements RoomEvent {}

  /** all+M, by room, once all have handed in: what they had opened to each other. */
  record HandedOver(int run, @Private List<Opened> opened) implements RoomEvent {}

  /** One answer, by its step. */
  record Handed(String step, Answer value) {}

  /** To whom the comment is, and M. Null: to everybody whose homework it is. */
  record Commented(@Private String text, @Nullable Seat to) implements RoomEvent {}

  /** all+M */
  record TalkedAbout() implements RoomEvent {}

  /** all+M. What was not handed in stays with its author. */
  record HomeworkPutAway() implements RoomEvent {}

  // Own work
  /** A. Pile null: back in the deck. */
  record CardPlaced(
      Where where,
      @Private String card,
      @Private @Nullable String pile,
      @Private int place,
      @Private @Nullable String text)
      implements RoomEvent {}

  /** M: cards only, never letters. */
  record ProgressMade(Where where, Seat seat, int done, int of) implements RoomEvent {}

  /** A; A+M with reach therapist or where the therapist reads along; all with reach room. */
  record AnswerSealed(
      Where where, UUID answer, Reach reach, @Private Answer value, @Private String shown)
      implements RoomEvent {}

  /** As the answer was. */
  record AnswerReopened(Where where, UUID answer) implements RoomEvent {}

  /** A */
  record LeftEmpty(Where where) implements RoomEvent {}

  /** A+M */
  record WorkFinished(Where where, Seat seat) implements RoomEvent {}

  /** A+M */
  record WorkResumed(Where where, Seat seat) implements RoomEvent {}

  /** all, by room */
  record BothFinished(Where where) implements RoomEvent {}

  /** M. {@code where} is the reveal step. Never why. */
  record OpenableChanged(Where where, boolean openable) implements RoomEvent {}

  /** all */
  record AnswerShared(Where where, @Private String text) implements RoomEvent {}

  // Opening
  /**
   * all, by room. {@code where} is the reveal step. In seat order, without times; of a sort only
   * the cards that all have placed.
   */
  record Revealed(Where where, @Private List<Opened> opened, List<String> closed)
      implements RoomEvent {}

  /** One step's answers. */
  record Opened(String step, List<Theirs> answers) {}

  /** One person's answer. */
  record Theirs(Seat seat, Answer value) {}

  /** all, by room. {@code where} is the reveal step, {@code steps} what stays closed. */
  record StepLeftClosed(Where where, List<String> steps) implements RoomEvent {}

  /**
   * all. {@code row} is a card's id, the id of an opened step, or a card in own words with its
   * author's seat, as in {@code partner-1:own-2}.
   */
  record TalkMarked(Where where, @Private String row, @Private boolean on) implements RoomEvent {}

  /** all */
  record RowChosen(Where where, @Private String row) implements RoomEvent {}

  // Talking
  /** all */
  record TurnGiven(Where where, int turn, Seat speaker, Seat listener) implements RoomEvent {}

  /** all */
  record SpokenToEnd(Where where, int turn) implements RoomEvent {}

  /** all. Null: said aloud. {@code attempt} counts from 1. */
  record SaidBack(Where where, int turn, int attempt, @Private @Nullable String text)
      implements RoomEvent {}

  /** all */
  record TurnConfirmed(Where where, int turn) implements RoomEvent {}

  /** all */
  record NotQuiteSaid(Where where, int turn, @Private @Nullable String text) implements RoomEvent {}

  /** all, by room */
  record TurnPassed(Where where, int turn) implements RoomEvent {}

  /** A */
  record WordsKept(Where where, @Private String text) implements RoomEvent {}

  // Agreeing. Each change of words raises the version of the whole agreement by one.
  /** all */
  record AgreementNamed(Where where, int version, @Private String text) implements RoomEvent {}

  /** all */
  record LineAdded(Where where, int version, UUID line, @Private String text)
      implements RoomEvent {}

  /** all. {@code lineVersion} counts from 1 with {@link LineAdded}. */
  record LineChanged(Where where, int version, UUID line, int lineVersion, @Private String text)
      implements RoomEvent {}

  /** all */
  record ChangeSuggested(
      Where where, UUID line, int lineVersion, UUID suggestion, @Private String text)
      implements RoomEvent {}

  /** all. The line now has the suggestion's words. */
  record SuggestionTaken(Where where, int version, UUID suggestion, UUID line, int lineVersion)
      implements RoomEvent {}

  /** all */
  record SuggestionLeft(Where where, UUID suggestion) implements RoomEvent {}

  /** all */
  record LineRemoved(Where where, int version, UUID line) implements RoomEvent {}

  /** all */
  record ReviewDaySet(Where where, int days) implements RoomEvent {}

  /** all */
  record AgreementSigned(Where where, int version, @Private String digest) implements RoomEvent {}

  /** all */
  record SignatureTakenBack(Where where, int version) implements RoomEvent {}

  /** all, by room */
  record AgreementMade(Where where, int version, LocalDate reviewOn) implements RoomEvent {}

  // An agreement between sessions, in a room of its own
  /**
   * all, by room. Copies of what stands in a session's journal.
   *
   * @param signedByAll whether the text as it stands is what all have signed last
   * @param lookOn null: nothing was signed by all yet
   * @param made what all have signed, from old to new
   */
  record AgreementTakenUp(
      Where where,
      int version,
      boolean signedByAll,
      @Nullable LocalDate lookOn,
      @Nullable Integer reviewDays,
      @Private String name,
      @Private List<WrittenLine> lines,
      @Private List<WrittenSuggestion> suggestions,
      @Private List<Signature> signed,
      @Private List<Version> made)
      implements RoomEvent {
    @Override
    public String toString() {
      return "AgreementTakenUp[masked]";
    }
  }

  /** One sentence as it stood. */
  record WrittenLine(UUID line, Seat by, int version, String text) {}

  /** A change that its line's author has still to decide. */
  record WrittenSuggestion(UUID suggestion, Seat by, UUID line, int lineVersion, String text) {}

  /** Who signed the words with this digest, and when. */
  record Signature(Seat seat, String digest, LocalDate on) {}

  /** What all signed, and when the last one did. */
  record Version(
      int version,
      String name,
      List<String> lines,
      List<Signature> signed,
      LocalDate on,
      LocalDate reviewOn) {}

  /** all, by room: who wanted it stands nowhere. */
  record TextOpened(Where where, int version) implements RoomEvent {}

  /** all */
  record LookDaySet(LocalDate on) implements RoomEvent {}

  /** A+M; without secrets A. Null: taken back. */
  record WeekMarked(LocalDate week, Seat seat, @Private @Nullable Mark mark) implements RoomEvent {}

  /** all, by room, once the week has closed and where all said the same. */
  record WeekShown(LocalDate week, @Private @Nullable Mark mark) implements RoomEvent {}

  /** A. Null: taken back. */
  record ReviewAnswered(@Private @Nullable ReviewAnswer answer) implements RoomEvent {}

  /** all, by room, once all have answered. */
  record ReviewOpened(@Private List<Reviewed> answers, LocalDate lookOn) implements RoomEvent {}

  /** What one of them answered. */
  record Reviewed(Seat seat, ReviewAnswer answer) {}

  /** A */
  record LettingGo(LocalDate from) implements RoomEvent {}

  /** A */
  record LettingGoTakenBack() implements RoomEvent {}

  /** all, by room: nobody is named. */
  record AgreementEnded(LocalDate on) implements RoomEvent {}

  // Closing
  /** all */
  record LineOffered(Where where, UUID line, @Private String text) implements RoomEvent {}

  /** all */
  record LineKept(Where where, UUID line) implements RoomEvent {}
}
