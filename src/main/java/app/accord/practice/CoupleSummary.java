package app.accord.practice;

import app.accord.couple.Couple;
import app.accord.couple.Member;
import app.accord.kernel.CoupleId;
import app.accord.session.PastSessions;
import app.accord.session.SessionSummary;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A couple in a line, for its therapist. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoupleSummary(
    CoupleId id,
    String name,
    List<Member> partners,
    LocalDate since,
    int sessions,
    Couple.State state,
    @Nullable SessionSummary next,
    @Nullable Instant lastSessionAt) {

  static CoupleSummary of(
      Couple couple,
      List<Member> members,
      @Nullable PastSessions past,
      @Nullable SessionSummary next) {
    var partners = members.stream().filter(member -> member.seat().isPartner()).toList();
    return new CoupleSummary(
        couple.id(),
        name(partners),
        partners,
        couple.since(),
        past == null ? 0 : past.count(),
        couple.state(),
        next,
        past == null ? null : past.last());
  }

  /** "Noor and Daniel"; of three, "Noor, Daniel and Sam". */
  private static String name(List<Member> partners) {
    var names = partners.stream().map(Member::name).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
  }
}
