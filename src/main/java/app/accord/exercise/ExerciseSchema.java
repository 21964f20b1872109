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

/** The form of the file, as {@code exercises/schema.json} has it. */
final class ExerciseSchema {
  private static final JsonNode FILE = file();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              FILE, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

  private ExerciseSchema() {}

  static List<Mistake> mistakes(Tree tree) {
    return SCHEMA.validate(tree.root()).stream()
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
  private static boolean isEcho(ValidationMessage message) {
    return message.getType().equals("unevaluatedProperties")
        && fields(message.getInstanceNode().path("kind").asText()).contains(message.getProperty());
  }

  private static Set<String> fields(String kind) {
    Set<String> names = new HashSet<>();
    for (String part : List.of("common", kind)) {
      FILE.path("$defs").path(part).path("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** An unknown field has a line of its own; a missing one is missed where its object begins. */
  private static String place(ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    return message.getType().endsWith("Properties") ? place + "/" + message.getProperty() : place;
  }

  private static JsonNode file() {
    try (InputStream file = ExerciseSchema.class.getResourceAsStream("/exercises/schema.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
