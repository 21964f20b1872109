import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Maven calls this for the browser app: {@code build <folder>}, or {@code begin <work>} and later
 * {@code end <work>}. It says in one sentence what is missing, where Maven would print a page.
 *
 * <p>What takes long here goes beside what takes long in Java: {@code check} beside the compiler
 * and the unit tests, {@code browsers} beside the server's tests, which wait most of the time.
 */
final class Web {
  private static final Path FOLDER = Path.of("web");
  private static final String CHECK = "check";
  private static final String BROWSERS = "browsers";
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

  public static void main(String[] words) throws IOException, InterruptedException {
    if (!Files.exists(FOLDER.resolve("package.json"))) {
      return;
    }
    needNode();
    switch (words[0]) {
      case "build" -> build(words[1]);
      case "begin" -> begin(words[1]);
      case "work" -> work(words[1], Long.parseLong(words[2]));
      case "end" -> end(words[1]);
      default -> fail("There is no \"" + words[0] + "\" here: build, begin or end.");
    }
  }

  /** Starts it, and does not wait for it. */
  private static void begin(String work) throws IOException {
    if (work.equals(BROWSERS)) {
      needChromium();
    }
    Files.deleteIfExists(code(work));
    ProcessHandle maven = ProcessHandle.current().parent().orElseThrow();
    Process begun =
        new ProcessBuilder(ownJava(), "build/Web.java", "work", work, String.valueOf(maven.pid()))
            .redirectErrorStream(true)
            .redirectOutput(log(work).toFile())
            .start();
    Files.writeString(process(work), "" + begun.pid());
  }

  /** Does it, and leaves its code. It ends with Maven, also where that is killed. */
  private static void work(String work, long maven) throws IOException, InterruptedException {
    ProcessHandle.of(maven).ifPresent(it -> it.onExit().thenRun(() -> System.exit(1)));
    int code = work.equals(CHECK) ? codeOf(npm("npm"), "run", "--silent", "check") : browse();
    // In one stroke: who waits for it may be looking.
    Files.move(Files.writeString(target(work + ".part"), "" + code), code(work));
  }

  private static int browse() throws IOException, InterruptedException {
    int walks = playwright("walks", "--project=walks");
    int pages = playwright("pages", "--project=pages", "--project=steps");
    return walks != 0 ? walks : pages;
  }

  /**
   * What is left of a test that failed lies in a folder of its own: each run empties its folder.
   */
  private static int playwright(String name, String... projects)
      throws IOException, InterruptedException {
    return codeOf(
        Stream.concat(
                Stream.of(npm("npx"), "--no-install", "playwright", "test"),
                Stream.concat(Stream.of("--output=test-results/" + name), Arrays.stream(projects)))
            .toArray(String[]::new));
  }

  /** Waits for it, tells what it said, and fails if it did. */
  private static void end(String work) throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readString(process(work)));
    // Not onExit: where nobody takes leave of orphans, as in some containers, it would never come.
    while (!Files.exists(code(work)) && ProcessHandle.of(pid).isPresent()) {
      Thread.sleep(200);
    }
    Files.copy(log(work), System.out);
    System.out.flush();
    System.exit(Files.exists(code(work)) ? Integer.parseInt(Files.readString(code(work))) : 1);
  }

  private static Path target(String name) {
    return Path.of("target", name);
  }

  private static Path log(String work) {
    return target(work + ".log");
  }

  private static Path code(String work) {
    return target(work + ".code");
  }

  private static Path process(String work) {
    return target(work + ".pid");
  }

  private static void needChromium() {
    if (System.getenv("CHROMIUM") == null && browsers().noneMatch(Files::isExecutable)) {
      fail(
          "The browser tests need Chromium: install it (Debian: apt-get install chromium), name it"
              + " with CHROMIUM=/path/to/it, or leave them out with -Dskip.e2e.");
    }
  }

  private static Stream<Path> browsers() {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(Path::of)
        .flatMap(folder -> Stream.of("chromium", "chrome", "google-chrome").map(folder::resolve));
  }

  private static void needNode() throws IOException, InterruptedException {
    String wanted = "Accord's pages are built with Node 20.19 or newer: ";
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String version = new String(node.getInputStream().readAllBytes()).strip();
      node.waitFor();
      if (isTooOld(version)) {
        fail(wanted + "this is " + version + ". Install a newer one.");
      }
    } catch (IOException e) {
      fail(wanted + "install it, or leave the pages out with -Dskip.web.");
    }
  }

  private static boolean isTooOld(String version) {
    String[] parts = version.replaceFirst("^v", "").split("\\.");
    int major = Integer.parseInt(parts[0]);
    return major < 20 || (major == 20 && Integer.parseInt(parts[1]) < 19);
  }

  private static String npm(String name) {
    return WINDOWS ? name + ".cmd" : name;
  }

  private static void build(String folder) throws IOException, InterruptedException {
    int code = codeIn(Path.of("."), "node", "web/scripts/build-if-changed.mjs", folder);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int codeOf(String... words) throws IOException, InterruptedException {
    return codeIn(FOLDER, words);
  }

  private static int codeIn(Path folder, String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(words)).directory(folder.toFile());
    // The browser tests start the server, which needs this JDK and not the first one on the path.
    builder.environment().put("ACCORD_JAVA", ownJava());
    Process process = builder.inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }

  private static String ownJava() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  private static void fail(String sentence) {
    System.err.println("\n" + sentence + "\n");
    System.exit(1);
  }
}
