package app.accord.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * openapi.yaml, and whether a request fits it. Read by us, since Vert.x's reader takes neither YAML
 * 1.2 (where {@code on} is a name) nor answers of type problem+json.
 */
final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final String HERE = "https://accord.invalid/openapi";
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final List<Act> acts = new ArrayList<>();

  /** One operation: how it is reached and what fits it. */
  static final class Act {
    private final String id;
    private final HttpMethod method;
    private final String path;
    private final Map<String, JsonSchema> parameters;
    private final Optional<JsonSchema> body;
    private final int mostBytes;

    private Act(
        String id,
        HttpMethod method,
        String path,
        Map<String, JsonSchema> parameters,
        Optional<JsonSchema> body,
        int mostBytes) {
      this.id = id;
      this.method = method;
      this.path = path;
      this.parameters = parameters;
      this.body = body;
      this.mostBytes = mostBytes;
    }

    String id() {
      return id;
    }

    HttpMethod method() {
      return method;
    }

    /** As Vert.x writes it: {@code /api/rooms/:roomId}. */
    String path() {
      return path;
    }

    boolean takesBody() {
      return body.isPresent();
    }

    /** How long a body may be: more only where the contract says so. */
    int mostBytes() {
      return mostBytes;
    }

    /** Does all of it fit? */
    boolean fits(Map<String, String> given, ObjectNode content) {
      return parameters.entrySet().stream()
              .allMatch(
                  each ->
                      each.getValue()
                          .validate(TextNode.valueOf(given.get(each.getKey())))
                          .isEmpty())
          && body.map(schema -> schema.validate(content).isEmpty()).orElse(true);
    }
  }

  private Contract(JsonNode document) {
    this.document = document;
    this.schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of(HERE, document.toString()))));
  }

  static Contract read(String file) {
    try (InputStream in = Contract.class.getResourceAsStream("/" + file)) {
      Object read =
          new Load(LoadSettings.builder().setLabel(file).build())
              .loadFromInputStream(Objects.requireNonNull(in, file));
      return of(new ObjectMapper().valueToTree(read));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Contract of(JsonNode document) {
    Contract contract = new Contract(document);
    for (var path : document.path("paths").properties()) {
      for (var act : path.getValue().properties()) {
        if (METHODS.contains(act.getKey())) {
          contract.acts.add(contract.act(path.getKey(), act.getKey()));
        }
      }
    }
    return contract;
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  private Act act(String path, String method) {
    String at = "#/paths/" + path.replace("~", "~0").replace("/", "~1");
    JsonNode act = at(at + "/" + method);
    Map<String, JsonSchema> parameters = new TreeMap<>();
    parameters(parameters, at + "/parameters");
    parameters(parameters, at + "/" + method + "/parameters");
    String body = at + "/" + method + "/requestBody/content/application~1json/schema";
    return new Act(
        act.path("operationId").asText(),
        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        document.at("/servers/0/url").asText() + path.replaceAll("\\{(\\w+)}", ":$1"),
        parameters,
        act.has("requestBody") ? Optional.of(closed(body)) : Optional.empty(),
        act.path("requestBody").path("x-most-bytes").asInt(Bodies.MOST));
  }

  private void parameters(Map<String, JsonSchema> all, String at) {
    for (int i = 0; i < at(at).size(); i++) {
      String parameter = resolved(at + "/" + i);
      if (!"path".equals(at(parameter).path("in").asText())) {
        throw new IllegalStateException(parameter + ": only parameters of the path are read here");
      }
      all.put(at(parameter).path("name").asText(), schema(parameter + "/schema"));
    }
  }

  /** A field that nobody named is a mistake or an attack; letting it by would hide both. */
  private JsonSchema closed(String at) {
    if (!at(resolved(at)).path("additionalProperties").isBoolean()) {
      throw new IllegalStateException(at + ": a body must say additionalProperties: false");
    }
    return schema(at);
  }

  private JsonSchema schema(String at) {
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(HERE + at), STRICT);
    schema.initializeValidators();
    return schema;
  }

  private String resolved(String at) {
    JsonNode elsewhere = at(at).path("$ref");
    return elsewhere.isTextual() ? elsewhere.asText() : at;
  }

  private JsonNode at(String pointer) {
    return document.at(pointer.substring(1));
  }
}
