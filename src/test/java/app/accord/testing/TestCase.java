package app.accord.testing;

import app.accord.kernel.CoupleId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import app.accord.testing.TestPostgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * A practice of its own with a therapist, a couple and a session with its room, put there by hand.
 */
public record TestCase(
    PracticeId practice,
    PersonId therapist,
    PersonId one,
    PersonId two,
    CoupleId couple,
    SessionId session,
    RoomId room) {

  public static TestCase in(Database database) {
    var made =
        new TestCase(
            new PracticeId(Ids.random()),
            new PersonId(Ids.random()),
            new PersonId(Ids.random()),
            new PersonId(Ids.random()),
            new CoupleId(Ids.random()),
            new SessionId(Ids.random()),
            new RoomId(Ids.timeOrdered(System.currentTimeMillis())));
    Behind.run(database, made.sql());
    return made;
  }

  /** One more room of this couple. */
  public RoomId anotherRoom(Database database) {
    var another = new RoomId(Ids.timeOrdered(System.currentTimeMillis()));
    Behind.run(database, roomSql(another));
    return another;
  }

  /** A co-therapist of this case, from now on. */
  public PersonId coTherapist(Database database) {
    var id = new PersonId(Ids.random());
    Behind.run(
        database,
        """
        insert into accord.person (person_id, issuer, sub, practice_id, name, short_name)
          values ('%1$s', 'https://issuer', '%1$s', '%2$s', 'Ines Other', 'Ines');
        insert into accord.staff (practice_id, person_id, role) values ('%2$s', '%1$s', 'therapist');
        insert into accord.case_seat (couple_id, seat, person_id) values ('%3$s', 7, '%1$s');
        """
            .formatted(id, practice, couple));
    return id;
  }

  /** Somebody of this practice who has no seat; without a role, nobody of its staff either. */
  public PersonId another(Database database, @Nullable String role) {
    var id = new PersonId(Ids.random());
    Behind.run(
        database,
        """
        insert into accord.person (person_id, issuer, sub, practice_id, name, short_name)
          values ('%1$s', 'https://issuer', '%1$s', '%2$s', 'Some One', 'Some');
        """
            .formatted(id, practice));
    if (role != null) {
      Behind.run(
          database,
          "insert into accord.staff (practice_id, person_id, role) values ('%s', '%s', '%s')"
              .formatted(practice, id, role));
    }
    return id;
  }

  /** Somebody whose seat in the case and in its room has ended before anything happened there. */
  public PersonId former(Database database, @Nullable String role, int seat) {
    PersonId id = another(database, role);
    Behind.run(
        database,
        """
        insert into accord.case_seat (couple_id, seat, person_id, until) values ('%1$s', %2$s, '%3$s', now());
        insert into accord.seat_holder (room_id, seat, person_id, until, until_seq) values ('%4$s', %2$s, '%3$s', now(), 0);
        """
            .formatted(couple, seat, id, room));
    return id;
  }

  private String sql() {
    return """
    insert into accord.practice (practice_id, name, zone) values ('%1$s', 'Practice', 'Europe/Vienna');
    insert into accord.person (person_id, issuer, sub, practice_id, name, short_name) values
      ('%2$s', 'https://issuer', '%2$s', '%1$s', 'Marta Therapist', 'Marta'),
      ('%3$s', 'https://issuer', '%3$s', '%1$s', 'Noor One', 'Noor'),
      ('%4$s', 'https://issuer', '%4$s', '%1$s', 'Daniel Two', 'Daniel');
    insert into accord.staff (practice_id, person_id, role) values ('%1$s', '%2$s', 'therapist');
    insert into accord.couple (couple_id, practice_id, secrets, ceiling, zone, state, since)
      values ('%5$s', '%1$s', 'limited', 2, 'Europe/Vienna', 'active', '2026-01-10');
    insert into accord.case_seat (couple_id, seat, person_id) values
      ('%5$s', 0, '%3$s'), ('%5$s', 1, '%4$s'), ('%5$s', 6, '%2$s');
    """
            .formatted(practice, therapist, one, two, couple)
        + roomSql(room)
        + """
        insert into accord.planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place)
          values ('%s', '%s', '%s', 1, now(), 75, 'room');
        """
            .formatted(session, couple, room);
  }

  private String roomSql(RoomId of) {
    return """
    insert into accord.room (room_id, couple_id, kind) values ('%1$s', '%2$s', 'live');
    insert into accord.room_head (room_id) values ('%1$s');
    insert into accord.seat_holder (room_id, seat, person_id) values
      ('%1$s', 0, '%3$s'), ('%1$s', 1, '%4$s'), ('%1$s', 6, '%5$s');
    """
        .formatted(of, couple, one, two, therapist);
  }
}
