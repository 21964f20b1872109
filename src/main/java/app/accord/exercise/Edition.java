package app.accord.exercise;

import java.util.Map;
import java.util.Optional;

/** One version of an exercise in all its languages, which share the digest of the English file. */
public record Edition(
    Exercise english, Map<String, Exercise> languages, Map<String, SourceFile> files) {

  public Edition {
    languages = Map.copyOf(languages);
    files = Map.copyOf(files);
  }

  public String digest() {
    return english.digest();
  }

  /** In that language if there is a file, else in English. */
  public Exercise in(String language) {
    return languages.getOrDefault(language, english);
  }

  /**
   * What a room started with once, from the bytes that were kept then. It was checked when it was
   * published, so only its form is looked at again; empty if it is not readable or not the file
   * that the digest names.
   *
   * @param files by language
   */
  public static Optional<Edition> kept(String digest, Map<String, SourceFile> files) {
    return Optional.ofNullable(files.get(Exercise.ENGLISH))
        .filter(english -> english.digest().equals(digest))
        .flatMap(_ -> Checker.kept(digest, files));
  }
}
