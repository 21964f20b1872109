package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.checkin.Week;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Agreement;
import app.accord.room.PlayedSessions;
import app.accord.room.live.Journal;
import app.accord.testing.Behind;
import app.accord.testing.Operations;
import app.accord.testing.SetClock;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A case in which something of every kind has been written once, as its author writes it, and
 * everybody who might ask for it.
 */
final class Lived implements AutoCloseable {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  /** What all words begin with here, so that the tables have to be read only once. */
  static final Sweep ANY = new Sweep("canarymatrix");

  final WholeServer server;
  final TestCase house;
  final Map<Who, PersonId> people = new EnumMap<>(Who.class);
  final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** What stands for an id in a path of the contract, by its name there. */
  final Map<String, List<String>> ids = new HashMap<>();

  private final Database database;
  private final Page one;
  private final Page two;
  private final Page therapist;
  private final String couple;

  private Lived() {
    database = TestPostgres.migratedDatabase();
    house = TestCase.in(database);
    TestCase other = TestCase.in(database);
    people.put(Who.ONE, house.one());
    people.put(Who.TWO, house.two());
    people.put(Who.THERAPIST, house.therapist());
    people.put(Who.CO, coTherapist());
    people.put(Who.OTHER_THERAPIST, other.therapist());
    people.put(Who.OTHER_PARTNER, other.one());
    people.put(Who.ADMIN, house.another(database, "practice-admin"));
    people.put(Who.FORMER, house.former(database, null, 1));
    people.put(Who.LEFT, house.one());
    couple = "/couples/" + house.couple();
    exists("coupleId", house.couple().toString());
    exists("sessionId", house.session().toString());
    exists("roomId", house.room().toString());
    beforeTheServer();
    server = WholeServer.start(database);
    one = page(Who.ONE);
    two = page(Who.TWO);
    therapist = page(Who.THERAPIST);
  }

  static Lived once() {
    var lived = new Lived();
    lived.session();
    lived.afterSessions();
    lived.homework();
    lived.messages();
    lived.pages();
    lived.progress();
    lived.questionnaires();
    lived.ownExercise();
    return lived;
  }

  Page page(Who who) {
    return server.page(house.room(), people.get(who), who.role);
  }

  List<RoomId> rooms() {
    return ids.get("roomId").stream().map(RoomId::of).toList();
  }

  /** She joined before this session began, and so sits in its room. */
  private PersonId coTherapist() {
    PersonId co = house.coTherapist(database);
    Behind.run(
        database,
        "insert into accord.seat_holder (room_id, seat, person_id) values ('%s', 7, '%s')"
            .formatted(house.room(), co));
    return co;
  }

  // Kinds

  /** Does it, and sees where it lies now and who was told. */
  private void kind(String name, String mark, Runnable written, Kind.Act... acts) {
    Map<String, Set<String>> before = rows();
    Set<String> heads = heads();
    written.run();
    var told = heads();
    told.removeAll(heads);
    kinds.put(name, new Kind(name, mark, Kind.since(before, rows()), seats(told), List.of(acts)));
  }

  private void kind(String name, Runnable written, Kind.Act... acts) {
    kind(name, word(name), written, acts);
  }

  private static String word(String name) {
    return ANY + name.replace("-", "");
  }

  private Map<String, Set<String>> rows() {
    String all =
        String.join(
            " union all ",
            Behind.read(
                database,
                """
                select format('select %L || '' '' || md5(sealed) from accord.%I where sealed is not null', table_name, table_name)
                from information_schema.columns where table_schema = 'accord' and column_name = 'sealed'\
                """));
    var rows = new HashMap<String, Set<String>>();
    for (String row : Behind.read(database, all)) {
      String[] parts = row.split(" ", -1);
      rows.computeIfAbsent(parts[0], _ -> new HashSet<>()).add(parts[1]);
    }
    return rows;
  }

  /** Room, seat, and how much it was told. */
  private Set<String> heads() {
    return new HashSet<>(
        Behind.read(
            database,
            """
            select format('%%s %%s %%s', room_id, seat - 1, told) from accord.room_head join accord.room using (room_id),
              unnest(n) with ordinality each (told, seat) where couple_id = '%s' and told > 0\
            """
                .formatted(house.couple())));
  }

  private static Set<String> seats(Set<String> heads) {
    return heads.stream()
        .map(head -> head.substring(0, head.lastIndexOf(' ')))
        .collect(Collectors.toSet());
  }

  // The live session

