package app.accord.embedded;

import java.util.List;
import java.util.stream.Collectors;

/** What the console says when all is ready. */
final class Welcome {
  private Welcome() {}

  static String text(DemoOptions options, List<Realm.Person> people) {
    String rows =
        people.stream()
            .map(
                person ->
                    "    %-8s %-16s %-16s password %s%n"
                        .formatted(person.login(), person.name(), person.role(), person.password()))
            .collect(Collectors.joining());
    return """

      Accord is at %s

    %s
      Three people are three browser profiles: a private window shares its sign-in with other
      private windows. -Daccord.open opens three Chromium windows.
      The second factor is off in this demo. Mail is not sent on: it lies in %s.
      Ctrl+C ends everything; the data stay.%s

    """
        .formatted(
            options.publicUrl(),
            rows,
            options.home().resolve("mail"),
            options.tls()
                ? "\n  The certificate was made here: your browser will ask once whether to go on."
                : "");
  }
}
