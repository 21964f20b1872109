package app.accord.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, out of the jar that carries them. */
record PostgresBinaries(Path home) {
  private static final String VERSION = "17.6";

  static PostgresBinaries unpacked() {
    String platform = Machine.platform();
    return new PostgresBinaries(
        UserCache.folder(
            "postgres-" + VERSION + "-" + platform, folder -> unpack(platform, folder)));
  }

  String program(String name) {
    return home.resolve("bin").resolve(Machine.WINDOWS ? name + ".exe" : name).toString();
  }

  private static void unpack(String platform, Path folder) throws IOException {
    String archive = "/postgres-" + platform + ".txz";
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (in == null) {
        throw new CannotStart("There is no PostgreSQL for " + platform + " on the class path.");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          place(entry, tar, folder);
        }
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream bytes, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(bytes, target);
    if ((entry.getMode() & 0100) != 0 && !Machine.WINDOWS) {
      Files.setPosixFilePermissions(target, EVERYBODY_MAY_RUN);
    }
  }

  private static final Set<PosixFilePermission> EVERYBODY_MAY_RUN =
      PosixFilePermissions.fromString("rwxr-xr-x");
}
