package app.accord.instrument;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questionnaires over HTTP. */
public final class InstrumentRoutes {
  private final Instruments instruments;
  private final Asking asking;
  private final Questionnaires questionnaires;
  private final Audit audit;

  public InstrumentRoutes(
      Instruments instruments, Asking asking, Questionnaires questionnaires, Audit audit) {
    this.instruments = instruments;
    this.asking = asking;
    this.questionnaires = questionnaires;
    this.audit = audit;
  }

  /** Hangs up the practice's, the therapist's and the partners' operations. */
  public void hangUp(Api api) {
    api.on("getInstruments", call -> instruments.list(me(call)).map(InstrumentRoutes::found))
        .on(
            "getInstrument",
            call -> instruments.page(me(call), instrument(call)).map(InstrumentRoutes::found))
        .on("bringInstrument", this::bring)
        .on(
            "throwInstrumentAway",
            call -> changed(call, instruments.throwAway(me(call), instrument(call))))
        .on("standForInstrument", this::standFor)
        .on("useInstrument", this::use)
        .on("getQuestionnaires", this::ofCouple)
        .on("askQuestionnaire", this::ask)
        .on("takeQuestionnaireBack", this::takeBack)
        .on("showQuestionnaire", this::show)
        .on("getMyQuestionnaires", call -> questionnaires.lines(me(call)).map(Reply::ok))
        .on("getMyQuestionnaire", this::page)
        .on("answerQuestionnaire", this::answer)
        .on(
            "handInQuestionnaire",
            call -> done(call, questionnaires.handIn(me(call), asked(call)), null));
  }

  private Future<Reply> bring(Call call) {
    return instruments
        .bring(
            me(call),
            instrument(call),
            call.body().path("name").textValue(),
            call.body().path("file").textValue())
        .compose(
            came ->
                switch (came) {
                  case Instruments.Bringing.Refused(Problem why) ->
                      Future.succeededFuture(new Reply.Failed(why));
                  case Instruments.Bringing.Read(Instruments.Import read) ->
                      read.mistakes().isEmpty()
                          ? audit
                              .note(me(call), Audit.Act.INSTRUMENT_CHANGED, null, null)
                              .map(_ -> Reply.ok(read))
                          : Future.succeededFuture(Reply.ok(read));
                });
  }

  private Future<Reply> standFor(Call call) {
    return changed(
        call,
        instruments.standFor(
            me(call), instrument(call), call.body().path("permission").textValue()));
  }

  private Future<Reply> use(Call call) {
    return changed(
        call, instruments.use(me(call), instrument(call), call.body().path("on").booleanValue()));
  }

  private Future<Reply> changed(Call call, Future<Optional<Problem>> doing) {
    return done(call, doing, Audit.Act.INSTRUMENT_CHANGED);
  }

  private Future<Reply> ofCouple(Call call) {
    return read(call, asking.ofCouple(me(call), couple(call)), couple(call));
  }

  private Future<Reply> ask(Call call) {
    return done(
        call,
        asking.ask(
            me(call),
            couple(call),
            asked(call),
            UUID.fromString(call.body().path("instrumentId").textValue()),
            Seat.of(call.body().path("seat").textValue())),
        Audit.Act.QUESTIONNAIRE_ASKED);
  }

  private Future<Reply> takeBack(Call call) {
    return done(
        call, asking.takeBack(me(call), couple(call), asked(call)), Audit.Act.QUESTIONNAIRE_ASKED);
  }

  private Future<Reply> show(Call call) {
    return done(
        call,
        asking.show(me(call), couple(call), asked(call), call.body().path("on").booleanValue()),
        Audit.Act.QUESTIONNAIRE_SHOWN);
  }

  private Future<Reply> page(Call call) {
    return read(call, questionnaires.page(me(call), asked(call)), null);
  }

  private Future<Reply> answer(Call call) {
    JsonNode value = call.body().path("value");
    return done(
        call,
        questionnaires.answer(
            me(call),
            asked(call),
            call.text("item"),
            value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty()),
        null);
  }

  private static Reply found(Optional<?> found) {
    return found.isEmpty() ? Reply.notFound() : Reply.ok(found.get());
  }

  private <T> Future<Reply> read(
      Call call, Future<Optional<T>> reading, @Nullable CoupleId couple) {
    return reading.compose(
        found ->
            found.isEmpty()
                ? Future.succeededFuture(Reply.notFound())
                : audit
                    .note(me(call), Audit.Act.QUESTIONNAIRE_READ, couple, null)
                    .map(_ -> Reply.ok(found.get())));
  }

  /** What somebody answers leaves no time behind (R30); what a therapist does, does. */
  private Future<Reply> done(Call call, Future<Optional<Problem>> doing, Audit.@Nullable Act act) {
    return doing.compose(
        why -> {
          if (why.isPresent()) {
            return Future.succeededFuture(new Reply.Failed(why.get()));
          }
          @Nullable CoupleId couple = call.path().containsKey("coupleId") ? couple(call) : null;
          return act == null
              ? Future.succeededFuture(Reply.empty())
              : audit.note(me(call), act, couple, null).map(_ -> Reply.empty());
        });
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }

  private static UUID instrument(Call call) {
    return call.uuid("instrumentId");
  }

  private static UUID asked(Call call) {
    return call.uuid("askedId");
  }
}
