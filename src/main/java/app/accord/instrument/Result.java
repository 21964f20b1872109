package app.accord.instrument;

import app.accord.instrument.Instrument.CutOff;
import app.accord.instrument.Instrument.Range;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a questionnaire's answers come to, for the therapist: a number with its range and source,
 * and what the source lets one say of it. Never a judgement of a person.
 *
 * @param score null where too little was answered
 * @param answered how many items
 * @param beyond whether it lies where the source counts it as distress; null: no statement
 * @param since beside the first time; null for the first, and where there is no number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
    @Nullable BigDecimal score,
    Range range,
    boolean higherIsBetter,
    String source,
    int answered,
    int items,
    List<Part> parts,
    CutOff cutOff,
    @Nullable Boolean beyond,
    @Nullable Since since) {

  /** The number of a part of the items. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(String name, @Nullable BigDecimal score, Range range) {}

  /**
   * How a number stands beside the first.
   *
   * @param by positive: it is higher now
   * @param crossed null: the file has no cut-off, and there is no statement
   * @param changed by {@code points} or more; null: the file has no such number
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Since(
      LocalDate on,
      BigDecimal by,
      @Nullable Boolean crossed,
      @Nullable Boolean changed,
      @Nullable BigDecimal points,
      String pointsSource) {}

  /** The first number of the same questionnaire, by the same person. */
  record First(LocalDate on, Value value) {}

  static Result of(Instrument of, Map<String, Integer> answers, Optional<First> first) {
    Optional<Value> value = InstrumentScoring.score(of, answers);
    return new Result(
        value.map(Value::shown).orElse(null),
        of.score().range(),
        of.score().higherIsBetter(),
        of.source(),
        answers.size(),
        of.items().size(),
        of.score().subscales().stream()
            .map(
                part ->
                    new Part(
                        part.name(),
                        InstrumentScoring.score(of, part, answers).map(Value::shown).orElse(null),
                        part.range()))
            .toList(),
        of.cutOff(),
        value.flatMap(it -> InstrumentScoring.beyond(of.cutOff(), it)).orElse(null),
        first.flatMap(it -> value.map(now -> since(of, it, now))).orElse(null));
  }

  private static Since since(Instrument of, First first, Value now) {
    return new Since(
        first.on(),
        now.minus(first.value()).shown(),
        InstrumentScoring.crossed(of.cutOff(), first.value(), now).orElse(null),
        InstrumentScoring.changed(of, first.value(), now).orElse(null),
        of.reliableChange().points(),
        of.reliableChange().source());
  }
}
