package app.accord.room;

import app.accord.exercise.Shelf;
import app.accord.room.RoomCommand.*;
import java.time.Instant;

/** What may happen in a room, and what has: two functions, without a clock, dice or a database. */
public final class Room {
  private Room() {}

  /** The events that a command causes now, or why it is refused. */
  public static Decision decide(RoomState state, Asked asked, Shelf shelf) {
    var act = new Act(state, asked, shelf);
    Refusal why = Rules.of(asked.command()).against(act);
    return why != null ? Act.refuse(why) : decide(act, asked.command());
  }

  private static Decision decide(Act act, RoomCommand command) {
    return switch (command) {
      case Arrive _ -> House.arrive(act);
      case OpenRoom _ -> House.openRoom(act);
      case CloseRoom _ -> House.closeRoom(act);
      case TakeBackClose _ -> House.takeBackClose(act);
      case LeaveForToday _ -> House.leaveForToday(act);

      case Say say -> Speech.say(act, say);
      case AskForHelp _ -> Speech.askForHelp(act);
      case GiveFloor give -> Speech.giveFloor(act, give);
      case SetTimer set -> Speech.setTimer(act, set);
      case AddMinute _ -> Speech.addMinute(act);
      case ClearTimer _ -> Speech.clearTimer(act);

      case AskPause _ -> Rest.askPause(act);
      case EndPause _ -> Rest.endPause(act);
      case AskWordAlone _ -> Rest.askWordAlone(act);
      case SpeakAlone speak -> Rest.speakAlone(act, speak);
      case BackTogether _ -> Rest.backTogether(act);

      case StartExercise start -> Steps.start(act, start);
      case OpenStep open -> Steps.open(act, open);
      case SkipStep _ -> Steps.skip(act);
      case AdaptStep adapt -> Steps.adapt(act, adapt);
      case GoOnNextTime _ -> Steps.goOnNextTime(act);
      case EndExercise _ -> Steps.end(act);

      case PutOnStage _ -> Act.refuse(Refusal.NOTHING_TO_OPEN);
      case ShowOnStage show -> Speech.showOnStage(act, show);
      case ClearStage _ -> Speech.clearStage(act);

      case GiveHomework give -> Homework.give(act, give);
      case HandIn hand -> Homework.handIn(act, hand);
      case TakeBackHandIn _ -> Homework.takeBack(act);
      case ReadHandIn read -> Homework.read(act, read);
      case Comment comment -> Homework.comment(act, comment);
      case OpenInSession _ -> Opening.openDue(act);
      case MarkTalkedAbout _ -> Homework.talkedAbout(act);
      case PutAway _ -> Homework.putAway(act);

      case PlaceCard place -> Homework.noting(act, OwnWork.place(act, place));
      case Seal seal -> Homework.noting(act, OwnWork.seal(act, seal));
      case Reopen reopen -> OwnWork.reopen(act, reopen);
      case Skip skip -> Homework.noting(act, OwnWork.skip(act, skip));
      case ShareMine share -> OwnWork.share(act, share);

      case OpenAnswers open -> Opening.open(act, open);
      case LeaveClosed leave -> Opening.leaveClosed(act, leave);
      case OpenDue _ ->
          act.asked().circumstances().isAgreement() ? Lasting.due(act) : Opening.openDue(act);
      case MarkToTalk mark -> Opening.mark(act, mark);
      case ChooseRow choose -> Opening.choose(act, choose);

      case GiveTurn give -> Talking.give(act, give);
      case FinishSpeaking finish -> Talking.finishSpeaking(act, finish);
      case SayBack say -> Talking.sayBack(act, say);
      case Confirm confirm -> Talking.confirm(act, confirm);
      case NotQuite not -> Talking.notQuite(act, not);
      case PassTurn pass -> Talking.pass(act, pass);
      case KeepWords keep -> Talking.keep(act, keep);

      case NameAgreement name -> Agreeing.name(act, name);
      case AddLine add -> Agreeing.add(act, add);
      case ChangeOwnLine change -> Agreeing.change(act, change);
      case SuggestChange suggest -> Agreeing.suggest(act, suggest);
      case TakeSuggestion take -> Agreeing.take(act, take);
      case LeaveSuggestion leave -> Agreeing.leave(act, leave);
      case RemoveOwnLine remove -> Agreeing.remove(act, remove);
      case SetReviewDay set -> Agreeing.setReviewDay(act, set);
      case Sign sign -> Agreeing.sign(act, sign);
      case TakeBackSignature back -> Agreeing.takeBackSignature(act, back);

      case TakeUpAgreement take -> Lasting.takeUp(act, take);
      case OpenText _ -> Lasting.openText(act);
      case LookAgainOn look -> Lasting.lookAgainOn(act, look);
      case MarkWeek mark -> Lasting.mark(act, mark);
      case AnswerReview answer -> Lasting.answerReview(act, answer);
      case LetGo _ -> Lasting.letGo(act);
      case KeepOn _ -> Lasting.keepOn(act);

      case OfferLine offer -> Closing.offer(act, offer);
      case KeepLine keep -> Closing.keep(act, keep);
    };
  }

  /** The state after an event. An event is never refused: it has happened. */
  public static RoomState evolve(RoomState state, Told told, Instant at) {
    return Fold.evolve(state, told, at);
  }
}
