package app.accord.identity;

import app.accord.kernel.Settings;
import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The realm as we talk to it. Its addresses follow from the issuer's, so that nothing has to be
 * asked before the server can start. Everything fails with {@link Away} after three seconds.
 */
final class Keycloak {
  private static final Logger LOG = LoggerFactory.getLogger(Keycloak.class);
  private static final long PATIENCE_MS = 3_000;
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();
  private static final String OIDC = "/protocol/openid-connect/";

  private final Settings.Keycloak settings;
  private final String callback;
  private final String home;
  private final WebClient http;
  private final Latest reach = new Latest(Duration.ofSeconds(2));
  private volatile long awaySince = System.nanoTime() - PAUSE;

  Keycloak(Vertx vertx, Settings settings) {
    this.settings = settings.keycloak();
    URI ours = settings.http().publicUrl();
    this.callback = ours + "/auth/callback";
    this.home = ours + "/signin";
    this.http =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setConnectTimeout(2_000)
                .setFollowRedirects(false)
                .setUserAgentEnabled(false));
  }

  String issuer() {
    return settings.issuer().toString();
  }

  /**
   * Where the browser goes to sign in. The password is asked for each time: a sign-in that Keycloak
   * remembers would open a locked or left Accord to whoever holds the device.
   */
  String signInAddress(String state, String nonce, String challenge) {
    return address(
        "auth",
        Map.of(
            "client_id",
            Settings.Keycloak.CLIENT,
            "response_type",
            "code",
            "scope",
            "openid",
            "redirect_uri",
            callback,
            "state",
            state,
            "nonce",
            nonce,
            "code_challenge",
            challenge,
            "code_challenge_method",
            "S256",
            // The one is checked afterwards; the other holds within the same second too.
            "max_age",
            "0",
            "prompt",
            "login"));
  }

  /** Where the browser may end Keycloak's session when we could not; it is asked there. */
  String signOutAddress() {
    return address(
        "logout", Map.of("client_id", Settings.Keycloak.CLIENT, "post_logout_redirect_uri", home));
  }

  Future<Tokens> exchange(String code, String verifier) {
    return tokens(
        form("authorization_code")
            .add("code", code)
            .add("redirect_uri", callback)
            .add("code_verifier", verifier));
  }

  /** Fails with {@link Ended} when Keycloak says so. */
  Future<Tokens> refresh(String refreshToken) {
    return tokens(form("refresh_token").add("refresh_token", refreshToken));
  }

  /** Ends Keycloak's own session. */
  Future<Void> end(String refreshToken) {
    MultiMap form = client().add("refresh_token", refreshToken);
    return post("logout", form)
        .compose(
            answer ->
                switch (answer.statusCode()) {
                  case 200, 204, 400 -> Future.succeededFuture(); // 400: it was over already
                  default -> Future.failedFuture(new Away("status " + answer.statusCode()));
                });
  }

  Future<JWKSet> keys() {
    return http.getAbs(inside("certs"))
        .timeout(PATIENCE_MS)
        .send()
        .transform(this::arrived)
        .map(
            answer -> {
              try {
                if (answer.statusCode() == 200) {
                  return JWKSet.parse(answer.bodyAsString());
                }
                throw new Away("status " + answer.statusCode());
              } catch (ParseException notKeys) {
                throw new Away("no key set");
              }
            });
  }

  /** Fails when nobody could sign in there now. Asked at most every two seconds. */
  Future<?> reachable() {
    return reach.latest(this::keys);
  }

  /** It did not answer a moment ago: what can wait is better not asked now. */
  boolean seemsAway() {
    return System.nanoTime() - awaySince < PAUSE;
  }

  void close() {
    http.close();
  }

  private Future<Tokens> tokens(MultiMap form) {
    return post("token", form)
        .map(
            answer -> {
              JsonObject body = json(answer);
              if (answer.statusCode() == 200) {
                return new Tokens(
                    body.getString("id_token", ""),
                    body.getString("refresh_token", ""),
                    Duration.ofSeconds(body.getInteger("expires_in", 0)));
              }
              if ("invalid_grant".equals(body.getString("error"))) {
                throw new Ended();
              }
              // A wrong secret of ours, for one: nothing that people could do anything about.
              LOG.error("Keycloak answers {} {}", answer.statusCode(), body.getString("error"));
              throw new Away("status " + answer.statusCode());
            });
  }

  private Future<HttpResponse<Buffer>> post(String what, MultiMap form) {
    return http.postAbs(inside(what)).timeout(PATIENCE_MS).sendForm(form).transform(this::arrived);
  }

  private static JsonObject json(HttpResponse<Buffer> answer) {
    try {
      JsonObject body = answer.bodyAsJsonObject();
      return body == null ? new JsonObject() : body;
    } catch (DecodeException | ClassCastException notJson) {
      return new JsonObject();
    }
  }

  private Future<HttpResponse<Buffer>> arrived(AsyncResult<HttpResponse<Buffer>> answer) {
    boolean there = answer.succeeded() && answer.result().statusCode() < 500;
    awaySince = there ? System.nanoTime() - PAUSE : System.nanoTime();
    if (answer.succeeded()) {
      return Future.succeededFuture(answer.result());
    }
    return Future.failedFuture(new Away(answer.cause().getClass().getSimpleName()));
  }

  private MultiMap form(String grant) {
    return client().add("grant_type", grant);
  }

  private MultiMap client() {
    return MultiMap.caseInsensitiveMultiMap()
        .add("client_id", Settings.Keycloak.CLIENT)
        .add("client_secret", settings.clientSecret());
  }

  private String inside(String what) {
    return settings.internal() + OIDC + what;
  }

  private String address(String what, Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .sorted()
        .collect(Collectors.joining("&", settings.issuer() + OIDC + what + "?", ""));
  }
}
