package app.accord.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Reach;
import app.accord.room.RoomEvent.*;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches a room's events and knows the rules on who may read what by itself, from content.md 2.2,
 * not from the code that it watches.
 */
final class Oracle {
  private enum To {
    ALL,
    AUTHOR,
    AUTHOR_AND_THERAPIST,
    /** Of homework: whose it is, and the therapist beyond it. */
    ALL_AND_THERAPIST,
    /** Whose hand-in it is, and the therapist. */
    ITS_AUTHOR_AND_THERAPIST,
    CASE,
    THERAPIST,
    AS_SEALED
  }

  private record Mine(Seat seat, String step) {}

  private final Set<Seat> seats;
  private final Set<Seat> house;
  private final Map<Mine, Told> sealed = new HashMap<>();
  private final Map<UUID, Audience> audiences = new HashMap<>();
  private final Map<Mine, Integer> rounds = new HashMap<>();
  private final Map<String, Words> agreements = new HashMap<>();

  Oracle(Set<Seat> seats) {
    this(seats, Set.of());
  }

  /**
   * @param beyond those of the case who take no part in homework
   */
  Oracle(Set<Seat> seats, Set<Seat> beyond) {
    this.seats = seats;
    this.house = Copies.joined(seats, beyond);
  }

  /** The words of an agreement as its events tell them, and who signed exactly these. */
  private static final class Words {
    private String name = "";
    private final Map<UUID, String> lines = new LinkedHashMap<>();
    private final Map<UUID, String> suggested = new HashMap<>();
    private final Set<Seat> signed = new HashSet<>();
  }

  void sees(Told told) {
    reachesWhomItMay(told);
    switch (told.event()) {
      case AnswerSealed event -> {
        sealed.put(new Mine(by(told), event.where().step()), told);
        rounds.put(new Mine(by(told), event.where().step()), event.where().round());
        assertThat(audiences.put(event.answer(), told.audience())).isNull();
      }
      case AnswerReopened event ->
          assertThat(sealed.remove(new Mine(by(told), event.where().step()))).isNotNull();
      case StepOpened event when told.by() == null ->
          sealed
              .keySet()
              .removeIf(
                  mine ->
                      mine.step().equals(event.where().step())
                          && rounds.getOrDefault(mine, 0) < event.where().round());
      case ExerciseStarted _ -> {
        sealed.clear();
        agreements.clear();
      }
      case Revealed revealed -> revealed.opened().forEach(this::opensWhatAllHaveSealed);
      case GivenToAll given ->
          given.answers().forEach(one -> wasSealed(given.seat(), one, Set.of(Reach.ROOM)));
      case HandInRead read ->
          read.answers()
              .forEach(one -> wasSealed(read.seat(), one, EnumSet.of(Reach.THERAPIST, Reach.ROOM)));
      case HandedOver over ->
          over.opened()
              .forEach(
                  step ->
                      step.answers()
                          .forEach(
                              theirs ->
                                  wasSealed(
                                      theirs.seat(),
                                      new Handed(step.step(), theirs.value()),
                                      EnumSet.of(Reach.REVEAL, Reach.ROOM))));
      default -> agreement(told);
    }
  }

  /** What is handed on is what its author sealed, and for such readers. */
  private void wasSealed(Seat seat, Handed handed, Set<Reach> reaches) {
    Told told = sealed.get(new Mine(seat, handed.step()));
    assertThat(told).as("%s sealed %s", seat, handed.step()).isNotNull();
    AnswerSealed answer = (AnswerSealed) told.event();
    assertThat(answer.value()).isEqualTo(handed.value());
    assertThat(reaches).contains(answer.reach());
  }

