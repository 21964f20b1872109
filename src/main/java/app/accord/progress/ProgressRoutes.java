package app.accord.progress;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Progress over HTTP. A partner asks without naming a couple, a therapist names the case. */
public final class ProgressRoutes {
  private final SharedProgress progress;
  private final Letters letters;
  private final SmallWins wins;
  private final Audit audit;

  public ProgressRoutes(SharedProgress progress, Letters letters, SmallWins wins, Audit audit) {
    this.progress = progress;
    this.letters = letters;
    this.wins = wins;
    this.audit = audit;
  }

  /** Hangs up the shared page, small wins, kept lines and letters. */
  public void hangUp(Api api) {
    api.on("getProgress", this::read)
        .on("getCoupleProgress", this::read)
        .on("getProgressOnPaper", this::onPaper)
        .on("getCoupleProgressOnPaper", this::onPaper)
        .on("addWin", this::addWin)
        .on("takeDownWin", this::takeDownWin)
        .on("takeDownLine", this::takeDownLine)
        .on("getLetterDraft", this::draft)
        .on("putLetterDraft", this::putDraft)
        .on("sendLetter", this::send);
  }

  private Future<Reply> read(Call call) {
    return noted(call, read -> Future.succeededFuture(Reply.ok(read.progress())));
  }

  private Future<Reply> onPaper(Call call) {
    return noted(call, read -> read.paper().set().map(Reply::pdf));
  }

  private Future<Reply> noted(Call call, Function<SharedProgress.Read, Future<Reply>> reply) {
    return progress
        .read(me(call), couple(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me(call), Audit.Act.PROGRESS_READ, found.get().couple(), null)
                        .compose(_ -> reply.apply(found.get())));
  }

  private Future<Reply> addWin(Call call) {
    return wins.add(me(call), call.uuid("winId"), text(call))
        .map(
            added ->
                switch (added) {
                  case SmallWins.Added.Kept(var win) -> Reply.ok(win);
                  case SmallWins.Added.Refused(var why) -> new Reply.Failed(why);
                });
  }

  private Future<Reply> takeDownWin(Call call) {
    return wins.takeDown(me(call), call.uuid("winId")).map(ProgressRoutes::gone);
  }

  private Future<Reply> takeDownLine(Call call) {
    return wins.takeDown(me(call), new RoomId(call.uuid("roomId")), call.uuid("lineId"))
        .map(ProgressRoutes::gone);
  }

  private Future<Reply> draft(Call call) {
    return letters
        .draft(me(call), theirs(call))
        .map(found -> found.<Reply>map(Reply::ok).orElseGet(Reply::notFound));
  }

  private Future<Reply> putDraft(Call call) {
    return letters
        .save(me(call), theirs(call), text(call), call.body().path("version").intValue())
        .map(Reply::saved);
  }

  private Future<Reply> send(Call call) {
    return letters
        .send(me(call), theirs(call), call.uuid("letterId"), text(call))
        .compose(
            sent ->
                switch (sent) {
                  case Letters.Sent.Kept(var letter) ->
                      audit
                          .note(me(call), Audit.Act.LETTER_SENT, theirs(call), null)
                          .map(_ -> Reply.ok(letter));
                  case Letters.Sent.Refused(var why) ->
                      Future.succeededFuture(new Reply.Failed(why));
                });
  }

  private static Reply gone(boolean gone) {
    return gone ? Reply.empty() : Reply.notFound();
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }

  private static String text(Call call) {
    return call.body().path("text").textValue();
  }

  private static CoupleId theirs(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }

  private static Optional<CoupleId> couple(Call call) {
    return call.path().containsKey("coupleId") ? Optional.of(theirs(call)) : Optional.empty();
  }
}
