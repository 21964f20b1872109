package app.accord.identity;

import app.accord.db.Db;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Sign-ins under way. Each can be brought to its end once, by the browser that began it. */
final class Attempts {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Db db;
  private final Seal seal;
  private final Clock clock;

  Attempts(Db db, Seal seal, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.clock = clock;
  }

  /** What was remembered when it began. */
  record Attempt(String nonce, String verifier, String target, Optional<String> replaces) {
    @Override
    public String toString() {
      return "Attempt[to " + target + "]";
    }
  }

  Future<Void> begin(String state, String browser, Attempt attempt) {
    byte[] hash = Random256.hash(state);
    byte[] verifier =
        seal.sealForHouse(place(hash), attempt.verifier().getBytes(StandardCharsets.US_ASCII));
    return db.withState(
            hash,
            tx ->
                tx.run(
                    """
                    insert into login_attempt (state_hash, nonce, verifier, go_to, browser, replaces, created_at)
                    values ($1, $2, $3, $4, $5, $6, $7)\
                    """,
                    hash,
                    attempt.nonce(),
                    verifier,
                    attempt.target(),
                    Random256.hash(browser),
                    attempt.replaces().map(HexFormat.of()::parseHex).orElse(null),
                    clock.instant()))
        .mapEmpty();
  }

  /** Empty: unknown, used, too old, or begun in another browser. It is used up in any case. */
  Future<Optional<Attempt>> take(String state, String browser) {
    byte[] hash = Random256.hash(state);
    return db.withState(
            hash,
            tx ->
                tx.one(
                    """
                    delete from login_attempt where state_hash = $1
                    returning nonce, verifier, go_to, browser, replaces, created_at\
                    """,
                    row -> ofBrowser(row, hash, browser),
                    hash))
        .map(found -> found.flatMap(attempt -> attempt));
  }

  private Optional<Attempt> ofBrowser(Row row, byte[] hash, String browser) {
    Instant began = row.getOffsetDateTime("created_at").toInstant();
    Buffer known = row.getBuffer("browser");
    boolean holds =
        known != null
            && MessageDigest.isEqual(known.getBytes(), Random256.hash(browser))
            && clock.instant().isBefore(began.plus(LONGEST));
    return holds ? Optional.of(attempt(row, hash)) : Optional.empty();
  }

  private Attempt attempt(Row row, byte[] hash) {
    byte[] verifier = seal.openForHouse(place(hash), row.getBuffer("verifier").getBytes());
    return new Attempt(
        row.getString("nonce"),
        new String(verifier, StandardCharsets.US_ASCII),
        row.getString("go_to"),
        Optional.ofNullable(row.getBuffer("replaces"))
            .map(replaced -> HexFormat.of().formatHex(replaced.getBytes())));
  }

  private static Place place(byte[] hash) {
    return Place.of("login_attempt", "verifier", Random256.hex(hash));
  }
}
