package app.accord.homework;

import app.accord.room.Opens;
import app.accord.room.Seat;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist wants to give.
 *
 * @param id made by the page: sent twice it is given once
 * @param alone who does it, each alone; empty when all do it together
 * @param words in place of the exercise's own, by {@code step.key}
 * @param until null: until the next session
 */
record NewHomework(
    UUID id,
    Set<Seat> alone,
    String exercise,
    Map<String, String> words,
    @Nullable String note,
    @Nullable LocalDate until,
    Opens opens) {
  NewHomework {
    alone = Set.copyOf(alone);
    words = Map.copyOf(words);
  }
}
