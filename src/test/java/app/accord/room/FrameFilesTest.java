package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Exercise;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole sessions as each seat's frames. The browser's tests fold the same files, so that the two
 * sides cannot come to see two different rooms. Write them anew with {@code -Dwrite}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FrameFilesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  private static final Map<String, Consumer<Scene>> SESSIONS =
      Map.of(
          "trust-vs-control", Sessions::trustOrControl,
          "communicate-openly", Sessions::communicateOpenly);

  @ParameterizedTest
  @ValueSource(strings = {"trust-vs-control", "communicate-openly"})
  void the_frames_of_a_session_are_those_that_the_browser_is_tested_with(String name)
      throws IOException {
    Scene scene = Scene.session();
    SESSIONS.get(name).accept(scene);
    String frames = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file(name, scene));
    Path file = Path.of("src/test/resources/frames", name + ".json");
    if (System.getProperty("write") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, frames + "\n");
    }
    assertThat(Files.readString(file)).isEqualTo(frames + "\n");
  }

  private static ObjectNode file(String name, Scene scene) throws IOException {
    ObjectNode file = JSON.createObjectNode();
    file.set("exercise", exercise(Scene.exercise(name)));
    ObjectNode seats = file.putObject("seats");
    for (Seat seat : List.of(NOOR, DANIEL, MARTA)) {
      seats.set(seat.wire(), frames(scene, seat));
    }
    return file;
  }

  /** As the therapist reads it over REST. */
  private static ObjectNode exercise(Exercise exercise) {
    ObjectNode all = JSON.valueToTree(exercise);
    ObjectNode view = JSON.createObjectNode();
    for (String field :
        List.of("id", "version", "language", "digest", "title", "summary", "minutes", "steps")) {
      view.set(field, all.get(field));
    }
    // A set has no order, and a file that is compared needs one.
    for (JsonNode step : view.get("steps")) {
      if (step.get("sharing") instanceof ObjectNode sharing) {
        ArrayNode narrower = sharing.putArray("narrower");
        for (var reach : app.accord.exercise.Reach.values()) {
          if (exercise.step(step.get("common").get("id").asText()).orElseThrow()
                  instanceof app.accord.exercise.Step.Asking asking
              && asking.sharing().narrower().contains(reach)) {
            narrower.add(reach.wire());
          }
        }
      }
    }
    view.set("watchFor", all.get("safety").get("watchFor"));
    return view;
  }

  private static ArrayNode frames(Scene scene, Seat seat) throws IOException {
    Map<Seat, String> names = new LinkedHashMap<>();
    names.put(NOOR, "Noor");
    names.put(DANIEL, "Daniel");
    names.put(MARTA, "Marta");
    Map<Seat, Boolean> here = Map.of(NOOR, true, DANIEL, true, MARTA, true);
    ArrayNode frames = JSON.createArrayNode();
    String welcome = Frames.welcome(seat, names, here, 0, Scene.id(5), Scene.BEGIN, List.of());
    frames.add(JSON.readTree(welcome));
    long n = 0;
    for (Scene.Happened one : scene.streamOf(seat)) {
      n++;
      frames.add(JSON.readTree(Frames.event(n, Frames.body(one.told(), one.at()))));
    }
    return frames;
  }
}