  private void session() {
    therapist.join();
    therapist.done("OpenRoom", "{}");
    one.join();
    two.join();
    conflict();
    String film = at(1, "my-film");
    two.seal(film, "reveal", written("his"));
    kind(
        "revealed-answer",
        () -> {
          one.seal(film, "reveal", written(word("revealed-answer")));
          therapist.done("OpenAnswers", "{\"step\":\"both-films\"}");
        },
        command("Reopen", "{" + film + "}"));
    kind("chat", () -> one.done("Say", text("chat")), command("Say", "{\"text\":\"as well\"}"));
    agreement();
    therapist.done("EndExercise", "{}");
    one.request("GET", "/agreements", "");
    Behind.read(
            database,
            "select room_id from accord.room where kind = 'agreement' and couple_id = '%s'"
                .formatted(house.couple()))
        .forEach(room -> exists("roomId", room));
    conflict();
    String again = at(2, "my-film");
    kind("draft", () -> one.draft("2.my-film.1", word("draft")));
    kind(
        "private-answer",
        () -> one.seal(again, "reveal", written(word("private-answer"))),
        command("Reopen", "{" + again + "}"));
  }

  private void conflict() {
    therapist.done(
        "StartExercise", "{\"exercise\":\"after-a-conflict\",\"optional\":[],\"bothWantIt\":true}");
    open("arrive", "read", "still-in-me", "my-film");
  }

  private void open(String... steps) {
    for (String step : steps) {
      therapist.done("OpenStep", "{\"step\":\"%s\"}".formatted(step));
    }
  }

  private void agreement() {
    open("way-out");
    String step = at(1, "way-out");
    String title = word("agreement");
    String line = "We stop when one of us says so.";
    String sign = "{%s,\"digest\":\"%s\"}".formatted(step, Agreement.digest(title, List.of(line)));
    kind(
        "agreement",
        () -> {
          one.done("NameAgreement", "{%s,\"text\":\"%s\"}".formatted(step, title));
          one.done(
              "AddLine",
              "{%s,\"line\":\"%s\",\"text\":\"%s\"}".formatted(step, UUID.randomUUID(), line));
          one.done("Sign", sign);
          two.done("Sign", sign);
        });
  }

  private Kind.Command command(String type, String data) {
    return new Kind.Command(house.room(), type, data);
  }

  private static String at(int run, String step) {
    return "\"where\":{\"run\":%d,\"step\":\"%s\",\"round\":1}".formatted(run, step);
  }

  private static String written(String text) {
    return "{\"kind\":\"write\",\"text\":\"" + text + "\"}";
  }

  // After sessions

  private void afterSessions() {
    RoomId ended = rooms().get(1);
    String record = record(1);
    kind(
        "after-session-scales",
        "\"heard\":9,",
        () ->
            one.request(
                "PUT", "/rooms/" + ended + "/scales", "{\"answers\":{\"heard\":9,\"pace\":4}}"));
    kind(
        "record-in-writing",
        () -> therapist.request("PUT", record + "/words", version("record-in-writing", 0)),
        new Kind.Request("PUT", record + "/words", version("record-in-writing", 0), true));
    String signed = record(2);
    kind(
        "signed-record",
        () -> {
          therapist.request("PUT", signed + "/words", version("signed-record", 0));
          therapist.request("PUT", signed + "/signature", "{\"version\":1}");
        },
        new Kind.Request("PUT", signed + "/words", version("signed-record", 0), true));
  }

  private String record(int session) {
    return couple + "/sessions/" + ids.get("sessionId").get(session) + "/record";
  }

  /**
   * A session of this couple that was played to its end two hours ago, without the co-therapist.
   */
  private void endedSession(Operations operations, int number) {
    RoomId room = house.anotherRoom(database);
    String session = Ids.random().toString();
    Behind.run(
        database,
        """
        insert into accord.planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place, state)
          values ('%s', '%s', '%s', %d, now() - interval '3 hours', 75, 'room', 'closed')\
        """
            .formatted(session, house.couple(), room, number));
    List<Journal.Entry> entries =
        PlayedSessions.entries(
            PlayedSessions.trustOrControl(), house, Instant.now().minusSeconds(7200));
    Operations.await(operations.journal().append(new Journal.Batch(room, 0, entries)));
    exists("sessionId", session);
    exists("roomId", room.toString());
  }

  private void exists(String id, String value) {
    ids.computeIfAbsent(id, _ -> new ArrayList<>()).add(value);
  }

  // Between sessions

  private void homework() {
    try (Page work = given()) {
      kind("homework-for-oneself", () -> seal(work, "by-myself", "me", "homework-for-oneself"));
      kind(
          "homework-for-all",
          () -> {
            seal(work, "felt-safe", "room", "homework-for-all");
            handIn(work, true);
          });
    }
    try (Page work = given()) {
      kind(
          "homework-for-the-therapist",
          () -> {
            seal(work, "small-thing", "therapist", "homework-for-the-therapist");
            handIn(work, false);
          });
    }
  }

