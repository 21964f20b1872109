package app.accord.session;

import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as a page shows it.
 *
 * @param signed null for a partner
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionSummary(
    SessionId id,
    RoomId roomId,
    int number,
    Instant startsAt,
    int minutes,
    PlannedSession.State state,
    PlannedSession.Place place,
    List<Named> exercises,
    @Nullable Boolean signed) {

  /** An exercise by its title, with what a line about it needs. */
  public record Named(String id, String title, int minutes, List<String> kinds) {}
}
