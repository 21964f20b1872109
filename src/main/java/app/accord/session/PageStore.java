package app.accord.session;

import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.RoomId;
import app.accord.room.Events;
import app.accord.seal.Sealed;
import app.accord.session.JournalFacts.Done;
import app.accord.session.JournalFacts.Happened;
import app.accord.session.JournalFacts.Kept;
import app.accord.session.JournalFacts.Made;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of what pages copy from journals. */
final class PageStore {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] TYPES =
      JournalFacts.TYPES.stream().map(Class::getSimpleName).toArray(String[]::new);

  private PageStore() {}

  /** A room as the copy knows it. */
  record Followed(CoupleId couple, ZoneId zone, long upTo) {}

  /** An agreement as it goes into its row. */
  record Titled(int run, Made made, UUID titleId, Sealed title) {}

  /** A kept line as it goes into its row. */
  record Said(Kept kept, UUID textId, Sealed text) {}

  static Future<Optional<Followed>> followed(Tx tx, RoomId room) {
    return tx.one(
        """
        select p.couple_id, c.zone, p.followed
        from planned_session p join couple c on c.couple_id = p.couple_id where p.room_id = $1\
        """,
        row ->
            new Followed(
                new CoupleId(row.getUUID("couple_id")),
                ZoneId.of(row.getString("zone")),
                row.getLong("followed")),
        room);
  }

  static Future<List<Happened>> events(Tx tx, RoomId room) {
    return tx.list(
        """
        select seq, at, type, v, facts::text as facts from room_event
        where room_id = $1 and type = any ($2) order by seq\
        """,
        PageStore::happened,
        room,
        TYPES);
  }

  /**
   * Rooms whose journal says something that their pages do not: a server died in between. Only of
   * cases that whoever asks treats: a partner who asks for what is not theirs copies nothing.
   */
  static Future<List<RoomId>> behind(Tx tx, Collection<CoupleId> couples, Instant since) {
    return tx.list(
        """
        select p.room_id from planned_session p
        where p.couple_id = any ($1) and (p.state <> 'closed' or p.starts_at >= $3)
          and p.couple_id = any (array(select s.couple_id from case_seat s where s.until is null and s.seat between 6 and 10))
          and exists (
          select from room_event e where e.room_id = p.room_id and e.seq > p.followed and e.type = any ($2))\
        """,
        row -> new RoomId(row.getUUID("room_id")),
        couples.stream().map(CoupleId::value).toArray(UUID[]::new),
        TYPES,
        since);
  }

  /** False: somebody else has copied as much or more. Holds the row until the transaction ends. */
  static Future<Boolean> advance(Tx tx, RoomId room, JournalFacts facts) {
    return tx.run(
            """
            update planned_session set followed = $2, state = coalesce($3, state)
            where room_id = $1 and followed < $2\
            """,
            room,
            facts.upTo(),
            facts.state().map(PlannedSession.State::wire).orElse(null))
        .map(rows -> rows == 1);
  }

  static Future<Integer> done(Tx tx, RoomId room, CoupleId couple, int run, Done done) {
    return tx.run(
        """
        insert into exercise_done (room_id, run, couple_id, exercise, version, done_on)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing\
        """,
        room,
        run,
        couple,
        done.exercise().exercise(),
        done.exercise().version(),
        done.on());
  }

  static Future<Integer> made(Tx tx, RoomId room, CoupleId couple, Titled titled) {
    Made made = titled.made();
    return tx.run(
        """
        insert into agreement_made
          (room_id, run, couple_id, exercise, version, made_on, review_on, signed, title_id, title_key, title)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (room_id, run) do update set
          made_on = excluded.made_on, review_on = excluded.review_on, signed = excluded.signed,
          title_id = excluded.title_id, title_key = excluded.title_key, title = excluded.title
        where agreement_made.signed < excluded.signed\
        """,
        room,
        titled.run(),
        couple,
        made.exercise().exercise(),
        made.exercise().version(),
        made.on(),
        made.agreement().reviewOn(),
        made.agreement().version(),
        titled.titleId(),
        titled.title().key(),
        titled.title().bytes());
  }

  static Future<Integer> kept(Tx tx, RoomId room, CoupleId couple, Said said) {
    return tx.run(
        """
        insert into line_kept (room_id, line_id, couple_id, kept_on, text_id, text_key, text)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
        """,
        room,
        said.kept().line().line(),
        couple,
        said.kept().on(),
        said.textId(),
        said.text().key(),
        said.text().bytes());
  }

  private static Happened happened(Row row) {
    try {
      var facts = (ObjectNode) JSON.readTree(row.getString("facts"));
      return new Happened(
          row.getLong("seq"),
          row.getOffsetDateTime("at").toInstant(),
          Events.read(row.getString("type"), row.getShort("v"), facts, null));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("facts that are no JSON", unreadable);
    }
  }
}
