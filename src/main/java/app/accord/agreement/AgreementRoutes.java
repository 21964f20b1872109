package app.accord.agreement;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Mark;
import app.accord.room.ReviewAnswer;
import app.accord.room.RoomCommand;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agreements over HTTP. Their words are written by their room's socket. */
public final class AgreementRoutes {
  private static final Problem NO_SUCH_DAY = Problem.of("no-such-day", 400, "There is no such day");

  private final Agreements agreements;
  private final Audit audit;

  public AgreementRoutes(Agreements agreements, Audit audit) {
    this.agreements = agreements;
    this.audit = audit;
  }

  /** Hangs up the partners' and the therapist's operations. */
  public void hangUp(Api api) {
    api.on("getAgreements", this::mine)
        .on("actOnAgreement", this::act)
        .on("getAgreementsOfCouple", this::ofCouple);
  }

  private Future<Reply> mine(Call call) {
    return agreements.mine(me(call)).compose(found -> read(call, found, null));
  }

  private Future<Reply> ofCouple(Call call) {
    var couple = new CoupleId(call.uuid("coupleId"));
    return agreements.ofCouple(me(call), couple).compose(found -> read(call, found, couple));
  }

  private Future<Reply> read(
      Call call, Optional<AgreementPage.All> found, @Nullable CoupleId couple) {
    return found.isEmpty()
        ? Future.succeededFuture(Reply.notFound())
        : audit
            .note(me(call), Audit.Act.AGREEMENTS_READ, couple, null)
            .map(_ -> Reply.ok(found.get()));
  }

  private Future<Reply> act(Call call) {
    JsonNode body = call.body();
    RoomCommand command;
    try {
      command = command(body);
    } catch (DateTimeException noDay) {
      return Future.succeededFuture(new Reply.Failed(NO_SUCH_DAY));
    }
    var room = new RoomId(call.uuid("roomId"));
    var id = new CommandId(UUID.fromString(body.path("id").textValue()));
    return agreements
        .act(me(call), room, id, command)
        .compose(
            why ->
                why.isPresent()
                    ? Future.succeededFuture(new Reply.Failed(why.get()))
                    : audit
                        .note(me(call), Audit.Act.AGREEMENT_CHANGED, null, room)
                        .map(_ -> Reply.empty()));
  }

  private static RoomCommand command(JsonNode body) {
    @Nullable String mark = body.path("mark").textValue();
    @Nullable String answer = body.path("answer").textValue();
    return switch (body.path("act").textValue()) {
      case "mark" ->
          new RoomCommand.MarkWeek(day(body, "week"), mark == null ? null : Mark.of(mark));
      case "answer" ->
          new RoomCommand.AnswerReview(answer == null ? null : ReviewAnswer.of(answer));
      case "look-on" -> new RoomCommand.LookAgainOn(day(body, "on"));
      case "open-text" -> new RoomCommand.OpenText();
      case "let-go" -> new RoomCommand.LetGo();
      case String _ -> new RoomCommand.KeepOn();
    };
  }

  /** A day that is missing is none. */
  private static LocalDate day(JsonNode body, String field) {
    return LocalDate.parse(body.path(field).asText());
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }
}
