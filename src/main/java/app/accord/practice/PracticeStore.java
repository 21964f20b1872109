package app.accord.practice;

import app.accord.db.Tx;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;

/** The SQL of practices. */
final class PracticeStore {
  private PracticeStore() {}

  /** By the row, not by what Keycloak calls somebody. */
  static Future<Boolean> isTherapist(Tx tx, PersonId me) {
    return tx.one(
            """
            select from staff where person_id = $1 and role = 'therapist' and until is null limit 1\
            """,
            _ -> true,
            me)
        .map(found -> found.orElse(false));
  }
}
