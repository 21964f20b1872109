package app.accord.room;

import app.accord.room.RoomCommand.*;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask for what, and when: one line for each command, before anything else is looked at. */
record Rules(Who who, When when) {

  enum Who {
    /** The machine itself, never a person. */
    SERVER,
    /** The assigned therapist. Not a co-therapist: two who lead are two who contradict. */
    THERAPIST,
    /** The therapist of homework, who is not in the room. */
    GIVER,
    /** The therapist, or in a room without one any partner. */
    LEAD,
    PARTNER,
    ANYONE
  }

  enum When {
    /** Also by somebody who waits at the door. */
    AT_THE_DOOR,
    /** Also while the room rests. */
    INSIDE,
    /** Not in a pause, and not while the therapist speaks with one alone. */
    AWAKE
  }

  static Rules of(RoomCommand command) {
    return switch (command) {
      case Arrive _ -> new Rules(Who.SERVER, When.AT_THE_DOOR);
      case OpenDue _ -> new Rules(Who.SERVER, When.AT_THE_DOOR);
      case OpenRoom _ -> new Rules(Who.THERAPIST, When.AT_THE_DOOR);
      case CloseRoom _ -> new Rules(Who.THERAPIST, When.AT_THE_DOOR);
      case TakeBackClose _ -> new Rules(Who.THERAPIST, When.AT_THE_DOOR);
      case AskForHelp _ -> new Rules(Who.PARTNER, When.AT_THE_DOOR);
      case AskWordAlone _ -> new Rules(Who.PARTNER, When.AT_THE_DOOR);

      case LeaveForToday _ -> new Rules(Who.ANYONE, When.INSIDE);
      case Say _ -> new Rules(Who.ANYONE, When.INSIDE); // Speech looks at the pause itself
      case AskPause _ -> new Rules(Who.ANYONE, When.INSIDE);
      case EndPause _ -> new Rules(Who.LEAD, When.INSIDE);
      case SpeakAlone _ -> new Rules(Who.THERAPIST, When.INSIDE);
      case BackTogether _ -> new Rules(Who.THERAPIST, When.INSIDE);
      case GiveFloor _ -> new Rules(Who.THERAPIST, When.AWAKE);
      case SetTimer _ -> new Rules(Who.LEAD, When.AWAKE);
      case AddMinute _ -> new Rules(Who.LEAD, When.AWAKE);
      case ClearTimer _ -> new Rules(Who.LEAD, When.INSIDE);

      case StartExercise _ -> new Rules(Who.LEAD, When.AWAKE);
      case OpenStep _ -> new Rules(Who.LEAD, When.AWAKE);
      case SkipStep _ -> new Rules(Who.THERAPIST, When.AWAKE);
      case AdaptStep _ -> new Rules(Who.THERAPIST, When.AWAKE);
      case GoOnNextTime _ -> new Rules(Who.LEAD, When.INSIDE);
      case EndExercise _ -> new Rules(Who.LEAD, When.INSIDE);

      case PutOnStage _ -> new Rules(Who.THERAPIST, When.AWAKE);
      case ShowOnStage _ -> new Rules(Who.THERAPIST, When.AWAKE);
      case ClearStage _ -> new Rules(Who.THERAPIST, When.INSIDE);

      case GiveHomework _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case ReadHandIn _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case Comment _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case OpenInSession _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case MarkTalkedAbout _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case PutAway _ -> new Rules(Who.GIVER, When.AT_THE_DOOR);
      case HandIn _ -> new Rules(Who.PARTNER, When.INSIDE);
      case TakeBackHandIn _ -> new Rules(Who.PARTNER, When.INSIDE);

      // What somebody does alone may be on its way when a pause begins, and must not be lost.
      case PlaceCard _ -> new Rules(Who.PARTNER, When.INSIDE);
      case Seal _ -> new Rules(Who.PARTNER, When.INSIDE);
      case Reopen _ -> new Rules(Who.PARTNER, When.INSIDE);
      case Skip _ -> new Rules(Who.PARTNER, When.INSIDE);
      case KeepWords _ -> new Rules(Who.PARTNER, When.INSIDE);
      case ShareMine _ -> new Rules(Who.PARTNER, When.AWAKE);

      case OpenAnswers _ -> new Rules(Who.LEAD, When.AWAKE);
      case LeaveClosed _ -> new Rules(Who.LEAD, When.AWAKE);
      case MarkToTalk _ -> new Rules(Who.PARTNER, When.AWAKE);
      case ChooseRow _ -> new Rules(Who.LEAD, When.AWAKE);

      case GiveTurn _ -> new Rules(Who.LEAD, When.AWAKE);
      case FinishSpeaking _ -> new Rules(Who.PARTNER, When.AWAKE);
      case SayBack _ -> new Rules(Who.PARTNER, When.AWAKE);
      case Confirm _ -> new Rules(Who.PARTNER, When.AWAKE);
      case NotQuite _ -> new Rules(Who.PARTNER, When.AWAKE);
      case PassTurn _ -> new Rules(Who.PARTNER, When.AWAKE);

      case NameAgreement _ -> new Rules(Who.PARTNER, When.AWAKE);
      case AddLine _ -> new Rules(Who.PARTNER, When.AWAKE);
      case ChangeOwnLine _ -> new Rules(Who.PARTNER, When.AWAKE);
      case SuggestChange _ -> new Rules(Who.PARTNER, When.AWAKE);
      case TakeSuggestion _ -> new Rules(Who.PARTNER, When.AWAKE);
      case LeaveSuggestion _ -> new Rules(Who.PARTNER, When.AWAKE);
      case RemoveOwnLine _ -> new Rules(Who.PARTNER, When.AWAKE);
      case SetReviewDay _ -> new Rules(Who.PARTNER, When.AWAKE);
      case Sign _ -> new Rules(Who.PARTNER, When.AWAKE);
      case TakeBackSignature _ -> new Rules(Who.PARTNER, When.AWAKE);

      case TakeUpAgreement _ -> new Rules(Who.SERVER, When.AT_THE_DOOR);
      case OpenText _ -> new Rules(Who.PARTNER, When.AWAKE);
      case LookAgainOn _ -> new Rules(Who.PARTNER, When.AWAKE);
      case MarkWeek _ -> new Rules(Who.PARTNER, When.AWAKE);
      case AnswerReview _ -> new Rules(Who.PARTNER, When.AWAKE);
      case LetGo _ -> new Rules(Who.PARTNER, When.AWAKE);
      case KeepOn _ -> new Rules(Who.PARTNER, When.AWAKE);

      case OfferLine _ -> new Rules(Who.PARTNER, When.AWAKE);
      case KeepLine _ -> new Rules(Who.PARTNER, When.AWAKE);
    };
  }

