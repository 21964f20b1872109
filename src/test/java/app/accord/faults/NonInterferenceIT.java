package app.accord.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * S-02: two runs that differ only in what Daniel keeps to himself are the same to Noor, on every
 * channel, once ids and times are masked.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NonInterferenceIT {
  private static WholeServer server;

  @BeforeAll
  static void start() {
    server = WholeServer.start(TestPostgres.migratedDatabase());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void what_daniel_keeps_to_himself_changes_nothing_that_noor_receives() {
    List<String> one = noorReceives(new Brief());
    assertThat(one).hasSizeGreaterThan(40);
    assertThat(noorReceives(new Brief())).as("the same again").isEqualTo(one);
    assertThat(noorReceives(new Busy())).as("another Daniel").isEqualTo(one);
  }

  @Test
  void a_word_of_his_that_all_may_read_is_found() {
    List<String> one = noorReceives(new Brief());
    List<String> other =
        noorReceives(
            new Brief() {
              @Override
              public void remembers(Page page, String at) {
                page.seal(at, "room", "{\"kind\":\"write\",\"text\":\"aloud\"}");
              }
            });
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void a_planted_difference_is_found_wherever_it_is() {
    List<String> one = noorReceives(new Brief());
    for (int i = 0; i < one.size(); i += 7) {
      var planted = new ArrayList<>(one);
      planted.set(i, one.get(i).replaceFirst("[0-9]", "x"));
      assertThat(Mask.masked(planted)).isNotEqualTo(one);
      planted.remove(i);
      assertThat(Mask.masked(planted)).isNotEqualTo(one);
    }
  }

  @Test
  void an_id_that_comes_again_elsewhere_is_found() {
    String a = "{\"id\":\"7b0f8f5c-0000-4000-8000-000000000001\"}";
    String b = "{\"id\":\"7b0f8f5c-0000-4000-8000-000000000002\"}";
    assertThat(Mask.masked(List.of(a, b, a))).isEqualTo(Mask.masked(List.of(b, a, b)));
    assertThat(Mask.masked(List.of(a, b, a))).isNotEqualTo(Mask.masked(List.of(a, b, b)));
  }

  private static List<String> noorReceives(Daniel secrets) {
    try (var script = Script.play(server, secrets)) {
      return Mask.masked(script.noorReceived());
    }
  }

  /** He does what is needed. */
  private static class Brief implements Daniel {
    @Override
    public void rates(Page page, String at) {
      page.seal(at, "therapist", "{\"kind\":\"scale\",\"number\":2}");
    }

    @Override
    public void writes(Page page, String at) {
      page.seal(at, "reveal", "{\"kind\":\"write\",\"text\":\"I was tired.\"}");
    }

    @Override
    public void sorts(Page page, String at) {
      place(page, at, "calendars", "\"trust\"", 0);
    }

    @Override
    public void notes(Page page, String at) {
      page.done("Skip", "{" + at + "}");
    }

    @Override
    public void keepsWords(Page page, String at) {}

    @Override
    public void remembers(Page page, String at) {
      page.seal(at, "me", "{\"kind\":\"write\",\"text\":\"enough\"}");
    }

    @Override
    public void closes(Page page, String at) {
      page.done("Skip", "{" + at + "}");
    }
  }

  /** He writes much, changes his mind, asks for help, and keeps back what the other hands in. */
  private static final class Busy implements Daniel {
    @Override
    public void rates(Page page, String at) {
      page.seal(at, "therapist", "{\"kind\":\"scale\",\"number\":9}");
      page.done("AskForHelp", "{}");
      page.done("Reopen", "{" + at + "}");
      page.done("Skip", "{" + at + "}");
    }

    @Override
    public void writes(Page page, String at) {
      String text = "You never told me that you would go there again. ".repeat(20);
      for (int i = 1; i <= 5; i++) {
        page.draft("1.my-film.1", text.substring(0, 100 * i));
      }
      page.seal(at, "reveal", "{\"kind\":\"write\",\"text\":\"" + text + "\"}");
      page.done("Reopen", "{" + at + "}");
      page.done("AskWordAlone", "{}");
      page.seal(at, "me", "{\"kind\":\"write\",\"text\":\"no\"}");
    }

    @Override
    public void sorts(Page page, String at) {
      place(page, at, "reading-messages", "\"control\"", 0);
      place(page, at, "looking-bag", "\"control\"", 0);
      place(page, at, "looking-bag", "\"not-sure\"", 0);
      place(page, at, "looking-bag", "null", 0);
      page.draft("2.sort.own", "the car keys");
      page.done("Skip", "{" + at + "}");
    }

    @Override
    public void notes(Page page, String at) {
      page.draft("3.my-words.1", "half a thought");
      page.seal(at, "me", "{\"kind\":\"write\",\"text\":\"a whole thought\"}");
    }

    @Override
    public void keepsWords(Page page, String at) {
      page.done("KeepWords", "{%s,\"text\":\"not an answer\"}".formatted(at));
      page.done("KeepWords", "{%s,\"text\":\"and not another\"}".formatted(at));
    }

    @Override
    public void remembers(Page page, String at) {
      page.seal(at, "therapist", "{\"kind\":\"write\",\"text\":\"more than I thought\"}");
    }

    @Override
    public void closes(Page page, String at) {
      page.seal(at, "therapist", "{\"kind\":\"closing\",\"number\":1,\"word\":\"afraid\"}");
    }
  }

  private static void place(Page page, String at, String card, String pile, int place) {
    page.done(
        "PlaceCard",
        "{%s,\"card\":\"%s\",\"pile\":%s,\"place\":%d}".formatted(at, card, pile, place));
  }
}
