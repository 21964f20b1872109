package app.accord.room;

import app.accord.room.OwnWork.Fate;
import app.accord.room.RoomEvent.*;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What each event changes. One switch: a new event stops the build until it has an answer here. */
final class Fold {
  private Fold() {}

  static RoomState evolve(RoomState state, Told told, Instant at) {
    return switch (told.event()) {
      case DoorOpened _ -> state.with(state.house().opened(told.audience().seats()));
      case Attended attended -> state.with(state.house().attended(attended.seat()));
      case RoomClosed _ -> state.with(state.house().closed(at));
      case RoomReopened _ -> state.with(state.house().reopened());
      case LeftForToday _, Said _, HelpAsked _ -> state;

      case PauseAsked _ -> by(told, state, (now, seat) -> now.with(now.rest().pauseAsked(seat)));
      case PauseBegan _ -> state.with(state.rest().pauseBegan(at));
      case PauseEnded _ -> state.with(state.rest().pauseEnded()).withoutWishes();
      case WordAloneAsked _ ->
          by(told, state, (now, seat) -> now.with(now.rest().aloneAsked(seat)));
      case AloneTurnGiven given -> state.with(state.rest().alone(given.with(), at));
      case CameBackTogether _ -> state.with(state.rest().together());
      case FloorGiven given -> state.with(state.speech().withFloor(given.to()));
      case TimerSet timer -> state.with(state.speech().withTimer(timer));
      case TimerCleared _ -> state.with(state.speech().withTimer(null));

      case ExerciseStarted started -> state.with(Run.of(started)).withoutWishes();
      case StepOpened opened ->
          // By a person: a bookmark of one who works alone, in a room without a therapist.
          told.by() != null
              ? state
              : state.inRun(run -> run.opened(opened.where())).withoutWishes();
      case Wished wished -> by(told, state, (now, seat) -> now.wishing(wished, seat));
      case StepAdapted _ -> state;
      case ExerciseRested _ -> state.inRun(run -> run.rested(at)).withoutWishes();
      case ExerciseEnded _ -> state.inRun(Run::ended).withoutWishes();

      case StageShown _ -> state.with(state.speech().withStage(true));
      case StageCleared _ -> state.with(state.speech().withStage(false));

      case HomeworkGiven _ -> state.with(state.homework().begin());
      case WorkBegun begun -> state.with(state.homework().begun(begun.seat()));
      case HandedIn handed -> state.with(state.homework().handedIn(handed.seat(), handed));
      case HandInTakenBack back -> state.with(state.homework().handedIn(back.seat(), null));
      case HandInRead read -> state.with(state.homework().read(read.seat()));
      case GivenToAll given -> state.with(state.homework().gaveToAll(given.seat()));
      case HomeworkPutAway _ -> state.with(state.homework().away());
      case HandedOver _, Commented _, TalkedAbout _ -> state;

      case CardPlaced card -> own(told, state, card.where(), (own, by) -> own.placed(by, card));
      case ProgressMade _ -> state;
      case AnswerSealed sealed ->
          own(told, state, sealed.where(), (own, by) -> own.sealed(by, sealed, told.audience()));
      case AnswerReopened reopened ->
          own(told, state, reopened.where(), (own, by) -> own.reopened(by));
      case LeftEmpty _ -> state;
      case WorkFinished done -> own(state, done.where(), own -> own.finished(done.seat(), true));
      case WorkResumed resumed ->
          own(state, resumed.where(), own -> own.finished(resumed.seat(), false));
      case BothFinished both -> own(state, both.where(), OwnWork::bothTold);
      case OpenableChanged changed ->
          state.inRun(run -> run.told(changed.where().step(), changed.openable()));
      case AnswerShared _ -> state;

      case Revealed revealed -> revealed(state, revealed).withoutWishes();
      case StepLeftClosed left -> leftClosed(state, left).withoutWishes();
      case TalkMarked marked ->
          by(told, state, (now, seat) -> opening(now, marked.where(), o -> o.marked(marked, seat)));
      case RowChosen chosen -> opening(state, chosen.where(), now -> now.chose(chosen.row()));

      case TurnGiven given -> talk(state, given.where(), talk -> talk.given(given)).withoutWishes();
      case SpokenToEnd spoken -> talk(state, spoken.where(), Talking::spoken);
      case SaidBack said -> talk(state, said.where(), talk -> talk.saidBack(said.attempt()));
      case NotQuiteSaid not -> talk(state, not.where(), Talking::spoken);
      case TurnConfirmed confirmed -> talk(state, confirmed.where(), Talking::over);
      case TurnPassed passed -> talk(state, passed.where(), Talking::over);
      case WordsKept _ -> state;

      case AgreementNamed named ->
          agreement(state, named.where(), now -> now.named(named.version(), named.text()));
      case LineAdded added ->
          by(
              told,
              state,
              (now, seat) ->
                  agreement(
                      now,
                      added.where(),
                      a ->
                          a.line(
                              added.version(),
                              added.line(),
                              new Agreement.Line(seat, 1, added.text()))));
      case LineChanged changed ->
          by(
              told,
              state,
              (now, seat) ->
                  agreement(
                      now,
                      changed.where(),
                      a ->
                          a.line(
                              changed.version(),
                              changed.line(),
                              new Agreement.Line(seat, changed.lineVersion(), changed.text()))));
      case ChangeSuggested suggested ->
          by(
              told,
              state,
              (now, seat) ->
                  agreement(
                      now,
                      suggested.where(),
                      a ->
                          a.suggested(
                              suggested.suggestion(),
                              new Agreement.Suggestion(
                                  seat,
                                  suggested.line(),
                                  suggested.lineVersion(),
                                  suggested.text()))));
      case SuggestionTaken taken ->
          agreement(
              state,
              taken.where(),
              now -> now.took(taken.version(), taken.suggestion(), taken.lineVersion()));
      case SuggestionLeft left ->
          agreement(state, left.where(), now -> now.left(left.suggestion()));
      case LineRemoved removed ->
          agreement(state, removed.where(), now -> now.removed(removed.version(), removed.line()));
      case ReviewDaySet set -> agreement(state, set.where(), now -> now.reviewedIn(set.days()));
      case AgreementSigned signed ->
          by(told, state, (now, seat) -> agreement(now, signed.where(), a -> a.signedBy(seat)));
      case SignatureTakenBack back ->
          by(told, state, (now, seat) -> agreement(now, back.where(), a -> a.unsignedBy(seat)));
      case AgreementMade made -> {
        RoomState signed = agreement(state, made.where(), Agreement::done);
        yield signed.with(signed.lasting().made(made.reviewOn()));
      }

      case AgreementTakenUp copy -> {
        RoomState begun = agreement(state, copy.where(), _ -> AgreementHistory.text(copy));
        yield begun.with(begun.lasting().begun(copy.lookOn()));
      }
      case TextOpened opened -> agreement(state, opened.where(), Agreement::opened);
      case LookDaySet set -> state.with(state.lasting().lookingOn(set.on()));
      case WeekMarked marked ->
          state.with(state.lasting().marked(marked.week(), marked.seat(), marked.mark()));
      case WeekShown shown -> state.with(state.lasting().shown(shown.week()));
      case ReviewAnswered answered ->
          by(told, state, (now, seat) -> now.with(now.lasting().answered(seat, answered.answer())));
      case ReviewOpened opened -> state.with(state.lasting().reviewed(opened.lookOn()));
      case LettingGo going ->
          by(told, state, (now, seat) -> now.with(now.lasting().lettingGo(seat, going.from())));
      case LettingGoTakenBack _ ->
          by(told, state, (now, seat) -> now.with(now.lasting().lettingGo(seat, null)));
      case AgreementEnded _ -> state.with(state.lasting().over());

      case LineOffered offered ->
          by(
              told,
              state,
              (now, seat) ->
                  now.at(
                      offered.where(),
                      step -> step.with(Closing.offered(step.lines(), offered.line(), seat))));
      case LineKept kept ->
          by(
              told,
              state,
              (now, seat) ->
                  now.at(
                      kept.where(),
                      step -> step.with(Closing.kept(step.lines(), kept.line(), seat))));
    };
  }

