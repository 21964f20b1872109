package app.accord.embedded;

import app.accord.db.Migrations;
import app.accord.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that Accord needs, started for whoever wants to try it; it ends in the opposite order. */
public final class Demo implements AutoCloseable {
  private static final String DATABASE = "accord";
  private static final String OWNER = "accord_owner";
  private static final String APP = "accord_app";
  private static final String CLOCK = "clock";
  private static final String SENDER = "hello@accord.localhost";

  private final DemoOptions options;
  private final Progress progress;
  private final Secrets secrets;
  private final Children children;
  private final EmbeddedPostgres postgres;
  private final EmbeddedKeycloak keycloak;
  private final Realm realm;
  private final Optional<Certificate> certificate;

  private Demo(DemoOptions options, Progress progress, Children children) throws IOException {
    this.options = options;
    this.progress = progress;
    this.children = children;
    Path home = options.home();
    if (options.fresh()) {
      progress.step("Forgetting the last demo", () -> Leftovers.forget(home));
    }
    this.secrets = Secrets.in(home);
    this.certificate = options.tls() ? Optional.of(Certificate.in(home)) : Optional.empty();
    this.realm = Realm.demo(valuesForKeycloak());
    this.postgres =
        children.add(progress.step("Starting PostgreSQL", () -> EmbeddedPostgres.start(home, 0)));
    progress.step("Bringing the tables up to date", this::migrate);
    children.add(CaughtMail.start(home.resolve("mail"), options.mailPort()));
    this.keycloak =
        children.add(
            progress.step(
                "Preparing Keycloak (the first time takes longest)", this::startKeycloak));
    progress.step("Furnishing the practice", this::furnish);
  }

  /** Starts everything but Accord itself; Keycloak may not be ready yet. */
  public static Demo start(DemoOptions options, Progress progress) {
    Children children = new Children();
    Runtime.getRuntime().addShutdownHook(new Thread(children::close, "end of the demo"));
    try {
      children.add(OnlyOne.in(options.home()));
      needFree(options.port(), "Accord");
      needFree(options.mailPort(), "the mail catcher");
      return new Demo(options, progress, children);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void needFree(int port, String whom) {
    if (!Machine.isFree(port)) {
      throw new CannotStart(
          "Port %d for %s is taken: stop what uses it, or give another one with -Daccord.port=8090."
              .formatted(port, whom));
    }
  }

  private void migrate() {
    postgres.ensureDatabase(DATABASE);
    Map<String, String> passwords = new HashMap<>();
    for (String role : List.of(OWNER, APP, "accord_sweep")) {
      passwords.put(role, secrets.get(role));
    }
    Migrations.prepare(postgres.asSuperuser(DATABASE), passwords);
    Migrations.run(postgres.at(DATABASE, OWNER, secrets.get(OWNER)));
  }

  private void furnish() {
    DemoData.load(
        postgres.asSuperuser(DATABASE),
        postgres.at(DATABASE, APP, secrets.get(APP)),
        Base64.getDecoder().decode(secrets.base64("key-encryption-key")),
        keycloak.issuer().toString(),
        Clock.systemUTC());
  }

  private EmbeddedKeycloak startKeycloak() {
    try {
      return EmbeddedKeycloak.start(options.home(), postgres, options.keycloakPort(), realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names are those of the server's own settings, so that the realm file serves both. */
  private Map<String, String> valuesForKeycloak() {
    Map<String, String> values = new HashMap<>();
    values.put("ACCORD_PUBLIC_URL", options.publicUrl());
    values.put("ACCORD_OIDC_CLIENT_SECRET", secrets.get("oidc-client"));
    values.put("ACCORD_MAIL_HOST", "127.0.0.1");
    values.put("ACCORD_MAIL_PORT", String.valueOf(options.mailPort()));
    values.put("ACCORD_MAIL_FROM", SENDER);
    // Keycloak tells us of a logout on our own address, and must believe our certificate.
    certificate.ifPresent(it -> values.put("KC_TRUSTSTORE_PATHS", it.pem().toString()));
    return values;
  }

  /** What Accord is told here, in place of an environment. */
  public Settings settings() {
    return new Settings(
        new Settings.Http(
            "127.0.0.1",
            options.port(),
            URI.create(options.publicUrl()),
            certificate.map(Certificate::settings)),
        new Settings.Database("127.0.0.1", postgres.port(), DATABASE, false, secrets.get(APP)),
        new Settings.Keycloak(keycloak.issuer(), keycloak.issuer(), secrets.get("oidc-client")),
        new Settings.Key(secrets.base64("key-encryption-key")),
        new Settings.Mail("127.0.0.1", options.mailPort(), SENDER),
        new Settings.Limits(
            20, 5, Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofHours(12)));
  }

  /** The time of its practice: the file {@code clock} in the demo's folder moves it. */
  public Clock clock() {
    return MovedClock.by(options.home().resolve(CLOCK));
  }

  /** Waits until people can sign in, then says where and who. */
  public void welcome() {
    progress.step("Starting Keycloak", keycloak::awaitReady);
    try {
      List<Realm.Person> people = realm.people();
      progress.out().print(Welcome.text(options, people));
      if (options.open()) {
        new Browsers(options.home(), progress.out())
            .open(options.publicUrl(), people.stream().limit(3).map(Realm.Person::login).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs before everything started here is ended: for what was started on top of it. */
  public void endsBefore(AutoCloseable other) {
    children.add(other);
  }

  @Override
  public void close() {
    children.close();
  }

  /** What is left of an earlier demo in that folder. */
  private static final class Leftovers {
    /** Only what a demo makes: the folder may have been named wrongly. */
    private static final List<String> OURS =
        List.of(
            "postgres",
            "postgres.log",
            "keycloak",
            "keycloak.log",
            "keycloak.run",
            "secrets",
            "mail",
            "browsers",
            CLOCK,
            "tls.p12",
            "tls.pem");

    static void forget(Path home) {
      try {
        EmbeddedKeycloak.endLeft(home);
        EmbeddedPostgres.endLeft(home);
        OURS.forEach(name -> UserCache.delete(home.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
