package app.accord.checkin;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.seal.Place;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of what was put aside. */
final class FlagStore {
  private FlagStore() {}

  /** That somebody put it aside, perhaps with a note. */
  record Aside(CoupleId couple, String flag, PersonId by, Optional<Sealed> note) {}

  static Place place(CoupleId couple, String flag, PersonId by) {
    return Place.of("flag_aside", "note", String.join("|", couple + "", flag, by + ""));
  }

  static Future<List<Aside>> all(Tx tx, Collection<CoupleId> of) {
    return tx.list(
        """
        select couple_id, flag, person_id, key_id, note from flag_aside
        where couple_id = any ($1) order by couple_id, flag, person_id\
        """,
        FlagStore::aside,
        CheckinStore.ids(of));
  }

  static Future<Integer> put(
      Tx tx, CoupleId couple, String flag, PersonId by, Optional<Sealed> note) {
    @Nullable UUID key = note.map(Sealed::key).orElse(null);
    byte @Nullable [] words = note.map(Sealed::bytes).orElse(null);
    return tx.run(
        """
        insert into flag_aside (couple_id, flag, person_id, key_id, note) values ($1, $2, $3, $4, $5)
        on conflict (couple_id, flag, person_id)
          do update set key_id = excluded.key_id, note = excluded.note\
        """,
        couple,
        flag,
        by,
        key,
        words);
  }

  private static Aside aside(Row row) {
    return new Aside(
        new CoupleId(row.getUUID("couple_id")),
        row.getString("flag"),
        new PersonId(row.getUUID("person_id")),
        row.getBuffer("note") == null
            ? Optional.empty()
            : Optional.of(CheckinStore.sealed(row, "note")));
  }
}
