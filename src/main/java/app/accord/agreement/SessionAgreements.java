package app.accord.agreement;

import app.accord.room.AgreementHistory;
import app.accord.room.RoomCommand.TakeUpAgreement;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementTakenUp;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import app.accord.room.Where;
import app.accord.room.live.Journal.Numbered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agreements that a session leaves behind, made or not, once nobody can write on there: its
 * exercise has ended, or the session has and that can't be taken back any more.
 */
public final class SessionAgreements {
  /** Somewhat more than the minute in which a closing can be taken back. */
  static final Duration SETTLED = Duration.ofSeconds(70);

  private SessionAgreements() {}

  /**
   * One of them.
   *
   * @param run of the exercise in that session
   */
  public record Left(int run, TakeUpAgreement command) {}

  /**
   * @param stream of the session's room, as its therapist may read it
   * @param zone the couple's
   */
  public static List<Left> of(List<Numbered> stream, ZoneId zone, Instant now) {
    Map<Integer, ExerciseStarted> started = new HashMap<>();
    Map<Key, AgreementHistory> texts = new LinkedHashMap<>();
    Set<Integer> over = new HashSet<>();
    @Nullable Instant closedAt = null;
    for (Numbered one : stream) {
      @Nullable Where where = AgreementHistory.where(one.event());
      if (where != null) {
        texts
            .computeIfAbsent(
                new Key(where.run(), where.step()),
                key -> new AgreementHistory(key.run(), key.step()))
            .take(one.by(), LocalDate.ofInstant(one.at(), zone), one.event());
      }
      switch (one.event()) {
        case ExerciseStarted it -> started.put(it.run(), it);
        case ExerciseEnded it -> over.add(it.run());
        case RoomClosed _ -> closedAt = one.at();
        case RoomReopened _ -> closedAt = null;
        case RoomEvent _ -> {}
      }
    }
    boolean closed = closedAt != null && now.isAfter(closedAt.plus(SETTLED));
    return texts.entrySet().stream()
        .filter(text -> closed || over.contains(text.getKey().run()))
        .filter(text -> started.containsKey(text.getKey().run()) && !isEmpty(text.getValue()))
        .map(
            text ->
                left(
                    java.util.Objects.requireNonNull(started.get(text.getKey().run())),
                    text.getValue().copy()))
        .toList();
  }

  private record Key(int run, String step) {}

  private static boolean isEmpty(AgreementHistory text) {
    return text.text().lines().isEmpty() && text.versions().isEmpty();
  }

  private static Left left(ExerciseStarted exercise, AgreementTakenUp copy) {
    return new Left(
        exercise.run(),
        new TakeUpAgreement(exercise.exercise(), exercise.version(), exercise.digest(), copy));
  }
}
