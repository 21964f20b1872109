package app.accord.exercise;

/** One thing that is wrong with an exercise file, where an author finds it. */
public record Mistake(String file, int line, String path, String words)
    implements Comparable<Mistake> {

  @Override
  public int compareTo(Mistake other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  /** As editors and terminals understand it: a click on it opens the file at the line. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? "" : path + ": ";
    // A name in the file may hold an escape sequence, which would move the terminal's cursor.
    return "%s:%d: %s%s".formatted(file, line, where, words).replaceAll("\\p{Cntrl}", "?");
  }
}
