package app.accord.homework;

import app.accord.kernel.CoupleId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.GivenToAll;
import app.accord.room.RoomEvent.HandInRead;
import app.accord.room.RoomEvent.HandInTakenBack;
import app.accord.room.RoomEvent.HandedIn;
import app.accord.room.RoomEvent.HandedOver;
import app.accord.room.RoomEvent.HomeworkGiven;
import app.accord.room.RoomEvent.HomeworkPutAway;
import app.accord.room.RoomEvent.TalkedAbout;
import app.accord.room.RoomEvent.WorkBegun;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One room of homework, as far as its reader's own stream tells of it: so a partner finds nothing
 * here of what the other has done, and the therapist nothing but how far each is.
 *
 * @param only whose it is alone; null when they do it together
 * @param given null for whoever reads only what somebody gave to all
 */
record HomeworkRoom(
    RoomId id,
    CoupleId couple,
    @Nullable Seat only,
    @Nullable HomeworkGiven given,
    Set<Seat> begun,
    Map<Seat, HandedIn> handedIn,
    Set<Seat> read,
    Map<Seat, GivenToAll> givenToAll,
    boolean handedOver,
    boolean talkedAbout,
    boolean putAway) {

  /** The types that it is made from. None of their facts holds words. */
  static final List<Class<? extends RoomEvent>> TYPES =
      List.of(
          HomeworkGiven.class,
          WorkBegun.class,
          HandedIn.class,
          HandInTakenBack.class,
          HandInRead.class,
          GivenToAll.class,
          HandedOver.class,
          TalkedAbout.class,
          HomeworkPutAway.class);

  /** How far one person is. There is no "late" and no "overdue" (content.md 4). */
  enum State {
    GIVEN,
    BEGUN,
    HANDED_IN,
    TALKED_ABOUT;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param events of one reader's stream, oldest first
   */
  static HomeworkRoom of(RoomId id, CoupleId couple, @Nullable Seat only, List<RoomEvent> events) {
    @Nullable HomeworkGiven given = null;
    var begun = EnumSet.noneOf(Seat.class);
    var handedIn = new EnumMap<Seat, HandedIn>(Seat.class);
    var read = EnumSet.noneOf(Seat.class);
    var givenToAll = new EnumMap<Seat, GivenToAll>(Seat.class);
    boolean handedOver = false;
    boolean talkedAbout = false;
    boolean putAway = false;
    for (RoomEvent event : events) {
      switch (event) {
        case HomeworkGiven it -> given = it;
        case WorkBegun(Seat seat) -> begun.add(seat);
        case HandedIn it -> handedIn.put(it.seat(), it);
        case HandInTakenBack it -> handedIn.remove(it.seat());
        case HandInRead it -> read.add(it.seat());
        case GivenToAll it -> givenToAll.put(it.seat(), it);
        case HandedOver _ -> handedOver = true;
        case TalkedAbout _ -> talkedAbout = true;
        case HomeworkPutAway _ -> putAway = true;
        // The work itself leaves no trace on these pages.
        case RoomEvent _ -> {}
      }
    }
    return new HomeworkRoom(
        id,
        couple,
        only,
        given,
        begun,
        handedIn,
        read,
        givenToAll,
        handedOver,
        talkedAbout,
        putAway);
  }

  State state(Seat seat) {
    if (talkedAbout) {
      return State.TALKED_ABOUT;
    }
    if (handedIn.containsKey(seat)) {
      return State.HANDED_IN;
    }
    return begun.contains(seat) ? State.BEGUN : State.GIVEN;
  }

  boolean isOf(Seat seat) {
    return only == null || only == seat;
  }

  boolean isTogether() {
    return only == null;
  }

  /** Whether what was handed in waits for the therapist. */
  boolean isUnread(Seat seat) {
    return handedIn.containsKey(seat) && !read.contains(seat);
  }

  /** As it was given; empty for whoever reads only what somebody gave to all. */
  Optional<HomeworkGiven> assignment() {
    return Optional.ofNullable(given);
  }
}
