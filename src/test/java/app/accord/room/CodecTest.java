package app.accord.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.accord.exercise.Reach;
import app.accord.kernel.CommandId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodecTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Class<?>> events() {
    return Stream.of(RoomEvent.class.getPermittedSubclasses());
  }

  static Stream<Class<?>> commands() {
    return Stream.of(RoomCommand.class.getPermittedSubclasses())
        .filter(type -> !Commands.FROM_THE_SERVER.contains(type));
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_comes_back_as_it_was(Class<?> type) throws ReflectiveOperationException {
    for (boolean nothing : new boolean[] {false, true}) {
      RoomEvent event = (RoomEvent) example(type, nothing);
      Events.Written written = Events.write(event);
      assertThat(Events.read(written.type(), written.version(), written.facts(), written.words()))
          .isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_people_wrote_is_apart_from_the_facts(Class<?> type)
      throws ReflectiveOperationException {
    Events.Written written = Events.write((RoomEvent) example(type, false));
    assertThat(written.facts().toString()).doesNotContain("my secret");
    boolean hasWords =
        Stream.of(type.getRecordComponents()).anyMatch(c -> c.isAnnotationPresent(Private.class));
    assertThat(written.words() != null).isEqualTo(hasWords);
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_whose_key_was_shredded_can_still_be_folded(Class<?> type)
      throws ReflectiveOperationException {
    Events.Written written = Events.write((RoomEvent) example(type, false));
    RoomEvent gone = Events.withWordsGone(written.type(), written.version(), written.facts());
    assertThat(gone).isInstanceOf(type);
    assertThat(Events.write(gone).facts()).isEqualTo(written.facts());
    var told = new Told(gone, Seat.PARTNER_1, Audience.of(Seat.PARTNER_1));
    assertThat(Room.evolve(RoomState.EMPTY, told, Instant.EPOCH)).isNotNull();
  }

  @Test
  void an_unknown_event_or_field_or_version_stops_the_room_loudly() {
    ObjectNode facts = JSON.createObjectNode();
    assertThatThrownBy(() -> Events.read("Guessed", 1, facts, null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Events.read("DoorOpened", 2, facts, null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Events.read("DoorOpened", 1, facts.put("more", 1), null))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_cannot_be_read_is_not_quoted() {
    ObjectNode words = JSON.createObjectNode();
    words.putArray("text").add("my secret");
    assertThatThrownBy(() -> Events.read("Said", 1, JSON.createObjectNode(), words))
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_is_read(Class<?> type) throws ReflectiveOperationException {
    RoomCommand command = (RoomCommand) example(type, false);
    ObjectNode data = Json.MAPPER.valueToTree(command);
    assertThat(Commands.read(type.getSimpleName(), data)).isEqualTo(new Commands.Fits(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_with_a_part_too_many_or_too_few_is_refused(Class<?> type)
      throws ReflectiveOperationException {
    ObjectNode data = Json.MAPPER.valueToTree(example(type, false));
    assertUnfit(type.getSimpleName(), data.deepCopy().put("more", 1));
    for (RecordComponent component : type.getRecordComponents()) {
      boolean nullable =
          component.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
      if (!nullable) {
        assertUnfit(type.getSimpleName(), data.deepCopy().putNull(component.getName()));
        assertUnfit(type.getSimpleName(), data.deepCopy().without(List.of(component.getName())));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Say          | {"text": 7}
          Say          | {"text": ["a"]}
          SetTimer     | {"seconds": "10"}
          SetTimer     | {"seconds": 10.5}
          SetTimer     | {"seconds": true}
          SpeakAlone   | {"with": "partner-9"}
          SpeakAlone   | {"with": 0}
          OpenStep     | {"step": {}}
          Reopen       | {"where": {"run": 1, "step": "sort"}}
          Reopen       | {"where": {"run": 1, "round": 1}}
          Reopen       | {"where": {"run": 1, "step": null, "round": 1}}
          Reopen       | {"where": {"run": 1, "step": "sort", "round": 1, "more": 1}}
          AdaptStep    | {"words": {"prompt": null}}
          AdaptStep    | {"words": []}
          StartExercise| {"exercise": "a", "optional": [null], "bothWantIt": false}
          StartExercise| {"exercise": "a", "optional": [], "bothWantIt": "yes"}
          Arrive       | {}
          OpenDue      | {}
          Nothing      | {}
          """)
  void what_does_not_fit_is_refused_and_never_guessed(String type, String data)
      throws JsonProcessingException {
    assertUnfit(type, (ObjectNode) JSON.readTree(data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind": "write"}
          {"kind": "write", "text": null}
          {"kind": "scale"}
          {"kind": "scale", "number": null}
          {"kind": "choose", "options": [null]}
          {"kind": "sort", "piles": [{"pile": "a"}], "own": []}
          {"kind": "sort", "piles": [{"pile": "a", "cards": [null]}], "own": []}
          {"kind": "sort", "piles": [null], "own": []}
          {"kind": "sort", "piles": []}
          {"kind": "closing", "number": 5.5}
          {"kind": "closing", "number": "5"}
          {"kind": "drawing", "text": "a"}
          {"text": "a"}
          """)
  void nor_is_an_answer_with_a_hole_in_it(String answer) throws Exception {
    ObjectNode data = Json.MAPPER.valueToTree(exampleSeal());
    data.set("answer", JSON.readTree(answer));
    assertUnfit("Seal", data);
  }

  @Test
  void an_answer_says_its_kind_and_leaves_out_what_it_has_not() {
    assertThat(Json.MAPPER.<JsonNode>valueToTree(new Answer.Closed(null, "light")).toString())
        .isEqualTo("{\"kind\":\"closing\",\"word\":\"light\"}");
    assertThat(
            Json.MAPPER
                .<JsonNode>valueToTree(
                    new RoomEvent.CardPlaced(new Where(1, "sort", 1), "a", null, 0, null))
                .toString())
        .contains("\"pile\":null", "\"text\":null");
  }

  @Test
  void a_log_that_prints_an_answer_holds_no_word_of_it() {
    var agreement =
        Agreement.BLANK.line(1, new UUID(1, 1), new Agreement.Line(Seat.PARTNER_1, 1, "secret"));
    assertThat(List.of(new Answer.Written("secret"), new Answer.Closed(3, "secret"), agreement))
        .allSatisfy(words -> assertThat(words.toString()).doesNotContain("secret"));
  }

  @Test
  void frames_carry_the_number_of_the_receiver_before_a_body_that_is_the_same_for_all()
      throws JsonProcessingException {
    var told = new Told(new RoomEvent.Said("a \"b\""), Seat.PARTNER_2, Audience.of(Seat.PARTNER_1));
    String body = Frames.body(told, Instant.parse("2026-05-14T12:30:00Z"));
    JsonNode frame = JSON.readTree(Frames.event(7, body));
    assertThat(frame.toString())
        .isEqualTo(
            "{\"t\":\"event\",\"n\":7,\"at\":\"2026-05-14T12:30:00Z\",\"by\":\"partner-2\","
                + "\"type\":\"Said\",\"data\":{\"text\":\"a \\\"b\\\"\"}}");
    JsonNode welcome =
        JSON.readTree(
            Frames.welcome(
                Seat.PARTNER_1,
                Map.of(Seat.PARTNER_1, "Noor"),
                Map.of(),
                7,
                new UUID(0, 1),
                Instant.EPOCH,
                List.of(Frames.past(7, body))));
    assertThat(welcome.at("/state/events/0/n").asLong()).isEqualTo(7);
    assertThat(welcome.at("/state/events/0/by").asText()).isEqualTo("partner-2");
    assertThat(welcome.at("/members/0/here").asBoolean()).isFalse();
  }

  @Test
  void a_refusal_is_a_problem_with_a_name_of_its_own() throws JsonProcessingException {
    String frame = Frames.refused(new CommandId(new UUID(0, 1)), Refusal.NOT_YOUR_TURN.problem());
    assertThat(JSON.readTree(frame).at("/problem/type").asText())
        .isEqualTo("/problems/not-your-turn");
  }

  private static void assertUnfit(String type, ObjectNode data) {
    assertThat(Commands.read(type, data))
        .as("%s %s", type, data)
        .isInstanceOf(Commands.Unfit.class);
  }

  private static RoomCommand.Seal exampleSeal() throws ReflectiveOperationException {
    return (RoomCommand.Seal) example(RoomCommand.Seal.class, false);
  }

  /** A record with something in each part, or with nothing where nothing may be. */
  private static Object example(Class<?> type, boolean nothing)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean nullable =
          components[i]
              .getAnnotatedType()
              .isAnnotationPresent(org.jspecify.annotations.Nullable.class);
      values[i] = nullable && nothing ? null : value(components[i]);
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return component.isAnnotationPresent(Private.class) ? "my secret" : "plain";
    }
    if (type == List.class) {
      return List.of(inList(((ParameterizedType) component.getGenericType())));
    }
    return Map.<Class<?>, Object>ofEntries(
            Map.entry(int.class, 3),
            Map.entry(boolean.class, true),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(Instant.class, Instant.parse("2026-05-14T12:30:00.123Z")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 5, 28)),
            Map.entry(Where.class, new Where(1, "sort", 2)),
            Map.entry(Seat.class, Seat.PARTNER_2),
            Map.entry(Reach.class, Reach.REVEAL),
            Map.entry(Wish.class, Wish.OPEN_ANSWERS),
            Map.entry(Opens.class, Opens.ON_THE_DAY),
            Map.entry(Integer.class, 28),
            Map.entry(Mark.class, Mark.TALKED_ABOUT),
            Map.entry(ReviewAnswer.class, ReviewAnswer.MOSTLY),
            Map.entry(Circumstances.Secrets.class, Circumstances.Secrets.NO_SECRETS),
            Map.entry(Map.class, Map.of("prompt", "my secret")),
            Map.entry(
                Answer.class,
                new Answer.Sorted(
                    List.of(new Answer.Pile("trust", List.of("own-1"))),
                    List.of(new Answer.OwnCard("own-1", "my secret")))))
        .get(type);
  }

  private static Object inList(ParameterizedType list) {
    var theirs = new RoomEvent.Theirs(Seat.PARTNER_1, new Answer.Written("my secret"));
    var signed = new RoomEvent.Signature(Seat.PARTNER_1, "my secret", LocalDate.of(2026, 5, 14));
    return Map.<Object, Object>ofEntries(
            Map.entry(String.class, "plain"),
            Map.entry(UUID.class, new UUID(3, 4)),
            Map.entry(RoomEvent.Theirs.class, theirs),
            Map.entry(RoomEvent.Opened.class, new RoomEvent.Opened("sort", List.of(theirs))),
            Map.entry(RoomEvent.Handed.class, new RoomEvent.Handed("sort", theirs.value())),
            Map.entry(
                RoomEvent.WrittenLine.class,
                new RoomEvent.WrittenLine(new UUID(3, 5), Seat.PARTNER_1, 2, "my secret")),
            Map.entry(
                RoomEvent.WrittenSuggestion.class,
                new RoomEvent.WrittenSuggestion(
                    new UUID(3, 6), Seat.PARTNER_2, new UUID(3, 5), 2, "my secret")),
            Map.entry(RoomEvent.Signature.class, signed),
            Map.entry(
                RoomEvent.Version.class,
                new RoomEvent.Version(
                    3,
                    "my secret",
                    List.of("my secret"),
                    List.of(signed),
                    signed.on(),
                    signed.on())),
            Map.entry(
                RoomEvent.Reviewed.class,
                new RoomEvent.Reviewed(Seat.PARTNER_1, ReviewAnswer.KEPT)))
        .get(list.getActualTypeArguments()[0]);
  }
}