  /** The room of an exercise that one was given alone, entered. */
  private Page given() {
    String id = Ids.random().toString();
    therapist.request(
        "POST",
        couple + "/homework",
        """
        {"id":"%s","exercise":"what-helps-me-feel-safe","alone":["partner-1"],"opens":"in-session"}\
        """
            .formatted(id));
    String room =
        Behind.read(
                database,
                "select room_id from accord.room where kind = 'homework' order by created_at desc limit 1")
            .getFirst();
    exists("homeworkId", id);
    exists("roomId", room);
    Page work = one.at(RoomId.of(room));
    work.join();
    return work;
  }

  private static void seal(Page work, String step, String reach, String name) {
    work.seal(at(1, step), reach, written(word(name)));
  }

  /** Handed in, found by the other when it is for all, and read. */
  private void handIn(Page work, boolean toAll) {
    work.done("HandIn", "{\"toAll\":" + toAll + "}");
    one.request("GET", "/homework", "");
    therapist.request(
        "POST",
        couple + "/homework/" + ids.get("homeworkId").getLast() + "/acts",
        "{\"id\":\"%s\",\"act\":\"read\"}".formatted(Ids.random()));
  }

  private void messages() {
    for (String thread : List.of("partner-1", "all")) {
      String name = thread.equals("all") ? "message-to-all" : "message-between-two";
      kind(
          name,
          () -> one.request("POST", "/messages", message(thread, word(name))),
          new Kind.Request("POST", "/messages", message(thread, "more"), false),
          new Kind.Request("POST", couple + "/messages", message(thread, "more"), true));
    }
    kind(
        "message-draft",
        () -> one.request("PUT", "/messages/drafts/partner-1", text("message-draft")));
  }

  private static String message(String thread, String text) {
    return "{\"id\":\"%s\",\"thread\":\"%s\",\"text\":\"%s\"}"
        .formatted(UUID.randomUUID(), thread, text);
  }

  private void pages() {
    String page = "/journal/" + UUID.randomUUID();
    kind(
        "journal-page",
        () -> one.request("PUT", page, version("journal-page", 0)),
        new Kind.Request("PUT", page, version("journal-page", 0), true));
    String shared = "/journal/" + UUID.randomUUID();
    kind(
        "shared-page",
        () -> {
          one.request("PUT", shared, version("shared-page", 0));
          one.request("PUT", shared + "/share", "{\"version\":1}");
        },
        new Kind.Request("PUT", shared, version("shared-page", 0), true));
    String note = couple + "/notes/" + UUID.randomUUID();
    kind(
        "private-note",
        () -> therapist.request("PUT", note, version("private-note", 0)),
        new Kind.Request("PUT", note, version("private-note", 0), true));
  }

  private void progress() {
    String win = "/progress/wins/" + UUID.randomUUID();
    kind(
        "win",
        () -> one.request("PUT", win, text("win")),
        new Kind.Request("PUT", win, text("win"), true));
    String letter = couple + "/letters/" + UUID.randomUUID();
    kind(
        "letter",
        () -> therapist.request("PUT", letter, text("letter")),
        new Kind.Request("PUT", letter, text("letter"), true));
    kind(
        "letter-draft",
        () -> therapist.request("PUT", couple + "/letter", version("letter-draft", 0)));
  }

  private void questionnaires() {
    String instrument = Ids.random().toString();
    exists("instrumentId", instrument);
    String there = "/instruments/" + instrument;
    therapist.request(
        "PUT",
        there,
        Operations.body()
            .put("name", "two-questions.yaml")
            .put("file", WhoMayWhatIT.resource("/small/two-questions.yaml"))
            .toString());
    therapist.request("PUT", there + "/permission", "{\"permission\":\"Free to use\"}");
    String handedIn = asked(instrument);
    kind(
        "questionnaire",
        "\"score\":97",
        () -> {
          one.request("PUT", handedIn + "/items/first", "{\"value\":57}");
          one.request("PUT", handedIn + "/items/second", "{\"value\":40}");
          one.request("PUT", handedIn + "/handed-in", "");
        },
        new Kind.Request("PUT", handedIn + "/items/first", "{\"value\":0}", true));
    String begun = asked(instrument);
    kind(
        "questionnaire-in-answering",
        "\"item\":\"first\",\"value\":57",
        () -> one.request("PUT", begun + "/items/first", "{\"value\":57}"),
        new Kind.Request("PUT", begun + "/items/first", "{\"value\":57}", true));
  }

