package app.accord.kernel;

import static app.accord.kernel.Setting.*;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings from the environment and collects every mistake before it says any. */
public final class SettingsReader {
  /** Known to everybody who can read this repository; the demo uses none of them either. */
  private static final Pattern DEMO_SECRET =
      Pattern.compile("(?i).*(demo|change-?me|secret|password|example|accord).*");

  private static final int SHORTEST_SECRET = 16;

  private final Map<String, String> environment;
  private final List<String> mistakes = new ArrayList<>();

  private SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What came of reading. */
  public sealed interface Outcome<T> {
    /** All is well. */
    record Good<T>(T settings) implements Outcome<T> {}

    /** One sentence for each mistake. */
    record Wrong<T>(List<String> mistakes) implements Outcome<T> {}
  }

  /** Reads all that {@code serve} needs. */
  public static Outcome<Settings> forServer(Map<String, String> environment) {
    return read(environment, SettingsReader::settings);
  }

  /** Reads what {@code migrate} needs; only there the password of the tables' owner is wanted. */
  public static Outcome<Settings.Database> forMigration(Map<String, String> environment) {
    return read(environment, reader -> reader.database(ACCORD_DB_OWNER_PASSWORD));
  }

  private static <T> Outcome<T> read(
      Map<String, String> environment, Function<SettingsReader, T> what) {
    SettingsReader reader = new SettingsReader(environment);
    reader.unknownKeys();
    T settings = what.apply(reader);
    return reader.mistakes.isEmpty()
        ? new Outcome.Good<>(settings)
        : new Outcome.Wrong<>(List.copyOf(reader.mistakes));
  }

  private Settings settings() {
    URI issuer = url(ACCORD_OIDC_ISSUER);
    URI internal =
        text(ACCORD_OIDC_INTERNAL_URL).isEmpty() ? issuer : url(ACCORD_OIDC_INTERNAL_URL);
    return new Settings(
        new Settings.Http(
            text(ACCORD_HTTP_HOST),
            number(ACCORD_HTTP_PORT, 65_535),
            publicUrl(),
            Optional.empty()),
        database(ACCORD_DB_PASSWORD),
        new Settings.Keycloak(issuer, internal, secret(ACCORD_OIDC_CLIENT_SECRET)),
        key(),
        new Settings.Mail(
            text(ACCORD_MAIL_HOST), number(ACCORD_MAIL_PORT, 65_535), text(ACCORD_MAIL_FROM)),
        limits());
  }

  private Settings.Database database(Setting password) {
    return new Settings.Database(
        text(ACCORD_DB_HOST),
        number(ACCORD_DB_PORT, 65_535),
        text(ACCORD_DB_NAME),
        yesOrNo(ACCORD_DB_TLS),
        secret(password));
  }

  /** A misspelt key would otherwise be a setting that silently does nothing. */
  private void unknownKeys() {
    Set<String> known =
        Stream.of(Setting.values())
            .flatMap(
                key -> key.secret() ? Stream.of(key.name(), key + FILE) : Stream.of(key.name()))
            .collect(Collectors.toSet());
    environment.keySet().stream()
        .filter(key -> key.startsWith("ACCORD_") && !known.contains(key))
        .sorted()
        .forEach(key -> mistakes.add(key + " is not a setting of Accord."));
  }

  private URI publicUrl() {
    URI url = url(ACCORD_PUBLIC_URL);
    if (!url.getPath().isEmpty()) {
      mistakes.add("ACCORD_PUBLIC_URL must end after the host, without a path.");
    }
    return url;
  }

  private URI url(Setting key) {
    String text = text(key);
    URI url =
        parsed(
            key, text, "an address like https://accord.example.org", URI::create, URI.create(""));
    if (!text.isEmpty() && (url.getHost() == null || !isSafe(url, key))) {
      mistakes.add(key + " must be an https:// address.");
    }
    return url;
  }

