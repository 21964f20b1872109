package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What this machine is, and what it lets us do. */
final class Machine {
  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  static final boolean WINDOWS = OS.contains("windows");
  private static final boolean MAC = OS.contains("mac");

  private Machine() {}

  /** As the archives of PostgreSQL are named: {@code linux-x86_64}, {@code darwin-arm_64} … */
  static String platform() {
    String os = WINDOWS ? "windows" : MAC ? "darwin" : "linux";
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return os + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64");
  }

  /**
   * PostgreSQL refuses to run as root, and build machines often are nothing else. In a user
   * namespace of its own it is nobody and still may read root's files. Where namespaces are
   * forbidden (most containers), it becomes nobody for real and keeps one right, to pass through
   * root's folders.
   */
  static List<String> withoutRoot() {
    if (WINDOWS || !"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    return AsNobody.WAY;
  }

  /** Found out once, and only by those who are root. */
  private static final class AsNobody {
    static final List<String> WAY = waysToBeNobody();
  }

  private static List<String> waysToBeNobody() {
    List<List<String>> ways =
        List.of(
            List.of("unshare", "-U"),
            List.of(
                "setpriv",
                "--securebits=+no_setuid_fixup",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override"));
    for (List<String> way : ways) {
      if (Command.run(joined(way, List.of("true")), 10).code() == 0) {
        return way;
      }
    }
    throw new CannotStart(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here: start Accord"
            + " as an ordinary user.");
  }

  /**
   * Ctrl+C goes to everything that hangs on the terminal. A child in a session of its own is spared
   * and ends when its turn comes: after the sockets, before the database.
   */
  static List<String> ownSession() {
    return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
  }

  static List<String> joined(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
