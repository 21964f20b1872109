package app.accord.room.live;

import app.accord.kernel.RoomId;
import app.accord.room.Circumstances.Kind;
import app.accord.room.Frames;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.ToRoom.Join;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who is in the room by which sockets, and what they are told and shown. */
final class Attendance {
  private final Shared shared;
  private final Entrance entrance;
  private final Gallery gallery = new Gallery();
  private final Presence presence;
  private Set<Seat> inside = Set.of();
  private Kind kind = Kind.SESSION;

  Attendance(RoomId room, Shared shared, Executor loop) {
    this.shared = shared;
    this.entrance = new Entrance(room, shared, loop);
    this.presence = new Presence(shared.times().grace());
  }

  /** Lets a socket listen from now on, and welcomes it. Whether its seat was away before. */
  boolean admit(Join join, RoomMemory memory, Table table) {
    kind = join.policy().kind();
    gallery.add(join.member());
    boolean wasAway = presence.arrived(join.member().seat());
    entrance.welcome(join, memory, seat -> seenBy(seat, memory, table));
    if (wasAway) {
      showPresence(memory, table);
    }
    return wasAway;
  }

  void leave(Member member) {
    if (gallery.remove(member) && !gallery.has(member.seat())) {
      presence.left(member.seat(), shared.nanos().getAsLong());
    }
  }

  Set<Seat> here() {
    return presence.here();
  }

  boolean isEmpty() {
    return gallery.isEmpty();
  }

  /** Collected, until {@link #told} lets it go. */
  void tell(Entry entry, String body, Lines lines) {
    gallery.tell(entry.audience(), body, lines);
  }

  /** Lets go what was told; if a door has opened, who came in sees who is here. */
  void told(RoomMemory memory, Table table) {
    gallery.flush();
    Set<Seat> now =
        table.holders().keySet().stream()
            .filter(memory.state()::isIn)
            .collect(Collectors.toUnmodifiableSet());
    if (!now.equals(inside)) {
      inside = now;
      showPresence(memory, table);
    }
  }

  void pass(ToRoom.Pass pass, RoomMemory memory) {
    Passing.of(pass, memory.state(), shared.library())
        .ifPresent(passing -> gallery.pass(passing.to(), passing.kind(), passing.frame()));
  }

  /** Whoever lost the seat is out, wherever that was decided. */
  void seatsMayHaveEnded(RoomMemory memory, Table table) {
    gallery.end(member -> !table.holds(member.seat(), member.person()), CloseCode.NO_SEAT);
    showPresence(memory, table);
  }

  void end(CloseCode why) {
    Predicate<Member> all = _ -> true;
    gallery.end(all, why);
  }

  void dropLost(long nanos) {
    gallery.dropLost(shared.times(), nanos);
  }

  void tick(RoomMemory memory, Table table, long nanos) {
    if (presence.settle(nanos)) {
      showPresence(memory, table);
    }
    gallery.beat(memory.lines(), shared.times(), shared.now(), nanos);
  }

  private void showPresence(RoomMemory memory, Table table) {
    gallery.showPresence(seat -> Frames.presence(seenBy(seat, memory, table)));
  }

  private Map<Seat, Boolean> seenBy(Seat seat, RoomMemory memory, Table table) {
    return presence.seenBy(seat, table.holders().keySet(), memory.state(), kind);
  }
}
