package app.accord.instrument;

import app.accord.db.Tx;
import app.accord.exercise.SourceFile;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.seal.Place;
import app.accord.seal.Sealed;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The SQL of who is asked what, and of what they answer. */
final class AskedStore {
  private static final String ASKED =
      """
      select a.asked_id, a.couple_id, a.person_id, a.asked_on, a.taken_back_on, a.instrument_id,
        i.practice_id, i.file, i.imported_on, h.on_day, s.shown_on
      from instrument_asked a
      join instrument i on i.instrument_id = a.instrument_id
      left join instrument_handed_in h on h.asked_id = a.asked_id
      left join instrument_shown s on s.asked_id = a.asked_id
      """;

  private AskedStore() {}

  /** Who answers, for which couple. */
  record Who(CoupleId couple, PersonId person) {}

  /** How far one asking is. The therapist does not learn whether somebody has begun. */
  enum State {
    ASKED,
    TAKEN_BACK,
    HANDED_IN;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Somebody is asked, or was. */
  record Asked(
      UUID id,
      Who who,
      UUID instrumentId,
      Instrument instrument,
      LocalDate on,
      boolean takenBack,
      Optional<LocalDate> handedInOn,
      boolean shown) {

    State state() {
      if (handedInOn.isPresent()) {
        return State.HANDED_IN;
      }
      return takenBack ? State.TAKEN_BACK : State.ASKED;
    }
  }

  /** An answer as it lies in the database. */
  record Kept(UUID asked, String item, Sealed value) {
    Place place() {
      return AskedStore.place(asked, item);
    }
  }

  static Place place(UUID asked, String item) {
    return Place.of("instrument_answer", "sealed", asked + "|" + item);
  }

  /** From old to new. */
  static Future<List<Asked>> ofCouple(Tx tx, CoupleId couple) {
    return tx.list(
        ASKED + "where a.couple_id = $1 order by a.asked_on, h.on_day, a.asked_id",
        AskedStore::asked,
        couple);
  }

  /** From old to new. */
  static Future<List<Asked>> ofPerson(Tx tx, CoupleId couple, PersonId me) {
    return tx.list(
        ASKED
            + "where a.couple_id = $1 and a.person_id = $2 order by a.asked_on, h.on_day, a.asked_id",
        AskedStore::asked,
        couple,
        me);
  }

  static Future<Optional<Asked>> one(Tx tx, CoupleId couple, UUID asked) {
    return tx.one(
        ASKED + "where a.couple_id = $1 and a.asked_id = $2", AskedStore::asked, couple, asked);
  }

  /** Who sits in this seat now. */
  static Future<Optional<PersonId>> inSeat(Tx tx, CoupleId couple, int seat) {
    return tx.one(
        "select person_id from roster where couple_id = $1 and seat = $2 and seat <= 5",
        row -> new PersonId(row.getUUID("person_id")),
        couple,
        seat);
  }

  /** The partners of now, by their seats. */
  static Future<List<Partner>> partners(Tx tx, CoupleId couple) {
    return tx.list(
        "select seat, person_id from roster where couple_id = $1 and seat <= 5 order by seat",
        row -> new Partner(row.getShort("seat"), new PersonId(row.getUUID("person_id"))),
        couple);
  }

  record Partner(int seat, PersonId person) {}

  static Future<Integer> ask(
      Tx tx, PersonId me, UUID asked, Who who, UUID instrument, LocalDate on) {
    return tx.run(
        """
        insert into instrument_asked (asked_id, couple_id, person_id, instrument_id, asked_by, asked_on)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing\
        """,
        asked,
        who.couple(),
        who.person(),
        instrument,
        me,
        on);
  }

  static Future<Integer> takeBack(Tx tx, CoupleId couple, UUID asked, LocalDate on) {
    return tx.run(
        """
        update instrument_asked set taken_back_on = coalesce(taken_back_on, $3)
        where couple_id = $1 and asked_id = $2\
        """,
        couple,
        asked,
        on);
  }

  static Future<Integer> answer(Tx tx, UUID asked, Who who, String item, Sealed value) {
    return tx.run(
        """
        insert into instrument_answer (asked_id, couple_id, person_id, item, key_id, sealed)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (asked_id, item)
          do update set key_id = excluded.key_id, sealed = excluded.sealed\
        """,
        asked,
        who.couple(),
        who.person(),
        item,
        value.key(),
        value.bytes());
  }

  /** Those that the reader may have. */
  static Future<List<Kept>> answers(Tx tx, Collection<UUID> asked) {
    return tx.list(
        "select asked_id, item, key_id, sealed from instrument_answer where asked_id = any ($1)",
        row ->
            new Kept(
                row.getUUID("asked_id"),
                row.getString("item"),
                new Sealed(row.getUUID("key_id"), row.getBuffer("sealed").getBytes())),
        (Object) asked.toArray(UUID[]::new));
  }

  static Future<Integer> handIn(Tx tx, UUID asked, Who who, LocalDate on) {
    return tx.run(
        """
        insert into instrument_handed_in (asked_id, couple_id, person_id, on_day)
        values ($1, $2, $3, $4) on conflict do nothing\
        """,
        asked,
        who.couple(),
        who.person(),
        on);
  }

  static Future<Integer> show(Tx tx, PersonId me, UUID asked, Who who, LocalDate on) {
    return tx.run(
        """
        insert into instrument_shown (asked_id, couple_id, person_id, shown_by, shown_on)
        values ($1, $2, $3, $4, $5) on conflict do nothing\
        """,
        asked,
        who.couple(),
        who.person(),
        me,
        on);
  }

  static Future<Integer> showNoMore(Tx tx, UUID asked) {
    return tx.run("delete from instrument_shown where asked_id = $1", asked);
  }

  private static Asked asked(Row row) {
    UUID instrument = row.getUUID("instrument_id");
    var brought =
        new Brought(
            instrument,
            new PracticeId(row.getUUID("practice_id")),
            new SourceFile(instrument + ".yaml", row.getBuffer("file").getBytes()),
            row.getLocalDate("imported_on"),
            Optional.empty());
    return new Asked(
        row.getUUID("asked_id"),
        new Who(new CoupleId(row.getUUID("couple_id")), new PersonId(row.getUUID("person_id"))),
        instrument,
        brought.instrument(),
        row.getLocalDate("asked_on"),
        row.getLocalDate("taken_back_on") != null,
        Optional.ofNullable(row.getLocalDate("on_day")),
        row.getLocalDate("shown_on") != null);
  }
}
