package app.accord.message;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.message.Circle.Found;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of what is being written in threads. */
final class MessageDraftStore {
  private MessageDraftStore() {}

  /** A draft as it lies in the database; partner null: in the thread of all. */
  record Kept(@Nullable PersonId partner, Sealed words, Instant at) {}

  static Future<List<Kept>> list(Tx tx, PersonId me, CoupleId couple) {
    return tx.list(
        "select partner, key_id, sealed, at from message_draft where couple_id = $1 and person_id = $2",
        row -> {
          @Nullable UUID partner = row.getUUID("partner");
          return new Kept(
              partner == null ? null : new PersonId(partner),
              new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes()),
              row.getOffsetDateTime("at").toInstant());
        },
        couple,
        me);
  }

  static Future<Integer> put(
      Tx tx, PersonId me, CoupleId couple, Found thread, Sealed words, Instant at) {
    return tx.run(
        """
        insert into message_draft (couple_id, person_id, partner, key_id, sealed, at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (couple_id, person_id, partner)
          do update set key_id = excluded.key_id, sealed = excluded.sealed, at = excluded.at\
        """,
        couple,
        me,
        MessageStore.partner(thread),
        words.key(),
        words.bytes(),
        at);
  }

  static Future<Integer> delete(Tx tx, PersonId me, CoupleId couple, Found thread) {
    return tx.run(
        """
        delete from message_draft
        where couple_id = $1 and person_id = $2 and partner is not distinct from $3::uuid\
        """,
        couple,
        me,
        MessageStore.partner(thread));
  }
}
