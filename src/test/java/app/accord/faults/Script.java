package app.accord.faults;

import app.accord.kernel.CoupleId;
import app.accord.testing.Behind;
import app.accord.testing.TestCase;
import java.util.List;

/**
 * Three exercises with a step of every private kind, up to where nothing has been revealed. Each
 * act waits for its ack, and Noor's page for all that comes of it.
 */
final class Script implements AutoCloseable {
  final Page marta;
  final Page noor;
  final Page daniel;
  private final WholeServer server;
  private final TestCase house;

  private Script(WholeServer server) {
    this.server = server;
    this.house = TestCase.in(server.database);
    this.marta = server.page(house.room(), house.therapist(), "therapist");
    this.noor = server.page(house.room(), house.one(), "client");
    this.daniel = server.page(house.room(), house.two(), "client");
  }

  static Script play(WholeServer server, Daniel secrets) {
    var script = new Script(server);
    script.comeIn();
    script.mySideYourSide(secrets);
    script.trustOrControl(secrets);
    script.communicateOpenly(secrets);
    return script;
  }

  CoupleId couple() {
    return house.couple();
  }

  /** The page that Noor gets when she comes back, beside what she got before. */
  List<String> noorReceived() {
    noor.join();
    noor.lookAround();
    return noor.received();
  }

  private void comeIn() {
    marta.join();
    marta.done("OpenRoom", "{}");
    noor.join();
    settle();
    daniel.join();
    noor.live()
        .await(
            frame ->
                frame.path("t").asText().equals("presence")
                    && frame.toString().contains("{\"seat\":\"partner-2\",\"here\":true}"));
    settle();
  }

  private void mySideYourSide(Daniel secrets) {
    start("after-a-conflict");
    open("arrive", "read", "still-in-me");
    String number = at(1, "still-in-me");
    secrets.rates(daniel, number);
    settle();
    noor.seal(number, "therapist", "{\"kind\":\"scale\",\"number\":4}");
    settle();
    open("my-film");
    String film = at(1, "my-film");
    secrets.writes(daniel, film);
    settle();
    noor.seal(film, "reveal", "{\"kind\":\"write\",\"text\":\"It began on the stairs.\"}");
    end();
  }

  private void trustOrControl(Daniel secrets) {
    start("trust-vs-control");
    open("arrive", "read", "sort");
    String sort = at(2, "sort");
    noor.done(
        "PlaceCard", "{%s,\"card\":\"saying-no\",\"pile\":\"trust\",\"place\":0}".formatted(sort));
    secrets.sorts(daniel, sort);
    settle();
    noor.done(
        "PlaceCard", "{%s,\"card\":\"calendars\",\"pile\":\"trust\",\"place\":0}".formatted(sort));
    end();
  }

  private void communicateOpenly(Daniel secrets) {
    start("communicate-openly");
    open("arrive", "read", "my-words");
    secrets.notes(daniel, at(3, "my-words"));
    noor.done("Skip", "{" + at(3, "my-words") + "}");
    settle();
    open("talk");
    String talk = at(3, "talk");
    marta.done("GiveTurn", "{%s,\"speaker\":\"partner-1\"}".formatted(talk));
    secrets.keepsWords(daniel, talk);
    settle();
    noor.done("FinishSpeaking", "{" + talk + "}");
    daniel.done("SayBack", "{%s,\"text\":null}".formatted(talk));
    settle();
    noor.done("Confirm", "{" + talk + "}");
    open("thank");
    noor.done("Skip", "{" + at(3, "thank") + "}");
    secrets.remembers(daniel, at(3, "thank"));
    settle();
    open("closing");
    secrets.closes(daniel, at(3, "closing"));
    settle();
    noor.done("Skip", "{" + at(3, "closing") + "}");
    end();
  }

  private void start(String exercise) {
    marta.done(
        "StartExercise",
        "{\"exercise\":\"%s\",\"optional\":[],\"bothWantIt\":true}".formatted(exercise));
    settle();
  }

  private void open(String... steps) {
    for (String step : steps) {
      marta.done("OpenStep", "{\"step\":\"%s\"}".formatted(step));
      settle();
    }
  }

  private void end() {
    settle();
    noor.lookAround();
    marta.done("EndExercise", "{}");
    settle();
  }

  /** All that is for Noor has come to her. */
  private void settle() {
    String count =
        Behind.read(
                server.database,
                "select n[1] from accord.room_head where room_id = '%s'".formatted(house.room()))
            .getFirst();
    noor.live().awaitNumber(Long.parseLong(count));
  }

  private static String at(int run, String step) {
    return "\"where\":{\"run\":%d,\"step\":\"%s\",\"round\":1}".formatted(run, step);
  }

  @Override
  public void close() {
    List.of(marta, noor, daniel).forEach(Page::close);
  }
}
