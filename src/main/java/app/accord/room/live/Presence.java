package app.accord.room.live;

import app.accord.room.RoomState;
import app.accord.room.Seat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may know who is here. */
final class Presence {
  private Presence() {}

  /**
   * The therapist sees who waits at the door. A partner sees oneself until being let in, and then
   * those who are in: nobody learns whether the other came, waits or stayed away.
   */
  static Map<Seat, Boolean> asSeenBy(
      Seat viewer, Collection<Seat> seats, Set<Seat> here, RoomState state) {
    Map<Seat, Boolean> seen = new LinkedHashMap<>();
    boolean inside = state.isIn(viewer);
    for (Seat seat : seats) {
      boolean known = seat == viewer || !viewer.isPartner() || (inside && state.isIn(seat));
      seen.put(seat, known && here.contains(seat));
    }
    return seen;
  }
}
