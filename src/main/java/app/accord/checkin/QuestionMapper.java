package app.accord.checkin;

import app.accord.checkin.FlagRules.Rule;
import app.accord.checkin.Questions.Item;
import app.accord.checkin.Questions.Line;
import app.accord.exercise.Tree;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From the fields of files that were checked to records. The English file comes first. */
final class QuestionMapper {
  private QuestionMapper() {}

  static Weekly weekly(List<Tree> files) {
    JsonNode english = files.getFirst().root();
    return new Weekly(
        new Rhythm(moment(english.path("opens")), moment(english.path("closes"))),
        languages(files),
        english.path("share").path("first_chart_after").intValue(),
        flags(files));
  }

  static AfterSession afterSession(List<Tree> files) {
    JsonNode english = files.getFirst().root();
    JsonNode rule = english.path("flags").path("rules").path(0);
    return new AfterSession(
        languages(files),
        Duration.ofHours(english.path("closes").path("hours").intValue()),
        rule.path("at_most").intValue(),
        rule.path("id").asText(),
        files.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    file -> file.text("language"),
                    file -> file.root().at("/flags/rules/0/says").asText())));
  }

  private static Map<String, Questions> languages(List<Tree> files) {
    return files.stream()
        .map(file -> questions(file.root()))
        .collect(Collectors.toUnmodifiableMap(Questions::language, it -> it));
  }

  private static Questions questions(JsonNode file) {
    return new Questions(
        file.path("language").asText(),
        file.path("title").asText(),
        file.path("intro").asText(),
        each(file.path("items")).map(QuestionMapper::item).toList(),
        file.has("line") ? line(file.path("line")) : null,
        file.path("thanks").asText());
  }

  private static Item item(JsonNode item) {
    return new Item(
        item.path("id").asText(),
        item.path("prompt").asText(),
        perhaps(item, "help"),
        item.path("low").asText(),
        item.path("high").asText(),
        !item.has("share"));
  }

  private static Line line(JsonNode line) {
    return new Line(
        line.path("prompt").asText(), perhaps(line, "help"), line.path("max").intValue());
  }

  private static FlagRules flags(List<Tree> files) {
    JsonNode english = files.getFirst().root();
    JsonNode flags = english.path("flags");
    return new FlagRules(
        flags.path("baseline").path("from_last").intValue(),
        flags.path("baseline").path("at_least").intValue(),
        english.path("score").path("min_answered").intValue(),
        flags.path("rearm_after_weeks").intValue(),
        each(flags.path("rules")).map(QuestionMapper::rule).toList(),
        files.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    file -> file.text("language"), file -> says(file.root()))));
  }

  private static Map<String, String> says(JsonNode file) {
    return each(file.at("/flags/rules"))
        .collect(
            Collectors.toUnmodifiableMap(
                rule -> rule.path("id").asText(), rule -> rule.path("says").asText()));
  }

  private static Rule rule(JsonNode rule) {
    String id = rule.path("id").asText();
    int weeks = rule.path("weeks_in_a_row").intValue();
    if (rule.has("opposite_by")) {
      return new FlagRules.Apart(id, weeks, tenths(rule.path("opposite_by")));
    }
    if (rule.has("item_below_baseline_by")) {
      return new FlagRules.ItemLower(id, weeks, tenths(rule.path("item_below_baseline_by")));
    }
    int by = tenths(rule.path("below_baseline_by"));
    return rule.path("needs").asText().equals("both")
        ? new FlagRules.AllLower(id, weeks, by)
        : new FlagRules.OneLower(id, weeks, by);
  }

  private static int tenths(JsonNode points) {
    return new BigDecimal(points.asText()).movePointRight(1).intValueExact();
  }

  private static Rhythm.Moment moment(JsonNode moment) {
    return new Rhythm.Moment(
        DayOfWeek.valueOf(moment.path("day").asText().toUpperCase(Locale.ROOT)),
        LocalTime.parse(moment.path("time").asText()));
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static @Nullable String perhaps(JsonNode node, String field) {
    return node.path(field).textValue();
  }
}
