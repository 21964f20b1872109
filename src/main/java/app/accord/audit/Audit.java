package app.accord.audit;

import app.accord.db.Db;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import io.vertx.core.Future;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who opened or read what, never what it says. Ask for the row before the answer
 * leaves: what was read without a trace is what nobody can be told of later.
 */
public final class Audit {
  private final Db db;

  public Audit(Db db) {
    this.db = db;
  }

  /** What somebody did. */
  public enum Act {
    TODAY_READ,
    COUPLE_READ,
    SESSIONS_READ,
    SESSION_PLANNED,
    HOME_READ,
    ROOM_OPENED,
    DRAFTS_READ,
    HOMEWORK_READ,
    HOMEWORK_GIVEN,
    HOMEWORK_CHANGED,
    CHECKIN_READ,
    SHARING_CHANGED,
    NOTES_READ,
    MESSAGES_READ,
    MESSAGE_SENT,
    JOURNAL_READ,
    JOURNAL_SHARED,
    JOURNAL_TAKEN_BACK,
    SHARED_PAGES_READ,
    RECORD_READ,
    RECORD_SIGNED,
    RECORD_ADDED_TO,
    PROGRESS_READ,
    LETTER_SENT,
    AGREEMENTS_READ,
    AGREEMENT_CHANGED,
    INSTRUMENT_CHANGED,
    QUESTIONNAIRE_READ,
    QUESTIONNAIRE_ASKED,
    QUESTIONNAIRE_SHOWN;

    String column() {
      return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
  }

  /** One row; the answer waits for it. */
  public Future<Void> note(
      PersonId who, Act act, @Nullable CoupleId couple, @Nullable RoomId room) {
    return db.as(
            who,
            tx ->
                tx.run(
                    "insert into audit (person_id, what, couple_id, room_id) values ($1, $2, $3, $4)",
                    who,
                    act.column(),
                    couple,
                    room))
        .mapEmpty();
  }
}
