package app.accord.room;

import java.util.Objects;

/**
 * A step of a running exercise. An exercise may be run twice in a room ({@code run} counts from 1),
 * and a step may be opened again ({@code round} counts from 1): what was sealed stays as it was.
 */
public record Where(int run, String step, int round) {
  public Where {
    Objects.requireNonNull(step);
  }
}
