package app.accord.message;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Messages over HTTP. A partner asks without naming a couple, a therapist names the case; behind
 * both stands the same.
 */
public final class MessageRoutes {
  private final Messages messages;
  private final MessageDrafts drafts;
  private final Audit audit;

  public MessageRoutes(Messages messages, MessageDrafts drafts, Audit audit) {
    this.messages = messages;
    this.drafts = drafts;
    this.audit = audit;
  }

  /** Hangs up all operations on messages, their drafts and the reading days. */
  public void hangUp(Api api) {
    api.on("getMessages", this::read)
        .on("getThreads", this::read)
        .on("sendMessage", this::send)
        .on("writeToCouple", this::send)
        .on("markSeen", this::see)
        .on("getMessageDrafts", this::listDrafts)
        .on("getDraftsToCouple", this::listDrafts)
        .on("putMessageDraft", this::putDraft)
        .on("putDraftToCouple", this::putDraft)
        .on("deleteMessageDraft", this::deleteDraft)
        .on("deleteDraftToCouple", this::deleteDraft)
        .on("sayReadingDays", this::sayReadingDays);
  }

  private Future<Reply> read(Call call) {
    PersonId me = call.caller().person();
    return messages
        .read(me, couple(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me, Audit.Act.MESSAGES_READ, found.get().couple(), null)
                        .map(_ -> Reply.ok(found.get().threads())));
  }

  private Future<Reply> send(Call call) {
    PersonId me = call.caller().person();
    return messages
        .send(
            me,
            couple(call),
            ThreadName.of(call.body().path("thread").textValue()),
            Ids.parse(call.body().path("id").textValue()),
            call.body().path("text").textValue())
        .compose(
            sent ->
                switch (sent) {
                  case Messages.Sent.Refused(var why) ->
                      Future.succeededFuture(new Reply.Failed(why));
                  case Messages.Sent.Kept(var couple, var message) ->
                      audit
                          .note(me, Audit.Act.MESSAGE_SENT, couple, null)
                          .map(_ -> Reply.created(message));
                });
  }

  private Future<Reply> see(Call call) {
    return messages
        .see(
            call.caller().person(),
            new CoupleId(call.uuid("coupleId")),
            thread(call),
            Ids.parse(call.body().path("last").textValue()))
        .map(MessageRoutes::done);
  }

  private Future<Reply> listDrafts(Call call) {
    PersonId me = call.caller().person();
    return drafts
        .of(me, couple(call))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Reply.notFound())
                    : audit
                        .note(me, Audit.Act.DRAFTS_READ, couple(call).orElse(null), null)
                        .map(_ -> Reply.ok(found.get())));
  }

  private Future<Reply> putDraft(Call call) {
    return drafts
        .put(
            call.caller().person(),
            couple(call),
            thread(call),
            call.body().path("text").textValue())
        .map(MessageRoutes::done);
  }

  private Future<Reply> deleteDraft(Call call) {
    return drafts
        .delete(call.caller().person(), couple(call), thread(call))
        .map(MessageRoutes::done);
  }

  private Future<Reply> sayReadingDays(Call call) {
    var days =
        StreamSupport.stream(call.body().path("days").spliterator(), false)
            .map(day -> Day.of(day.textValue()))
            .toList();
    return messages.sayReadingDays(call.caller().person(), days).map(MessageRoutes::done);
  }

  private static Reply done(boolean there) {
    return there ? Reply.empty() : Reply.notFound();
  }

  private static ThreadName thread(Call call) {
    return ThreadName.of(call.text("thread"));
  }

  private static Optional<CoupleId> couple(Call call) {
    return call.path().containsKey("coupleId")
        ? Optional.of(new CoupleId(call.uuid("coupleId")))
        : Optional.empty();
  }
}
