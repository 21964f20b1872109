package app.accord.embedded;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak as Maven Central has it, unpacked and built for PostgreSQL once for each person. */
final class KeycloakProgram {
  private static final String VERSION = "26.7.3";
  private static final String ZIP = "keycloak-quarkus-dist-" + VERSION + ".zip";

  private KeycloakProgram() {}

  /** Lays {@code home} out as a Keycloak of its own: programs from the cache, data apart. */
  static void layOut(Path home) throws IOException {
    Path cached = UserCache.folder("keycloak-" + VERSION, KeycloakProgram::unpackAndBuild);
    for (String own : List.of("data/import", "themes", "conf")) {
      Files.createDirectories(home.resolve(own));
    }
    for (String shared : List.of("lib", "providers", "version.txt")) {
      share(cached.resolve(shared), home.resolve(shared));
    }
    try (Stream<Path> conf = Files.list(cached.resolve("conf"))) {
      for (Path each : conf.filter(Files::isRegularFile).toList()) {
        Path own = home.resolve("conf").resolve(each.getFileName());
        Files.copy(each, own, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The words that run Keycloak in that folder on the Java that runs us. */
  static List<String> command(Path home, List<String> words) {
    List<String> line = new ArrayList<>(Machine.ownSession());
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            homeFlag(home),
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-cp",
            home.resolve("lib").resolve("quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    line.addAll(words);
    return line;
  }

  /** By this word in its command line a process is known as the Keycloak of that folder. */
  static String homeFlag(Path home) {
    return "-Dkc.home.dir=" + home;
  }

  private static void unpackAndBuild(Path folder) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive())))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        place(entry, zip, folder);
      }
    }
    Command.must(
        "Building Keycloak",
        command(
            folder, List.of("build", "--db=postgres", "--health-enabled=true", "--cache=local")),
        300);
  }

  private static void place(ZipEntry entry, InputStream bytes, Path folder) throws IOException {
    Path named = Path.of(entry.getName());
    if (named.getNameCount() < 2) {
      return; // the folder that holds all the others
    }
    Path target = folder.resolve(named.subpath(1, named.getNameCount())).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive reaches outside its folder: " + named);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.copy(bytes, target);
    }
  }

  /** Named by the build, or on the class path, or where Maven usually keeps it. */
  private static Path archive() {
    String named = System.getProperty("accord.keycloak.zip");
    return Stream.concat(
            Stream.of(named).filter(Objects::nonNull),
            Stream.concat(onClassPath(), Stream.of(usual())))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new CannotStart(
                    "Keycloak's archive is not here: run `mvn compile` once, or name the file with"
                        + " -Daccord.keycloak.zip="
                        + ZIP
                        + "."));
  }

  private static Stream<String> onClassPath() {
    String path = System.getProperty("java.class.path");
    return Arrays.stream(path.split(File.pathSeparator)).filter(each -> each.endsWith(ZIP));
  }

  private static String usual() {
    return Path.of(
            System.getProperty("user.home"),
            ".m2/repository/org/keycloak/keycloak-quarkus-dist",
            VERSION,
            ZIP)
        .toString();
  }

  private static void share(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    Files.deleteIfExists(to); // a link into a cache that was thrown away
    try {
      Files.createSymbolicLink(to, from);
    } catch (FileSystemException | UnsupportedOperationException e) {
      copy(from, to); // Windows lets only some people make links
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
