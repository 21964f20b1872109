package app.accord.practice;

import app.accord.checkin.MyCheckin;
import app.accord.couple.Agreement;
import app.accord.couple.Member;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import app.accord.session.SessionSummary;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner's home.
 *
 * @param ready false: the place is ready and nothing is planned yet, whatever the other has done
 * @param checkin null while no week is open
 * @param afterSession the room of a session that the reader can still say something about
 * @param members of the case; while not all have joined, only the reader and the therapist
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Home(
    Instant now,
    String zone,
    String name,
    Seat you,
    String therapist,
    List<Member> members,
    boolean ready,
    @Nullable SessionSummary next,
    @Nullable Instant doorsOpenAt,
    List<Agreement> agreements,
    MyCheckin.@Nullable Waiting checkin,
    @Nullable RoomId afterSession) {}
