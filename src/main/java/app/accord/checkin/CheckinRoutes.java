package app.accord.checkin;

import app.accord.audit.Audit;
import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Reach;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Check-ins over HTTP. */
public final class CheckinRoutes {
  private final Checkins checkins;
  private final Answering answering;
  private final SessionScales scales;
  private final WorthALook looks;
  private final Audit audit;

  public CheckinRoutes(
      Checkins checkins, Answering answering, SessionScales scales, WorthALook looks, Audit audit) {
    this.checkins = checkins;
    this.answering = answering;
    this.scales = scales;
    this.looks = looks;
    this.audit = audit;
  }

  /** Hangs up the partners' and the therapist's operations. */
  public void hangUp(Api api) {
    api.on("getCheckin", call -> checkins.mine(me(call)).compose(it -> read(call, it, null, null)))
        .on(
            "getCharts",
            call -> checkins.charts(me(call)).compose(it -> read(call, it, null, null)))
        .on("answerCheckin", this::answer)
        .on("sayInCheckin", this::say)
        .on("unsayInCheckin", call -> act(call, new Unsay()))
        .on("shareItem", this::share)
        .on("getSessionScales", this::scales)
        .on("putSessionScales", this::putScales)
        .on("getCheckins", this::ofCouple)
        .on("readLine", this::readLine)
        .on("putFlagAside", this::putAside);
  }

  private Future<Reply> answer(Call call) {
    JsonNode number = call.body().path("number");
    return act(
        call,
        new Answer(
            call.text("item"),
            number.isInt() ? OptionalInt.of(number.intValue()) : OptionalInt.empty()));
  }

  private Future<Reply> say(Call call) {
    return act(
        call,
        new Say(
            call.body().path("text").textValue(), Reach.of(call.body().path("reach").textValue())));
  }

  private Future<Reply> act(Call call, Act act) {
    return inWeek(call.text("week"), week -> done(call, answering.act(me(call), week, act), null));
  }

  private Future<Reply> share(Call call) {
    return done(
        call,
        answering.share(me(call), call.text("item"), call.body().path("on").booleanValue()),
        Audit.Act.SHARING_CHANGED);
  }

  private Future<Reply> scales(Call call) {
    var room = new RoomId(call.uuid("roomId"));
    return scales.page(me(call), room).compose(found -> read(call, found, null, room));
  }

  private Future<Reply> putScales(Call call) {
    var answers = new HashMap<String, Integer>();
    call.body()
        .path("answers")
        .properties()
        .forEach(one -> answers.put(one.getKey(), one.getValue().intValue()));
    return done(call, scales.put(me(call), new RoomId(call.uuid("roomId")), answers), null);
  }

  private Future<Reply> ofCouple(Call call) {
    return looks
        .ofCouple(me(call), couple(call))
        .compose(found -> read(call, found, couple(call), null));
  }

  private Future<Reply> readLine(Call call) {
    Seat by = Seat.of(call.body().path("by").textValue());
    return inWeek(
        call.body().path("week").textValue(),
        week -> done(call, looks.read(me(call), couple(call), by, week), null));
  }

  private Future<Reply> putAside(Call call) {
    return done(
        call,
        looks.putAside(
            me(call), couple(call), call.text("flag"), call.body().path("note").textValue()),
        null);
  }

  /** A day that there is not, or that is no Monday, is like any week that is not there. */
  private static Future<Reply> inWeek(String day, Function<Week, Future<Reply>> then) {
    try {
      LocalDate monday = LocalDate.parse(day);
      return monday.getDayOfWeek() == DayOfWeek.MONDAY
          ? then.apply(new Week(monday))
          : Future.succeededFuture(Reply.notFound());
    } catch (DateTimeParseException noDay) {
      return Future.succeededFuture(Reply.notFound());
    }
  }

  private Future<Reply> read(
      Call call, Optional<?> found, @Nullable CoupleId couple, @Nullable RoomId room) {
    return found.isEmpty()
        ? Future.succeededFuture(Reply.notFound())
        : audit
            .note(me(call), Audit.Act.CHECKIN_READ, couple, room)
            .map(_ -> Reply.ok(found.get()));
  }

  /** What somebody answers leaves no time behind (R30); what they share with the other does. */
  private Future<Reply> done(Call call, Future<Optional<Problem>> doing, Audit.@Nullable Act act) {
    return doing.compose(
        why -> {
          if (why.isPresent()) {
            return Future.succeededFuture(new Reply.Failed(why.get()));
          }
          return act == null
              ? Future.succeededFuture(Reply.empty())
              : audit.note(me(call), act, null, null).map(_ -> Reply.empty());
        });
  }

  private static PersonId me(Call call) {
    return call.caller().person();
  }

  private static CoupleId couple(Call call) {
    return new CoupleId(call.uuid("coupleId"));
  }
}
