package app.accord.draft;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.RoomId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Drafts over HTTP. */
public final class DraftRoutes {
  private final Drafts drafts;
  private final Audit audit;

  public DraftRoutes(Drafts drafts, Audit audit) {
    this.drafts = drafts;
    this.audit = audit;
  }

  /** Hangs up getDrafts, putDraft and deleteDraft. */
  public void hangUp(Api api) {
    api.on("getDrafts", this::list).on("putDraft", this::put).on("deleteDraft", this::delete);
  }

  private Future<Reply> list(Call call) {
    return drafts.of(call.caller().person(), room(call)).compose(found -> answer(call, found));
  }

  private Future<Reply> answer(Call call, Optional<List<Draft>> found) {
    return found.isEmpty()
        ? Future.succeededFuture(Reply.notFound())
        : audit
            .note(call.caller().person(), Audit.Act.DRAFTS_READ, null, room(call))
            .map(_ -> Reply.ok(found.orElseThrow()));
  }

  private Future<Reply> put(Call call) {
    return drafts
        .put(
            call.caller().person(),
            room(call),
            call.text("field"),
            call.body().path("text").textValue())
        .map(DraftRoutes::done);
  }

  private Future<Reply> delete(Call call) {
    return drafts
        .delete(call.caller().person(), room(call), call.text("field"))
        .map(DraftRoutes::done);
  }

  private static Reply done(boolean seated) {
    return seated ? Reply.empty() : Reply.notFound();
  }

  private static RoomId room(Call call) {
    return new RoomId(call.uuid("roomId"));
  }
}