  /** Only the way between our own servers may be in clear, and a browser on this machine. */
  private static boolean isSafe(URI url, Setting key) {
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme())
            && (key == ACCORD_OIDC_INTERNAL_URL || "localhost".equals(url.getHost())));
  }

  private Settings.Key key() {
    String text = secretText(ACCORD_KEY);
    byte[] bytes =
        parsed(ACCORD_KEY, text, "32 bytes in Base64", Base64.getDecoder()::decode, new byte[0]);
    if (bytes.length != 32 && bytes.length > 0) {
      mistakes.add("ACCORD_KEY must be 32 bytes in Base64; these are " + bytes.length + ".");
    }
    if (bytes.length == 32 && isOneByteRepeated(bytes)) {
      mistakes.add("ACCORD_KEY must be random: `openssl rand -base64 32` makes one.");
    }
    Settings.Key key = new Settings.Key(text);
    if (bytes.length == 32 && key.isOfADemo()) {
      mistakes.add("ACCORD_KEY is the key of a demo: `openssl rand -base64 32` makes one.");
    }
    return key;
  }

  private static boolean isOneByteRepeated(byte[] bytes) {
    for (byte each : bytes) {
      if (each != bytes[0]) {
        return false;
      }
    }
    return true;
  }

  private Settings.Limits limits() {
    String[] parts = text(ACCORD_SESSION_LIMITS).split(",", -1);
    if (parts.length != 3) {
      mistakes.add("ACCORD_SESSION_LIMITS must be three times like 30m,15m,12h.");
      parts = new String[] {"30m", "15m", "12h"};
    }
    return new Settings.Limits(
        number(ACCORD_COMMANDS_PER_SECOND, 1_000_000),
        number(ACCORD_SOCKETS_PER_PERSON, 1_000_000),
        duration(parts[0]),
        duration(parts[1]),
        duration(parts[2]));
  }

  private Duration duration(String text) {
    Duration length =
        parsed(
            ACCORD_SESSION_LIMITS,
            text.strip(),
            "three times like 30m,15m,12h",
            some -> Duration.parse("PT" + some),
            Duration.ofMinutes(1));
    if (length.isNegative() || length.isZero()) {
      mistakes.add("ACCORD_SESSION_LIMITS must be longer than nothing.");
    }
    return length;
  }

  private int number(Setting key, int most) {
    int number = parsed(key, text(key), "a number", Integer::parseInt, 1);
    if (number < 1 || number > most) {
      mistakes.add(key + " must be between 1 and " + most + ".");
    }
    return number;
  }

  private boolean yesOrNo(Setting key) {
    return switch (text(key)) {
      case "yes" -> true;
      case "no" -> false;
      default -> {
        mistakes.add(key + " must be yes or no.");
        yield true;
      }
    };
  }

  private String secret(Setting key) {
    String text = secretText(key);
    if (!text.isEmpty() && text.length() < SHORTEST_SECRET) {
      mistakes.add(key + " must have at least " + SHORTEST_SECRET + " characters.");
    } else if (DEMO_SECRET.matcher(text).matches()) {
      mistakes.add(key + " looks like the secret of a demo: `openssl rand -hex 32` makes one.");
    }
    return text;
  }

  private String secretText(Setting key) {
    String file = environment.get(key + FILE);
    if (file == null) {
      return text(key);
    }
    if (environment.containsKey(key.name())) {
      mistakes.add("Give either " + key + " or " + key + FILE + ", not both.");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      mistakes.add(key + FILE + " names a file that cannot be read: " + file);
      return "";
    }
  }

  private String text(Setting key) {
    String given = environment.getOrDefault(key.name(), "").strip();
    if (!given.isEmpty()) {
      return given;
    }
    if (key.usual().isEmpty()) {
      mistakes.add(key + " is missing. " + key.reason());
    }
    return key.usual().orElse("");
  }

  /** Never quotes the text: it may be a secret under the wrong key. Nothing said was reported. */
  private <T> T parsed(
      Setting key, String text, String wanted, Function<String, T> parse, T otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      mistakes.add(key + " must be " + wanted + ".");
      return otherwise;
    }
  }
}
