package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.TestCase;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.security.SecureRandom;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** S-03: words that Daniel keeps to himself are nowhere that others could come upon them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanaryIT {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What all of his words begin with, so that the disk has to be read only once. */
  private static final Sweep ANY = canary();

  private static final Sweep ANSWER = his("answer");
  private static final Sweep DRAFT = his("draft");
  private static final Sweep CARD = his("card");
  private static final Sweep NOTES = his("notes");
  private static final Sweep KEPT = his("kept");
  private static final Sweep REMEMBERED = his("memory");
  private static final Sweep PAGE = his("page");
  private static final Sweep UNSENT = his("unsent");
  private static final Sweep CLOSING = his("closing");
  private static final Sweep MESSAGE = his("message");
  private static final Sweep SHARED = his("shared");

  /** What Marta notes of him: his, as far as it is nobody's but hers. */
  private static final Sweep OF_HIM = his("ofhim");

  private static final List<Sweep> FOR_HIMSELF =
      List.of(ANSWER, DRAFT, CARD, NOTES, KEPT, REMEMBERED, PAGE, UNSENT);
  private static final List<Sweep> FOR_MARTA = List.of(CLOSING, MESSAGE, SHARED);
  private static final List<Sweep> ALL =
      Stream.concat(FOR_HIMSELF.stream(), FOR_MARTA.stream()).toList();

  private static final Logger APP = (Logger) LoggerFactory.getLogger("app.accord");
  private static final Log LOG = new Log();
  private static Level usual = Level.INFO;
  private static Database database;
  private static WholeServer server;
  private static String noors;
  private static String daniels;
  private static String martas;

  @BeforeAll
  static void play() {
    usual = APP.getLevel();
    APP.setLevel(Level.TRACE);
    root().addAppender(LOG);
    LOG.start();
    database = TestPostgres.migratedDatabase();
    server = WholeServer.start(database);
    try (var script = Script.play(server, new Singing())) {
      betweenSessions(script);
      noors = String.join("\n", script.noorReceived());
      daniels = script.daniel.drafts() + String.join("\n", script.daniel.received());
      martas = String.join("\n", script.marta.received());
    }
  }

  private static void betweenSessions(Script script) {
    String couple = "/couples/" + script.couple();
    script.daniel.request("PUT", page(1), text(PAGE) + ",\"version\":0}");
    script.daniel.request("PUT", page(2), text(SHARED) + ",\"version\":0}");
    script.daniel.request("PUT", page(2) + "/share", "{\"version\":1}");
    script.daniel.request("PUT", "/messages/drafts/partner-2", text(UNSENT) + "}");
    script.daniel.request(
        "POST",
        "/messages",
        text(MESSAGE) + ",\"thread\":\"partner-2\",\"id\":\"%s\"}".formatted(UUID.randomUUID()));
    script.marta.request(
        "PUT", couple + "/notes/" + UUID.randomUUID(), text(OF_HIM) + ",\"version\":0}");
    for (String own : List.of("/journal", "/messages", "/messages/drafts")) {
      script.daniel.request("GET", own, "");
      script.noor.request("GET", own, "");
    }
    for (String read : List.of("/messages", "/journal", "/notes")) {
      script.marta.request("GET", couple + read, "");
    }
  }

  private static String page(int number) {
    return "/journal/00000000-0000-4000-8000-00000000000" + number;
  }

  /** An object that is not closed yet. */
  private static String text(Sweep words) {
    return "{\"text\":\"" + words + "\"";
  }

  @AfterAll
  static void stop() {
    server.close();
    root().detachAppender(LOG);
    APP.setLevel(usual);
  }

  @Test
  void he_himself_receives_each_of_them() {
    assertThat(ALL).allSatisfy(word -> assertThat(word.isIn(daniels)).as("%s", word).isTrue());
  }

  @Test
  void noor_receives_none_of_them() {
    assertThat(ANY.isIn(noors)).isFalse();
  }

  @Test
  void marta_receives_only_what_was_for_her() {
    assertThat(FOR_HIMSELF).noneMatch(word -> word.isIn(martas));
    assertThat(FOR_MARTA).allMatch(word -> word.isIn(martas));
  }

  @Test
  void what_marta_notes_of_him_she_receives_and_he_does_not() {
    assertThat(OF_HIM.isIn(martas)).isTrue();
    assertThat(OF_HIM.isIn(daniels)).isFalse();
  }

  @Test
  void the_log_holds_none_of_them_however_much_it_says() {
    assertThat(LOG.lines).isNotEmpty();
    assertThat(LOG.lines).noneMatch(ANY::isIn);
  }

  @Test
  void no_table_and_no_file_of_the_database_holds_one_in_clear() {
    assertThat(ANY.tables(database)).isEmpty();
    assertThat(ANY.files(database)).isEmpty();
  }

  @Test
  void one_that_lay_there_in_clear_would_be_found() {
    var word = canary();
    TestCase other = TestCase.in(database);
    Behind.run(
        database,
        "update accord.practice set name = '%s' where practice_id = '%s'"
            .formatted(word, other.practice()));
    APP.trace("the practice {}", word);
    assertThat(word.tables(database)).containsExactly("accord.practice");
    assertThat(word.files(database)).containsExactly("base", "pg_wal");
    assertThat(LOG.lines).anyMatch(word::isIn);
  }

  @Test
  void one_in_other_clothes_would_be_found() {
    var word = new Sweep("canarybird");
    assertThat(word.isIn("a \\x63616e61727962697264 b")).as("hexadecimal").isTrue();
    assertThat(word.isIn("c\0a\0n\0a\0r\0y\0b\0i\0r\0d\0")).as("UTF-16").isTrue();
    for (String text : List.of("canarybird!", "a canarybird", "my canarybird", "the canarybird")) {
      var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(word.isIn(java.util.Base64.getEncoder().encodeToString(bytes))).isTrue();
    }
    assertThat(word.isIn("a canary and a bird")).isFalse();
  }

  /** Letters alone, so that no quoting changes it, and short enough for the closing word. */
  private static Sweep canary() {
    var letters = new StringBuilder("canary");
    RANDOM.ints(9, 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return new Sweep(letters.toString());
  }

  private static Sweep his(String kind) {
    return new Sweep(ANY + kind);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Keeps every line with all of its exceptions. */
  private static final class Log extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      var thrown = event.getThrowableProxy();
      lines.add(
          event.getFormattedMessage()
              + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
    }
  }

  /** He leaves a word of his own wherever he can write. */
  private static final class Singing implements Daniel {
    @Override
    public void rates(Page page, String at) {
      page.seal(at, "therapist", "{\"kind\":\"scale\",\"number\":9}");
    }

    @Override
    public void writes(Page page, String at) {
      page.draft("1.my-film.1", "half of it, " + DRAFT);
      page.seal(at, "reveal", written(ANSWER));
    }

    @Override
    public void sorts(Page page, String at) {
      page.draft("2.sort.own", "a card, " + CARD);
    }

    @Override
    public void notes(Page page, String at) {
      page.seal(at, "me", written(NOTES));
    }

    @Override
    public void keepsWords(Page page, String at) {
      page.done("KeepWords", "{%s,\"text\":\"%s, as I heard it\"}".formatted(at, KEPT));
    }

    @Override
    public void remembers(Page page, String at) {
      page.seal(at, "me", written(REMEMBERED));
    }

    @Override
    public void closes(Page page, String at) {
      page.seal(
          at,
          "therapist",
          "{\"kind\":\"closing\",\"number\":3,\"word\":\"%s\"}".formatted(CLOSING));
    }

    private static String written(Sweep word) {
      return "{\"kind\":\"write\",\"text\":\"I thought of " + word + " again\"}";
    }
  }
}
