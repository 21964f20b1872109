package app.accord.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.accord.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Passwords and keys of one demo, made on first use: one file each in {@code <home>/secrets}. Each
 * begins with a mark, as text and as bytes, by which {@code serve} knows and refuses it: a demo's
 * folder is copied more easily than it is guarded.
 */
public record Secrets(Path folder) {
  private static final String MARK = "demo-";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The secrets of the demo that lives in {@code home}. */
  public static Secrets in(Path home) {
    return new Secrets(home.toAbsolutePath().normalize().resolve("secrets"));
  }

  /** 28 random bytes behind the mark, that stay the same from run to run. */
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

  /** Its 32 bytes in the Base64 that {@code ACCORD_KEY} wants. */
  String base64(String name) {
    String secret = get(name);
    String encoded = secret.startsWith(MARK) ? secret.substring(MARK.length()) : secret;
    return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(encoded));
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
    System.arraycopy(Settings.Key.DEMO.getBytes(US_ASCII), 0, bytes, 0, Settings.Key.DEMO.length());
    Files.createFile(file);
    onlyOwner(file, "rw-------");
    Files.writeString(file, MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static void onlyOwner(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
