package app.accord.practice;

import app.accord.couple.Agreement;
import app.accord.session.SessionSummary;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A couple's page for its therapist.
 *
 * @param cameIn null before the first session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Workspace(
    @JsonUnwrapped CoupleSummary couple,
    String secrets,
    int ceiling,
    String zone,
    List<SessionSummary> recent,
    List<Agreement> agreements,
    List<Done> done,
    @Nullable CameIn cameIn) {

  /** An exercise that was done together. */
  public record Done(String title, LocalDate on) {}
}
