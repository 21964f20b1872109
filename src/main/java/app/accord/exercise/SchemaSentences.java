package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the validator found, in the words of somebody who writes exercises. */
final class SchemaSentences {

  /** By where in the schema the refusal stands; the keyword alone would not say what is meant. */
  private static final Map<String, String> BY_PLACE =
      Map.of(
          "/$defs/words/allOf/0/not",
          "Only {me}, {partner} and {therapist} may stand in braces.",
          "/$defs/words/allOf/1/not",
          "HTML, links and a blank at either end are not allowed.",
          "/$defs/plain/not",
          "There is no couple yet where this is shown: no placeholders here.",
          "/$defs/id/pattern",
          "Must be lower-case words joined by hyphens, like one-small-step.",
          "/properties/language/pattern",
          "Must be a language such as en or pt-BR.",
          "/allOf/0/then/properties/for/not",
          "From safety level 2 on nobody is left alone with it as a couple: not for together.",
          "/allOf/1/then/properties/for/const",
          "Safety level 3 is for live only.",
          "/allOf/2/then/properties/for/maxItems",
          "A solo exercise is solo only.",
          "/$defs/closing/properties/minutes/false",
          "A closing has no minutes.");

  private static final Map<String, String> MORE =
      Map.of(
          "/$defs/points/pattern",
          "Must be points of the scale with at most one decimal, like 0.5.",
          "/$defs/closing/properties/optional/false",
          "A closing is never optional.",
          "/$defs/sealing/then/properties/audience/const",
          "therapist_sees goes with the audience reveal only.",
          "/allOf/2/then/properties/steps/items/properties/kind/enum",
          "A solo exercise has nobody to talk to, sign with or open anything with.",
          "/allOf/2/then/properties/steps/items/properties/audience/enum",
          "In a solo exercise nothing is revealed: me, therapist or room.",
          "/allOf/2/then/properties/steps/items/then/required",
          "In a solo exercise room needs may_narrow_to with me.",
          "/allOf/2/then/properties/steps/items/then/properties/may_narrow_to/contains",
          "In a solo exercise room needs may_narrow_to with me.",
          "/properties/steps/minContains",
          "There must be one closing.",
          "/properties/steps/contains",
          "There must be one closing.",
          "/properties/steps/maxContains",
          "There must be one closing only.");

  private SchemaSentences() {}

  static String of(ValidationMessage message) {
    String place = message.getSchemaLocation().getFragment().toString();
    String known = BY_PLACE.getOrDefault(place, MORE.getOrDefault(place, ""));
    return known.isEmpty() ? byKeyword(message) : known;
  }

  private static String byKeyword(ValidationMessage message) {
    JsonNode says = message.getSchemaNode();
    String limit = says.asText();
    return switch (message.getType()) {
      case "required" -> "The field " + message.getProperty() + " is missing.";
      case "additionalProperties", "unevaluatedProperties" -> "There is no such field here.";
      case "type" -> type(says);
      case "const" -> "Must be " + limit + ".";
      case "enum" -> "Must be one of: " + words(says) + ".";
      case "maxLength" -> "Is longer than " + limit + " characters.";
      case "minLength" -> "Must not be empty.";
      case "contains", "minContains" -> "Must name " + says.path("const").asText() + ".";
      case "exclusiveMinimum" -> "Must be more than " + limit + ".";
      case "minimum" -> "Must not be less than " + limit + ".";
      case "maximum" -> "Must not be more than " + limit + ".";
      case "minItems" -> "Needs at least " + limit + ".";
      case "maxItems" -> "Must not have more than " + limit + ".";
      case "uniqueItems" -> "Names the same thing twice.";
      // A keyword that the schema got and this list did not: say what the validator says.
      default -> message.getError();
    };
  }

  private static String type(JsonNode wanted) {
    // What may also be left empty is said by what it is when it is there.
    return switch (wanted.isArray() ? wanted.path(0).asText() : wanted.asText()) {
      case "integer" -> "Must be a whole number.";
      case "number" -> "Must be a number.";
      case "string" -> "Must be a text; put it in quotes if it looks like something else.";
      case "boolean" -> "Must be true or false.";
      case "array" -> "Must be a list.";
      default -> "Must have fields.";
    };
  }

  private static String words(JsonNode list) {
    List<String> words =
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    return words.stream().collect(Collectors.joining(", "));
  }
}
