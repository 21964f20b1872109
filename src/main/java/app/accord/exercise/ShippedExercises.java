package app.accord.exercise;

import app.accord.kernel.ClassPathFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The exercises that come with Accord. */
public final class ShippedExercises {
  private static final String FOLDER = "exercises";

  private ShippedExercises() {}

  /** All files, checked. */
  public static Checker.Outcome read() {
    return Checker.check(files());
  }

  static List<SourceFile> files() {
    try {
      List<SourceFile> files = new ArrayList<>();
      ClassPathFolder.files(FOLDER)
          .forEach(
              (name, bytes) -> {
                if (name.endsWith(".yaml")) {
                  files.add(new SourceFile(name, bytes));
                }
              });
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
