import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Maven calls this for the browser app: {@code build <folder>}, {@code test}, {@code begin-walks}
 * or {@code e2e}. It says in one sentence what is missing, where Maven would print a page.
 */
final class Web {
  private static final Path FOLDER = Path.of("web");
  private static final Path WALKS_LOG = Path.of("target", "walks.log");
  private static final Path WALKS_CODE = Path.of("target", "walks.code");
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

  public static void main(String[] words) throws IOException, InterruptedException {
    if (!Files.exists(FOLDER.resolve("package.json"))) {
      return;
    }
    needNode();
    switch (words[0]) {
      case "build" -> run(Path.of("."), "node", "web/scripts/build-if-changed.mjs", words[1]);
      case "test" -> run(FOLDER, npm("npm"), "run", "--silent", "--if-present", "check");
      case "begin-walks" -> beginWalks();
      case "walks" -> walks(Long.parseLong(words[1]));
      case "e2e" -> endToEnd();
      default -> fail("There is no \"" + words[0] + "\" here: build, test, begin-walks or e2e.");
    }
  }

  /**
   * Walks wait for people, servers and clocks most of the time, as the server's own tests do: so
   * they go beside these, and {@link #endToEnd} tells how they ended.
   */
  private static void beginWalks() throws IOException {
    if (!Files.isDirectory(FOLDER.resolve("e2e"))) {
      return;
    }
    if (System.getenv("CHROMIUM") == null && browsers().noneMatch(Files::isExecutable)) {
      fail(
          "The browser tests need Chromium: install it (Debian: apt-get install chromium), name it"
              + " with CHROMIUM=/path/to/it, or leave them out with -Dskip.e2e.");
    }
    Files.deleteIfExists(WALKS_CODE);
    ProcessHandle maven = ProcessHandle.current().parent().orElseThrow();
    new ProcessBuilder(ownJava(), "build/Web.java", "walks", String.valueOf(maven.pid()))
        .redirectErrorStream(true)
        .redirectOutput(WALKS_LOG.toFile())
        .start();
  }

  /** Ends with Maven, also where that is killed, and leaves what Playwright said and its code. */
  private static void walks(long maven) throws IOException, InterruptedException {
    ProcessHandle.of(maven).ifPresent(it -> it.onExit().thenRun(() -> System.exit(1)));
    int code = codeOf(FOLDER, npm("npx"), "--no-install", "playwright", "test", "--project=walks");
    Path written = Files.writeString(WALKS_CODE.resolveSibling("walks.part"), "" + code);
    Files.move(written, WALKS_CODE);
  }

  private static void endToEnd() throws IOException, InterruptedException {
    if (!Files.isDirectory(FOLDER.resolve("e2e"))) {
      return;
    }
    while (!Files.exists(WALKS_CODE)) {
      Thread.sleep(200);
    }
    System.out.print(Files.readString(WALKS_LOG));
    int walks = Integer.parseInt(Files.readString(WALKS_CODE));
    int pages =
        codeOf(
            FOLDER,
            npm("npx"),
            "--no-install",
            "playwright",
            "test",
            "--project=pages",
            "--project=steps");
    System.exit(Math.max(walks, pages));
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

  private static void run(Path folder, String... words) throws IOException, InterruptedException {
    int code = codeOf(folder, words);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int codeOf(Path folder, String... words) throws IOException, InterruptedException {
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
