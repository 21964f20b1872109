package app.accord.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.checkin.Act.Answer;
import app.accord.checkin.Act.Reach;
import app.accord.checkin.Act.Say;
import app.accord.checkin.Act.Unsay;
import app.accord.checkin.CheckIn.Allowed;
import app.accord.checkin.CheckIn.Decision;
import app.accord.checkin.CheckIn.Refused;
import app.accord.room.Circumstances.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckInTest {
  private static final Weekly WEEKLY = Answered.WEEKLY;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Week WEEK = new Week(LocalDate.of(2026, 5, 11));
  private static final Instant SATURDAY = Instant.parse("2026-05-16T12:00:00Z");

  /** R23. */
  @Test
  void before_the_week_opens_and_after_it_closes_nothing_can_be_done() {
    Act act = new Answer("closeness", OptionalInt.of(4));
    assertThat(decide(act, Instant.parse("2026-05-15T05:59:59Z"))).isEqualTo(no(Refusal.NOT_OPEN));
    assertThat(decide(act, Instant.parse("2026-05-15T06:00:00Z"))).isEqualTo(new Allowed(act));
    assertThat(decide(act, Instant.parse("2026-05-18T00:59:59Z"))).isEqualTo(new Allowed(act));
    assertThat(decide(act, Instant.parse("2026-05-18T01:00:00Z"))).isEqualTo(no(Refusal.NOT_OPEN));
    assertThat(decide(new Unsay(), Instant.parse("2026-05-18T01:00:00Z")))
        .isEqualTo(no(Refusal.NOT_OPEN));
  }

  /** R10. */
  @Test
  void under_no_secrets_there_is_no_line_and_the_numbers_stay() {
    assertThat(
            CheckIn.decide(
                new Say("x", Reach.ME), WEEK, WEEKLY, Secrets.NO_SECRETS, SATURDAY, BERLIN))
        .isEqualTo(no(Refusal.NO_SECRETS));
    var answer = new Answer("closeness", OptionalInt.of(0));
    assertThat(CheckIn.decide(answer, WEEK, WEEKLY, Secrets.NO_SECRETS, SATURDAY, BERLIN))
        .isEqualTo(new Allowed(answer));
  }

  @Test
  void words_are_kept_as_typed_but_for_what_no_page_can_show() {
    assertThat(decide(new Say("we laughed\u0000 \u202bשלום\u202c 👋", Reach.THERAPIST), SATURDAY))
        .isEqualTo(new Allowed(new Say("we laughed \u202bשלום\u202c 👋", Reach.THERAPIST)));
    assertThat(decide(new Say(" \n ", Reach.ME), SATURDAY)).isEqualTo(no(Refusal.NOTHING_WRITTEN));
    assertThat(decide(new Say("👋".repeat(280), Reach.ME), SATURDAY)).isInstanceOf(Allowed.class);
    assertThat(decide(new Say("👋".repeat(281), Reach.ME), SATURDAY))
        .isEqualTo(no(Refusal.TOO_LONG));
  }

  @Test
  void words_are_not_in_what_it_prints() {
    assertThat(new Say("secret", Reach.ME).toString()).doesNotContain("secret");
  }

  /** Nothing beyond content.md 3: known items, whole numbers from 0 to 10, its own open week. */
  @Property(tries = 2000)
  void no_act_beyond_the_page_is_allowed(@ForAll long seed) {
    var random = new Random(seed);
    Instant now = SATURDAY.plus(Duration.ofMinutes(random.nextInt(20_000) - 10_000L));
    Week week = WEEK.plus(random.nextInt(3) - 1);
    Secrets secrets = List.of(Secrets.values()).get(random.nextInt(3));
    Act act = any(random);
    Decision decision = CheckIn.decide(act, week, WEEKLY, secrets, now, BERLIN);
    boolean open =
        !now.isBefore(week.monday().plusDays(4).atTime(8, 0).atZone(BERLIN).toInstant())
            && now.isBefore(week.monday().plusDays(7).atTime(3, 0).atZone(BERLIN).toInstant());
    boolean fits =
        switch (act) {
          case Answer(String item, OptionalInt number) ->
              Answered.ITEMS.contains(item)
                  && (number.isEmpty() || (number.getAsInt() >= 0 && number.getAsInt() <= 10));
          case Say(String text, Reach _) ->
              secrets != Secrets.NO_SECRETS && !text.isBlank() && text.length() <= 280;
          case Unsay _ -> true;
        };
    assertThat(decision instanceof Allowed).isEqualTo(open && fits);
  }

  private static Act any(Random random) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Answer(
              random.nextInt(4) == 0 ? "safety" : Answered.ITEMS.get(random.nextInt(5)),
              random.nextInt(4) == 0
                  ? OptionalInt.empty()
                  : OptionalInt.of(random.nextInt(15) - 2));
      case 1 ->
          new Say(
              "x".repeat(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(300)),
              random.nextBoolean() ? Reach.ME : Reach.THERAPIST);
      default -> new Unsay();
    };
  }

  private static Decision decide(Act act, Instant now) {
    return CheckIn.decide(act, WEEK, WEEKLY, Secrets.LIMITED, now, BERLIN);
  }

  private static Decision no(Refusal why) {
    return new Refused(why);
  }
}
