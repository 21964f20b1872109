package app.accord.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Makes rooms as a practice would have them: for each a couple of its own with a therapist of its
 * own, a session that begins now, and for each member a browser session with far limits. It writes
 * what signing in would have written, so the server that is measured checks all that it always
 * checks. A file of members comes out: {@code room-id TAB cookie}, three a room, the therapist
 * last.
 */
public final class MakeRooms {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ISSUER = "http://localhost:9/realms/accord";
  private static final int[] SEATS = {0, 1, 6};

  private static final String PERSON =
      "insert into accord.person (person_id, issuer, sub, practice_id, name, short_name) values (?, ?, ?, ?, ?, ?)";
  private static final String STAFF =
      "insert into accord.staff (practice_id, person_id, role) values (?, ?, 'therapist')";
  private static final String COUPLE =
      """
      insert into accord.couple (couple_id, practice_id, secrets, ceiling, zone, state, since)
      values (?, ?, 'limited', 2, 'Europe/Vienna', 'active', current_date)\
      """;
  private static final String CASE_SEAT =
      "insert into accord.case_seat (couple_id, seat, person_id) values (?, ?, ?)";
  private static final String ROOM =
      "insert into accord.room (room_id, couple_id, kind) values (?, ?, 'live')";
  private static final String HEAD = "insert into accord.room_head (room_id) values (?)";
  private static final String SEAT =
      "insert into accord.seat_holder (room_id, seat, person_id) values (?, ?, ?)";
  private static final String SESSION =
      """
      insert into accord.planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place, state)
      values (?, ?, ?, 1, now(), 480, 'room', 'planned')\
      """;
  private static final String BROWSER =
      """
      insert into accord.browser_session (hash, person_id, issuer, sid, roles, good_until, idle, ends_at, auth_time)
      values (?, ?, ?, ?, ?, now() + interval '7 days', interval '7 days', now() + interval '7 days', now())\
      """;

  private final Connection database;
  private final UUID practice = UUID.randomUUID();
  private final List<String> members = new ArrayList<>();

  private MakeRooms(Connection database) {
    this.database = database;
  }

  /** Reads DATABASE_URL (of an owner or a superuser), ROOMS and BENCH_MEMBERS. */
  public static void main(String[] none) throws SQLException, IOException {
    int rooms = Integer.parseInt(System.getenv("ROOMS"));
    try (Connection database = DriverManager.getConnection(jdbc(System.getenv("DATABASE_URL")))) {
      database.setAutoCommit(false);
      MakeRooms made = new MakeRooms(database);
      made.all(rooms);
      database.commit();
      Files.write(Path.of(System.getenv("BENCH_MEMBERS")), made.members);
    }
  }

  /** {@code postgresql://user[:password]@host:port/name} as the driver wants it. */
  private static String jdbc(String url) {
    String rest = url.substring(url.indexOf("//") + 2);
    int at = rest.indexOf('@');
    String[] who = rest.substring(0, at).split(":", 2);
    String password = who.length == 2 ? "&password=" + who[1] : "";
    return "jdbc:postgresql://" + rest.substring(at + 1) + "?user=" + who[0] + password;
  }

  private void all(int rooms) throws SQLException {
    run(
        "insert into accord.practice (practice_id, name, zone) values (?, 'Bench', 'Europe/Vienna')",
        practice);
    for (int i = 0; i < rooms; i++) {
      room(i);
    }
  }

  private void room(int number) throws SQLException {
    UUID couple = UUID.randomUUID();
    UUID room = UUID.randomUUID();
    run(COUPLE, couple, practice);
    run(ROOM, room, couple);
    run(HEAD, room);
    for (int seat : SEATS) {
      member(number, seat, couple, room);
    }
    run(SESSION, UUID.randomUUID(), couple, room);
  }

  private void member(int number, int seat, UUID couple, UUID room) throws SQLException {
    UUID person = UUID.randomUUID();
    boolean therapist = seat == 6;
    String name = (therapist ? "Therapist " : "Partner ") + number + " " + seat;
    run(PERSON, person, ISSUER, person.toString(), practice, name, name);
    if (therapist) {
      run(STAFF, practice, person);
    }
    run(CASE_SEAT, couple, seat, person);
    run(SEAT, room, seat, person);
    String cookie = cookie();
    run(
        BROWSER,
        sha256(cookie),
        person,
        ISSUER,
        UUID.randomUUID().toString(),
        database.createArrayOf("text", new String[] {therapist ? "therapist" : "client"}));
    members.add(room + "\t" + cookie);
  }

  private static String cookie() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
