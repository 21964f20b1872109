package app.accord.message;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.message.Circle.Found;
import app.accord.message.Circle.Pair;
import app.accord.message.Circle.Sitter;
import app.accord.room.Seat;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of messages. Policies hold what is between two from everybody else. */
final class MessageStore {
  private static final String MESSAGES =
      """
      select m.message_id, m.partner, m.author, m.at, m.key_id, m.sealed, s.message_id is not null as seen
      from message m left join message_seen s on s.message_id = m.message_id and s.person_id = $1
      """;

  private MessageStore() {}

  /** A message as it lies in the database; partner null: of all. */
  record Kept(
      UUID id,
      @Nullable PersonId partner,
      PersonId author,
      Instant at,
      Sealed words,
      boolean seen) {
    static Kept of(Row row) {
      @Nullable UUID partner = row.getUUID("partner");
      return new Kept(
          row.getUUID("message_id"),
          partner == null ? null : new PersonId(partner),
          new PersonId(row.getUUID("author")),
          row.getOffsetDateTime("at").toInstant(),
          new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
          row.getBoolean("seen"));
    }
  }

  static Future<List<Sitter>> sitting(Tx tx, CoupleId couple) {
    return tx.list(
        """
        select r.seat, r.person_id, p.short_name
        from roster r join person p on p.person_id = r.person_id where r.couple_id = $1 order by r.seat\
        """,
        row ->
            new Sitter(
                Seat.at(row.getShort("seat")),
                new PersonId(row.getUUID("person_id")),
                row.getString("short_name")),
        couple);
  }

  /** All that this person may read in the case, oldest first. */
  static Future<List<Kept>> list(Tx tx, PersonId me, CoupleId couple) {
    return tx.list(
        MESSAGES + "where m.couple_id = $2 order by m.at, m.message_id", Kept::of, me, couple);
  }

  /** Of two that come with one id the first stands. */
  static Future<Integer> send(
      Tx tx, PersonId me, CoupleId couple, Found thread, UUID id, Sealed words) {
    return tx.run(
        """
        insert into message (message_id, couple_id, partner, therapist, author, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
        """,
        id,
        couple,
        partner(thread),
        thread.pair().map(Pair::therapist).orElse(null),
        me,
        words.key(),
        words.bytes());
  }

  /** One's own message with this id in this thread. */
  static Future<Optional<Kept>> sent(Tx tx, PersonId me, CoupleId couple, Found thread, UUID id) {
    return tx.one(
        MESSAGES
            + """
              where m.message_id = $2 and m.couple_id = $3 and m.author = $1
                and m.partner is not distinct from $4::uuid\
              """,
        Kept::of,
        me,
        id,
        couple,
        partner(thread));
  }

  /** Marks as seen what is in the thread up to this message. */
  static Future<Integer> see(Tx tx, PersonId me, CoupleId couple, Found thread, UUID last) {
    return tx.run(
        """
        insert into message_seen (message_id, person_id)
        select m.message_id, $1 from message m join message l on l.message_id = $4
        where m.couple_id = $2 and m.partner is not distinct from $3::uuid
          and l.couple_id = $2 and (m.at, m.message_id) <= (l.at, l.message_id)
        on conflict do nothing\
        """,
        me,
        couple,
        partner(thread),
        last);
  }

  static Future<List<Day>> readingDays(Tx tx, PersonId therapist) {
    return tx.one(
            "select days from reading_days where person_id = $1",
            row -> Day.in(row.getShort("days")),
            therapist)
        .map(found -> found.orElse(List.of()));
  }

  static Future<Boolean> isTherapist(Tx tx, PersonId me) {
    return tx.one(
            "select from staff where person_id = $1 and role = 'therapist' and until is null limit 1",
            _ -> true,
            me)
        .map(found -> found.orElse(false));
  }

  static Future<Integer> sayReadingDays(Tx tx, PersonId me, int days) {
    return tx.run(
        """
        insert into reading_days (person_id, days) values ($1, $2)
        on conflict (person_id) do update set days = excluded.days\
        """,
        me,
        days);
  }

  static @Nullable PersonId partner(Found thread) {
    return thread.pair().map(Pair::partner).orElse(null);
  }
}
