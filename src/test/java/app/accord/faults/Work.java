package app.accord.faults;

import app.accord.faults.Evidence.Outcome;
import app.accord.room.Agreement;
import app.accord.room.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What the three do all the time: "Trust or control", again and again, and a word in between. */
final class Work implements AutoCloseable {
  private static final List<String> CARDS =
      List.of(
          "calendars",
          "asking-evening",
          "reading-messages",
          "saying-late",
          "asking-who",
          "phone-code",
          "checking-where",
          "old-friendship",
          "before-inviting",
          "evening-apart",
          "looking-bag",
          "saying-no");
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(15);
  private static final String SHOWN = Words.shown("the question", "who can see it");

  private final ScriptedMember marta;
  private final ScriptedMember noor;
  private final ScriptedMember daniel;
  private final AtomicBoolean enough = new AtomicBoolean();
  private final List<CompletableFuture<Void>> doing;
  private final AtomicInteger runs = new AtomicInteger();

  private Work(ScriptedMember marta, ScriptedMember noor, ScriptedMember daniel) {
    this.marta = marta;
    this.noor = noor;
    this.daniel = daniel;
    this.doing = List.of(begin(this::exercise), begin(() -> chat(noor)), begin(() -> chat(daniel)));
  }

  /** They begin at once. */
  static Work begin(ScriptedMember marta, ScriptedMember noor, ScriptedMember daniel) {
    return new Work(marta, noor, daniel);
  }

  private static CompletableFuture<Void> begin(Runnable what) {
    return CompletableFuture.runAsync(what, task -> Thread.ofVirtual().start(task));
  }

  /** They come to the end of what they are at. */
  int finish() {
    enough.set(true);
    doing.forEach(one -> one.orTimeout(60, TimeUnit.SECONDS).join());
    return runs.get();
  }

  @Override
  public void close() {
    enough.set(true);
  }

  /** Whoever may not speak just now is refused, which is fine; what breaks is not asked again. */
  private void chat(ScriptedMember who) {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; !enough.get(); i++) {
      String words = "{\"text\":\"word %d\"}".formatted(i);
      answers.add(i % 3 == 0 ? who.tryOnce("Say", words) : who.act("Say", words));
      if (i % 5 == 0) {
        answers.add(who.act("AskForHelp", "{}"));
      }
      if (i % 8 == 0) {
        answers.forEach(CompletableFuture::join);
        answers.clear();
      }
      LockSupport.parkNanos(BREATH);
    }
    answers.forEach(CompletableFuture::join);
  }

  private void exercise() {
    while (!enough.get()) {
      int run = runs.get() + 1;
      sort(run);
      talk(run);
      agree(run);
      close(run);
      runs.set(run);
    }
  }

  private void sort(int run) {
    must(
        marta,
        "StartExercise",
        "{\"exercise\":\"trust-vs-control\",\"optional\":[],\"bothWantIt\":true}");
    for (String step : List.of("arrive", "read", "sort")) {
      must(marta, "OpenStep", "{\"step\":\"%s\"}".formatted(step));
    }
    String at = at(run, "sort");
    for (ScriptedMember one : List.of(noor, daniel)) {
      CARDS.stream()
          .map(
              card ->
                  one.act(
                      "PlaceCard",
                      "{%s,\"card\":\"%s\",\"pile\":\"trust\",\"place\":0}".formatted(at, card)))
          .toList()
          .forEach(answer -> isDone("PlaceCard", answer.join()));
    }
    String cards = "\"" + String.join("\",\"", CARDS.reversed()) + "\"";
    String value =
        "{\"kind\":\"sort\",\"piles\":[{\"pile\":\"trust\",\"cards\":[%s]},{\"pile\":\"not-sure\",\"cards\":[]},{\"pile\":\"control\",\"cards\":[]}],\"own\":[]}"
            .formatted(cards);
    seal(noor, at, "reveal", value);
    must(noor, "Reopen", "{" + at + "}");
    seal(noor, at, "reveal", value);
    seal(daniel, at, "reveal", value);
    must(marta, "OpenAnswers", "{\"step\":\"both-sorts\"}");
  }

  private void talk(int run) {
    String rows = at(run, "both-sorts");
    String at = at(run, "one-card");
    must(noor, "MarkToTalk", "{%s,\"row\":\"checking-where\",\"on\":true}".formatted(rows));
    must(marta, "ChooseRow", "{%s,\"row\":\"checking-where\"}".formatted(rows));
    must(marta, "OpenStep", "{\"step\":\"one-card\"}");
    must(marta, "GiveTurn", "{%s,\"speaker\":\"partner-1\"}".formatted(at));
    must(daniel, "KeepWords", "{%s,\"text\":\"only for me\"}".formatted(at));
    must(noor, "FinishSpeaking", "{" + at + "}");
    must(daniel, "SayBack", "{%s,\"text\":\"you are alone then\"}".formatted(at));
    must(noor, "Confirm", "{" + at + "}");
  }

  private void agree(int run) {
    String at = at(run, "small-step");
    String text = "I ask instead of looking";
    String digest = Agreement.digest("", List.of(text));
    must(marta, "OpenStep", "{\"step\":\"small-step\"}");
    must(noor, "AddLine", "{%s,\"line\":\"%s\",\"text\":\"%s\"}".formatted(at, uuid(), text));
    must(noor, "Sign", "{%s,\"digest\":\"%s\"}".formatted(at, digest));
    must(daniel, "Sign", "{%s,\"digest\":\"%s\"}".formatted(at, digest));
  }

  private void close(int run) {
    String at = at(run, "closing");
    must(marta, "OpenStep", "{\"step\":\"closing\"}");
    seal(noor, at, "therapist", "{\"kind\":\"closing\",\"number\":7,\"word\":\"lighter\"}");
    must(daniel, "Skip", "{" + at + "}");
    must(marta, "EndExercise", "{}");
  }

  private static void seal(ScriptedMember who, String at, String reach, String value) {
    must(
        who,
        "Seal",
        "{%s,\"reach\":\"%s\",\"answer\":%s,\"shown\":\"%s\"}".formatted(at, reach, value, SHOWN));
  }

  private static String at(int run, String step) {
    return "\"where\":{\"run\":%d,\"step\":\"%s\",\"round\":1}".formatted(run, step);
  }

  private static UUID uuid() {
    return UUID.randomUUID();
  }

  /** Right after a start not all are back yet, and some acts need both: then it is tried again. */
  private static void must(ScriptedMember who, String type, String data) {
    Outcome outcome = new Outcome.Unknown();
    for (int i = 0; i < 50 && !(outcome instanceof Outcome.Acked); i++) {
      outcome = who.act(type, data).join();
      if (outcome instanceof Outcome.Refused) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    isDone(type, outcome);
  }

  private static void isDone(String type, Outcome outcome) {
    if (!(outcome instanceof Outcome.Acked)) {
      throw new AssertionError(type + " was answered with " + outcome);
    }
  }
}
