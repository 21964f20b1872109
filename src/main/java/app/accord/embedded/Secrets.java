package app.accord.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys of one demo, made on first use: one file each in {@code <home>/secrets}. */
public record Secrets(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The secrets of the demo that lives in {@code home}. */
  public static Secrets in(Path home) {
    return new Secrets(home.toAbsolutePath().normalize().resolve("secrets"));
  }

  /** 32 random bytes that stay the same from run to run. */
  public String get(String name) {
    try {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same 32 bytes in the Base64 that {@code ACCORD_KEY} wants. */
  String base64(String name) {
    return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(get(name)));
  }

  /** Where that secret lies, for programs that want a file. */
  public Path file(String name) {
    String made = get(name);
    assert !made.isEmpty();
    return folder.resolve(name);
  }

  private void make(Path file) throws IOException {
    Files.createDirectories(folder);
    onlyOwner(folder, "rwx------");
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    Files.createFile(file);
    onlyOwner(file, "rw-------");
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static void onlyOwner(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
