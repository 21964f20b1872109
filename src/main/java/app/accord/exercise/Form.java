package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of a kind of file, as its JSON Schema has it. */
public final class Form {
  private final JsonNode file;
  private final JsonSchema schema;

  private Form(JsonNode file) {
    this.file = file;
    this.schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                file, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /** The form that this resource describes, such as {@code /exercises/schema.json}. */
  public static Form of(String resource) {
    try (InputStream file = Form.class.getResourceAsStream(resource)) {
      return new Form(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is not of this form, with its lines. */
  public List<Mistake> mistakes(Tree tree) {
    return schema.validate(tree.root()).stream()
        .filter(message -> !tree.isUnsound(message.getInstanceLocation().toString()))
        .filter(message -> !isEcho(message))
        .map(message -> tree.mistake(place(message), SchemaSentences.of(message)))
        .distinct()
        .toList();
  }

  /**
   * After any mistake in a step the validator calls all its other fields unknown: it forgets what
   * it has seen of a part that failed. Only names that no step of this kind has are news.
   */
  private boolean isEcho(ValidationMessage message) {
    return message.getType().equals("unevaluatedProperties")
        && fields(message.getInstanceNode().path("kind").asText()).contains(message.getProperty());
  }

  private Set<String> fields(String kind) {
    Set<String> names = new HashSet<>();
    for (String part : List.of("common", kind)) {
      file.path("$defs").path(part).path("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** An unknown field has a line of its own; a missing one is missed where its object begins. */
  private static String place(ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    return message.getType().endsWith("Properties") ? place + "/" + message.getProperty() : place;
  }
}
