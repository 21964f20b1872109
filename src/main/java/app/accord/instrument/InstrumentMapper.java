package app.accord.instrument;

import app.accord.instrument.Instrument.Choice;
import app.accord.instrument.Instrument.CutOff;
import app.accord.instrument.Instrument.Item;
import app.accord.instrument.Instrument.Method;
import app.accord.instrument.Instrument.Missing;
import app.accord.instrument.Instrument.Range;
import app.accord.instrument.Instrument.ReliableChange;
import app.accord.instrument.Instrument.Score;
import app.accord.instrument.Instrument.Side;
import app.accord.instrument.Instrument.Subscale;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From the fields of a file that was checked to records. */
final class InstrumentMapper {
  private InstrumentMapper() {}

  static Instrument instrument(JsonNode file) {
    JsonNode licence = file.path("licence");
    return new Instrument(
        file.path("id").asText(),
        file.path("version").intValue(),
        file.path("language").asText(),
        file.path("name").asText(),
        licence.path("holder").asText(),
        licence.path("permission").asText(),
        file.path("source").asText(),
        file.path("instructions").asText(),
        file.has("every_weeks") ? file.path("every_weeks").intValue() : null,
        texts(file.path("shown_to")).contains("me"),
        each(file.path("items")).map(item -> item(item, file.path("answers"))).toList(),
        score(file.path("score")),
        cutOff(file.path("cut_off")),
        reliableChange(file.path("reliable_change")));
  }

  static Item item(JsonNode item, JsonNode sets) {
    return new Item(
        item.path("id").asText(),
        item.path("text").asText(),
        each(sets.path(item.path("answers").asText()))
            .map(
                answer -> new Choice(answer.path("value").intValue(), answer.path("text").asText()))
            .toList(),
        item.path("reverse").booleanValue());
  }

  private static Score score(JsonNode score) {
    return new Score(
        method(score),
        score.path("higher_is").asText().equals("better"),
        range(score.path("range")),
        score.path("min_answered").intValue(),
        Missing.valueOf(score.path("missing").asText().toUpperCase(Locale.ROOT)),
        each(score.path("subscales")).map(InstrumentMapper::subscale).toList());
  }

  static Method method(JsonNode score) {
    return score.path("method").asText().equals("mean") ? Method.MEAN : Method.SUM;
  }

  private static Subscale subscale(JsonNode part) {
    return new Subscale(
        part.path("id").asText(),
        part.path("name").asText(),
        texts(part.path("items")),
        range(part.path("range")));
  }

  private static CutOff cutOff(JsonNode cutOff) {
    return new CutOff(
        perhaps(cutOff.path("value")),
        Side.of(cutOff.path("counts_as_distress").asText()),
        cutOff.path("source").asText());
  }

  private static ReliableChange reliableChange(JsonNode change) {
    return new ReliableChange(perhaps(change.path("points")), change.path("source").asText());
  }

  static Range range(JsonNode range) {
    return new Range(number(range.path("min")), number(range.path("max")));
  }

  private static @Nullable BigDecimal perhaps(JsonNode number) {
    return number.isNumber() ? number(number) : null;
  }

  /** As it is written: 51.5 is not 51.49999. */
  static BigDecimal number(JsonNode number) {
    return Value.plain(new BigDecimal(number.asText()));
  }

  private static List<String> texts(JsonNode list) {
    return each(list).map(JsonNode::asText).toList();
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
