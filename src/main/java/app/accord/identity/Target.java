package app.accord.identity;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody wants to be after signing in: a route of the app, never any other address. */
final class Target {
  static final String START = "/";

  /** Neither a dot nor a percent sign, a colon, a backslash or an empty part can be in it. */
  private static final Pattern ROUTE =
      Pattern.compile("/(?<first>[a-z0-9-]{1,48})(/[a-z0-9-]{1,48}){0,3}");

  private static final Set<String> NOT_THE_APP =
      Set.of("api", "auth", "signin", "assets", "health", "ready");

  private Target() {}

  /** The route, or the start page for whatever is none. */
  static String of(@Nullable String asked) {
    if (asked == null) {
      return START;
    }
    var route = ROUTE.matcher(asked);
    return route.matches() && !NOT_THE_APP.contains(route.group("first")) ? asked : START;
  }
}
