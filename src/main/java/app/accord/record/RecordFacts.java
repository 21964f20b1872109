package app.accord.record;

import app.accord.couple.Member;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts with what their journal does not say: when it was planned for, where, and what those
 * who were there are called.
 *
 * @param startsAt when the door opened, or else when it was planned for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordFacts(
    Instant startsAt,
    @Nullable Instant endedAt,
    String place,
    List<Member> present,
    List<Facts.Exercise> exercises) {

  static RecordFacts of(Facts facts, Instant planned, String place, Map<Seat, String> names) {
    return new RecordFacts(
        facts.startedAt() == null ? planned : facts.startedAt(),
        facts.endedAt(),
        place,
        facts.present().stream()
            .map(seat -> new Member(seat, names.getOrDefault(seat, "")))
            .toList(),
        facts.exercises());
  }
}
