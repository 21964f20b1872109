package app.accord;

import app.accord.db.Migrations;
import app.accord.db.Postgres;
import app.accord.embedded.CannotStart;
import app.accord.embedded.Demo;
import app.accord.embedded.DemoOptions;
import app.accord.embedded.Progress;
import app.accord.exercise.CheckFiles;
import app.accord.kernel.Setting;
import app.accord.kernel.Settings;
import app.accord.kernel.SettingsReader;
import app.accord.kernel.SettingsReader.Outcome;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The ways to run Accord. */
public final class Main {
  private Main() {}

  /** See {@link #usage}. */
  public static void main(String[] words) {
    try {
      switch (words.length == 0 ? "" : words[0]) {
        case "demo" -> demo();
        case "serve" -> serve(orExit(SettingsReader.forServer(System.getenv())));
        case "migrate" -> migrate(orExit(SettingsReader.forMigration(System.getenv())));
        case "settings" -> List.of(Setting.values()).forEach(Main::print);
        case "check" -> check(List.of(words).subList(1, words.length));
        default -> exit(usage());
      }
    } catch (CannotStart sentence) {
      exit(sentence.getMessage());
    } catch (RuntimeException bug) {
      // Without an end here, threads that already run would keep a half-started server alive.
      LoggerFactory.getLogger(Main.class).error("Accord did not start", bug);
      exit("Accord did not start.");
    }
  }

  private static void demo() {
    Demo demo = Demo.start(DemoOptions.ofSystemProperties(), Progress.onConsole());
    demo.endsBefore(App.start(demo.settings(), demo.clock()));
    demo.welcome();
  }

  private static void serve(Settings settings) {
    App app = App.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "end"));
  }

  private static void migrate(Settings.Database at) {
    Migrations.run(
        new Postgres(at.host(), at.port(), at.name(), "accord_owner", at.password(), at.tls()));
  }

  private static void check(List<String> files) {
    if (files.isEmpty()) {
      exit(usage());
    }
    if (!CheckFiles.check(files, System.out)) {
      System.exit(1);
    }
  }

  private static void print(Setting key) {
    System.out.printf(
        "%s%n    %s%n    %s%n%n",
        key + (key.secret() ? " (or " + key + Setting.FILE + ", naming a file)" : ""),
        key.usual()
            .map(usual -> "usually: " + (usual.isEmpty() ? "empty" : usual))
            .orElse("needed"),
        key.reason());
  }

  private static <T> T orExit(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Good<T> good -> good.settings();
      case Outcome.Wrong<T> wrong -> {
        wrong.mistakes().forEach(System.err::println);
        throw new CannotStart("Accord did not start. `settings` explains each key.");
      }
    };
  }

  private static String usage() {
    return """
    demo       Accord with everything that it needs, to try out
    serve      the server; its settings come from the environment
    migrate    brings the database to the state that this version needs
    settings   prints every setting with its reason
    check F…   checks exercise files\
    """;
  }

  private static void exit(String sentence) {
    System.err.println("\n" + sentence + "\n");
    System.exit(1);
  }
}
