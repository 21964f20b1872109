package app.accord.agreement;

import app.accord.agreement.AgreementPage.Answered;
import app.accord.agreement.AgreementPage.Line;
import app.accord.agreement.AgreementPage.Review;
import app.accord.agreement.AgreementPage.Signed;
import app.accord.agreement.AgreementPage.Single;
import app.accord.agreement.AgreementPage.State;
import app.accord.agreement.AgreementPage.Suggestion;
import app.accord.agreement.AgreementPage.Version;
import app.accord.agreement.AgreementPage.Week;
import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.room.AgreementHistory;
import app.accord.room.Mark;
import app.accord.room.ReviewAnswer;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Numbered;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds one reader's stream of an agreement's room. */
final class AgreementReading {
  private final Seat reader;
  private final ZoneId zone;
  private final Map<LocalDate, Map<Seat, Mark>> marks = new TreeMap<>();
  private final List<Week> weeks = new ArrayList<>();
  private final List<Review> reviews = new ArrayList<>();
  private @Nullable ExerciseStarted exercise;
  private @Nullable AgreementHistory history;
  private String step = "";
  private boolean wasTakenUp;
  private @Nullable LocalDate lookOn;
  private @Nullable ReviewAnswer review;
  private @Nullable LocalDate endsOn;
  private @Nullable LocalDate endedOn;

  private AgreementReading(Seat reader, ZoneId zone) {
    this.reader = reader;
    this.zone = zone;
  }

  static AgreementReading of(List<Numbered> stream, Seat reader, ZoneId zone) {
    var reading = new AgreementReading(reader, zone);
    stream.forEach(reading::take);
    return reading;
  }

  private void take(Numbered one) {
    LocalDate on = LocalDate.ofInstant(one.at(), zone);
    if (one.event() instanceof ExerciseStarted started) {
      exercise = started;
      step = started.steps().getFirst();
      history = new AgreementHistory(started.run(), step);
    } else if (history != null) {
      history.take(one.by(), on, one.event());
      take(on, one.event());
    }
  }

  private void take(LocalDate on, RoomEvent event) {
    switch (event) {
      case RoomEvent.AgreementTakenUp copy -> {
        wasTakenUp = true;
        lookOn = copy.lookOn();
      }
      case RoomEvent.AgreementMade made -> {
        lookOn = made.reviewOn();
        review = null;
      }
      case RoomEvent.LookDaySet set -> lookOn = set.on();
      case RoomEvent.WeekMarked marked -> mark(marked);
      case RoomEvent.WeekShown shown -> {
        if (shown.mark() != null) {
          weeks.add(new Week(shown.week(), shown.mark()));
        }
      }
      case RoomEvent.ReviewAnswered answered -> review = answered.answer();
      case RoomEvent.ReviewOpened opened -> {
        review = null;
        lookOn = opened.lookOn();
        reviews.add(
            new Review(
                on,
                opened.answers().stream()
                    .map(one -> new Answered(one.seat(), one.answer()))
                    .toList()));
      }
      case RoomEvent.LettingGo going -> endsOn = going.from();
      case RoomEvent.LettingGoTakenBack _ -> endsOn = null;
      case RoomEvent.AgreementEnded ended -> {
        endsOn = null;
        endedOn = ended.on();
      }
      case RoomEvent _ -> {}
    }
  }

  private void mark(RoomEvent.WeekMarked marked) {
    Map<Seat, Mark> those = marks.computeIfAbsent(marked.week(), _ -> new TreeMap<>());
    if (marked.mark() == null) {
      those.remove(marked.seat());
    } else {
      those.put(marked.seat(), marked.mark());
    }
  }

  /** Whether there is an agreement: a room that was made and not begun is none yet. */
  boolean isBegun() {
    return wasTakenUp;
  }

  boolean hasEnded() {
    return endedOn != null;
  }

  @Nullable LocalDate endedOn() {
    return endedOn;
  }

  @Nullable LocalDate lookOn() {
    return lookOn;
  }

  ExerciseStarted exercise() {
    return java.util.Objects.requireNonNull(exercise);
  }

  String step() {
    return step;
  }

  AgreementHistory history() {
    return java.util.Objects.requireNonNull(history);
  }

  /**
   * What it is called: its name as all signed it last, or as it stands; empty where it has none.
   */
  String name() {
    List<RoomEvent.Version> versions = history().versions();
    return versions.isEmpty() ? history().text().name() : versions.getLast().name();
  }

  /**
   * @param title for one that has no name
   * @param week that can be marked now
   */
  AgreementPage page(RoomId id, String title, LocalDate week) {
    Agreement text = history().text();
    List<RoomEvent.Version> versions = history().versions();
    boolean partner = reader.isPartner();
    return new AgreementPage(
        id,
        endedOn != null ? State.ENDED : versions.isEmpty() ? State.BEING_WRITTEN : State.IN_FORCE,
        title,
        endedOn == null && !text.made(),
        text.lines().entrySet().stream()
            .map(line -> new Line(line.getKey(), line.getValue().by(), line.getValue().text()))
            .toList(),
        text.suggestions().values().stream()
            .map(one -> new Suggestion(one.by(), one.line(), one.text()))
            .toList(),
        history().signed().stream().map(Signed::of).toList(),
        versions.stream()
            .map(
                one ->
                    new Version(
                        one.name(),
                        one.lines(),
                        one.signed().stream().map(Signed::of).toList(),
                        one.on()))
            .toList(),
        List.copyOf(weeks),
        List.copyOf(reviews),
        lookOn,
        partner ? marks.getOrDefault(week, Map.of()).get(reader) : null,
        partner ? review : null,
        partner ? endsOn : null,
        endedOn,
        partner ? List.of() : singles());
  }

  private List<Single> singles() {
    return marks.entrySet().stream()
        .flatMap(
            week ->
                week.getValue().entrySet().stream()
                    .map(one -> new Single(week.getKey(), one.getKey(), one.getValue())))
        .toList();
  }
}
