package app.accord.diary;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;

/** Journals of single people over HTTP. */
public final class DiaryRoutes {
  private final Diaries diaries;
  private final Audit audit;

  public DiaryRoutes(Diaries diaries, Audit audit) {
    this.diaries = diaries;
    this.audit = audit;
  }

  /** Hangs up getJournal, putPage, deletePage, sharePage, takePageBack and getSharedPages. */
  public void hangUp(Api api) {
    api.on("getJournal", this::read)
        .on("putPage", this::put)
        .on("deletePage", this::delete)
        .on("sharePage", this::share)
        .on("takePageBack", this::takeBack)
        .on("getSharedPages", this::shared);
  }

  private Future<Reply> read(Call call) {
    return diaries
        .of(me(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me(call), Audit.Act.JOURNAL_READ, null, null)
                        .map(_ -> Reply.ok(found.get())));
  }

  private Future<Reply> put(Call call) {
    return diaries
        .save(
            me(call),
            call.uuid("pageId"),
            call.body().path("text").textValue(),
            call.body().path("version").intValue())
        .map(Reply::saved);
  }

  private Future<Reply> delete(Call call) {
    return diaries
        .tearOut(me(call), call.uuid("pageId"))
        .map(gone -> gone ? Reply.empty() : Reply.notFound());
  }

  private Future<Reply> share(Call call) {
    return diaries
        .share(me(call), call.uuid("pageId"), call.body().path("version").intValue())
        .compose(
            refused ->
                refused.isPresent()
                    ? Future.succeededFuture(new Reply.Failed(refused.get()))
                    : audit
                        .note(me(call), Audit.Act.JOURNAL_SHARED, null, null)
                        .map(_ -> Reply.empty()));
  }

  private Future<Reply> takeBack(Call call) {
    return diaries
        .takeBack(me(call), call.uuid("pageId"))
        .compose(
            there ->
                there
                    ? audit
                        .note(me(call), Audit.Act.JOURNAL_TAKEN_BACK, null, null)
                        .map(_ -> Reply.empty())
                    : Future.succeededFuture(Reply.notFound()));
  }

  private Future<Reply> shared(Call call) {
    var couple = new CoupleId(call.uuid("coupleId"));
    return diaries
        .sharedWith(me(call), couple)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me(call), Audit.Act.SHARED_PAGES_READ, couple, null)
                        .map(_ -> Reply.ok(found.get())));
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }
}
