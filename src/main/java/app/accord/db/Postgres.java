package app.accord.db;

/**
 * Where a PostgreSQL is and as whom to go there. It prints itself without the password.
 *
 * @param tls verify the server's certificate and name; off only on this machine
 */
public record Postgres(
    String host, int port, String database, String user, String password, boolean tls) {

  /** The same server and database as somebody else. */
  public Postgres as(String otherUser, String otherPassword) {
    return new Postgres(host, port, database, otherUser, otherPassword, tls);
  }

  /** For JDBC, which Flyway needs. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s%s"
        .formatted(host, port, database, tls ? "?sslmode=verify-full" : "");
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
