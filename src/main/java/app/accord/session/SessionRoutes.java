package app.accord.session;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.session.PlannedSession.Place;
import io.vertx.core.Future;

/** Sessions and their rooms over HTTP. */
public final class SessionRoutes {
  private final Sessions sessions;
  private final Rooms rooms;
  private final RoomExercises exercises;
  private final Audit audit;

  public SessionRoutes(Sessions sessions, Rooms rooms, RoomExercises exercises, Audit audit) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.exercises = exercises;
    this.audit = audit;
  }

  /** Hangs up getSessions, startSession, getRoom and getRoomExercise. */
  public void hangUp(Api api) {
    api.on("getSessions", this::list)
        .on("startSession", this::start)
        .on("getRoom", this::room)
        .on("getRoomExercise", this::exercise);
  }

  private Future<Reply> list(Call call) {
    PersonId me = call.caller().person();
    return sessions
        .ofCouple(me, couple(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me, Audit.Act.SESSIONS_READ, couple(call), null)
                        .map(_ -> Reply.ok(found.get())));
  }

  private Future<Reply> start(Call call) {
    PersonId me = call.caller().person();
    return sessions
        .start(
            me,
            couple(call),
            Place.of(call.body().path("place").textValue()),
            call.body().path("exercise").textValue())
        .compose(
            started ->
                switch (started) {
                  case Sessions.NotStarted(var why) ->
                      Future.succeededFuture(new Reply.Failed(why));
                  case Sessions.Session(var session) ->
                      audit
                          .note(me, Audit.Act.SESSION_PLANNED, couple(call), session.roomId())
                          .map(_ -> Reply.created(session));
                });
  }

  private Future<Reply> room(Call call) {
    PersonId me = call.caller().person();
    return rooms
        .of(me, new RoomId(call.uuid("roomId")))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(
                            me,
                            Audit.Act.ROOM_OPENED,
                            found.get().couple(),
                            found.get().room().id())
                        .map(_ -> Reply.ok(found.get().room())));
  }

  private Future<Reply> exercise(Call call) {
    return exercises
        .of(call.caller().person(), new RoomId(call.uuid("roomId")), call.text("digest"))
        .map(found -> found.<Reply>map(Reply::ok).orElseGet(Reply::notFound));
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }
}
