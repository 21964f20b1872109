package app.accord.faults;

import app.accord.room.Audience;
import app.accord.room.Seat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left when the dust has settled: the journal, and what each member remembers. */
record Evidence(List<Row> journal, List<Memory> members) {

  /**
   * A row of the journal.
   *
   * @param author whose command it came from; null with {@code command} for jobs
   * @param body the event as it goes over the wire, without a number
   */
  record Row(
      long seq, Audience audience, @Nullable Seat author, @Nullable UUID command, String body) {}

  /**
   * What one member sent, in this order, and all that it was ever given, in this order, over
   * however many connections.
   */
  record Memory(Seat seat, List<Sent> sent, List<Delivered> delivered) {}

  record Sent(UUID id, Outcome outcome) {}

  record Delivered(long n, String body) {}

  /** What the member was told about its command. */
  sealed interface Outcome {
    /**
     * @param n the last event that it caused in this member's stream
     */
    record Acked(long n) implements Outcome {}

    record Refused() implements Outcome {}

    /** The line broke before an answer, and it was never asked again. */
    record Unknown() implements Outcome {}
  }
}
