package app.accord.exercise;

import static app.accord.exercise.ExerciseJson.texts;

import app.accord.exercise.ExerciseJson.Reader;
import app.accord.exercise.Step.Agree;
import app.accord.exercise.Step.Choose;
import app.accord.exercise.Step.Closing;
import app.accord.exercise.Step.Common;
import app.accord.exercise.Step.Ground;
import app.accord.exercise.Step.Named;
import app.accord.exercise.Step.Read;
import app.accord.exercise.Step.Reveal;
import app.accord.exercise.Step.Scale;
import app.accord.exercise.Step.Sharing;
import app.accord.exercise.Step.Sort;
import app.accord.exercise.Step.Talk;
import app.accord.exercise.Step.Write;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as browsers get it: {@code kind}, {@code common}, and the fields of its record, named as
 * there ({@code web/src/room/steps/steps-types.ts}).
 */
final class StepJson {
  private StepJson() {}

  /** For a list of steps: what it is called and how long it takes. */
  static ObjectNode listed(Step step) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind(step));
    return json.setAll(common(step.common()));
  }

  static ObjectNode step(Step step, Reader reader) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind(step));
    ObjectNode common = common(step.common());
    if (reader == Reader.THERAPIST) {
      perhaps(common, "therapistHint", step.common().therapistHint());
    }
    json.set("common", common);
    own(json, step);
    Step.asking(step).ifPresent(asking -> sharing(json, asking.sharing()));
    return json;
  }

  static String kind(Step step) {
    return switch (step) {
      case Read _ -> "read";
      case Write _ -> "write";
      case Scale _ -> "scale";
      case Choose _ -> "choose";
      case Sort _ -> "sort";
      case Reveal _ -> "reveal";
      case Talk _ -> "talk";
      case Agree _ -> "agree";
      case Ground _ -> "ground";
      case Closing _ -> "closing";
    };
  }

  private static ObjectNode common(Common common) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", common.id())
            .put("title", common.title())
            .put("optional", common.optional());
    perhaps(json, "minutes", common.minutes());
    return json;
  }

  private static void own(ObjectNode json, Step step) {
    switch (step) {
      case Read read -> {
        json.put("text", read.text());
        texts(json, "points", read.points());
      }
      case Write write -> {
        question(json, write.prompt(), write.help());
        texts(json, "starters", write.starters());
        json.put("max", write.max());
      }
      case Scale scale -> {
        question(json, scale.prompt(), scale.help());
        json.put("low", scale.low()).put("high", scale.high());
      }
      case Choose choose -> {
        question(json, choose.prompt(), choose.help());
        named(json, "options", choose.options());
        json.put("most", choose.most()).put("ownWords", choose.ownWords());
      }
      case Sort sort -> {
        question(json, sort.prompt(), sort.help());
        named(json, "piles", sort.piles());
        named(json, "cards", sort.cards());
        json.put("ownCards", sort.ownCards());
      }
      case Reveal reveal -> {
        question(json, reveal.prompt(), reveal.help());
        texts(json, "of", reveal.of());
        json.put("view", reveal.view().name()).put("markToTalk", reveal.markToTalk());
      }
      case Talk talk -> talk(json, talk);
      case Agree agree -> {
        question(json, agree.prompt(), agree.help());
        perhaps(json, "heading", agree.heading());
        texts(json, "starters", agree.starters());
        json.put("mostLines", agree.mostLines()).put("reviewDays", agree.reviewDays());
      }
      case Ground ground ->
          json.put("text", ground.text())
              .put("instead", ground.instead())
              .put("breaths", ground.breaths());
      case Closing closing ->
          json.put("prompt", closing.prompt())
              .put("low", closing.low())
              .put("high", closing.high())
              .put("word", closing.word())
              .put("next", closing.next())
              .put("keepALine", closing.keepALine());
    }
  }

  private static void talk(ObjectNode json, Talk talk) {
    json.put("prompt", talk.prompt());
    perhaps(json, "about", talk.about());
    perhaps(json, "starter", talk.starter());
    json.put("speaker", talk.speaker())
        .put("listener", talk.listener())
        .put("confirm", talk.confirm())
        .put("rounds", talk.rounds());
    perhaps(json, "speakSeconds", talk.speakSeconds());
    perhaps(json, "reflectSeconds", talk.reflectSeconds());
  }

  /** The page says before anyone types who is going to read it, so it needs all three. */
  private static void sharing(ObjectNode json, Sharing sharing) {
    ObjectNode object = json.putObject("sharing").put("widest", sharing.widest().wire());
    texts(object, "narrower", sharing.narrower().stream().map(Reach::wire).toList());
    object.put("therapistAtOnce", sharing.therapistAtOnce());
  }

  private static void question(ObjectNode json, String prompt, @Nullable String help) {
    json.put("prompt", prompt);
    perhaps(json, "help", help);
  }

  private static void named(ObjectNode json, String field, List<Named> all) {
    ArrayNode array = json.putArray(field);
    all.forEach(each -> array.addObject().put("id", each.id()).put("text", each.text()));
  }

  private static void perhaps(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void perhaps(ObjectNode json, String field, @Nullable Integer value) {
    if (value != null) {
      json.put(field, value);
    }
  }
}
