package app.accord.embedded;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a Chromium window with a profile of its own for each person. */
record Browsers(Path home, PrintStream out) {
  private static final List<String> NAMES =
      List.of(
          "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
  private static final Path ON_MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  void open(String url, List<String> people) {
    Optional<Path> browser = find();
    if (browser.isEmpty()) {
      out.println("  No Chromium was found to open: use three browser profiles of your own.");
      return;
    }
    people.forEach(person -> open(browser.get(), url, person));
  }

  private void open(Path browser, String url, String person) {
    try {
      new ProcessBuilder(
              browser.toString(),
              "--user-data-dir=" + home.resolve("browsers").resolve(person),
              "--no-first-run",
              "--no-default-browser-check",
              "--new-window",
              url)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      out.println("  " + browser + " did not start: use a browser profile of your own.");
    }
  }

  private static Optional<Path> find() {
    Stream<Path> onPath =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(Path::of)
            .flatMap(folder -> NAMES.stream().map(folder::resolve));
    return Stream.concat(onPath, Stream.of(ON_MAC)).filter(Files::isExecutable).findFirst();
  }
}
