package app.accord.record;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.SessionId;
import io.vertx.core.Future;
import java.util.Optional;

/** Session records over HTTP. */
public final class RecordRoutes {
  private final Records records;
  private final Audit audit;

  public RecordRoutes(Records records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /** Hangs up getRecord, getRecordOnPaper, putRecordWords, signRecord and addToRecord. */
  public void hangUp(Api api) {
    api.on("getRecord", this::read)
        .on("getRecordOnPaper", this::onPaper)
        .on("putRecordWords", this::save)
        .on("signRecord", this::sign)
        .on("addToRecord", this::add);
  }

  private Future<Reply> read(Call call) {
    return records
        .read(me(call), couple(call), session(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me(call), Audit.Act.RECORD_READ, couple(call), found.get().room())
                        .map(_ -> Reply.ok(found.get().record())));
  }

  private Future<Reply> onPaper(Call call) {
    return records
        .onPaper(me(call), couple(call), session(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me(call), Audit.Act.RECORD_READ, couple(call), found.get().room())
                        .compose(_ -> found.get().paper().set())
                        .map(Reply::pdf));
  }

  private Future<Reply> save(Call call) {
    return records
        .save(
            me(call),
            couple(call),
            session(call),
            call.body().path("text").textValue(),
            call.body().path("version").intValue())
        .map(Reply::saved);
  }

  private Future<Reply> sign(Call call) {
    return records
        .sign(me(call), couple(call), session(call), call.body().path("version").intValue())
        .compose(refused -> noted(call, Audit.Act.RECORD_SIGNED, refused));
  }

  private Future<Reply> add(Call call) {
    return records
        .add(
            me(call),
            couple(call),
            session(call),
            Ids.parse(call.body().path("id").textValue()),
            call.body().path("text").textValue())
        .compose(refused -> noted(call, Audit.Act.RECORD_ADDED_TO, refused));
  }

  private Future<Reply> noted(Call call, Audit.Act act, Optional<Problem> refused) {
    return refused.isPresent()
        ? Future.succeededFuture(new Reply.Failed(refused.get()))
        : audit.note(me(call), act, couple(call), null).map(_ -> Reply.empty());
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }

  private static SessionId session(Call call) {
    return new SessionId(call.uuid("sessionId"));
  }
}
