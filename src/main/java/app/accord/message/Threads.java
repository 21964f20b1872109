package app.accord.message;

import app.accord.couple.Member;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The threads that somebody may know of. A partner finds nothing of the other's.
 *
 * @param reads when the therapist usually reads
 */
public record Threads(
    Seat you,
    List<Member> members,
    String secrets,
    String zone,
    Instant now,
    List<Day> reads,
    List<OneThread> threads) {

  /**
   * One of them.
   *
   * @param open it may be written in
   * @param messages from old to new
   * @param unseen how many are new to the therapist who asks; null for a partner
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OneThread(
      ThreadName thread, boolean open, List<Message> messages, @Nullable Integer unseen) {}
}
