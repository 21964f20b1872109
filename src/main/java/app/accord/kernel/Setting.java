package app.accord.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key of the environment: what it stands for when nobody says anything, and why it is there.
 * Fewer than twenty, since each is something that a practice can get wrong.
 */
public enum Setting {
  ACCORD_HTTP_HOST(
      "127.0.0.1", "The address to listen on. Give 0.0.0.0 only behind a proxy that speaks TLS."),
  ACCORD_HTTP_PORT("8080", "The port to listen on."),
  ACCORD_PUBLIC_URL(
      null, "How people reach Accord, https://…; sign-in returns there and to nowhere else."),
  ACCORD_DB_HOST("localhost", "Where PostgreSQL is, 15.14 or newer."),
  ACCORD_DB_PORT("5432", "PostgreSQL's port."),
  ACCORD_DB_NAME("accord", "The database that holds Accord's tables."),
  ACCORD_DB_TLS(
      "yes",
      "Check PostgreSQL's certificate and name. Say no only if it is on this machine or network."),
  ACCORD_DB_PASSWORD(
      null, "Of the role accord_app, which may only do what row-level policies allow.", true),
  ACCORD_DB_OWNER_PASSWORD(
      null,
      "Of the role accord_owner, which migrates the tables. Only `migrate` wants it: a server that"
          + " holds it could lift every policy.",
      true),
  ACCORD_OIDC_ISSUER(
      null, "Keycloak's realm as browsers see it, https://…/realms/accord; tokens must name it."),
  ACCORD_OIDC_INTERNAL_URL(
      "", "The same realm as this server reaches it, if that is another address."),
  ACCORD_OIDC_CLIENT_SECRET(
      null, "Accord's own secret at Keycloak, so that nobody poses as Accord.", true),
  ACCORD_KEY(
      null,
      "32 bytes in Base64 that wrap every key of every couple. Keep a copy apart from the database:"
          + " without it, what people wrote cannot be read again.",
      true),
  ACCORD_MAIL_HOST("localhost", "Where mail is handed over."),
  ACCORD_MAIL_PORT("25", "The mail server's port."),
  ACCORD_MAIL_FROM(null, "Who mail comes from. Choose a name that says nothing about therapy."),
  ACCORD_COMMANDS_PER_SECOND(
      "20",
      "What one open page may do in a second; three times that at once. Raised for load tests"
          + " only."),
  ACCORD_SOCKETS_PER_PERSON("5", "How many pages of one person may be open in one room."),
  ACCORD_SESSION_LIMITS(
      "30m,15m,12h",
      "How long a session lasts: without activity for a partner, for staff, and in all.");

  /** A secret may lie in a file: the key with this at its end names it, as containers do. */
  public static final String FILE = "_FILE";

  private final @Nullable String usual;
  private final String reason;
  private final boolean secret;

  Setting(@Nullable String usual, String reason) {
    this(usual, reason, false);
  }

  Setting(@Nullable String usual, String reason, boolean secret) {
    this.usual = usual;
    this.reason = reason;
    this.secret = secret;
  }

  /** What holds when nothing is said; empty if it must be said. */
  public Optional<String> usual() {
    return Optional.ofNullable(usual);
  }

  public String reason() {
    return reason;
  }

  /** Is it to be kept from logs and screens? */
  public boolean secret() {
    return secret;
  }
}
