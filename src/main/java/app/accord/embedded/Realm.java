package app.accord.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.accord.kernel.ClassPathFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The realm as it lies on the class path: its file, its theme, and what Keycloak puts in place of
 * the file's {@code ${NAME}}.
 */
record Realm(String file, Map<String, byte[]> themes, Map<String, String> values) {
  private static final String NAME = "accord-realm.json";

  /** The one that ships with Accord. */
  static Realm shipped(Map<String, String> values) throws IOException {
    return named(NAME, values);
  }

  static Realm named(String name, Map<String, String> values) throws IOException {
    byte[] file = ClassPathFolder.files("keycloak").get(name);
    if (file == null) {
      throw new CannotStart("The realm file keycloak/" + name + " is not on the class path.");
    }
    return new Realm(
        new String(file, UTF_8), ClassPathFolder.files("keycloak/themes"), new TreeMap<>(values));
  }

  /** Somebody of the demo who can sign in. */
  record Person(String login, String name, String role, String password) {}

  /** Those with a password in the file. */
  List<Person> people() throws IOException {
    JsonNode users = new ObjectMapper().readTree(file).path("users");
    return StreamSupport.stream(users.spliterator(), false)
        .filter(user -> user.at("/credentials/0/value").isTextual())
        .map(
            user ->
                new Person(
                    user.path("username").asText(),
                    (user.path("firstName").asText() + " " + user.path("lastName").asText())
                        .strip(),
                    user.at("/realmRoles/0").asText(),
                    user.at("/credentials/0/value").asText()))
        .toList();
  }

  void placeFile(Path importFolder) throws IOException {
    Files.writeString(importFolder.resolve(NAME), file);
  }

  void placeThemes(Path folder) throws IOException {
    UserCache.delete(folder);
    Files.createDirectories(folder);
    for (var each : themes.entrySet()) {
      Path target = folder.resolve(each.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, each.getValue());
    }
  }

  /** Changes when the realm would be another one. */
  String digest() {
    MessageDigest digest = sha256();
    digest.update(file.getBytes(UTF_8));
    values.forEach((name, value) -> digest.update((name + "=" + value + "\n").getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Changes when pages would look different. */
  String look() {
    MessageDigest digest = sha256();
    themes.forEach(
        (name, bytes) -> {
          digest.update(name.getBytes(UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
