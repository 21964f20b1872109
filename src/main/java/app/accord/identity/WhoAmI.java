package app.accord.identity;

import app.accord.db.Db;
import app.accord.http.Call;
import app.accord.http.Caller;
import app.accord.http.Reply;
import app.accord.kernel.PersonId;
import app.accord.kernel.Role;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** What a page may know of who is in front of it. */
final class WhoAmI {
  private final Db db;
  private final Seal seal;
  private final Clock clock;

  WhoAmI(Db db, Seal seal, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.clock = clock;
  }

  record Named(PersonId id, String name, String shortName) {}

  record Practice(String name) {}

  record SessionView(
      Named person, List<Role> roles, Practice practice, String language, Instant now) {}

  record DeviceKey(String key) {
    @Override
    public String toString() {
      return "DeviceKey[]";
    }
  }

  Future<Reply> session(Call call) {
    Caller caller = call.caller();
    return db.readAs(
            caller.person(),
            tx ->
                tx.one(
                    """
                    select p.person_id, p.name, p.short_name, p.language, coalesce(r.name, '') as practice
                    from person p left join practice r on r.practice_id = p.practice_id where p.person_id = $1\
                    """,
                    row -> view(caller, row),
                    caller.person()))
        .map(found -> found.map(Reply::ok).orElseGet(Reply::notFound));
  }

  /** What drafts on this device are sealed with; it never lies on the device itself. */
  Future<Reply> sealKey(Call call) {
    return seal.deviceKey(call.caller().person())
        .map(
            key ->
                Reply.ok(
                    new DeviceKey(Base64.getUrlEncoder().withoutPadding().encodeToString(key))));
  }

  private SessionView view(Caller caller, Row row) {
    return new SessionView(
        new Named(
            new PersonId(row.getUUID("person_id")),
            row.getString("name"),
            row.getString("short_name")),
        caller.roles().stream().sorted().toList(),
        new Practice(row.getString("practice")),
        row.getString("language"),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
