package app.accord.practice;

import app.accord.checkin.Look;
import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.practice.Today.Appointment;
import app.accord.session.PastSessions;
import app.accord.session.PlannedSession;
import app.accord.session.SessionSummary;
import app.accord.session.Sessions;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some couples of one therapist with their sessions, as they are at one moment. */
record Caseload(
    Reader reader,
    Instant now,
    Sessions shown,
    List<Couple> couples,
    Map<CoupleId, List<Member>> members,
    Map<CoupleId, PastSessions> past,
    List<PlannedSession> current) {

  private static final Comparator<CoupleSummary> NEXT_FIRST =
      Comparator.comparing((CoupleSummary couple) -> couple.state() == Couple.State.INVITED)
          .thenComparing(Caseload::nextAt, Comparator.nullsLast(Comparator.naturalOrder()));

  static Future<Caseload> read(
      Tx tx, Couples couples, Sessions sessions, Reader reader, List<Couple> of, Instant now) {
    var ids = of.stream().map(Couple::id).toList();
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, ids);
    Future<Map<CoupleId, PastSessions>> past = sessions.past(tx, ids);
    Future<List<PlannedSession>> current =
        sessions.current(tx, ids, startOfDay(now, reader).toInstant());
    return Future.all(members, past, current)
        .map(
            _ ->
                new Caseload(
                    reader, now, sessions, of, members.result(), past.result(), current.result()));
  }

  Today today(Map<CoupleId, List<Look>> looks) {
    Instant begin = startOfDay(now, reader).toInstant();
    Instant end = startOfDay(now, reader).plusDays(1).toInstant();
    List<CoupleSummary> lines = couples.stream().map(this::line).sorted(NEXT_FIRST).toList();
    return new Today(
        now,
        reader.zone().getId(),
        appointments(one -> !one.startsAt().isBefore(begin) && one.startsAt().isBefore(end)),
        lines,
        appointments(one -> one.isClosed() && !one.signed()),
        lines.stream()
            .filter(line -> looks.containsKey(line.id()))
            .map(line -> new Today.WorthALook(line.id(), looks.getOrDefault(line.id(), List.of())))
            .toList());
  }

  CoupleSummary line(Couple couple) {
    return CoupleSummary.of(
        couple,
        members.getOrDefault(couple.id(), List.of()),
        past.get(couple.id()),
        next(couple.id()));
  }

  private List<Appointment> appointments(Predicate<PlannedSession> which) {
    return current.stream()
        .filter(which)
        .flatMap(
            session ->
                couples.stream()
                    .filter(couple -> couple.id().equals(session.couple()))
                    .map(couple -> new Appointment(line(couple), shown(session))))
        .toList();
  }

  private @Nullable SessionSummary next(CoupleId couple) {
    return current.stream()
        .filter(session -> session.couple().equals(couple) && session.isAhead(now))
        .findFirst()
        .map(this::shown)
        .orElse(null);
  }

  SessionSummary shown(PlannedSession session) {
    return shown.forTherapist(session, reader, now);
  }

  private static @Nullable Instant nextAt(CoupleSummary couple) {
    return couple.next() == null ? null : couple.next().startsAt();
  }

  private static ZonedDateTime startOfDay(Instant now, Reader reader) {
    return now.atZone(reader.zone()).toLocalDate().atStartOfDay(reader.zone());
  }
}
