package app.accord.room.live;

import app.accord.room.Audience;
import app.accord.room.Frames;
import app.accord.room.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sockets of one room. */
final class Gallery {
  private final List<Member> members = new ArrayList<>();

  void add(Member member) {
    members.add(member);
  }

  boolean remove(Member member) {
    return members.remove(member);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  boolean has(Seat seat) {
    return members.stream().anyMatch(member -> member.seat() == seat);
  }

  /** One event, to those whom it reaches, each with their own number. */
  void tell(Audience audience, String body, Lines lines) {
    @Nullable String[] bySeat = new String[Seat.values().length];
    for (Member member : members) {
      Seat seat = member.seat();
      if (audience.reaches(seat)) {
        String frame = bySeat[seat.bit()];
        if (frame == null) {
          frame = Frames.event(lines.at(seat), body);
          bySeat[seat.bit()] = frame;
        }
        member.tell(frame);
      }
    }
  }

  void flush() {
    members.forEach(Member::flush);
  }

  void pass(Predicate<Member> to, String kind, String frame) {
    for (Member member : members) {
      if (to.test(member)) {
        member.show(kind, frame);
      }
    }
  }

  void showPresence(Function<Seat, String> frame) {
    members.forEach(member -> member.showPresence(frame.apply(member.seat())));
  }

  /** A beat for whom it is due, with the head of their stream. */
  void beat(Lines lines, Times times, Instant now, long nanos) {
    for (Member member : members) {
      if (member.isBeatDue(times.beat().toNanos(), nanos)) {
        member.show("beat", Frames.beat(lines.at(member.seat()), now));
      }
    }
  }

  void dropLost(Times times, long nanos) {
    for (Member member : members) {
      if (member.isLost(times, nanos)) {
        member.end(CloseCode.SLOW);
      }
    }
  }

  void end(Predicate<Member> which, CloseCode why) {
    for (Member member : members) {
      if (which.test(member)) {
        member.end(why);
      }
    }
  }
}
