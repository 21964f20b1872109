package app.accord.testing;

import app.accord.embedded.EmbeddedKeycloak;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** What a Keycloak administrator does, for arranging and for looking after. */
public final class KeycloakAdmin {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String address;

  public KeycloakAdmin() {
    this.address = TestKeycloak.shared().address().toString();
  }

  public String idOf(String login) {
    return new JsonArray(send("GET", "/users?exact=true&username=" + login, null))
        .getJsonObject(0)
        .getString("id");
  }

  public int sessionsOf(String login) {
    return new JsonArray(send("GET", "/users/" + idOf(login) + "/sessions", null)).size();
  }

  public void signOut(String login) {
    send("POST", "/users/" + idOf(login) + "/logout", null);
  }

  public void enabled(String login, boolean enabled) {
    send("PUT", "/users/" + idOf(login), new JsonObject().put("enabled", enabled));
  }

  /** Somebody without any role of ours, with the password that demo people have. */
  public void addStranger(String login) {
    send(
        "POST",
        "/users",
        new JsonObject()
            .put("username", login)
            .put("email", login + "@example.org")
            .put("firstName", "No")
            .put("lastName", "Role")
            .put("enabled", true)
            .put(
                "credentials",
                new JsonArray()
                    .add(new JsonObject().put("type", "password").put("value", login + "-demo"))));
  }

  /** A realm as Keycloak holds it, with its clients. */
  public JsonObject realm(String name) {
    return new JsonObject(
        ask(
            "POST",
            "/realms/" + name + "/partial-export?exportClients=true&exportGroupsAndRoles=true",
            null));
  }

  /** One more realm beside Accord's. */
  public void addRealm(String json) {
    ask("POST", "/realms", new JsonObject(json));
  }

  private String send(String method, String path, @Nullable JsonObject body) {
    return ask(method, "/realms/accord" + path, body);
  }

  private String ask(String method, String path, @Nullable JsonObject body) {
    return exchange(
            HttpRequest.newBuilder(URI.create(address + "/admin" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body.encode())))
        .body();
  }

  private String token() {
    String form =
        "grant_type=password&client_id=admin-cli&username="
            + EmbeddedKeycloak.ADMIN
            + "&password="
            + TestKeycloak.adminPassword();
    return new JsonObject(
            exchange(
                    HttpRequest.newBuilder(
                            URI.create(address + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .body())
        .getString("access_token");
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new AssertionError(answer.statusCode() + " " + answer.uri() + " " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
