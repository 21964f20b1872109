package app.accord.embedded;

import java.nio.file.Path;

/**
 * How the demo was asked for.
 *
 * @param port Accord's; Keycloak takes the next one and the mail catcher the one after
 */
public record DemoOptions(Path home, int port, boolean fresh, boolean open, boolean tls) {

  /** From {@code -Daccord.port=…} and its like. */
  public static DemoOptions ofSystemProperties() {
    return new DemoOptions(
        Path.of(System.getProperty("accord.home", ".accord")).toAbsolutePath().normalize(),
        port(System.getProperty("accord.port", "8080")),
        isOn("accord.fresh"),
        isOn("accord.open"),
        isOn("accord.tls"));
  }

  int keycloakPort() {
    return port + 1;
  }

  int mailPort() {
    return port + 2;
  }

  String publicUrl() {
    return (tls ? "https" : "http") + "://localhost:" + port;
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_533) {
        return port;
      }
    }
    throw new CannotStart("-Daccord.port must be a number between 1 and 65533.");
  }

  /** {@code -Daccord.open} and {@code -Daccord.open=true} both say yes. */
  private static boolean isOn(String name) {
    String text = System.getProperty(name, "false");
    return text.isEmpty() || text.equals("true");
  }
}