  /** Why not, before the command itself is looked at; null if it may be. */
  @Nullable Refusal against(Act act) {
    if (who == Who.SERVER) {
      return null;
    }
    Circumstances circumstances = act.asked().circumstances();
    Set<Seat> who = this.who == Who.GIVER ? circumstances.beyond() : circumstances.seats();
    if (!who.contains(act.by()) || !mayAsk(act)) {
      return Refusal.NOT_YOURS_TO_DO;
    }
    Refusal why = againstHere(act);
    if (why != null) {
      return why;
    }
    if (act.state().isClosed() && !(act.asked().command() instanceof TakeBackClose)) {
      return Refusal.ROOM_HAS_CLOSED;
    }
    if (when != When.AT_THE_DOOR && !act.isIn(act.by())) {
      return Refusal.DOOR_IS_CLOSED;
    }
    return when == When.AWAKE && act.state().rest().isOn() ? Refusal.ROOM_IS_PAUSED : null;
  }

  private static @Nullable Refusal againstHere(Act act) {
    RoomCommand command = act.asked().command();
    Circumstances circumstances = act.asked().circumstances();
    if (circumstances.isAgreement()) {
      return Lasting.against(act, command);
    }
    if (Lasting.isOnlyHere(command)) {
      return Refusal.NOT_YOURS_TO_DO;
    }
    return circumstances.isHomework() ? Homework.against(act, command) : null;
  }

  private boolean mayAsk(Act act) {
    Seat by = act.by();
    return switch (who) {
      case SERVER -> false;
      case THERAPIST, GIVER -> by == Seat.THERAPIST;
      case LEAD -> act.hasTherapist() ? by == Seat.THERAPIST : by.isPartner();
      case PARTNER -> by.isPartner();
      case ANYONE -> true;
    };
  }
}