  private void opensWhatAllHaveSealed(Opened opened) {
    List<Seat> partners = seats.stream().filter(Seat::isPartner).sorted().toList();
    assertThat(opened.answers()).extracting(Theirs::seat).isEqualTo(partners);
    for (Theirs theirs : opened.answers()) {
      Told told = sealed.get(new Mine(theirs.seat(), opened.step()));
      assertThat(told).as("%s sealed %s", theirs.seat(), opened.step()).isNotNull();
      AnswerSealed answer = (AnswerSealed) told.event();
      assertThat(answer.reach()).isEqualTo(Reach.REVEAL);
      if (!(theirs.value() instanceof Answer.Sorted(var piles, var _))) {
        assertThat(theirs.value()).isEqualTo(answer.value());
        continue;
      }
      for (Seat partner : partners) {
        Answer.Sorted theirSort =
            (Answer.Sorted)
                ((AnswerSealed) sealed.get(new Mine(partner, opened.step())).event()).value();
        assertThat(deck(theirSort.piles())).containsAll(deck(piles));
      }
    }
  }

  private static Set<String> deck(List<Answer.Pile> piles) {
    return piles.stream()
        .flatMap(pile -> pile.cards().stream())
        .filter(card -> !card.matches("own-[1-3]"))
        .collect(Collectors.toSet());
  }

  private void agreement(Told told) {
    switch (told.event()) {
      case AgreementNamed(var where, _, var text) -> reworded(where).name = text;
      case LineAdded(var where, _, var line, var text) -> reworded(where).lines.put(line, text);
      case LineChanged(var where, _, var line, _, var text) ->
          reworded(where).lines.put(line, text);
      case LineRemoved(var where, _, var line) -> reworded(where).lines.remove(line);
      case ChangeSuggested(var where, _, _, var suggestion, var text) ->
          words(where).suggested.put(suggestion, text);
      case SuggestionTaken(var where, _, var suggestion, var line, _) -> {
        Words words = reworded(where);
        words.lines.put(line, words.suggested.get(suggestion));
      }
      case AgreementSigned(var where, _, var digest) -> {
        Words words = words(where);
        assertThat(digest)
            .as("what was signed is what stands there")
            .isEqualTo(Agreement.digest(words.name, List.copyOf(words.lines.values())));
        words.signed.add(by(told));
      }
      case AgreementTakenUp copy -> {
        Words words = words(copy.where());
        words.name = copy.name();
        copy.lines().forEach(line -> words.lines.put(line.line(), line.text()));
        copy.suggestions().forEach(one -> words.suggested.put(one.suggestion(), one.text()));
        copy.signed().forEach(signature -> words.signed.add(signature.seat()));
      }
      case TextOpened(var where, _) -> words(where).signed.clear();
      case SignatureTakenBack(var where, _) -> words(where).signed.remove(by(told));
      case AgreementMade(var where, _, _) ->
          assertThat(words(where).signed)
              .containsExactlyInAnyOrderElementsOf(seats.stream().filter(Seat::isPartner).toList());
      default -> {}
    }
  }

  private Words reworded(Where where) {
    Words words = words(where);
    words.signed.clear();
    return words;
  }

  private Words words(Where where) {
    return agreements.computeIfAbsent(where.step(), _ -> new Words());
  }

  private void reachesWhomItMay(Told told) {
    Seat by = told.by();
    Set<Seat> may =
        switch (to(told.event(), by)) {
          case ALL -> seats;
          case AUTHOR -> Set.of(by(told));
          case AUTHOR_AND_THERAPIST -> EnumSet.of(by(told), Seat.THERAPIST);
          case ALL_AND_THERAPIST -> Copies.with(seats, Seat.THERAPIST);
          case ITS_AUTHOR_AND_THERAPIST -> EnumSet.of(whose(told.event()), Seat.THERAPIST);
          case CASE -> house;
          case THERAPIST -> Set.of(Seat.THERAPIST);
          case AS_SEALED -> audiences.get(((AnswerReopened) told.event()).answer()).seats();
        };
    Set<Seat> reached = told.audience().seats();
    assertThat(reached).as("%s", told.event().getClass()).isNotEmpty().isSubsetOf(house);
    assertThat(may).as("%s reaches %s", told.event().getClass(), reached).containsAll(reached);
    if (to(told.event(), by) == To.ALL) {
      assertThat(reached).isEqualTo(seats);
    }
    if (to(told.event(), by) == To.ALL_AND_THERAPIST && !(told.event() instanceof Commented)) {
      assertThat(reached).isEqualTo(may);
    }
    if (by != null) {
      assertThat(
              told.event() instanceof ProgressMade
                  || told.event() instanceof Attended
                  || reached.contains(by))
          .as("%s reaches its author", told.event().getClass())
          .isTrue();
    }
  }

