package app.accord.room.live;

import app.accord.room.Audience;
import app.accord.room.Frames;
import app.accord.room.live.Member.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one commit tells each member, in one piece, so that it crosses threads once. */
final class Lines {
  private final Map<Member, List<Frame>> lines = new HashMap<>();

  Lines(List<Member> members) {
    members.forEach(member -> lines.put(member, new ArrayList<>()));
  }

  /** An event that the ledger has counted. */
  void event(Audience audience, Ledger ledger, String body) {
    lines.forEach(
        (member, told) -> {
          if (audience.reaches(member.seat())) {
            long n = ledger.count(member.seat());
            told.add(new Frame(n, Frames.event(n, body)));
          }
        });
  }

  /** An answer, after the events that it speaks of. */
  void answer(@Nullable Member member, String frame) {
    List<Frame> told = member == null ? null : lines.get(member);
    if (told != null) {
      told.add(new Frame(0, frame));
    }
  }

  void send() {
    lines.forEach(Member::tell);
  }
}
