package app.accord.note;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Private notes over HTTP. */
public final class NoteRoutes {
  private final Notes notes;
  private final Audit audit;

  public NoteRoutes(Notes notes, Audit audit) {
    this.notes = notes;
    this.audit = audit;
  }

  /** Hangs up getNotes, putNote and deleteNote. */
  public void hangUp(Api api) {
    api.on("getNotes", this::list).on("putNote", this::put).on("deleteNote", this::delete);
  }

  private Future<Reply> list(Call call) {
    PersonId me = call.caller().person();
    return notes
        .ofCouple(me, couple(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me, Audit.Act.NOTES_READ, couple(call), null)
                        .map(_ -> Reply.ok(found.get())));
  }

  private Future<Reply> put(Call call) {
    @Nullable String room = call.body().path("roomId").textValue();
    return notes
        .save(
            call.caller().person(),
            couple(call),
            call.uuid("noteId"),
            call.body().path("text").textValue(),
            call.body().path("version").intValue(),
            room == null ? null : RoomId.of(room))
        .map(Reply::saved);
  }

  private Future<Reply> delete(Call call) {
    return notes
        .tearOut(call.caller().person(), couple(call), call.uuid("noteId"))
        .map(gone -> gone ? Reply.empty() : Reply.notFound());
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }
}
