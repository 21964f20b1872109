package app.accord.practice;

import app.accord.audit.Audit;
import app.accord.http.Api;
import app.accord.http.Call;
import app.accord.http.Reply;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages that people come in by, over HTTP. */
public final class PracticeRoutes {
  private final TherapistPages therapist;
  private final PartnerPages partner;
  private final Audit audit;

  public PracticeRoutes(TherapistPages therapist, PartnerPages partner, Audit audit) {
    this.therapist = therapist;
    this.partner = partner;
    this.audit = audit;
  }

  /** Hangs up getToday, getHome, getCouple and getExercises. */
  public void hangUp(Api api) {
    api.on("getToday", this::today)
        .on("getHome", this::home)
        .on("getCouple", this::couple)
        .on("getExercises", this::exercises);
  }

  private Future<Reply> today(Call call) {
    PersonId me = call.caller().person();
    return therapist.today(me).compose(found -> noted(me, Audit.Act.TODAY_READ, null, found));
  }

  private Future<Reply> home(Call call) {
    PersonId me = call.caller().person();
    return partner.home(me).compose(found -> noted(me, Audit.Act.HOME_READ, null, found));
  }

  private Future<Reply> couple(Call call) {
    PersonId me = call.caller().person();
    var couple = new CoupleId(call.uuid("coupleId"));
    return therapist
        .workspace(me, couple)
        .compose(found -> noted(me, Audit.Act.COUPLE_READ, couple, found));
  }

  /** Nobody's words are in it, so it leaves no trace. */
  private Future<Reply> exercises(Call call) {
    return therapist
        .library(call.caller().person())
        .map(found -> found.<Reply>map(Reply::ok).orElseGet(Reply::notFound));
  }

  private Future<Reply> noted(
      PersonId me, Audit.Act act, @Nullable CoupleId couple, Optional<?> found) {
    return found.isEmpty()
        ? Future.succeededFuture(Reply.notFound())
        : audit.note(me, act, couple, null).map(_ -> Reply.ok(found.get()));
  }
}
