package app.accord.embedded;

import app.accord.embedded.DemoCouple.DemoPerson;
import app.accord.kernel.Ids;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.seal.Sealed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes the demo's rows as a superuser: nobody in Accord may found a practice yet. */
final class DemoRows {
  static final UUID PRACTICE = UUID.fromString("6b1f0c52-0000-4000-8000-000000000001");
  private static final int MINUTES = 75;
  private static final short THERAPIST = 6;

  private final Connection connection;

  DemoRows(Connection connection) {
    this.connection = connection;
  }

  boolean isThere() throws SQLException {
    try (var statement =
        connection.prepareStatement("select from accord.practice where practice_id = ?")) {
      statement.setObject(1, PRACTICE);
      return statement.executeQuery().next();
    }
  }

  /** Whether the check-ins of this couple, which are written last, are not there. */
  boolean isUnanswered(DemoCouple couple) throws SQLException {
    try (var statement =
        connection.prepareStatement("select from accord.checkin_line where couple_id = ?")) {
      statement.setObject(1, couple.id().value());
      return !statement.executeQuery().next();
    }
  }

  /** Whether the practice lacks questionnaires; the draft is written last. */
  boolean isWithoutInstruments() throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select from accord.instrument where practice_id = ? and instrument = 'relationship-questionnaire'")) {
      statement.setObject(1, PRACTICE);
      return !statement.executeQuery().next();
    }
  }

  void practice(String issuer) throws SQLException {
    run(
        "insert into accord.practice (practice_id, name, zone) values (?, ?, ?)",
        PRACTICE,
        "Practice at the Old Mill",
        DemoDates.ZONE.getId());
    for (DemoPerson staff : List.of(DemoCouple.MARTA, DemoCouple.INES, DemoCouple.JONAS)) {
      person(staff, issuer);
      run(
          "insert into accord.staff (practice_id, person_id, role) values (?, ?, ?)",
          PRACTICE,
          staff.id().value(),
          staff.equals(DemoCouple.JONAS) ? "practice-admin" : "therapist");
    }
  }

  void couple(DemoCouple couple, String issuer) throws SQLException {
    person(couple.one(), issuer);
    person(couple.two(), issuer);
    boolean invited = couple.state().equals("invited");
    run(
        """
        insert into accord.couple (couple_id, practice_id, secrets, ceiling, zone, state, since)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        couple.id().value(),
        PRACTICE,
        couple.secrets().wire(),
        invited ? 0 : 2,
        DemoDates.ZONE.getId(),
        couple.state(),
        couple.since());
    seat(couple, (short) 0, couple.one());
    seat(couple, (short) 1, couple.two());
    seat(couple, THERAPIST, DemoCouple.MARTA);
    if (!invited) {
      consent(couple, couple.one());
      consent(couple, couple.two());
    }
    sessions(couple);
  }

  /** Keycloak may have moved to another port since, and with it the name of who signs in. */
  void nameIssuer(String issuer) throws SQLException {
    run(
        "update accord.person set issuer = ? where practice_id = ? and issuer <> ?",
        issuer,
        PRACTICE,
        issuer);
  }

  private void sessions(DemoCouple couple) throws SQLException {
    for (int i = 0; i < couple.past().size(); i++) {
      UUID session = session(couple, i + 1, couple.past().get(i), "closed");
      if (i < couple.signed()) {
        run(
            """
            insert into accord.session_record (session_id, couple_id, signed_by, signed_at)
            values (?, ?, ?, ?)\
            """,
            session,
            couple.id().value(),
            DemoCouple.MARTA.id().value(),
            couple.past().get(i).plusSeconds(2 * 3600));
      }
    }
    if (couple.next().isPresent()) {
      next(couple, couple.past().size() + 1, couple.next().get());
    }
  }

  void next(DemoCouple couple, int number, DemoCouple.Next next) throws SQLException {
    UUID session = session(couple, number, next.at(), "planned");
    if (next.exercise().isPresent()) {
      run(
          """
          insert into accord.planned_exercise (session_id, couple_id, place, exercise)
          values (?, ?, 1, ?)\
          """,
          session,
          couple.id().value(),
          next.exercise().get());
    }
  }

  private UUID session(DemoCouple couple, int number, Instant at, String state)
      throws SQLException {
    UUID session = Ids.random();
    UUID room = Ids.timeOrdered(at.toEpochMilli());
    run(
        "insert into accord.room (room_id, couple_id, kind) values (?, ?, 'live')",
        room,
        couple.id().value());
    run("insert into accord.room_head (room_id) values (?)", room);
    run(
        """
        insert into accord.seat_holder (room_id, seat, person_id)
        select ?, seat, person_id from accord.roster where couple_id = ?\
        """,
        room,
        couple.id().value());
    run(
        """
        insert into accord.planned_session
          (session_id, couple_id, room_id, number, starts_at, minutes, place, state)
        values (?, ?, ?, ?, ?, ?, 'room', ?)\
        """,
        session,
        couple.id().value(),
        room,
        number,
        at,
        MINUTES,
        state);
    return session;
  }

  /**
   * A room of homework, with a seat for whoever does it, for the therapist, and for who may read.
   */
  void homework(DemoHomework homework) throws SQLException {
    UUID room = homework.room().value();
    UUID couple = homework.couple().id().value();
    Integer only = homework.only() == null ? -1 : homework.only().bit();
    run(
        """
        insert into accord.room (room_id, couple_id, kind, for_seat, created_at)
        values (?, ?, 'homework', nullif(?, -1)::smallint, ?)\
        """,
        room,
        couple,
        only,
        homework.givenAt());
    run("insert into accord.room_head (room_id) values (?)", room);
    run(
        """
        insert into accord.seat_holder (room_id, seat, person_id)
        select ?, seat, person_id from accord.roster
        where couple_id = ? and (? or seat = 6 or ? = -1 or seat = ?)\
        """,
        room,
        couple,
        homework.giver().isPresent(),
        only,
        only);
  }

  /** A room in which an agreement goes on, with a seat for all of the case. */
  void agreement(DemoAgreements agreement) throws SQLException {
    UUID room = agreement.room().value();
    UUID couple = agreement.couple().id().value();
    run(
        """
        insert into accord.room (room_id, couple_id, kind, from_room, from_run, created_at)
        select ?, couple_id, 'agreement', room_id, 1, ? from accord.planned_session
        where couple_id = ? and number = ?\
        """,
        room,
        agreement.writtenAt(),
        couple,
        agreement.number());
    run("insert into accord.room_head (room_id) values (?)", room);
    run(
        """
        insert into accord.seat_holder (room_id, seat, person_id)
        select ?, seat, person_id from accord.roster where couple_id = ?\
        """,
        room,
        couple);
  }

  /** Rooms of homework and agreements of which no journal tells yet. */
  Set<RoomId> silentBetween() throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select r.room_id from accord.room r join accord.room_head h using (room_id)
            where r.kind in ('homework', 'agreement') and h.seq = 0\
            """)) {
      var rows = statement.executeQuery();
      var rooms = new HashSet<RoomId>();
      while (rows.next()) {
        rooms.add(new RoomId(rows.getObject(1, UUID.class)));
      }
      return rooms;
    }
  }

  /** A session that is over. */
  record Past(RoomId room, int number, Instant startsAt) {}

  /** This couple's past sessions of which no journal tells yet, from old to new. */
  List<Past> withoutJournal(DemoCouple couple) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select room_id, number, starts_at from accord.planned_session
            where couple_id = ? and number <= ? and followed = 0 order by number\
            """)) {
      fill(statement, couple.id().value(), couple.past().size());
      var rows = statement.executeQuery();
      var past = new ArrayList<Past>();
      while (rows.next()) {
        past.add(
            new Past(
                new RoomId(rows.getObject(1, UUID.class)),
                rows.getInt(2),
                rows.getTimestamp(3).toInstant()));
      }
      return past;
    }
  }

  /** This couple's past sessions whose record nobody has signed yet, from old to new. */
  List<Unsigned> withoutRecord(DemoCouple couple) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select session_id, number, starts_at from accord.planned_session p
            where couple_id = ? and number <= ?
              and not exists (select from accord.session_record r where r.session_id = p.session_id)
            order by number\
            """)) {
      fill(statement, couple.id().value(), couple.past().size());
      var rows = statement.executeQuery();
      var unsigned = new ArrayList<Unsigned>();
      while (rows.next()) {
        unsigned.add(
            new Unsigned(
                new SessionId(rows.getObject(1, UUID.class)),
                rows.getInt(2),
                rows.getTimestamp(3).toInstant()));
      }
      return unsigned;
    }
  }

  /** A session whose record is not signed. */
  record Unsigned(SessionId session, int number, Instant startsAt) {}

  /** Nobody of this couple's has written anything between sessions. */
  boolean isQuiet(DemoCouple couple) throws SQLException {
    try (var statement =
        connection.prepareStatement("select from accord.message where couple_id = ? limit 1")) {
      fill(statement, couple.id().value());
      return !statement.executeQuery().next();
    }
  }

  /** Between a partner and the therapist. */
  void told(DemoCouple couple, DemoPerson partner, DemoPerson by, UUID id, Instant at, Sealed words)
      throws SQLException {
    run(
        """
        insert into accord.message (message_id, couple_id, partner, therapist, author, at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        couple.id().value(),
        partner.id().value(),
        DemoCouple.MARTA.id().value(),
        by.id().value(),
        at,
        words.key(),
        words.bytes());
  }

  /** To all. */
  void saidToAll(DemoCouple couple, DemoPerson by, UUID id, Instant at, Sealed words)
      throws SQLException {
    run(
        """
        insert into accord.message (message_id, couple_id, author, at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?)\
        """,
        id,
        couple.id().value(),
        by.id().value(),
        at,
        words.key(),
        words.bytes());
  }

  /** Marta has looked at all that was written up to now, but for what is newer. */
  void seen(DemoCouple couple, Instant until) throws SQLException {
    run(
        """
        insert into accord.message_seen (message_id, person_id)
        select message_id, ? from accord.message where couple_id = ? and at < ? on conflict do nothing\
        """,
        DemoCouple.MARTA.id().value(),
        couple.id().value(),
        until);
  }

  /** Marta usually reads on these days. */
  void readingDays(int bits) throws SQLException {
    run(
        "insert into accord.reading_days (person_id, days) values (?, ?) on conflict do nothing",
        DemoCouple.MARTA.id().value(),
        bits);
  }

  void note(DemoCouple couple, UUID id, Instant at, Sealed words) throws SQLException {
    run(
        """
        insert into accord.note (note_id, author, couple_id, made_at, changed_at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        DemoCouple.MARTA.id().value(),
        couple.id().value(),
        at,
        at,
        words.key(),
        words.bytes());
  }

  void page(DemoPerson by, UUID id, Instant at, Sealed words) throws SQLException {
    run(
        """
        insert into accord.diary_page (page_id, person_id, made_at, changed_at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?)\
        """,
        id,
        by.id().value(),
        at,
        at,
        words.key(),
        words.bytes());
  }

  void letter(DemoCouple couple, UUID id, Instant at, Sealed words) throws SQLException {
    run(
        """
        insert into accord.letter (letter_id, couple_id, author, at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?)\
        """,
        id,
        couple.id().value(),
        DemoCouple.MARTA.id().value(),
        at,
        words.key(),
        words.bytes());
  }

  void win(DemoCouple couple, DemoPerson by, UUID id, Instant at, Sealed words)
      throws SQLException {
    run(
        """
        insert into accord.win (win_id, couple_id, author, at, key_id, sealed)
        values (?, ?, ?, ?, ?, ?)\
        """,
        id,
        couple.id().value(),
        by.id().value(),
        at,
        words.key(),
        words.bytes());
  }

  /** A later start finds a session ahead too: one that waited in vain moves, else a new one. */
  void planAgain(DemoCouple couple, Instant now, Instant at) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select max(number),
              bool_or(state <> 'closed' and starts_at + make_interval(mins => minutes + 240) > ?),
              (array_agg(session_id order by number desc) filter (where state = 'planned'))[1]
            from accord.planned_session where couple_id = ?\
            """)) {
      fill(statement, now, couple.id().value());
      var row = statement.executeQuery();
      row.next();
      if (row.getBoolean(2)) {
        return;
      }
      UUID waited = row.getObject(3, UUID.class);
      if (waited == null) {
        next(
            couple,
            row.getInt(1) + 1,
            new DemoCouple.Next(at, java.util.Optional.of(DemoCouple.PUT_IN)));
      } else {
        run("update accord.planned_session set starts_at = ? where session_id = ?", at, waited);
      }
    }
  }

  private void person(DemoPerson person, String issuer) throws SQLException {
    run(
        """
        insert into accord.person (person_id, issuer, sub, practice_id, name, short_name, language, zone)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        person.id().value(),
        issuer,
        person.id().toString(),
        PRACTICE,
        person.name(),
        person.shortName(),
        person.language(),
        DemoDates.ZONE.getId());
  }

  private void seat(DemoCouple couple, short seat, DemoPerson person) throws SQLException {
    run(
        "insert into accord.case_seat (couple_id, seat, person_id, from_at) values (?, ?, ?, ?)",
        couple.id().value(),
        seat,
        person.id().value(),
        couple.since().atStartOfDay(DemoDates.ZONE).toInstant());
  }

  private void consent(DemoCouple couple, DemoPerson person) throws SQLException {
    for (String kind : List.of("work", "secrets")) {
      run(
          """
          insert into accord.consent (couple_id, person_id, kind, version, given_at)
          values (?, ?, ?, 1, ?)\
          """,
          couple.id().value(),
          person.id().value(),
          kind,
          couple.since().atStartOfDay(DemoDates.ZONE).toInstant());
    }
  }

  private void run(String sql, Object... args) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      fill(statement, args);
      statement.execute();
    }
  }

  private static void fill(PreparedStatement statement, Object... args) throws SQLException {
    for (int i = 0; i < args.length; i++) {
      statement.setObject(
          i + 1,
          switch (args[i]) {
            case Instant at -> Timestamp.from(at);
            case LocalDate day -> java.sql.Date.valueOf(day);
            case Object other -> other;
          });
    }
  }
}
