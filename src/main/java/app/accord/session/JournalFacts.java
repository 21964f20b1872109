package app.accord.session;

import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.DoorOpened;
import app.accord.room.RoomEvent.ExerciseEnded;
import app.accord.room.RoomEvent.ExerciseStarted;
import app.accord.room.RoomEvent.LineKept;
import app.accord.room.RoomEvent.RoomClosed;
import app.accord.room.RoomEvent.RoomReopened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What pages say of a room, made from its journal and from nothing else, so that making it again
 * makes the same.
 *
 * @param upTo the journal's number of the last event that counted
 * @param state empty when the door never opened
 * @param started by run
 * @param done by run
 * @param made by run: what all signed last
 * @param kept the lines that one offered and another kept, each as it was first kept
 */
record JournalFacts(
    long upTo,
    Optional<PlannedSession.State> state,
    Map<Integer, ExerciseStarted> started,
    Map<Integer, Done> done,
    Map<Integer, Made> made,
    Map<UUID, Kept> kept) {

  /** Types that a page is made from. All reach everyone, and none of them holds words. */
  static final List<Class<? extends RoomEvent>> TYPES =
      List.of(
          DoorOpened.class,
          RoomClosed.class,
          RoomReopened.class,
          ExerciseStarted.class,
          ExerciseEnded.class,
          AgreementMade.class,
          LineKept.class);

  /** An event of one of these types. */
  record Happened(long seq, Instant at, RoomEvent event) {}

  record Done(ExerciseStarted exercise, LocalDate on) {}

  record Made(long seq, ExerciseStarted exercise, AgreementMade agreement, LocalDate on) {}

  record Kept(long seq, LineKept line, LocalDate on) {}

  static boolean counts(RoomEvent event) {
    return TYPES.contains(event.getClass());
  }

  /**
   * @param events oldest first
   * @param zone the couple's, in which days are counted
   */
  static JournalFacts of(List<Happened> events, ZoneId zone) {
    Optional<PlannedSession.State> state = Optional.empty();
    var started = new HashMap<Integer, ExerciseStarted>();
    var done = new TreeMap<Integer, Done>();
    var made = new TreeMap<Integer, Made>();
    var kept = new LinkedHashMap<UUID, Kept>();
    long upTo = 0;
    for (Happened happened : events) {
      LocalDate day = happened.at().atZone(zone).toLocalDate();
      upTo = happened.seq();
      switch (happened.event()) {
        case DoorOpened _, RoomReopened _ -> state = Optional.of(PlannedSession.State.OPEN);
        case RoomClosed _ -> state = Optional.of(PlannedSession.State.CLOSED);
        case ExerciseStarted it -> started.put(it.run(), it);
        case ExerciseEnded(int run) -> {
          ExerciseStarted exercise = started.get(run);
          if (exercise != null) {
            done.putIfAbsent(run, new Done(exercise, day));
          }
        }
        case AgreementMade it -> {
          ExerciseStarted exercise = started.get(it.where().run());
          if (exercise != null) {
            made.put(it.where().run(), new Made(happened.seq(), exercise, it, day));
          }
        }
        case LineKept it -> kept.putIfAbsent(it.line(), new Kept(happened.seq(), it, day));
        // The rest of a journal leaves no trace on these pages.
        case RoomEvent _ -> {}
      }
    }
    return new JournalFacts(upTo, state, started, done, made, kept);
  }
}
