package app.accord.testing;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as signing in needs one: it keeps cookies, follows redirects and fills in
 * Keycloak's form.
 */
public final class Visitor {
  private static final Pattern FORM =
      Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String accord;
  private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

  /**
   * @param accord its public address
   */
  public Visitor(URI accord) {
    this.accord = accord.toString();
  }

  /** One more browser with the same cookies, as they are now. */
  public Visitor copy() {
    Visitor copy = new Visitor(URI.create(accord));
    copy.cookies.putAll(cookies);
    return copy;
  }

  public Map<String, String> cookies() {
    return new TreeMap<>(cookies);
  }

  /** Goes through the whole of it; the last answer of Accord's own. */
  public HttpResponse<String> signIn(String login, String to) {
    return backFrom(submit(form(to), login, login + "-demo"));
  }

  /** The page with Keycloak's form, or whatever Accord shows in its place. */
  public HttpResponse<String> form(String to) {
    HttpResponse<String> answer = get(accord + "/auth/login?to=" + encode(to, UTF_8));
    return answer.statusCode() == 302 ? get(location(answer)) : answer;
  }

  /** Keycloak's answer to the filled-in form: the way back to Accord, if it was right. */
  public HttpResponse<String> submit(HttpResponse<String> page, String login, String password) {
    var form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("no sign-in form at " + page.uri() + ":\n" + page.body());
    }
    return send(
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=" + encode(login, UTF_8) + "&password=" + encode(password, UTF_8))));
  }

  /** Accord's answer to what Keycloak sends the browser back with. */
  public HttpResponse<String> backFrom(HttpResponse<String> keycloak) {
    return get(location(keycloak));
  }

  public HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  /** As Accord's own pages ask. */
  public HttpResponse<String> api(String method, String path) {
    return send(
        HttpRequest.newBuilder(URI.create(accord + "/api" + path))
            .header("X-Accord", "1")
            .header("Sec-Fetch-Site", "same-origin")
            .method(method, BodyPublishers.noBody()));
  }

  public static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () -> new AssertionError(answer.statusCode() + " leads nowhere:\n" + answer.body()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer =
          HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    String pair = cookie.replaceFirst(";.*", "");
    int at = pair.indexOf('=');
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair.substring(0, at));
    } else {
      cookies.put(pair.substring(0, at), pair.substring(at + 1));
    }
  }
}
