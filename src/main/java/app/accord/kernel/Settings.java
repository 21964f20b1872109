package app.accord.kernel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** What this server was told. It prints itself without secrets. */
public record Settings(
    Http http, Database database, Keycloak keycloak, Key key, Mail mail, Limits limits) {

  /**
   * Where people reach us.
   *
   * @param publicUrl without a path, as browsers see it
   * @param tls a PKCS#12 file and its password, where Accord speaks TLS itself
   */
  public record Http(String host, int port, URI publicUrl, Optional<Tls> tls) {}

  /** A certificate with its key. */
  public record Tls(Path pkcs12, String password) {
    @Override
    public String toString() {
      return "Tls[" + pkcs12 + "]";
    }
  }

  /** PostgreSQL, and the password of the role that is meant: the server's, or the migrations'. */
  public record Database(String host, int port, String name, boolean tls, String password) {
    @Override
    public String toString() {
      return "Database[" + host + ":" + port + "/" + name + "]";
    }
  }

  /**
   * Keycloak's realm.
   *
   * @param issuer as browsers and tokens name it
   * @param internal the same realm as we reach it
   */
  public record Keycloak(URI issuer, URI internal, String clientSecret) {
    /** Accord's name at Keycloak. */
    public static final String CLIENT = "accord";

    @Override
    public String toString() {
      return "Keycloak[" + issuer + " by " + internal + "]";
    }
  }

  /** The key-encryption key. */
  public record Key(String base64) {
    /** The bytes with which the key of a demo begins. */
    public static final String DEMO = "demo";

    boolean isOfADemo() {
      return new String(bytes(), StandardCharsets.ISO_8859_1).startsWith(DEMO);
    }

    public byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return "Key[" + bytes().length + " bytes]";
    }
  }

  /** Where mail goes and whom it comes from. */
  public record Mail(String host, int port, String from) {}

  /** What one page may do, and how long a session lasts. */
  public record Limits(
      int commandsPerSecond,
      int socketsPerPerson,
      Duration partnerIdle,
      Duration staffIdle,
      Duration absolute) {}
}
