package app.accord.homework;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Opens;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Homework over HTTP. What is written in it goes by its room's socket. */
public final class HomeworkRoutes {
  private static final Problem NO_SUCH_DAY = Problem.of("no-such-day", 400, "There is no such day");

  private final Tasks tasks;
  private final Assignments assignments;
  private final Audit audit;

  public HomeworkRoutes(Tasks tasks, Assignments assignments, Audit audit) {
    this.tasks = tasks;
    this.assignments = assignments;
    this.audit = audit;
  }

  /** Hangs up the partners' and the therapist's operations. */
  public void hangUp(Api api) {
    api.on("getHomework", this::mine)
        .on("getTask", this::task)
        .on("getSharedHomework", this::shared)
        .on("getUnreadHomework", this::unread)
        .on("getAssignments", this::ofCouple)
        .on("giveHomework", this::give)
        .on("getReview", this::review)
        .on("actOnHomework", this::act);
  }

  private Future<Reply> mine(Call call) {
    return tasks.mine(me(call)).compose(found -> read(call, found, null, null));
  }

  private Future<Reply> task(Call call) {
    return tasks.page(me(call), room(call)).compose(found -> read(call, found, null, room(call)));
  }

  private Future<Reply> shared(Call call) {
    return tasks.shared(me(call), room(call)).compose(found -> read(call, found, null, room(call)));
  }

  private Future<Reply> unread(Call call) {
    return assignments
        .unread(me(call))
        .compose(found -> read(call, Optional.of(found), null, null));
  }

  private Future<Reply> ofCouple(Call call) {
    return assignments
        .ofCouple(me(call), couple(call))
        .compose(found -> read(call, found, couple(call), null));
  }

  private Future<Reply> review(Call call) {
    return assignments
        .review(me(call), couple(call), call.uuid("homeworkId"))
        .compose(found -> read(call, found, couple(call), null));
  }

  private Future<Reply> read(
      Call call, Optional<?> found, @Nullable CoupleId couple, @Nullable RoomId room) {
    return found.isEmpty()
        ? Future.succeededFuture(Reply.notFound())
        : audit
            .note(me(call), Audit.Act.HOMEWORK_READ, couple, room)
            .map(_ -> Reply.ok(found.get()));
  }

  private Future<Reply> give(Call call) {
    NewHomework wanted;
    try {
      wanted = wanted(call.body());
    } catch (DateTimeParseException noDay) {
      return Future.succeededFuture(new Reply.Failed(NO_SUCH_DAY));
    }
    return assignments
        .give(me(call), couple(call), wanted)
        .compose(why -> done(call, why, Audit.Act.HOMEWORK_GIVEN));
  }

  private Future<Reply> act(Call call) {
    JsonNode body = call.body();
    @Nullable String to = body.path("to").textValue();
    Assignments.Act act =
        switch (body.path("act").textValue()) {
          case "read" -> new Assignments.Read();
          case "open" -> new Assignments.OpenNow();
          case "talked-about" -> new Assignments.TalkedAbout();
          case "put-away" -> new Assignments.PutAway();
          case String _ ->
              new Assignments.Say(body.path("text").asText(), to == null ? null : Seat.of(to));
        };
    return assignments
        .act(
            me(call),
            couple(call),
            call.uuid("homeworkId"),
            UUID.fromString(body.path("id").textValue()),
            act)
        .compose(why -> done(call, why, Audit.Act.HOMEWORK_CHANGED));
  }

  private Future<Reply> done(Call call, Optional<Problem> why, Audit.Act act) {
    return why.isPresent()
        ? Future.succeededFuture(new Reply.Failed(why.get()))
        : audit.note(me(call), act, couple(call), null).map(_ -> Reply.empty());
  }

  private static NewHomework wanted(JsonNode body) {
    var alone = EnumSet.noneOf(Seat.class);
    body.path("alone").forEach(seat -> alone.add(Seat.of(seat.textValue())));
    Map<String, String> words = new HashMap<>();
    body.path("words")
        .properties()
        .forEach(one -> words.put(one.getKey(), one.getValue().textValue()));
    @Nullable String until = body.path("until").textValue();
    return new NewHomework(
        UUID.fromString(body.path("id").textValue()),
        alone,
        body.path("exercise").textValue(),
        words,
        body.path("note").textValue(),
        until == null ? null : LocalDate.parse(until),
        Opens.of(body.path("opens").textValue()));
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }

  private static RoomId room(Call call) {
    return new RoomId(call.uuid("roomId"));
  }
}
