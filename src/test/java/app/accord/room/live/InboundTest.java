package app.accord.room.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.kernel.CommandId;
import app.accord.room.RoomCommand;
import app.accord.room.Seat;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InboundTest {
  private static final String ID = "6b1f0c52-0001-4000-8000-000000000001";

  @Test
  void a_command_a_signal_and_a_beat_are_read() {
    assertThat(read(act("Say", "{\"text\":\"h\u00f6r zu \ud83d\ude42\"}")))
        .isEqualTo(
            new Inbound.Do(CommandId.of(ID), new RoomCommand.Say("h\u00f6r zu \ud83d\ude42")));
    assertThat(read("{\"t\":\"beat\"}")).isEqualTo(new Inbound.Beat());
    assertThat(read("{\"t\":\"signal\",\"to\":\"partner-2\",\"data\":{\"kind\":\"caret\"}}"))
        .isInstanceOfSatisfying(
            Inbound.Signal.class, signal -> assertThat(signal.to()).isEqualTo(Seat.PARTNER_2));
    assertThat(read("{\"t\":\"signal\",\"to\":\"all\",\"data\":{\"kind\":\"caret\"}}"))
        .isInstanceOfSatisfying(Inbound.Signal.class, signal -> assertThat(signal.to()).isNull());
  }

  @Test
  void escapes_are_read_as_what_they_stand_for() {
    assertThat(read(act("Say", "{\"text\":\"\\ud83d\\ude42 \\u00e4\"}")))
        .isEqualTo(new Inbound.Do(CommandId.of(ID), new RoomCommand.Say("\ud83d\ude42 \u00e4")));
  }

  @Test
  void half_a_character_or_a_nul_is_refused_wherever_it_stands() {
    for (String data :
        new String[] {
          "{\"text\":\"\\ud83d\"}",
          "{\"text\":\"\\ude42\\ud83d\"}",
          "{\"text\":\"a\\u0000\"}",
          "{\"a\\u0000\":\"a\"}",
          "{\"text\":[{\"deep\":\"\\udfff\"}]}"
        }) {
      assertThat(read(act("Say", data))).isInstanceOf(Inbound.Unfit.class);
    }
  }

  @Test
  void eight_levels_are_read_and_nine_are_none_of_ours() {
    assertThat(read(act("Say", "{\"text\":" + "[".repeat(6) + "]".repeat(6) + "}")))
        .isInstanceOf(Inbound.Unfit.class);
    assertThat(read(act("Say", "{\"text\":" + "[".repeat(7) + "]".repeat(7) + "}")))
        .isInstanceOf(Inbound.Violation.class);
  }

  @Property
  void no_bytes_whatever_make_it_throw(@ForAll byte[] bytes) {
    assertThat(Inbound.read(bytes)).isNotNull();
  }

  @Property
  void no_text_whatever_in_a_good_frame_makes_it_throw(@ForAll String text) {
    assertThat(read(act("Say", "{\"text\":\"" + text + "\"}"))).isNotNull();
  }

  @Property
  void a_good_frame_cut_anywhere_is_none(@ForAll @IntRange(min = 0, max = 90) int at) {
    String good = act("Say", "{\"text\":\"anything at all, long enough\"}");
    assertThat(read(good.substring(0, Math.min(at, good.length() - 1))))
        .isInstanceOf(Inbound.Violation.class);
  }

  private static Inbound read(String text) {
    return Inbound.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String act(String type, String data) {
    return "{\"t\":\"do\",\"id\":\"%s\",\"type\":\"%s\",\"data\":%s}".formatted(ID, type, data);
  }
}
