package app.accord.session;

import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.room.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rooms as REST tells of them; what happens in one is the socket's. */
public final class Rooms {
  private final Db db;
  private final Couples couples;
  private final Exercises exercises;
  private final Clock clock;

  public Rooms(Db db, Couples couples, Exercises exercises, Clock clock) {
    this.db = db;
    this.couples = couples;
    this.exercises = exercises;
    this.clock = clock;
  }

  /**
   * A room as one member may know it.
   *
   * @param coupleId null for a partner, as is number; exercises is empty then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Room(
      RoomId id,
      Seat you,
      List<Member> members,
      String secrets,
      String zone,
      Instant startsAt,
      Instant doorsOpenAt,
      PlannedSession.State state,
      @Nullable CoupleId coupleId,
      @Nullable Integer number,
      List<ObjectNode> exercises) {}

  /** Who sits there, in which session of which case. */
  record Seated(Seat seat, SessionId session, CoupleId couple, String secrets, String zone) {
    static Seated of(Row row) {
      return new Seated(
          Seat.at(row.getShort("seat")),
          new SessionId(row.getUUID("session_id")),
          new CoupleId(row.getUUID("couple_id")),
          row.getString("secrets"),
          row.getString("zone"));
    }
  }

  /** A room, and the case that it belongs to, for the audit. */
  public record Found(CoupleId couple, Room room) {}

  /** Empty: no such room, or no seat of this person's there. */
  public Future<Optional<Found>> of(PersonId me, RoomId room) {
    return db.readAs(
        me,
        tx ->
            SessionStore.seated(tx, me, room)
                .compose(
                    seated ->
                        seated
                            .map(there -> room(tx, me, there).map(Optional::of))
                            .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
  }

  private Future<Found> room(Tx tx, PersonId me, Seated there) {
    Future<Reader> reader = couples.reader(tx, me);
    Future<Map<CoupleId, List<Member>>> members = couples.members(tx, List.of(there.couple()));
    Future<PlannedSession> session =
        SessionStore.one(tx, there.session())
            .map(Optional::orElseThrow)
            .compose(one -> Sessions.asSeen(tx, there.seat(), one));
    Future<Void> shelf =
        there.seat().isPartner() ? Future.succeededFuture() : exercises.visit(tx, me);
    return Future.all(reader, members, session, shelf)
        .map(
            _ ->
                new Found(
                    there.couple(),
                    room(
                        there,
                        members.result().getOrDefault(there.couple(), List.of()),
                        session.result(),
                        reader.result())));
  }

  private Room room(Seated there, List<Member> members, PlannedSession session, Reader reader) {
    boolean leads = !there.seat().isPartner();
    return new Room(
        session.room(),
        there.seat(),
        members,
        there.secrets(),
        there.zone(),
        session.startsAt(),
        session.doorsOpenAt(),
        session.stateAt(clock.instant()),
        leads ? there.couple() : null,
        leads ? session.number() : null,
        leads ? exercises.summaries(reader.id(), session.planned(), reader.language()) : List.of());
  }
}