  private static Seat whose(RoomEvent event) {
    return ((HandInRead) event).seat();
  }

  private To to(RoomEvent event, @Nullable Seat by) {
    return switch (event) {
      case Attended _, ProgressMade _, OpenableChanged _ -> To.THERAPIST;
      case HelpAsked _, PauseAsked _, WordAloneAsked _, WorkFinished _, WorkResumed _ ->
          To.AUTHOR_AND_THERAPIST;
      case CardPlaced _, LeftEmpty _, WordsKept _, Wished _ -> To.AUTHOR;
      case AnswerReopened _ -> To.AS_SEALED;
      case AnswerSealed sealed ->
          switch (sealed.reach()) {
            case ME -> To.AUTHOR;
            case THERAPIST -> To.AUTHOR_AND_THERAPIST;
            // With "at once" the therapist too; Scene's exercises say where.
            case REVEAL -> To.AUTHOR_AND_THERAPIST;
            case ROOM -> To.ALL;
          };
      case WorkBegun _, HandedIn _, HandInTakenBack _, WeekMarked _ -> To.AUTHOR_AND_THERAPIST;
      case ReviewAnswered _, LettingGo _, LettingGoTakenBack _ -> To.AUTHOR;
      case HandInRead _ -> To.ITS_AUTHOR_AND_THERAPIST;
      case GivenToAll _ -> To.CASE;
      case HomeworkGiven _, HandedOver _, Commented _, TalkedAbout _, HomeworkPutAway _ ->
          To.ALL_AND_THERAPIST;
      // The exercise of homework is given by the therapist, who is beyond the room.
      case ExerciseStarted _, StepAdapted _ ->
          by == Seat.THERAPIST && !seats.contains(by) ? To.ALL_AND_THERAPIST : To.ALL;
      case StepOpened _ -> by == null ? To.ALL : To.AUTHOR;
      case DoorOpened _,
          RoomClosed _,
          RoomReopened _,
          LeftForToday _,
          Said _,
          PauseBegan _,
          PauseEnded _,
          AloneTurnGiven _,
          CameBackTogether _,
          FloorGiven _,
          TimerSet _,
          TimerCleared _,
          ExerciseRested _,
          ExerciseEnded _,
          BothFinished _,
          AnswerShared _,
          Revealed _,
          StepLeftClosed _,
          TalkMarked _,
          RowChosen _,
          TurnGiven _,
          SpokenToEnd _,
          SaidBack _,
          TurnConfirmed _,
          NotQuiteSaid _,
          TurnPassed _,
          AgreementNamed _,
          LineAdded _,
          LineChanged _,
          ChangeSuggested _,
          SuggestionTaken _,
          SuggestionLeft _,
          LineRemoved _,
          ReviewDaySet _,
          AgreementSigned _,
          SignatureTakenBack _,
          AgreementMade _,
          AgreementTakenUp _,
          TextOpened _,
          LookDaySet _,
          WeekShown _,
          ReviewOpened _,
          AgreementEnded _,
          LineOffered _,
          StageShown _,
          StageCleared _,
          LineKept _ ->
          To.ALL;
    };
  }

  private static Seat by(Told told) {
    return java.util.Objects.requireNonNull(told.by());
  }
}
