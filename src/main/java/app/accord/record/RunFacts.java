package app.accord.record;

import app.accord.exercise.Exercise;
import app.accord.exercise.ExerciseJson;
import app.accord.exercise.Step;
import app.accord.record.Facts.Opened;
import app.accord.room.Answer;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementSigned;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.Revealed;
import app.accord.room.RoomEvent.SaidBack;
import app.accord.room.RoomEvent.SignatureTakenBack;
import app.accord.room.RoomEvent.TurnConfirmed;
import app.accord.room.Seat;
import app.accord.room.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record says of one run of an exercise. */
final class RunFacts {
  private final ExerciseStarted started;
  private final Instant startedAt;
  private final Optional<Exercise> exercise;
  private final Set<String> steps = new HashSet<>();
  private final Map<String, Opened> opened = new LinkedHashMap<>();
  private final Set<String> closed = new LinkedHashSet<>();
  private final Set<String> chosen = new LinkedHashSet<>();
  private final Map<String, String> ownCards = new HashMap<>();
  private final Map<Turn, String> said = new HashMap<>();
  private final List<String> saidBack = new ArrayList<>();
  private final Map<String, AgreementFacts> agreements = new LinkedHashMap<>();
  private @Nullable Instant endedAt;

  RunFacts(ExerciseStarted started, Instant at, Optional<Exercise> exercise) {
    this.started = started;
    this.startedAt = at;
    this.exercise = exercise;
  }

  private record Turn(Where where, int turn) {}

  Facts.Exercise facts() {
    return new Facts.Exercise(
        exercise.map(Exercise::title).orElse(started.exercise()),
        started.version(),
        minutes(),
        started.steps().stream().filter(steps::contains).map(this::title).toList(),
        List.copyOf(opened.values()),
        closed.stream().filter(step -> !opened.containsKey(step)).map(this::title).toList(),
        List.copyOf(chosen),
        List.copyOf(saidBack),
        agreements.values().stream().flatMap(one -> one.facts().stream()).toList());
  }

  void ended(Instant at) {
    endedAt = at;
  }

  void opened(String step) {
    steps.add(step);
  }

  void revealed(Revealed revealed) {
    for (RoomEvent.Opened one : revealed.opened()) {
      opened.put(one.step(), new Opened(title(one.step()), kind(one.step()), cards(one)));
      one.answers().forEach(theirs -> rememberOwnCards(theirs.seat(), theirs.value()));
    }
    closed.addAll(revealed.closed());
  }

  void leftClosed(List<String> left) {
    closed.addAll(left);
  }

  void chosen(String row) {
    rowText(row).ifPresent(chosen::add);
  }

  void saidBack(SaidBack it) {
    if (it.text() != null) {
      said.put(new Turn(it.where(), it.turn()), it.text());
    } else {
      said.remove(new Turn(it.where(), it.turn()));
    }
  }

  void confirmed(TurnConfirmed it) {
    String text = said.remove(new Turn(it.where(), it.turn()));
    if (text != null) {
      saidBack.add(text);
    }
  }

  void signed(AgreementSigned it, @Nullable Seat by) {
    if (by != null) {
      agreement(it.where()).signed(by, it.version());
    }
  }

  void takenBack(SignatureTakenBack it, @Nullable Seat by) {
    if (by != null) {
      agreement(it.where()).takenBack(by);
    }
  }

  void made(AgreementMade it) {
    agreement(it.where()).made(it);
  }

  /** Words of an agreement change. */
  void words(RoomEvent event) {
    AgreementFacts.where(event).ifPresent(where -> agreement(where).take(event));
  }

  private AgreementFacts agreement(Where where) {
    return agreements.computeIfAbsent(where.step(), _ -> new AgreementFacts(where));
  }

  private @Nullable Integer minutes() {
    return endedAt == null
        ? null
        : Math.toIntExact(Duration.between(startedAt, endedAt).plusSeconds(30).toMinutes());
  }

  private Optional<Step> step(String id) {
    return exercise.flatMap(one -> one.step(id));
  }

  private String title(String id) {
    return step(id).map(one -> one.common().title()).orElse(id);
  }

  private String kind(String id) {
    return step(id).map(ExerciseJson::kind).orElse("");
  }

  /** A reveal brings only the cards that all have placed, so anybody's answer has them all. */
  private static @Nullable Integer cards(RoomEvent.Opened one) {
    return one.answers().stream()
        .flatMap(theirs -> theirs.value() instanceof Answer.Sorted it ? Stream.of(it) : Stream.of())
        .map(sorted -> sorted.piles().stream().mapToInt(pile -> shared(pile.cards())).sum())
        .findFirst()
        .orElse(null);
  }

  private static int shared(List<String> cards) {
    return (int) cards.stream().filter(card -> !card.startsWith("own-")).count();
  }

  private void rememberOwnCards(Seat seat, Answer answer) {
    if (answer instanceof Answer.Sorted(_, List<Answer.OwnCard> own)) {
      own.forEach(card -> ownCards.put(seat.wire() + ":" + card.card(), card.text()));
    }
  }

  /** A card of the exercise, one in own words that was opened, or an opened step. */
  private Optional<String> rowText(String row) {
    if (ownCards.containsKey(row)) {
      return Optional.ofNullable(ownCards.get(row));
    }
    return exercise.stream()
        .flatMap(one -> one.steps().stream())
        .flatMap(one -> one instanceof Step.Sort sort ? sort.cards().stream() : Stream.of())
        .filter(card -> card.id().equals(row))
        .map(Step.Named::text)
        .findFirst()
        .or(() -> step(row).map(found -> found.common().title()));
  }
}