  /** One alone is asked; the address at which one answers. */
  private String asked(String instrument) {
    String asked = Ids.random().toString();
    exists("askedId", asked);
    therapist.request(
        "PUT",
        couple + "/questionnaires/" + asked,
        "{\"instrumentId\":\"%s\",\"seat\":\"partner-1\"}".formatted(instrument));
    return "/questionnaires/" + asked;
  }

  /** Nothing of it is about a case: it is here so that its pages can be asked. */
  private void ownExercise() {
    String draft = Ids.random().toString();
    exists("draftId", draft);
    exists("exerciseId", "trust-vs-control");
    therapist.request(
        "PUT", "/exercise-drafts/" + draft, "{\"version\":0,\"from\":\"trust-vs-control\"}");
  }

  private static String text(String name) {
    return "{\"text\":\"" + word(name) + "\"}";
  }

  private static String version(String name, int version) {
    return "{\"text\":\"%s\",\"version\":%d}".formatted(word(name), version);
  }

  // What was long before

  private void beforeTheServer() {
    var clock = new SetClock(Instant.EPOCH);
    try (var operations = new Operations(database, clock)) {
      checkins(operations, clock);
      endedSession(operations, 2);
      endedSession(operations, 3);
    }
  }

  private void checkins(Operations operations, SetClock clock) {
    Week first = Week.of(LocalDate.now(VIENNA).minusWeeks(10));
    at(clock, first, 0);
    for (PersonId who : List.of(house.one(), house.two())) {
      done(operations.send(who, "shareItem", "{\"on\":true}", "item", "closeness"));
    }
    inWeeks(clock, first, week -> answer(operations, house.two(), week, "closeness", 5));
    kind(
        "check-in-that-both-share",
        "[7,6,8,9",
        numbers(operations, clock, first, "closeness", 7, 6, 8, 9),
        put(first, "/items/closeness", "{\"number\":1}"));
    kind(
        "check-in",
        "[8,6,7,5",
        numbers(operations, clock, first, "reliance", 8, 6, 7, 5),
        put(first, "/items/reliance", "{\"number\":1}"));
    at(clock, first, 5);
    kind(
        "check-in-line-for-the-therapist",
        () -> line(operations, first, "therapist", "check-in-line-for-the-therapist"),
        put(first, "/line", "{\"text\":\"other\",\"reach\":\"therapist\"}"));
    at(clock, first.plus(1), 5);
    kind(
        "check-in-line-for-oneself",
        () -> line(operations, first.plus(1), "me", "check-in-line-for-oneself"),
        put(first.plus(1), "/line", "{\"text\":\"other\",\"reach\":\"me\"}"));
  }

  private Runnable numbers(
      Operations operations, SetClock clock, Week first, String item, int... numbers) {
    return () ->
        inWeeks(
            clock,
            first,
            week -> answer(operations, house.one(), week, item, numbers[week.since(first)]));
  }

  private static void inWeeks(SetClock clock, Week first, Consumer<Week> act) {
    for (int i = 0; i < 4; i++) {
      at(clock, first.plus(i), 5);
      act.accept(first.plus(i));
    }
  }

  private static Kind.Request put(Week week, String what, String body) {
    return new Kind.Request("PUT", "/checkin/" + week.monday() + what, body, false);
  }

  private static void at(SetClock clock, Week week, int day) {
    clock.set(week.monday().plusDays(day).atTime(12, 0).atZone(VIENNA).toInstant());
  }

  private static void answer(
      Operations operations, PersonId who, Week week, String item, int number) {
    done(
        operations.send(
            who,
            "answerCheckin",
            "{\"number\":" + number + "}",
            "week",
            week.monday().toString(),
            "item",
            item));
  }

  private void line(Operations operations, Week week, String reach, String name) {
    done(
        operations.send(
            house.one(),
            "sayInCheckin",
            "{\"text\":\"%s\",\"reach\":\"%s\"}".formatted(word(name), reach),
            "week",
            week.monday().toString()));
  }

  private static void done(Operations.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
  }

  // Leaving

  /** One leaves the case, and every room of it. */
  void oneLeaves() {
    Behind.run(
        database,
        """
        update accord.case_seat set until = now() where person_id = '%1$s';
        update accord.seat_holder set until = now(),
          until_seq = (select seq from accord.room_head h where h.room_id = seat_holder.room_id) where person_id = '%1$s';
        """
            .formatted(house.one()));
  }

  @Override
  public void close() {
    List.of(one, two, therapist).forEach(Page::close);
    server.close();
  }
}