  private static RoomState revealed(RoomState state, Revealed event) {
    RoomState now =
        notOpenable(opening(state, event.where(), o -> o.revealed(event)), event.where());
    for (Opened opened : event.opened()) {
      now = decided(now, event.where(), opened.step(), Fate.OPENED);
    }
    for (String step : event.closed()) {
      now = decided(now, event.where(), step, Fate.LEFT_CLOSED);
    }
    return now;
  }

  private static RoomState leftClosed(RoomState state, StepLeftClosed event) {
    RoomState now = notOpenable(opening(state, event.where(), Opening::leftClosed), event.where());
    for (String step : event.steps()) {
      now = decided(now, event.where(), step, Fate.LEFT_CLOSED);
    }
    return now;
  }

  private static RoomState notOpenable(RoomState state, Where reveal) {
    return state.inRun(run -> run.told(reveal.step(), false));
  }

  /** In its newest round: earlier ones were decided before, or are gone. */
  private static RoomState decided(RoomState state, Where reveal, String step, Fate fate) {
    return state.inRun(
        run ->
            run.number() == reveal.run()
                ? run.at(run.where(step), now -> now.with(now.own().decided(fate)))
                : run);
  }

  private static RoomState by(
      Told told, RoomState state, BiFunction<RoomState, Seat, RoomState> f) {
    Seat by = told.by();
    return by == null ? state : f.apply(state, by);
  }

  private static RoomState own(RoomState state, Where where, UnaryOperator<OwnWork> change) {
    return state.at(where, step -> step.with(change.apply(step.own())));
  }

  private static RoomState own(
      Told told, RoomState state, Where where, BiFunction<OwnWork, Seat, OwnWork> change) {
    return by(told, state, (now, seat) -> own(now, where, work -> change.apply(work, seat)));
  }

  private static RoomState opening(RoomState state, Where where, UnaryOperator<Opening> change) {
    return state.at(where, step -> step.with(change.apply(step.opening())));
  }

  private static RoomState talk(RoomState state, Where where, UnaryOperator<Talking> change) {
    return state.at(where, step -> step.with(change.apply(step.talk())));
  }

  private static RoomState agreement(
      RoomState state, Where where, UnaryOperator<Agreement> change) {
    return state.at(where, step -> step.with(change.apply(step.agreement())));
  }
}
