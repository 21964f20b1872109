package app.accord.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;

/**
 * One request that fits the contract of openapi.yaml.
 *
 * @param path the path's parameters as they stand there
 * @param body empty where the operation takes none
 */
public record Call(Caller caller, Map<String, String> path, ObjectNode body) {

  /** A path parameter that the contract says is a UUID. */
  public UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  public String text(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the contract has no path parameter " + name);
    }
    return value;
  }
}
