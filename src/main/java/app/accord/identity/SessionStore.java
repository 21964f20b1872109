package app.accord.identity;

import app.accord.db.Db;
import app.accord.db.Engine;
import app.accord.db.Tx;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Role;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of people, as they sign in, and of their sessions. */
final class SessionStore {
  private static final HexFormat HEX = HexFormat.of();
  private final Db db;

  SessionStore(Db db) {
    this.db = db;
  }

  /** A session that ended, and what ends it at Keycloak too. */
  @SuppressWarnings("ArrayRecordComponent")
  record Gone(String hash, byte @Nullable [] refresh) {}

  Future<List<Session>> byHash(Collection<String> hashes) {
    Buffer[] all =
        hashes.stream().map(hash -> Buffer.buffer(HEX.parseHex(hash))).toArray(Buffer[]::new);
    return db.engine().call(Engine.Call.SESSION_BY_HASH, SessionStore::session, Tuple.of(all));
  }

  /** Knows the person by issuer and subject alone; whoever comes first time gets a row. */
  Future<PersonId> person(IdToken token) {
    return db.asSubject(
        token.issuer(),
        token.sub(),
        tx ->
            tx.run(
                    """
                    insert into person (person_id, issuer, sub, name, short_name)
                    values ($1, $2, $3, $4, $5) on conflict do nothing\
                    """,
                    Ids.random(),
                    token.issuer(),
                    token.sub(),
                    token.name(),
                    token.shortName())
                .compose(
                    _ ->
                        tx.one(
                            "select person_id from person where issuer = $1 and sub = $2",
                            row -> new PersonId(row.getUUID(0)),
                            token.issuer(),
                            token.sub()))
                .map(Optional::orElseThrow));
  }

  /** Writes it, and ends the oldest of this person's that are more than allowed. */
  Future<List<Gone>> begin(Session session, Instant authTime, String acr, int most) {
    return db.as(
        session.person(),
        tx ->
            // One sign-in of a person at a time, or two of them would each spare the other's.
            tx.list("select from person where person_id = $1 for update", _ -> "", session.person())
                .compose(
                    _ ->
                        tx.run(
                            """
                            insert into browser_session (hash, person_id, issuer, sid, roles, refresh, good_until,
                              created_at, seen_at, idle, ends_at, auth_time, acr)
                            values ($1, $2, $3, $4, $5, $6, $7, $8, $8, make_interval(secs => $9), $10, $11, $12)\
                            """,
                            HEX.parseHex(session.hash()),
                            session.person(),
                            session.issuer(),
                            session.sid(),
                            wire(session.roles()),
                            session.refresh(),
                            session.goodUntil(),
                            session.seenAt(),
                            (double) session.idle().toSeconds(),
                            session.endsAt(),
                            authTime,
                            acr))
                .compose(_ -> audit(tx, session.person(), "sign-in"))
                .compose(
                    _ ->
                        tx.list(
                            """
                            delete from browser_session where hash in (
                              select hash from browser_session order by created_at desc offset $1)
                            returning hash, refresh\
                            """,
                            SessionStore::gone,
                            most)));
  }

  Future<Void> seen(Session session, Instant now) {
    return change(session, "set seen_at = $2 where hash = $1 and seen_at < $2", now);
  }

  Future<Void> lock(Session session, Instant now) {
    return change(session, "set locked_at = $2 where hash = $1 and locked_at is null", now);
  }

  Future<Void> refreshed(Session session) {
    return db.as(
            session.person(),
            tx ->
                tx.run(
                    "update browser_session set roles = $2, refresh = $3, good_until = $4 where hash = $1",
                    HEX.parseHex(session.hash()),
                    wire(session.roles()),
                    session.refresh(),
                    session.goodUntil()))
        .mapEmpty();
  }

  /** False: it was over already. */
  Future<Boolean> end(PersonId person, String hash) {
    return db.as(
        person,
        tx ->
            tx.run("delete from browser_session where hash = $1", HEX.parseHex(hash))
                .compose(
                    rows ->
                        rows == 0
                            ? Future.succeededFuture(rows)
                            : audit(tx, person, "sign-out").map(rows))
                .map(rows -> rows > 0));
  }

  /** Keycloak's logout of one session. */
  Future<List<String>> endBySid(String issuer, String sid) {
    return db.engine()
        .call(
            Engine.Call.SESSIONS_BY_SID,
            row -> HEX.formatHex(row.getBuffer(0).getBytes()),
            Tuple.of(issuer, sid));
  }

  /** Keycloak's logout of a person from everywhere. */
  Future<List<String>> endBySubject(String issuer, String sub) {
    return db.asSubject(
            issuer,
            sub,
            tx ->
                tx.one(
                    "select person_id from person where issuer = $1 and sub = $2",
                    row -> new PersonId(row.getUUID(0)),
                    issuer,
                    sub))
        .compose(
            person ->
                person
                    .map(
                        known ->
                            db.as(
                                known,
                                tx ->
                                    tx.list(
                                        "delete from browser_session returning hash, refresh",
                                        row -> gone(row).hash())))
                    .orElseGet(() -> Future.succeededFuture(List.of())));
  }

  private Future<Void> change(Session session, String change, Instant now) {
    return db.as(
            session.person(),
            tx -> tx.run("update browser_session " + change, HEX.parseHex(session.hash()), now))
        .mapEmpty();
  }

  private static Future<Integer> audit(Tx tx, PersonId person, String what) {
    return tx.run("insert into audit (person_id, what) values ($1, $2)", person, what);
  }

  private static String[] wire(Set<Role> roles) {
    return roles.stream().map(Role::wire).sorted().toArray(String[]::new);
  }

  private static Gone gone(Row row) {
    return new Gone(HEX.formatHex(row.getBuffer(0).getBytes()), bytes(row.getBuffer(1)));
  }

  private static Session session(Row row) {
    OffsetDateTime locked = row.getOffsetDateTime("locked_at");
    OffsetDateTime good = row.getOffsetDateTime("good_until");
    return new Session(
        HEX.formatHex(row.getBuffer("hash").getBytes()),
        new PersonId(row.getUUID("person_id")),
        row.getString("issuer"),
        Optional.ofNullable(row.getString("sid")).orElse(""),
        Arrays.stream(row.getArrayOfStrings("roles"))
            .flatMap(role -> Role.of(role).stream())
            .collect(Collectors.toUnmodifiableSet()),
        bytes(row.getBuffer("refresh")),
        row.getOffsetDateTime("seen_at").toInstant(),
        duration((Interval) row.getValue("idle")),
        row.getOffsetDateTime("ends_at").toInstant(),
        locked == null ? null : locked.toInstant(),
        good == null ? Instant.EPOCH : good.toInstant());
  }

  private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
    return buffer == null ? null : buffer.getBytes();
  }

  private static Duration duration(Interval interval) {
    return Duration.ofDays(interval.getDays())
        .plusHours(interval.getHours())
        .plusMinutes(interval.getMinutes())
        .plusSeconds(interval.getSeconds());
  }
}
