package app.accord.instrument;

import app.accord.exercise.Form;
import app.accord.exercise.Mistake;
import app.accord.exercise.SourceFile;
import app.accord.exercise.Tree;
import app.accord.exercise.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of the form {@code accord.instrument.1}, read as strictly as exercises are: all mistakes
 * at once, each with its line.
 */
final class InstrumentFile {
  /** The instructions are the longest text; cut-offs and ranges may have decimals. */
  private static final YamlReader.Kind KIND = new YamlReader.Kind(2000, true);

  private static final Form FORM = Form.of("/instruments/schema.json");

  private InstrumentFile() {}

  /** What the file says; empty if anything is wrong with it. */
  record Outcome(Optional<Instrument> instrument, List<Mistake> mistakes) {}

  static Outcome read(SourceFile file) {
    YamlReader.Outcome yaml = YamlReader.read(file, KIND);
    var mistakes = new ArrayList<>(yaml.mistakes());
    if (yaml.tree().isEmpty()) {
      return new Outcome(Optional.empty(), mistakes);
    }
    Tree tree = yaml.tree().get();
    mistakes.addAll(FORM.mistakes(tree));
    mistakes.addAll(InstrumentRules.mistakes(tree));
    return new Outcome(
        mistakes.isEmpty()
            ? Optional.of(InstrumentMapper.instrument(tree.root()))
            : Optional.empty(),
        mistakes.stream().sorted().distinct().toList());
  }
}
